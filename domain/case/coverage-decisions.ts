import { answerCoverage } from '../coverage/answer-coverage.ts';
import { isInForce } from '../coverage/coverage-on-day.ts';
import {
  coveragesBesides,
  knownOfPlans,
  type CoverageQuestion,
  type PastService,
} from '../coverage/coverage-question.ts';
import type { Coverage } from '../coverage/benefit-fact.ts';
import { basisInWords, type PayerAnswer } from '../coverage/payer-answer.ts';
import { payerLineOf } from '../coverage/payer-line.ts';
import { dayOf, type CalendarDate } from '../kernel/calendar-date.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import type { Payer } from '../practice/practice-events.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import { claimProviders } from './claim-providers.ts';
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
 * Records what the patient was told and agreed to. Nobody may tell a patient that they may be charged where a coverage
 * forbids it (Medicaid, or a line that the plan disallows: 'charge/forbidden'), or where it is not known whether a
 * coverage is Medicaid ('charge/payer-unknown'). To tell that nothing is charged is always right.
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
  const refusal = agreement.amount > 0 ? refuseCharge(state, agreement, deciding, rulebook) : undefined;
  return refusal ?? [{ type: 'charge.agreed', occurredAt: agreement.toldAt, data: { agreement } }];
}

/** On the day on which it was told, today, and on every day of work since: a rule may begin, a coverage may end. */
function refuseCharge(
  state: CoordinationCase,
  { code, toldAt }: ChargeAgreement,
  deciding: Deciding,
  rulebook: Rulebook,
): Refusal | undefined {
  const told = dayOf(toldAt, timeZoneOf(deciding.practice));
  const worked = standingActivities(state).map(({ activity }) => activity.serviceDate);
  const days = [...new Set([told, todayOf(deciding), ...worked.filter((day) => day >= told)])];
  const inForce = [...deciding.patient.coverages.values()].flatMap(({ value }) =>
    days.filter((day) => isInForce(value, day)).map((day) => ({ coverage: value, day })),
  );
  const forbidding = inForce.find(({ coverage, day }) => {
    const answer = ask(state, coverage, code, day, deciding, rulebook, []);
    return answer.mayChargePatient.answer === 'no';
  });
  if (forbidding)
    return refuse(
      'charge/forbidden',
      { payer: forbidding.coverage.payerName, day: forbidding.day },
      '/agreement/amount',
    );
  const unknown = inForce.find(
    ({ coverage }) => payerLineOf(coverage, payerOf(coverage, deciding), rulebook) === undefined,
  );
  if (!unknown) return undefined;
  return refuse('charge/payer-unknown', { payer: unknown.coverage.payerName }, '/agreement/amount');
}

function payerOf({ payerId }: Coverage, { practice }: Deciding): Payer | undefined {
  return payerId === undefined ? undefined : practice.payers.get(payerId);
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
    payer: payerOf(coverage, deciding),
    alongside: coveragesBesides(coverage.coverageId, deciding.patient, deciding.practice),
    ...knownOfPlans(deciding.patient),
    providers: claimProviders(state, deciding.practice, serviceDate),
    rulebook,
    timeZone: timeZoneOf(deciding.practice),
    performer: { role: deciding.role, credential: deciding.who.credential },
    history,
    askedOn: todayOf(deciding),
  });
}
