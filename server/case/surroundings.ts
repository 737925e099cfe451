import type { CoordinationCase } from '#domain/case/case.ts';
import { timeZoneOf, type Deciding } from '#domain/case/deciding.ts';
import type { Coverage } from '#domain/coverage/benefit-fact.ts';
import type { CoverageQuestion, PastService } from '#domain/coverage/coverage-question.ts';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { procedureCode, type ProcedureCode } from '#domain/kernel/procedure-code.ts';
import type { Archway } from '../archway.ts';
import type { Reading } from '../record/record.ts';

/** Services of this patient that stand on claims of other cases: frequency limits count them. */
export async function pastServices(
  reading: Reading,
  patientId: string,
  exceptCaseId: string,
): Promise<PastService[]> {
  const rows = await reading.tenant
    .selectFrom('claim_index')
    .select('lines')
    .where('organization_id', '=', reading.organizationId)
    .where('patient_id', '=', patientId)
    .where('case_id', '<>', exceptCaseId)
    .execute();
  // Written by claimIndexRows and by nothing else.
  return rows
    .flatMap(({ lines }) => lines as { code: string; serviceDate: string }[])
    .map(({ code, serviceDate }) => ({ code: procedureCode(code), date: calendarDate(serviceDate) }));
}

/** What is asked of the rulebook and the benefit facts about a code, for the work that this case records. */
export async function coverageQuestion(
  archway: Archway,
  reading: Reading,
  state: CoordinationCase,
  about: {
    readonly coverage: Coverage;
    readonly code: ProcedureCode;
    readonly serviceDate: CalendarDate;
  } & Pick<Deciding, 'practice' | 'patient'>,
): Promise<CoverageQuestion> {
  const { coverage, code, serviceDate, practice, patient } = about;
  const activities = [...state.activities.values()].filter((recorded) => !recorded.withdrawn);
  const author = activities[0]?.who;
  return {
    code,
    serviceDate,
    payer: coverage.payerId === undefined ? undefined : practice.payers.get(coverage.payerId),
    coverage,
    facts: patient.benefitFacts,
    rulebook: archway.rulebook,
    timeZone: timeZoneOf(practice),
    performer: { role: author?.role ?? 'coordinator', credential: author?.credential },
    activityKinds: [...new Set(activities.map(({ activity }) => activity.kind))],
    routes: [...new Set(activities.flatMap(({ activity }) => activity.contact?.route ?? []))],
    history: await pastServices(reading, state.patientId, state.caseId),
  };
}
