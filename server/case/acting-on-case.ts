import type { CoordinationCase } from '#domain/case/case.ts';
import { refuseAction, type CaseAction } from '#domain/case/available-actions.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Archway } from '../archway.ts';
import type { Person } from '../http/signed-in.ts';
import type { Writing } from '../record/record.ts';

export function noCase(caseId: string): Refusal {
  return refuse('absent/case', { caseId });
}

/** The patient of a case, read without a lock: a case never changes its patient. */
export async function patientOfCase(
  archway: Archway,
  person: Person,
  caseId: string,
): Promise<string | undefined> {
  return archway.record.read(person.organizationId, async (reading) => {
    const row = await reading.tenant
      .selectFrom('case_summary')
      .select('patient_id')
      .where('organization_id', '=', person.organizationId)
      .where('case_id', '=', caseId)
      .executeTakeFirst();
    return row?.patient_id;
  });
}

/**
 * Work on a case in one transaction, after the table of permissions was asked. `withPatient` also locks the
 * patient's chain, for work that records something there.
 */
export async function actOnCase<Result>(
  archway: Archway,
  person: Person,
  caseId: string,
  action: CaseAction,
  withPatient: boolean,
  work: (writing: Writing, state: CoordinationCase) => Promise<Result | Refusal>,
  overtaken?: (writing: Writing) => Promise<Refusal | undefined>,
): Promise<Result | Refusal> {
  const patientId = withPatient ? await patientOfCase(archway, person, caseId) : undefined;
  if (withPatient && patientId === undefined) return noCase(caseId);
  const locks = patientId === undefined ? { caseId } : { caseId, patientId };
  return archway.record.write(person.organizationId, person.who, locks, async (writing) => {
    const state = await writing.coordinationCase(caseId);
    if (!state) return noCase(caseId);
    const refusal = refuseAction(action, state.state, person.staff.role);
    if (!refusal) return work(writing, state);
    // Where somebody else changed the state meanwhile, who did so is told rather than that it cannot be done.
    return refusal.code === 'action/not-in-this-state' ? ((await overtaken?.(writing)) ?? refusal) : refusal;
  });
}
