import { choosableCodes } from '../code-guide/code-decision.ts';
import { closeness } from '../estimate/scope.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { Patient } from '../patient/patient.ts';
import type { KnownStep } from './known-step.ts';
import type { PlanAnswer, PlanStatement } from './plan-answer.ts';

type Told = Pick<Patient, 'benefitFacts' | 'planAnswers' | 'benefitUses'>;

/**
 * A word about a step that no plan of the patient has, or about a service of a code that no step, no use, no benefit and
 * no limit is about: it would be kept and count nowhere, while somebody relies on it. Most likely it is mistyped.
 */
export function refuseAboutNothing(
  patient: Told,
  { coverageId, statements }: PlanAnswer,
  steps: readonly KnownStep[],
): Refusal | undefined {
  for (const [index, statement] of statements.entries()) {
    const at = `/answer/statements/${index}`;
    if (statement.kind === 'predetermination') {
      const step = steps.find(({ itemId }) => itemId === statement.lineId);
      if (step?.code !== statement.code)
        return refuse('plan-answer/no-such-step', { code: statement.code }, `${at}/lineId`);
    }
    if (
      statement.kind === 'last-service' &&
      !isAboutSomething(statement.code, coverageId, patient, steps, statements)
    )
      return refuse('plan-answer/code-of-nothing', { code: statement.code }, `${at}/code`);
  }
  return undefined;
}

function isAboutSomething(
  code: ProcedureCode,
  coverageId: string,
  { benefitFacts, planAnswers, benefitUses }: Told,
  steps: readonly KnownStep[],
  statements: readonly PlanStatement[],
): boolean {
  const told = [
    ...statements,
    ...planAnswers.flatMap(({ value }) => (value.coverageId === coverageId ? value.statements : [])),
  ];
  const groups = told.filter((statement) => statement.kind === 'group');
  return (
    choosableCodes.some((own) => own === code) ||
    steps.some((step) => step.code === code) ||
    benefitFacts.some(({ value }) => value.code === code) ||
    [...benefitUses.values()].some(({ value }) => value.code === code) ||
    told.some((statement) => namesOrLimits(statement, code, groups))
  );
}

/** A limit of whatever is wide enough counts the service; any other word does only where it names the code. */
function namesOrLimits(
  statement: PlanStatement,
  code: ProcedureCode,
  groups: Parameters<typeof closeness>[2],
): boolean {
  if (statement.kind === 'last-service') return false;
  const scope = 'for' in statement ? statement.for : undefined;
  if (statement.kind === 'frequency' || statement.kind === 'no-frequency-limit')
    return closeness(scope, code, groups) >= 0;
  return scope?.code === code || ('code' in statement && statement.code === code);
}
