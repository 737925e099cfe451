import type { BenefitsView, CallQuestionView, CoordinationView } from '#contract/benefits.ts';
import type { CoordinationCase } from '#domain/case/case.ts';
import { timeZoneOf } from '#domain/case/deciding.ts';
import { answerCoverage } from '#domain/coverage/answer-coverage.ts';
import type { Coverage } from '#domain/coverage/benefit-fact.ts';
import { callQuestions, type PlannedQuestion } from '#domain/coverage/call-questions.ts';
import { conflictMessage, coordinationParts } from '#domain/coverage/coordination-parts.ts';
import { basisMessage, type PayerAnswer } from '#domain/coverage/payer-answer.ts';
import { isInForce } from '#domain/coverage/coverage-on-day.ts';
import { planKnowledge } from '#domain/coverage/plan-knowledge.ts';
import { dayOf, type CalendarDate } from '#domain/kernel/calendar-date.ts';
import { procedureCode, type ProcedureCode } from '#domain/kernel/procedure-code.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { Archway } from '../archway.ts';
import { noCase } from '../case/acting-on-case.ts';
import { messageView } from '../case/message-view.ts';
import { obstacleView } from '../case/obstacle-view.ts';
import { coverageQuestion, pastServices } from '../case/surroundings.ts';
import type { Reading } from '../record/record.ts';
import { saidView } from './plan-views.ts';

const coordinationCode = procedureCode('D9992');

/** What one coverage pays on a day of service, and what to ask its payer for this case. */
export async function benefitsView(
  archway: Archway,
  reading: Reading,
  caseId: string,
  coverageId: string,
  day: CalendarDate | undefined,
): Promise<BenefitsView | Refusal> {
  const state = await reading.coordinationCase(caseId);
  const patient = state && (await reading.patient(state.patientId));
  if (!state || !patient) return noCase(caseId);
  const coverage = patient.coverages.get(coverageId)?.value;
  if (!coverage) return refuse('absent/coverage');
  const practice = await reading.practice();
  const payer = coverage.payerId === undefined ? undefined : practice.payers.get(coverage.payerId);
  const timeZone = timeZoneOf(practice);
  const serviceDate = day ?? dayOf(archway.record.now(), timeZone);
  const answer = answerCoverage(
    coverageQuestion(archway, state, {
      coverage,
      code: coordinationCode,
      serviceDate,
      history: await pastServices(reading, state),
      practice,
      patient,
    }),
  );
  const questions = callQuestions({
    knowledge: planKnowledge(patient, coverageId, serviceDate, timeZone),
    coordination: answer,
    codes: codesToDo(state),
    coveredTwice: isCoveredTwice(patient, coverage, serviceDate),
    today: serviceDate,
    timeZone,
  });
  return {
    coverageId,
    payerName: coverage.payerName,
    ...(payer?.telephone === undefined ? {} : { payerTelephone: payer.telephone }),
    serviceDate,
    coordination: coordinationView(answer),
    questions: questions.map(questionView),
  };
}

/** Codes of the plan that are still to be done, in its order. */
function codesToDo(state: CoordinationCase): readonly ProcedureCode[] {
  const items = [...state.planItems.values()].map(({ item }) => item);
  return items
    .filter(({ status }) => !['done', 'declined', 'withdrawn'].includes(status))
    .toSorted((one, other) => one.order - other.order)
    .flatMap(({ code }) => code ?? []);
}

function isCoveredTwice(patient: Patient, coverage: Coverage, day: CalendarDate): boolean {
  return [...patient.coverages.values()].some(
    ({ value }) =>
      value.coverageId !== coverage.coverageId && value.kind === coverage.kind && isInForce(value, day),
  );
}

function questionView({ question, open, known, basis, askedInVain }: PlannedQuestion): CallQuestionView {
  return {
    question,
    open,
    known: known.map(saidView),
    ...(basis && { basis: messageView(basisMessage(basis)) }),
    ...(askedInVain && { askedInVain: saidView(askedInVain) }),
  };
}

function coordinationView(answer: PayerAnswer): CoordinationView {
  const { payable, obstacles, conflicts, mayChargePatient } = answer;
  return {
    payable,
    message: messageView(answer.message),
    parts: coordinationParts(answer).map(({ about, says, bases, question }) => ({
      about,
      says: says.map(messageView),
      bases: bases.map((basis) => messageView(basisMessage(basis))),
      questionId: question,
    })),
    // That nothing is known stands beside each part already.
    obstacles: obstacles.filter(({ kind, certain }) => certain || kind !== 'status').map(obstacleView),
    conflicts: conflicts.map((conflict) => ({
      words: messageView(conflictMessage(conflict)),
      followed: messageView(basisMessage(conflict.followed)),
      setAside: messageView(basisMessage(conflict.setAside)),
    })),
    mayChargePatient: mayChargePatient.answer,
    mayChargeReason: messageView(mayChargePatient.why),
  };
}
