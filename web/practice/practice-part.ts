import type { PracticeView } from '#contract/views.ts';

export interface PracticePartProps {
  readonly practice: PracticeView;
  /** Only an administrator changes the practice; everybody may look. */
  readonly mayChange: boolean;
}
