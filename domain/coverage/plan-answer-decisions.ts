import { repeats } from '../case/deciding.ts';
import { refuseFacts } from '../estimate/refuse-facts.ts';
import { dayOf, type CalendarDate, type Instant } from '../kernel/calendar-date.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { NewPatientEvent } from '../patient/patient-events.ts';
import type { Patient } from '../patient/patient.ts';
import { refuseSource, refuseUnknownCoverage } from './benefit-fact-decisions.ts';
import { endsFirst } from './ends-first.ts';
import type { KnownStep } from './known-step.ts';
import type { PlanAnswer, PlanStatement } from './plan-answer.ts';
import { planKnowledge } from './plan-knowledge.ts';
import { refuseAboutNothing } from './refuse-about-nothing.ts';
import { refuseAmounts, refuseBesideKnown } from './refuse-amounts.ts';
import { isEstimatorFact, statementSubject } from './statement-subject.ts';

/**
 * What a source said of a plan, as one event; 'repeated' when the same answer stands already. Refused: an unknown
 * coverage or earlier answer, a source without a witness, statements that contradict themselves, each other or what is
 * followed, or that are about nothing the patient has.
 */
export function decideRecordPlanAnswer(
  patient: Patient,
  answer: PlanAnswer,
  now: Instant,
  steps: readonly KnownStep[],
): NewPatientEvent | 'repeated' | Refusal {
  const earlier = patient.planAnswers.find(({ value }) => value.answerId === answer.answerId)?.value;
  return (
    repeats(earlier, answer) ??
    refuseUnknownCoverage(patient, answer.coverageId, '/answer') ??
    refuseReplaced(patient, answer) ??
    refuseSource(answer, now, '/answer') ??
    refuseStatements(answer.statements) ??
    refuseTyped(patient, answer, steps) ?? {
      type: 'patient.plan-answer-recorded',
      occurredAt: answer.learnedAt,
      data: { answer },
    }
  );
}

function refuseReplaced(patient: Patient, { replaces, coverageId }: PlanAnswer): Refusal | undefined {
  const there = patient.planAnswers.some(
    ({ value }) => value.answerId === replaces && value.coverageId === coverageId,
  );
  return replaces === undefined || there
    ? undefined
    : refuse('plan-answer/replaces-nothing', {}, '/answer/replaces');
}

/** What a person typed can be put right; what a payer's file says is evidence, and stands as it was said. */
function refuseTyped(patient: Patient, answer: PlanAnswer, steps: readonly KnownStep[]) {
  const { source, statements, learnedAt, coverageId } = answer;
  if (source.kind === '271') return undefined;
  const today = dayOf(learnedAt, 'UTC');
  for (const [index, one] of statements.entries()) {
    const at = `/answer/statements/${index}`;
    if (one.kind === 'last-service' && one.on > today)
      return refuse('plan-answer/service-to-come', { code: one.code, on: one.on }, `${at}/on`);
    if (one.kind === 'in-force' && endsFirst(one))
      return refuse('call/backwards', { from: one.from, through: one.through }, `${at}/through`);
  }
  return (
    refuseAmounts(statements, '/answer/statements') ??
    refuseBeside(patient, coverageId, statements, today) ??
    refuseAboutNothing(patient, answer, steps)
  );
}

/** Amounts that cannot be true beside what another answer told; what this one tells anew does not count as known. */
function refuseBeside(
  patient: Patient,
  coverageId: string,
  statements: readonly PlanStatement[],
  today: CalendarDate,
): Refusal | undefined {
  const told = new Set(statements.map(statementSubject));
  const known = planKnowledge(patient, coverageId, today, 'UTC')
    .subjects.flatMap(({ followed }) => followed?.statement ?? [])
    .filter((statement) => !told.has(statementSubject(statement)));
  for (const [index, statement] of statements.entries()) {
    const refusal = refuseBesideKnown(statement, known);
    if (refusal) return { ...refusal, at: `/answer/statements/${index}/amount` };
  }
  return undefined;
}

/** The estimator's own rules for its facts, and the same for what is left and in force. */
function refuseStatements(statements: readonly PlanStatement[]): Refusal | undefined {
  const sourced = statements.findIndex((statement) => 'source' in statement);
  if (sourced >= 0) return refuse('plan-answer/source-twice', {}, `/answer/statements/${sourced}/source`);
  const subjects = statements.map(statementSubject);
  const twice = subjects.findIndex((subject, index) => subjects.indexOf(subject) < index);
  if (twice >= 0) return refuse('plan-answer/says-twice', {}, `/answer/statements/${twice}`);
  return refuseFacts(statements.filter(isEstimatorFact), '/answer/statements');
}
