import { addMonths, type CalendarDate } from '../kernel/calendar-date.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import type { OralArea, Tooth } from '../kernel/tooth.ts';
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
  readonly tooth: Tooth | undefined;
  readonly area: OralArea | undefined;
  readonly office: string | undefined;
}

/**
 * The services that stand in the way of one more, in order; empty when it fits. The four kinds (field-facts 7.1):
 * so many in a benefit year; so many in N years or in N months, counted from the service, so that one on 15 January
 * under "every 6 months" leaves 15 July free; and so many in the last 12 months. Later services count as well. A
 * service whose tooth or area is not recorded counts, since it may have been here.
 */
export function inTheWay(
  limit: Limit,
  services: readonly Service[],
  asked: Asked,
  groups: readonly FactOf<'group'>[],
  yearBegins: string,
): readonly CalendarDate[] {
  const counting = services.filter(
    (service) =>
      closeness(limit.for, service.code, groups) >= 0 &&
      samePlace(limit.per, service, asked) &&
      (limit.eachOffice !== true || service.office === asked.office),
  );
  const dates = counting.flatMap(({ date, quantity }) => Array<CalendarDate>(quantity).fill(date)).sort();
  if (limit.window === 'benefit-year') {
    const year = benefitYearStart(asked.date, yearBegins);
    const used = dates.filter((date) => benefitYearStart(date, yearBegins) === year);
    return used.length + asked.quantity > limit.times ? used : [];
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
  return tooMany ? near : [];
}

export function monthsOf(limit: Limit): number {
  if (limit.window === 'last-12-months') return 12;
  return (limit.every ?? 1) * (limit.window === 'every-years' ? 12 : 1);
}

type Place = Partial<Pick<Service, 'tooth' | 'area'>>;

/** Whether a service may be at the place that another is counted at. */
export function samePlace(per: Limit['per'], service: Place, asked: Place): boolean {
  if (per === 'mouth') return true;
  const [one, other] = [placeOf(per, service), placeOf(per, asked)];
  return one === undefined || other === undefined || one === other;
}

function placeOf(per: 'arch' | 'quadrant' | 'tooth', { tooth, area }: Place): string | undefined {
  if (per === 'tooth') return tooth;
  const quadrant = tooth === undefined ? quadrants.find((known) => known === area) : quadrantOf(tooth);
  if (per === 'quadrant') return quadrant;
  if (area === '01' || area === '02') return area;
  return quadrant === undefined ? undefined : quadrant === '10' || quadrant === '20' ? '01' : '02';
}

const quadrants = ['10', '20', '30', '40'] as const;

/** Upper right, upper left, lower left, lower right, in the order in which teeth are numbered. */
function quadrantOf(tooth: Tooth): (typeof quadrants)[number] {
  const letter = /^[A-T]/.exec(tooth)?.[0];
  const index =
    letter === undefined
      ? Math.floor(((Number(tooth) > 50 ? Number(tooth) - 50 : Number(tooth)) - 1) / 8)
      : Math.floor((letter.charCodeAt(0) - 65) / 5);
  return quadrants[index] ?? '40';
}
