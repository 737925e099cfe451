import { sql } from 'kysely';
import type { CodedWork } from '#domain/activity/overlaps.ts';
import { isNeverService } from '#domain/activity/service-seconds.ts';
import type { CoordinationCase } from '#domain/case/case.ts';
import { claimProviders } from '#domain/case/claim-providers.ts';
import { codedWork } from '#domain/case/coded-work.ts';
import { timeZoneOf, type Deciding } from '#domain/case/deciding.ts';
import { standingActivities } from '#domain/case/standing-activities.ts';
import { chooseByPayers, type CaseChoice } from '#domain/code-guide/choose-for-case.ts';
import type { Coverage } from '#domain/coverage/benefit-fact.ts';
import {
  coveragesBesides,
  knownOfPlans,
  type CoverageQuestion,
  type PastService,
} from '#domain/coverage/coverage-question.ts';
import { billedServices } from '#domain/coverage/coverage-on-day.ts';
import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import type { ProcedureCode } from '#domain/kernel/procedure-code.ts';
import type { ReadinessInput } from '#domain/readiness/readiness-input.ts';
import type { Archway } from '../archway.ts';
import type { Reading } from '../record/record.ts';

/** All cases of a patient. */
export async function casesOf(reading: Reading, patientId: string): Promise<CoordinationCase[]> {
  const rows = await reading.tenant
    .selectFrom('case_summary')
    .select('case_id')
    .where('organization_id', '=', reading.organizationId)
    .where('patient_id', '=', patientId)
    .execute();
  return readCases(
    reading,
    rows.map((row) => row.case_id),
  );
}

async function readCases(reading: Reading, caseIds: Iterable<string>): Promise<CoordinationCase[]> {
  const cases: CoordinationCase[] = [];
  for (const caseId of [...caseIds].sort()) {
    const found = await reading.coordinationCase(caseId);
    if (found) cases.push(found);
  }
  return cases;
}

/**
 * Other cases that this one's minutes and claims must be seen against: of the same patient, and those on which one
 * of the same people was at work at the same time.
 */
export async function otherCases(reading: Reading, state: CoordinationCase): Promise<CoordinationCase[]> {
  const { tenant, organizationId } = reading;
  const ofPatient = await tenant
    .selectFrom('case_summary')
    .select('case_id')
    .where('organization_id', '=', organizationId)
    .where('patient_id', '=', state.patientId)
    .where('case_id', '<>', state.caseId)
    .execute();
  return readCases(
    reading,
    new Set([...ofPatient.map((row) => row.case_id), ...(await casesAtTheSameTime(reading, state.caseId))]),
  );
}

/** The times of each person are gathered first: comparing them pair by pair took a second on a case of 2,000 contacts. */
async function casesAtTheSameTime({ tenant, organizationId }: Reading, caseId: string): Promise<string[]> {
  const { rows } = await sql<{ case_id: string }>`
    WITH own AS MATERIALIZED (
      SELECT staff_id, min(started_at) AS first, max(ended_at) AS last,
        range_agg(tstzrange(started_at, ended_at, '()')) AS times
      FROM activity_span
      WHERE organization_id = ${organizationId} AND case_id = ${caseId}
      GROUP BY staff_id)
    SELECT DISTINCT other.case_id
    FROM own JOIN activity_span AS other ON other.organization_id = ${organizationId}
      AND other.staff_id = own.staff_id AND other.started_at < own.last AND other.ended_at > own.first
      AND own.times && tstzrange(other.started_at, other.ended_at, '()')
    WHERE other.case_id <> ${caseId}`.execute(tenant);
  return rows.map((row) => row.case_id);
}

/** What the readiness of a case, and its claim, are derived from. */
export async function readinessInput(
  archway: Archway,
  reading: Reading,
  state: CoordinationCase,
  deciding: Pick<Deciding, 'now' | 'practice' | 'patient'>,
): Promise<ReadinessInput> {
  return readinessAmong(archway, await otherCases(reading, state), state, deciding);
}

/** The same where the other cases are known already. */
export function readinessAmong(
  archway: Archway,
  others: readonly CoordinationCase[],
  state: CoordinationCase,
  deciding: Pick<Deciding, 'now' | 'practice' | 'patient'>,
): ReadinessInput {
  return {
    state,
    patient: deciding.patient,
    practice: deciding.practice,
    rulebook: archway.rulebook,
    now: deciding.now,
    otherWork: others.flatMap(workOf),
    history: servicesAmong(others, state),
  };
}

/** Service of a case with the codes that stand on it: its minutes are spoken for. */
function workOf(state: CoordinationCase): readonly CodedWork[] {
  return codedWork(
    state,
    standingActivities(state).filter((recorded) => !isNeverService(recorded)),
  );
}

/** The same for all cases that this one's minutes must be seen against. */
export async function workElsewhere(
  reading: Reading,
  state: CoordinationCase,
): Promise<readonly CodedWork[]> {
  return (await otherCases(reading, state)).flatMap(workOf);
}

/** What has been billed for the patient on other cases. */
export async function pastServices(
  reading: Reading,
  state: CoordinationCase,
): Promise<readonly PastService[]> {
  return servicesAmong(await otherCases(reading, state), state);
}

export function servicesAmong(
  others: readonly CoordinationCase[],
  state: CoordinationCase,
): readonly PastService[] {
  return billedServices(others, state.patientId, [...state.activities.keys()]);
}

/** Which code fits the work of a case, with what the first dental payer of each day uses a code for by its own rule. */
export function proposeCode(
  { rulebook }: Archway,
  state: CoordinationCase,
  { practice, patient }: Pick<Deciding, 'practice' | 'patient'>,
): CaseChoice {
  return chooseByPayers(state, practice, patient, rulebook, undefined);
}

/** What is asked of the rulebook and the benefit facts about a code, for the work that this case records. */
export function coverageQuestion(
  archway: Archway,
  state: CoordinationCase,
  about: {
    readonly coverage: Coverage;
    readonly code: ProcedureCode;
    readonly serviceDate: CalendarDate;
    readonly history: readonly PastService[];
  } & Pick<Deciding, 'practice' | 'patient'>,
): CoverageQuestion {
  const { coverage, code, serviceDate, history, practice, patient } = about;
  const activities = [...state.activities.values()].filter((recorded) => !recorded.withdrawn);
  const author = activities[0]?.who;
  return {
    code,
    serviceDate,
    payer: coverage.payerId === undefined ? undefined : practice.payers.get(coverage.payerId),
    coverage,
    alongside: coveragesBesides(coverage.coverageId, patient, practice),
    ...knownOfPlans(patient),
    providers: claimProviders(state, practice, serviceDate),
    rulebook: archway.rulebook,
    timeZone: timeZoneOf(practice),
    performer: { role: author?.role ?? 'coordinator', credential: author?.credential },
    activityKinds: [...new Set(activities.map(({ activity }) => activity.kind))],
    routes: [...new Set(activities.flatMap(({ activity }) => activity.contact?.route ?? []))],
    history,
  };
}
