import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { federalHolidays, weekdayNumber } from '../kernel/federal-holidays.ts';
import { weekdays } from './constraint.ts';
import type { Availability } from './sequencing/sequencing-problem.ts';

/** Days that an availability may name. */
const mostDays = 500;
const source = { by: 'rule', ref: '5 U.S.C. 6103' } as const;

/** The days that a plan looks at, and those on which something is booked already. */
interface DaysOfPlan {
  readonly start: CalendarDate;
  readonly horizonDays: number;
  readonly booked: readonly CalendarDate[];
}

/**
 * Somebody's time where they said nothing of a day: they work from Monday through Friday, and not on a federal holiday.
 * A day that they offered counts over it; so does, where they said nothing against it, a day on which something of the plan
 * is booked or that a person has chosen.
 */
export function withUsualDays(
  availability: Availability,
  { start, horizonDays, booked }: DaysOfPlan,
): Availability {
  const { offered, closed } = availability;
  if (offered?.only === true) return availability;
  const holidays = holidaysBetween(start, addDays(start, horizonDays - 1));
  const isUsual = (day: CalendarDate) => weekdayNumber(day) < 5 && !holidays.includes(day);
  const named = new Set(offered?.days.map(({ on }) => on));
  const added = [...new Set(booked)]
    .filter((on) => !isUsual(on) && !named.has(on) && worksOn(availability, on))
    .map((on) => ({ on }));
  const offers = [...(offered?.days ?? []), ...added];
  const away = [...(closed?.days ?? []), ...holidays.map((day) => ({ from: day, through: day }))];
  return {
    ...availability,
    weekdays: availability.weekdays ?? { on: ['mon', 'tue', 'wed', 'thu', 'fri'], source },
    ...(offers.length > 0 && {
      offered: { days: offers.slice(0, mostDays), only: false, source: offered?.source ?? source },
    }),
    ...(away.length > 0 && {
      closed: { days: away.slice(0, mostDays), source: closed?.source ?? source },
    }),
  };
}

/** By their own words alone, which leave every day free of which they did not speak. */
function worksOn({ weekdays: working, closed, leadTime }: Availability, day: CalendarDate): boolean {
  return (
    (working === undefined || working.on.some((name) => weekdays.indexOf(name) === weekdayNumber(day))) &&
    closed?.days.some(({ from, through }) => from <= day && day <= through) !== true &&
    (leadTime === undefined || day >= addDays(leadTime.asOf, leadTime.days))
  );
}

function holidaysBetween(from: CalendarDate, through: CalendarDate): readonly CalendarDate[] {
  const [first, last] = [Number(from.slice(0, 4)), Number(through.slice(0, 4)) + 1];
  return Array.from({ length: last - first + 1 }, (_, index) => federalHolidays(first + index))
    .flat()
    .filter((day) => from <= day && day <= through);
}
