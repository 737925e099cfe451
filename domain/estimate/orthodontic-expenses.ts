import { addMonths, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Line } from './estimate-request.ts';
import type { FactOf } from './plan-facts.ts';

export interface Expense {
  readonly date: CalendarDate;
  readonly amount: number;
}

/**
 * When the fee of orthodontic treatment is incurred: a share at banding, the rest in equal monthly or quarterly
 * instalments, whole cents, the odd ones in the last (field-facts 7.4). What would fall after an early end of
 * treatment is not incurred.
 */
export function orthodonticExpenses(
  terms: FactOf<'orthodontics'>,
  treatment: NonNullable<Line['orthodontics']>,
  amount: number,
): readonly Expense[] {
  const { bandedOn, months, endsOn } = treatment;
  const step = terms.every === 'month' ? 1 : 3;
  const count = Math.min(Math.ceil(months / step), terms.mostInstalments ?? Infinity);
  const atBanding = Math.round((amount * terms.bandingPercent) / 100);
  const each = Math.floor((amount - atBanding) / count);
  const lag = terms.incurred === 'end' ? 1 : 0;
  const instalments = Array.from({ length: count }, (_, index) => ({
    date: addMonths(bandedOn, (index + lag) * step),
    amount: index === count - 1 ? amount - atBanding - each * (count - 1) : each,
  }));
  return [{ date: bandedOn, amount: atBanding }, ...instalments].filter(
    (expense) => expense.amount > 0 && (endsOn === undefined || expense.date <= endsOn),
  );
}
