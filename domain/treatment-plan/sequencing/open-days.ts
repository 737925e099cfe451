import { daysBetween, type CalendarDate } from '../../kernel/calendar-date.ts';
import { weekdays } from '../constraint.ts';
import type { Availability, SequencingPlace, SequencingProblem } from './sequencing-problem.ts';

/** Minutes that a day has, by its number from the start of the problem; undefined: nobody works. */
export type MinutesByDay = readonly (number | undefined)[];

export const unlimited = Number.MAX_SAFE_INTEGER;

/** What somebody's availability comes to, day by day. An offered day counts even within the lead time. */
export function minutesByDay(
  { start, horizonDays }: SequencingProblem,
  { weekdays: working, leadTime, offered, closed, minutesPerDay = unlimited }: Availability = {},
): MinutesByDay {
  const works = weekdayTable(working?.on ?? weekdays, start);
  const first = leadTime ? daysBetween(start, leadTime.asOf) + leadTime.days : 0;
  const days = Array.from({ length: horizonDays }, (_, day): number | undefined =>
    offered?.only !== true && day >= first && works[day % 7] === true ? minutesPerDay : undefined,
  );
  for (const period of closed?.days ?? [])
    eachDay(start, horizonDays, period, (day) => {
      days[day] = undefined;
    });
  for (const { on, minutes } of offered?.days ?? []) {
    const day = daysBetween(start, on);
    if (day >= 0 && day < horizonDays) days[day] = minutes ?? minutesPerDay;
  }
  return days;
}

/** The minutes of a place: of its opening, and of the chair that has the most time, since a visit takes one chair. */
export function minutesOfPlace(problem: SequencingProblem, place: SequencingPlace): MinutesByDay {
  const open = minutesByDay(problem, place.availability);
  if (!place.chairs) return open;
  const chairs = place.chairs.map(({ minutesPerDay, days }) => {
    const named = new Map(days.map(({ on, minutes }) => [daysBetween(problem.start, on), minutes]));
    return (day: number) => named.get(day) ?? minutesPerDay;
  });
  return open.map((minutes, day) => {
    const longest = Math.max(0, ...chairs.map((chair) => chair(day)));
    return minutes === undefined || longest === 0 ? undefined : Math.min(minutes, longest);
  });
}

export function eachDay(
  start: CalendarDate,
  horizonDays: number,
  { from, through }: { readonly from: CalendarDate; readonly through: CalendarDate },
  see: (day: number) => void,
): void {
  const last = Math.min(horizonDays - 1, daysBetween(start, through));
  for (let day = Math.max(0, daysBetween(start, from)); day <= last; day += 1) see(day);
}

/** For each day of a week that begins on `start`: whether its weekday is among those named. */
export function weekdayTable(named: readonly string[], start: CalendarDate): readonly boolean[] {
  // 1970-01-05 was a Monday.
  const shift = (((daysBetween('1970-01-05' as CalendarDate, start) % 7) + 7) % 7) % 7;
  return weekdays.map((_, day) => named.includes(weekdays[(day + shift) % 7] ?? ''));
}
