import type { PracticeView } from '#contract/views.ts';

export interface PracticePartProps {
  readonly practice: PracticeView;
  /** Everybody may look; who may change it is decided part by part. */
  readonly mayChange: boolean;
}
