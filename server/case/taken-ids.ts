import type { CoordinationCase } from '#domain/case/case.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { CaseWork } from './case-work.ts';

/** Ids come from the caller: one that names a thing of another case is refused before it would hide that thing. */
function refuseTaken(id: string, at: string): Refusal {
  return refuse('id/in-use-elsewhere', { id }, at);
}

export async function refuseTakenActivity(
  { writing }: CaseWork,
  state: CoordinationCase,
  activityId: string,
): Promise<Refusal | undefined> {
  const other = await writing.tenant
    .selectFrom('activity_span')
    .select('case_id')
    .where('organization_id', '=', writing.organizationId)
    .where('activity_id', '=', activityId)
    .where('case_id', '<>', state.caseId)
    .executeTakeFirst();
  return other && refuseTaken(activityId, '/activity/activityId');
}

export async function refuseTakenClaim({ writing }: CaseWork, claimId: string): Promise<Refusal | undefined> {
  const other = await writing.tenant
    .selectFrom('claim_index')
    .select('case_id')
    .where('organization_id', '=', writing.organizationId)
    .where('claim_id', '=', claimId)
    .executeTakeFirst();
  return other && refuseTaken(claimId, '/claimId');
}
