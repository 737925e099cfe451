import { subjectOf } from '../estimate/refuse-facts.ts';
import type { PlanFact } from '../estimate/plan-facts.ts';
import { scopeKey } from '../estimate/scope.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { At, Patient } from '../patient/patient.ts';
import type { BenefitFact } from './benefit-fact.ts';
import type { Basis } from './payer-answer.ts';
import type { PlanStatement } from './plan-answer.ts';
import { factBasis, factPeriod, follow, stateFact, type Sourced, type Statement } from './precedence.ts';

/** A statement with who made it and when. */
export interface SaidOfPlan {
  readonly statement: PlanStatement;
  readonly basis: Basis;
}

/** What says otherwise, and the rule by which it is not followed. */
interface SetAside extends SaidOfPlan {
  readonly because: 'weaker' | 'older';
}

/** Everything current that was said about one thing: what is followed, and who says otherwise. */
export interface PlanSubject {
  /** Undefined while somebody only assumes. */
  readonly followed: SaidOfPlan | undefined;
  readonly contrary: readonly SetAside[];
  readonly assumed: readonly SaidOfPlan[];
}

export interface PlanKnowledge {
  readonly subjects: readonly PlanSubject[];
  /** Said once, of another year or until a day that has passed: shown, never followed. */
  readonly outOfDate: readonly SaidOfPlan[];
}

interface Said {
  readonly from: At<Sourced>;
  readonly statement: PlanStatement;
}

/**
 * What is known of a plan on a day. One rule decides which source is followed, that of `follow`; whoever says
 * otherwise is kept beside it. What a benefit fact says of a code counts in the same words.
 */
export function planKnowledge(
  patient: Pick<Patient, 'benefitFacts' | 'planAnswers'>,
  coverageId: string,
  day: CalendarDate,
  timeZone: string,
): PlanKnowledge {
  const said = [...saidInFacts(patient, coverageId), ...saidInAnswers(patient, coverageId)];
  const counts = ({ from }: Said) => {
    const period = factPeriod(from.value, timeZone);
    return period.from <= day && day <= period.through;
  };
  const bySubject = Map.groupBy(said.filter(counts), ({ statement }) => statementSubject(statement));
  return {
    subjects: [...bySubject.values()].map((group) => weigh(group, timeZone)),
    outOfDate: said
      .filter((one) => !counts(one))
      .map(({ statement, from }) => ({ statement, basis: factBasis(from, timeZone) })),
  };
}

function weigh(group: readonly Said[], timeZone: string): PlanSubject {
  const statements = group.map(({ from, statement }) => stateFact(from, statement, timeZone));
  const weighed = follow<PlanStatement>(statements, canonicalJson);
  return {
    followed: weighed && said(weighed.followed),
    contrary: (weighed?.contrary ?? []).map((statement) => ({
      ...said(statement),
      because: statement.strength < (weighed?.followed.strength ?? 0) ? 'weaker' : 'older',
    })),
    assumed: statements.filter(({ strength }) => strength === 0).map(said),
  };
}

function said({ value, basis }: Statement<PlanStatement>): SaidOfPlan {
  return { statement: value, basis };
}

function saidInFacts({ benefitFacts }: Pick<Patient, 'benefitFacts'>, coverageId: string): readonly Said[] {
  const replaced = new Set(benefitFacts.flatMap(({ value }) => value.replaces ?? []));
  return benefitFacts
    .filter(({ value }) => value.coverageId === coverageId && !replaced.has(value.factId))
    .flatMap((fact) => statementsOfFact(fact.value).map((statement) => ({ from: fact, statement })));
}

function saidInAnswers({ planAnswers }: Pick<Patient, 'planAnswers'>, coverageId: string): readonly Said[] {
  const replaced = new Set(planAnswers.flatMap(({ value }) => value.replaces ?? []));
  return planAnswers
    .filter(({ value }) => value.coverageId === coverageId && !replaced.has(value.answerId))
    .flatMap(({ value, position }) =>
      value.statements.map((statement) => ({
        from: { value: { ...value, factId: value.answerId }, position },
        statement,
      })),
    );
}

/** A benefit fact in the estimator's words; windows that it has no word for stay with the benefit fact. */
function statementsOfFact(fact: BenefitFact): readonly PlanFact[] {
  const { code, status, bundledInto, allowed, frequency } = fact;
  const scope = { for: { code } };
  return [
    ...(status === 'unknown'
      ? []
      : [
          {
            kind: 'status' as const,
            ...scope,
            status,
            ...(bundledInto === undefined ? {} : { bundledInto }),
          },
        ]),
    ...(allowed === undefined ? [] : [{ kind: 'allowed' as const, code, amount: allowed }]),
    ...(frequency !== undefined && frequency !== 'none' && frequency.window === 'benefit-year'
      ? [
          {
            kind: 'frequency' as const,
            ...scope,
            times: Math.min(frequency.times, 99),
            window: frequency.window,
            per: 'mouth' as const,
          },
        ]
      : []),
  ];
}

export function isEstimatorFact(statement: PlanStatement): statement is PlanFact {
  return !['remaining', 'in-force', 'last-service'].includes(statement.kind);
}

/** What a statement is about: two different statements about the same cannot both hold. */
export function statementSubject(statement: PlanStatement): string {
  switch (statement.kind) {
    case 'remaining':
      return ['remaining', statement.of, scopeKey(statement.for), statement.per, statement.period].join(' ');
    case 'in-force':
      return 'in-force';
    case 'last-service':
      // Two services on two days do not contradict each other.
      return `last-service ${statement.code} ${statement.on}`;
    default:
      return subjectOf(statement);
  }
}
