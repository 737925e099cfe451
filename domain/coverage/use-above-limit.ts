import { benefitYearStart } from '../estimate/benefit-year.ts';
import { money } from '../estimate/money-words.ts';
import type { FactOf } from '../estimate/plan-facts.ts';
import { closest } from '../estimate/scope.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { Cents } from '../kernel/money.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { Patient } from '../patient/patient.ts';
import type { BenefitUse } from './benefit-use.ts';
import { planKnowledge } from './plan-knowledge.ts';

type Limit = FactOf<'deductible'> | FactOf<'maximum'>;

interface Limits {
  readonly all: readonly Limit[];
  readonly groups: readonly FactOf<'group'>[];
  readonly year: FactOf<'benefit-year'> | undefined;
}

/** The codes of a question: is it right that more is used than there is? It is kept once somebody has said so. */
export const aboveLimitCodes = ['benefit-use/above-maximum', 'benefit-use/above-deductible'] as const;

/**
 * More used than a limit has by what is followed today, together with what is recorded as paid under the same limit.
 * Either may be wrong, the amount or the limit: so it is asked. A year that has ended had limits of its own.
 */
export function aboveLimit(
  patient: Pick<Patient, 'benefitFacts' | 'planAnswers' | 'benefitUses'>,
  use: BenefitUse,
  today: CalendarDate,
): Refusal | undefined {
  const limits = limitsOf(patient, use.coverageId, today);
  const paid = [...patient.benefitUses.values()].flatMap(({ value }) =>
    value.useId !== use.useId && value.coverageId === use.coverageId && value.state === 'paid' ? value : [],
  );
  for (const kind of ['maximum', 'deductible'] as const) {
    const amountOf = (one: BenefitUse): number => (kind === 'maximum' ? one.pays : (one.deductible ?? 0));
    if (amountOf(use) === 0) continue;
    for (const limit of limitsOn(use, kind, limits)) {
      const { amount } = limit;
      const yearOf = yearsOf(limit, limits);
      if (amount === 'none' || yearOf(use.date) < yearOf(today)) continue;
      const total = [use, ...paid.filter((one) => limitsOn(one, kind, limits).includes(limit))]
        .filter(({ date }) => yearOf(date) === yearOf(use.date))
        .reduce((sum, one) => sum + amountOf(one), 0);
      if (total > amount) return refuseAbove(kind, amount, total);
    }
  }
  return undefined;
}

function refuseAbove(kind: Limit['kind'], amount: Cents, used: number): Refusal {
  const [limit, total] = [money(amount), money(used)];
  return kind === 'maximum'
    ? refuse('benefit-use/above-maximum', { limit, total }, '/use/pays')
    : refuse('benefit-use/above-deductible', { limit, total }, '/use/deductible');
}

function limitsOf(
  patient: Pick<Patient, 'benefitFacts' | 'planAnswers'>,
  coverageId: string,
  today: CalendarDate,
): Limits {
  const followed = planKnowledge(patient, coverageId, today, 'UTC').subjects.flatMap(
    (subject) => subject.followed?.statement ?? [],
  );
  return {
    all: followed.filter((one) => one.kind === 'deductible' || one.kind === 'maximum'),
    groups: followed.filter((one) => one.kind === 'group'),
    year: followed.find((one) => one.kind === 'benefit-year'),
  };
}

/** What governs a use; one without a code counts against what governs everything, one of the family in what it shares. */
function limitsOn(
  { code, member }: BenefitUse,
  kind: Limit['kind'],
  { all, groups }: Limits,
): readonly Limit[] {
  return (['individual', 'family'] as const).flatMap((per) => {
    if (member === 'family' && per === 'individual') return [];
    const own = all.filter((limit) => limit.kind === kind && limit.per === per);
    return code === undefined ? own.filter((limit) => limit.for === undefined) : closest(own, code, groups);
  });
}

/** The first day of the benefit year of a limit; one and the same for a limit for life. */
function yearsOf({ kind, period }: Limit, { year }: Limits): (day: CalendarDate) => string {
  if (period === 'lifetime') return () => '';
  const begins = (kind === 'deductible' ? year?.deductibleBegins : undefined) ?? year?.begins ?? '01-01';
  return (day) => benefitYearStart(day, begins);
}
