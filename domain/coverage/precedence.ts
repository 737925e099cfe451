import { calendarDate, dayOf, type CalendarDate } from '../kernel/calendar-date.ts';
import type { At } from '../patient/patient.ts';
import type { RuleMark } from '../rulebook/rule.ts';
import type { BenefitFact } from './benefit-fact.ts';
import type { Basis } from './payer-answer.ts';

/**
 * Which source is followed. The stronger one; between equals the newer one; the other is shown as a conflict.
 * What the payer wrote about this member is stronger than what it wrote for everybody, and both are stronger
 * than what a representative said. An assumption is never followed. The order is ours: no payer states one.
 */
const factStrength: Record<BenefitFact['source']['kind'], number> = {
  eob: 6,
  predetermination: 6,
  '271': 5,
  portal: 5,
  'plan-booklet': 5,
  'telephone-call': 3,
  card: 2,
  assumption: 0,
};

const ruleStrength: Record<RuleMark, number> = { confirmed: 4, weak: 2, 'general-knowledge': 1 };

/** A value that some source states, with the source. `since` orders sources of equal strength. */
export interface Statement<Value> {
  readonly value: Value;
  readonly basis: Basis;
  readonly strength: number;
  readonly since: string;
}

/** The statement to follow, and those that say otherwise; undefined when nobody says anything. */
export function follow<Value>(
  statements: readonly Statement<Value>[],
  inWords: (value: Value) => string,
): { readonly followed: Statement<Value>; readonly contrary: readonly Statement<Value>[] } | undefined {
  const ordered = statements
    .filter((statement) => statement.strength > 0)
    .toSorted((one, other) => other.strength - one.strength || (other.since > one.since ? 1 : -1));
  const [followed, ...rest] = ordered;
  if (!followed) return undefined;
  const words = inWords(followed.value);
  return { followed, contrary: rest.filter((statement) => inWords(statement.value) !== words) };
}

/** What a fact needs to be weighed: who said it, when, and how long it holds. */
export type Sourced = Pick<BenefitFact, 'factId' | 'source' | 'learnedAt' | 'goodThrough'>;

export function stateFact<Value>(fact: At<Sourced>, value: Value, timeZone: string): Statement<Value> {
  return stateOn(factBasis(fact, timeZone), value);
}

export function stateRule<Value>(basis: Basis, value: Value): Statement<Value> {
  if (basis.kind !== 'rule') throw new Error('a rule is stated on the basis of a rule');
  return stateOn(basis, value);
}

/** A value with as much weight as what it rests on. */
export function stateOn<Value>(basis: Basis, value: Value): Statement<Value> {
  switch (basis.kind) {
    case 'fact':
      return { value, basis, strength: factStrength[basis.source.kind], since: basis.learnedAt };
    case 'rule':
      return { value, basis, strength: ruleStrength[basis.mark], since: basis.source.seen };
    case 'none':
      return { value, basis, strength: 0, since: '' };
  }
}

export function factBasis(fact: At<Sourced>, timeZone: string): Basis {
  return {
    kind: 'fact',
    factId: fact.value.factId,
    position: fact.position,
    source: fact.value.source,
    learnedAt: fact.value.learnedAt,
    goodThrough: factPeriod(fact.value, timeZone).through,
  };
}

/**
 * Days of service for which a fact may be relied on: the calendar year in which it was learned, or through the
 * day that the payer named. A year is the longest that a benefit holds still.
 */
export function factPeriod(
  fact: Pick<Sourced, 'learnedAt' | 'goodThrough'>,
  timeZone: string,
): { readonly from: CalendarDate; readonly through: CalendarDate } {
  const year = dayOf(fact.learnedAt, timeZone).slice(0, 4);
  return {
    from: calendarDate(`${year}-01-01`),
    through: fact.goodThrough ?? calendarDate(`${year}-12-31`),
  };
}
