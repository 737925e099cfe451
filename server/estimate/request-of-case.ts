import { timeZoneOf } from '#domain/case/deciding.ts';
import type { CoordinationCase } from '#domain/case/case.ts';
import { caseRequest, type CaseRequest } from '#domain/estimate/case-request.ts';
import { dayOf } from '#domain/kernel/calendar-date.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import type { Archway } from '../archway.ts';
import { noCase } from '../case/acting-on-case.ts';
import type { Person } from '../http/signed-in.ts';

/** A case with everything that its estimate and its ledger are made from, as of now. */
export async function requestOfCase(
  { record }: Archway,
  { organizationId }: Person,
  caseId: string,
): Promise<{ readonly state: CoordinationCase; readonly asked: CaseRequest } | Refusal> {
  return record.read(organizationId, async (reading) => {
    const state = await reading.coordinationCase(caseId);
    if (!state) return noCase(caseId);
    const patient = await reading.patient(state.patientId);
    if (!patient) throw new Error(`case ${caseId} names patient ${state.patientId}, who has no chain`);
    const practice = await reading.practice();
    const asOf = dayOf(record.now(), timeZoneOf(practice));
    return { state, asked: caseRequest(state, patient, practice, asOf) };
  });
}
