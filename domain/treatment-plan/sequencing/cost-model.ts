import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { Type, type Static } from 'typebox';
import { CentsSchema, DateSchema, IdSchema } from '../../kernel/schema.ts';

const PeriodIndex = Type.Integer({ minimum: 0, maximum: 19 });

/**
 * What the patient pays as a function of the benefit period in which each item is done, in a form that a solver can
 * take. For item i in period k the patient pays `patient` whatever else happens; the plan would pay `plan`, as far as
 * the pool it draws from still has money in that period, and what the pool no longer has the patient pays. A deductible
 * is paid once a period, up to its amount, out of what is subject to it.
 */
export const LinearCost = Type.Object({
  /** Benefit periods that cover the horizon without a gap, in order. */
  periods: Type.Array(Type.Object({ from: DateSchema, through: DateSchema }), { minItems: 1, maxItems: 20 }),
  /** One for each item and period. */
  lines: Type.Array(
    Type.Object({
      item: IdSchema,
      period: PeriodIndex,
      patient: CentsSchema,
      plan: CentsSchema,
      pool: Type.Optional(IdSchema),
      /** What of this line a deductible is taken from. */
      subjectToDeductible: Type.Optional(CentsSchema),
      deductible: Type.Optional(IdSchema),
    }),
    { maxItems: 30_000 },
  ),
  pools: Type.Array(Type.Object({ poolId: IdSchema, period: PeriodIndex, remaining: CentsSchema }), {
    maxItems: 200,
  }),
  deductibles: Type.Array(
    Type.Object({ deductibleId: IdSchema, period: PeriodIndex, remaining: CentsSchema }),
    { maxItems: 200 },
  ),
});
export type LinearCost = Static<typeof LinearCost>;

/** What the patient pays when each item is done on its day, in cents. Every day lies in a period, every line is there. */
export function costOf(cost: LinearCost, days: ReadonlyMap<string, CalendarDate>): number {
  const periodOf = (item: string) => {
    const day = days.get(item);
    return cost.periods.findIndex(({ from, through }) => day !== undefined && from <= day && day <= through);
  };
  const lines = cost.lines.filter(({ item, period }) => periodOf(item) === period);
  const sum = (of: readonly number[]) => of.reduce((total, amount) => total + amount, 0);
  const beyondPools = cost.pools.map(({ poolId, period, remaining }) => {
    const drawn = lines.filter((line) => line.pool === poolId && line.period === period);
    return Math.max(0, sum(drawn.map(({ plan }) => plan)) - remaining);
  });
  const deductibles = cost.deductibles.map(({ deductibleId, period, remaining }) => {
    const subject = lines.filter((line) => line.deductible === deductibleId && line.period === period);
    return Math.min(remaining, sum(subject.map(({ subjectToDeductible = 0 }) => subjectToDeductible)));
  });
  return sum([...lines.map(({ patient }) => patient), ...beyondPools, ...deductibles]);
}
