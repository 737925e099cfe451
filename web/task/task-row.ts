import type { CaseView } from '#contract/views.ts';

export type TaskRow = CaseView['tasks'][number];
