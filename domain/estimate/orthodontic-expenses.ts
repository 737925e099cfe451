import { addMonths, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Line } from './estimate-request.ts';
import type { FactOf } from './plan-facts.ts';

interface Due {
  readonly date: CalendarDate;
  readonly amount: number;
}

/**
 * When the fee of orthodontic treatment is incurred: a share at banding, the rest in equal monthly or quarterly
 * instalments, whole cents, the odd ones in the last (field-facts 7.4). What falls on one day is one expense. What would
 * fall after an early end of treatment is not incurred. Of every amount as many parts, on the same days.
 */
export function orthodonticExpenses(
  terms: FactOf<'orthodontics'>,
  treatment: NonNullable<Line['orthodontics']>,
  amount: number,
): readonly Due[] {
  const { bandedOn, months, endsOn } = treatment;
  const step = monthsOfStep(terms);
  const count = Math.min(Math.ceil(months / step), terms.mostInstalments ?? Infinity);
  const atBanding = Math.round((amount * terms.bandingPercent) / 100);
  const each = Math.floor((amount - atBanding) / count);
  const instalments = Array.from({ length: count }, (_, index) =>
    index === count - 1 ? amount - atBanding - each * (count - 1) : each,
  );
  const [first = 0, ...others] = instalments;
  const amounts = terms.incurred === 'end' ? [atBanding, ...instalments] : [atBanding + first, ...others];
  return amounts
    .map((part, index) => ({ date: addMonths(bandedOn, index * step), amount: part }))
    .filter(({ date }) => endsOn === undefined || date <= endsOn);
}

/** From one instalment to the next. */
export function monthsOfStep({ every }: Pick<FactOf<'orthodontics'>, 'every'>): number {
  return every === 'month' ? 1 : 3;
}
