import { benefitYearStart } from '../estimate/benefit-year.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import { cents, type Cents } from '../kernel/money.ts';
import type { BenefitUse } from './benefit-use.ts';
import type { PlanKnowledge } from './plan-knowledge.ts';
import { remainingByYear } from './remaining-by-year.ts';

/** A general limit of the patient's year of which the whole is told, and not what is left. */
export interface LimitWithoutRest {
  readonly of: 'deductible' | 'maximum';
  readonly whole: Cents;
  /** What the offices recorded as paid, or taken, of it in the year: the least that is used. */
  readonly used: Cents;
}

/** What can be said of this year's deductible and maximum while the payer has not said what is left of them. */
export function limitsWithoutRest(
  knowledge: PlanKnowledge,
  uses: readonly BenefitUse[],
  day: CalendarDate,
  timeZone: string,
): readonly LimitWithoutRest[] {
  const said = knowledge.subjects.flatMap(({ followed }) => followed?.statement ?? []);
  const begins = said.find((statement) => statement.kind === 'benefit-year')?.begins ?? '01-01';
  const rests = remainingByYear(knowledge, day, timeZone).filter(
    ({ current, isGeneral, per, yearFrom }) =>
      current && isGeneral && per === 'individual' && yearFrom !== undefined,
  );
  const ofYear = uses.filter(
    ({ state, date, member }) =>
      state === 'paid' &&
      member === 'patient' &&
      benefitYearStart(date, begins) === benefitYearStart(day, begins),
  );
  return said.flatMap((limit): LimitWithoutRest[] => {
    if (limit.kind !== 'deductible' && limit.kind !== 'maximum') return [];
    const { kind: of, amount, for: scope, per, period } = limit;
    if (amount === 'none' || per !== 'individual' || period !== 'benefit-year') return [];
    if (scope !== undefined || rests.some((rest) => rest.of === of)) return [];
    const used = ofYear.reduce(
      (sum, { pays, deductible = 0 }) => sum + (of === 'maximum' ? pays : deductible),
      0,
    );
    return [{ of, whole: amount, used: cents(Math.min(used, amount)) }];
  });
}
