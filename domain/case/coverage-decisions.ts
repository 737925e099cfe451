import { answerCoverage } from '../coverage/answer-coverage.ts';
import type { CoverageQuestion, PastService } from '../coverage/coverage-question.ts';
import type { Coverage } from '../coverage/benefit-fact.ts';
import { basisInWords, type PayerAnswer } from '../coverage/payer-answer.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { standingActivities } from './standing-activities.ts';
import type { CoordinationCase } from './case.ts';
import type { ChargeAgreement, CoverageAnswer, NewCaseEvent } from './case-events.ts';
import { refuseAbsent, repeats, timeZoneOf, todayOf, type Deciding } from './deciding.ts';

type Decided = readonly NewCaseEvent[] | Refusal;

/** Asks the facts and rules what the payer does with a code on a day, and keeps the answer with its basis. */
export function decideAnswerCoverage(
  state: CoordinationCase,
  command: {
    readonly answerId: string;
    readonly coverageId: string;
    readonly code: ProcedureCode;
    readonly serviceDate: CalendarDate;
  },
  deciding: Deciding,
  rulebook: Rulebook,
  history: readonly PastService[],
): Decided {
  const { answerId, coverageId, code, serviceDate } = command;
  const coverage = deciding.patient.coverages.get(coverageId)?.value;
  if (!coverage) return refuseAbsent('coverage', '/coverageId');
  const asked = state.coverageAnswers.find((each) => each.answer.answerId === answerId)?.answer;
  const repeated = repeats(asked && questionOf(asked), questionOf(command));
  if (repeated === 'repeated') return [];
  if (isRefusal(repeated)) return repeated;
  const answer = ask(state, coverage, code, serviceDate, deciding, rulebook, history);
  const basis = basisInWords(answer.basis);
  const data = {
    answer: {
      answerId,
      coverageId,
      code,
      serviceDate,
      status: answer.status,
      basis,
      rulebookVersion: rulebook.version,
    },
  };
  return [{ type: 'coverage.answered', occurredAt: deciding.now, data }];
}

function questionOf({
  coverageId,
  code,
  serviceDate,
}: Pick<CoverageAnswer, 'coverageId' | 'code' | 'serviceDate'>) {
  return { coverageId, code, serviceDate };
}

/** What the work of a case is, for a question to a payer. */
function workOf(state: CoordinationCase): Pick<CoverageQuestion, 'activityKinds' | 'routes'> {
  const activities = standingActivities(state).map(({ activity }) => activity);
  return {
    activityKinds: [...new Set(activities.map(({ kind }) => kind))],
    routes: [...new Set(activities.flatMap(({ contact }) => contact?.route ?? []))],
  };
}

/**
 * Records what the patient was told and agreed to. Refused where a coverage that is in force forbids the
 * charge: Medicaid, or a line that the plan disallows ('charge/forbidden').
 */
export function decideAgreeCharge(
  state: CoordinationCase,
  { agreement }: { readonly agreement: ChargeAgreement },
  deciding: Deciding,
  rulebook: Rulebook,
): Decided {
  const earlier = state.chargeAgreements.find((each) => each.agreement.agreementId === agreement.agreementId);
  const repeated = repeats(earlier?.agreement, agreement);
  if (repeated === 'repeated') return [];
  if (isRefusal(repeated)) return repeated;
  if (agreement.toldAt > deciding.now)
    return refuse('charge/told-in-the-future', { toldAt: agreement.toldAt }, '/agreement/toldAt');
  if (agreement.consentId !== undefined && !deciding.patient.consents.has(agreement.consentId))
    return refuseAbsent('consent', '/agreement/consentId');
  const forbidding = [...deciding.patient.coverages.values()]
    .filter(({ value }) => value.through === undefined || value.through >= todayOf(deciding))
    .find(({ value }) => isForbidden(value, agreement.code, state, deciding, rulebook));
  if (forbidding)
    return refuse('charge/forbidden', { payerName: forbidding.value.payerName }, '/agreement/amount');
  return [{ type: 'charge.agreed', occurredAt: agreement.toldAt, data: { agreement } }];
}

function isForbidden(
  coverage: Coverage,
  code: ProcedureCode,
  state: CoordinationCase,
  deciding: Deciding,
  rulebook: Rulebook,
): boolean {
  const answer = ask(state, coverage, code, todayOf(deciding), deciding, rulebook, []);
  return answer.mayChargePatient.answer === 'no';
}

function ask(
  state: CoordinationCase,
  coverage: Coverage,
  code: ProcedureCode,
  serviceDate: CalendarDate,
  deciding: Deciding,
  rulebook: Rulebook,
  history: readonly PastService[],
): PayerAnswer {
  return answerCoverage({
    ...workOf(state),
    code,
    serviceDate,
    coverage,
    payer: coverage.payerId === undefined ? undefined : deciding.practice.payers.get(coverage.payerId),
    facts: deciding.patient.benefitFacts,
    rulebook,
    timeZone: timeZoneOf(deciding.practice),
    performer: { role: deciding.role, credential: deciding.who.credential },
    history,
    askedOn: todayOf(deciding),
  });
}
