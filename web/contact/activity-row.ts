import type { CaseView } from '#contract/views.ts';

export type ActivityRow = CaseView['activities'][number];
