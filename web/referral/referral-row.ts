import type { CaseView } from '#contract/views.ts';

export type ReferralRow = CaseView['referrals'][number];
