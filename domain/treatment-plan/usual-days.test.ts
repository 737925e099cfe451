import { expect, test } from 'vitest';
import { addDays, calendarDate, daysBetween } from '../kernel/calendar-date.ts';
import { minutesByDay } from './sequencing/open-days.ts';
import { sampleProblem } from './sequencing/problem.samples.ts';
import type { Availability } from './sequencing/sequencing-problem.ts';
import { withUsualDays } from './usual-days.ts';

const day = calendarDate;
const source = { by: 'office', ref: 'surgeon' } as const;
/** A Wednesday; Friday is the first of the year 2027. */
const start = day('2026-12-30');
const horizonDays = 8;

test.each<[name: string, told: Availability, booked: readonly string[], free: readonly string[]]>([
  ['nothing told', {}, [], ['12-30', '12-31', '01-04', '01-05', '01-06']],
  [
    'other weekdays, and the holiday all the same',
    { weekdays: { on: ['fri', 'sat', 'mon'], source } },
    [],
    ['01-02', '01-04'],
  ],
  [
    'the holiday offered',
    { offered: { days: [{ on: day('2027-01-01') }], only: false, source } },
    [],
    ['12-30', '12-31', '01-01', '01-04', '01-05', '01-06'],
  ],
  [
    'one day and no other',
    { offered: { days: [{ on: day('2027-01-03') }], only: true, source } },
    [],
    ['01-03'],
  ],
  [
    'days away',
    { closed: { days: [{ from: day('2027-01-04'), through: day('2027-01-05') }], source } },
    [],
    ['12-30', '12-31', '01-06'],
  ],
  [
    'something of the plan is booked on a Sunday',
    {},
    ['2027-01-03', '2027-01-04'],
    ['12-30', '12-31', '01-03', '01-04', '01-05', '01-06'],
  ],
  [
    'something is booked on a Sunday, on which they said that they do not work',
    { weekdays: { on: ['mon', 'tue'], source } },
    ['2027-01-03'],
    ['01-04', '01-05'],
  ],
  [
    'something is booked on the holiday, on which they said that they are away',
    { closed: { days: [{ from: day('2027-01-01'), through: day('2027-01-04') }], source } },
    ['2027-01-01'],
    ['12-30', '12-31', '01-05', '01-06'],
  ],
])('free days: %s', (_name, told, booked, free) => {
  const availability = withUsualDays(told, { start, horizonDays, booked: booked.map(day) });
  const minutes = minutesByDay({ ...sampleProblem([]), start, horizonDays }, availability);
  const days = Array.from({ length: horizonDays }, (_, index) => addDays(start, index));
  expect(
    days.filter((each) => minutes[daysBetween(start, each)] !== undefined).map((each) => each.slice(5)),
  ).toEqual(free);
});
