import { addMonths, type CalendarDate } from '../kernel/calendar-date.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import type { Service } from './accumulators.ts';
import { benefitYearStart } from './benefit-year.ts';
import type { FactOf } from './plan-facts.ts';
import { closeness } from './scope.ts';

type Limit = FactOf<'frequency'>;

/** What the limit is asked of. */
export interface Asked {
  readonly code: ProcedureCode;
  readonly date: CalendarDate;
  readonly quantity: number;
  readonly office: string | undefined;
}

interface Counting {
  readonly groups: readonly FactOf<'group'>[];
  readonly yearBegins: string;
  /** Whether a service is at the place of what is asked. */
  readonly counts: (service: Service) => boolean;
}

/**
 * The services that stand in the way of one more, in order; undefined when it fits. The four kinds (field-facts 7.1):
 * so many in a benefit year; so many in N years or in N months, counted from the service, so that one on 15 January
 * under "every 6 months" leaves 15 July free; and so many in the last 12 months. Later services count as well.
 */
export function inTheWay(
  limit: Limit,
  services: readonly Service[],
  asked: Asked,
  { groups, yearBegins, counts }: Counting,
): readonly CalendarDate[] | undefined {
  const counting = services.filter(
    (service) =>
      closeness(limit.for, service.code, groups) >= 0 &&
      (limit.eachOffice !== true || service.office === asked.office) &&
      counts(service),
  );
  const dates = counting.flatMap(({ date, quantity }) => Array<CalendarDate>(quantity).fill(date)).sort();
  if (limit.window === 'benefit-year') {
    const year = benefitYearStart(asked.date, yearBegins);
    const used = dates.filter((date) => benefitYearStart(date, yearBegins) === year);
    return used.length + asked.quantity > limit.times ? used : undefined;
  }
  const months = monthsOf(limit);
  const near = dates.filter(
    (date) => addMonths(date, months) > asked.date && addMonths(asked.date, months) > date,
  );
  // No window of so many months may hold more than the limit once this one is in it.
  const all = [...near, ...Array<CalendarDate>(asked.quantity).fill(asked.date)].sort();
  const tooMany = all.some((start) => {
    const before = addMonths(start, months);
    const held = all.filter((date) => date >= start && date < before);
    return held.length > limit.times && held.includes(asked.date);
  });
  return tooMany ? near : undefined;
}

export function monthsOf(limit: Limit): number {
  if (limit.window === 'last-12-months') return 12;
  return (limit.every ?? 1) * (limit.window === 'every-years' ? 12 : 1);
}
