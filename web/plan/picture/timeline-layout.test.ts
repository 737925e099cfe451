import { expect, test } from 'vitest';
import { addDays } from '#domain/kernel/calendar-date.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { scheduleOfDays } from '#domain/treatment-plan/schedule-of-days.ts';
import {
  sampleConstraint,
  sampleItem,
  sampleProblem,
  sampleStart,
} from '#domain/treatment-plan/sequencing/problem.samples.ts';
import { layOut, pixelsToFit } from './timeline-layout.ts';

function asked(days: readonly number[]) {
  const items = days.map((_, index) => sampleItem(`i${index}`));
  const interval = sampleConstraint('i0-i1', { kind: 'interval', from: 'i0', to: 'i1', minDays: 1 });
  const problem = sampleProblem(items, days.length > 1 ? [interval] : [], { horizonDays: 730 });
  const schedule = scheduleOfDays(
    problem,
    Object.fromEntries(days.map((day, index) => [`i${index}`, addDays(sampleStart, day)])),
  );
  if (isRefusal(schedule)) throw new Error(schedule.code);
  return { problem, schedule, textOf: () => 'Crown' };
}

const picture = (days: readonly number[], pixelsPerDay = 2) => layOut({ ...asked(days), pixelsPerDay });

test('labels that would touch stand in rows of their own, others share one', () => {
  const [near, next, far] = picture([0, 5, 100]).blocks;
  expect(next?.y).toBeGreaterThan(near?.y ?? 0);
  expect(far?.y).toBe(near?.y);
});

test('work of one day is one block, and no arrow leads from it to itself', () => {
  expect(picture([0, 0]).blocks).toHaveLength(1);
  expect(picture([0, 0]).arrows).toEqual([]);
  expect(picture([0, 5]).arrows).toHaveLength(1);
});

test.each([
  [0.5, 6],
  [1.1, 2],
  [2.2, 1],
])('at %f pixels a day every %i months have a name', (pixelsPerDay, every) => {
  const { ticks } = picture([0, 720], pixelsPerDay);
  const named = ticks.filter((tick) => tick.named).map(({ on }) => Number(on.slice(5, 7)));
  expect(named.length).toBeGreaterThan(2);
  expect(named.every((month) => (month - 1) % every === 0)).toBe(true);
});

test.each([
  ['the last label just fits', [0, 400], 900],
  ['days decide where nothing stands late', [0, 3], 900],
])('the whole plan stands within its width: %s', (_, days, width) => {
  const pixelsPerDay = pixelsToFit(width, asked(days));
  expect(picture(days, pixelsPerDay).width).toBeCloseTo(width, 6);
  expect(picture(days, pixelsPerDay + 0.1).width).toBeGreaterThan(width + 0.1);
});

test.each([
  ['with room behind it', 0, true],
  ['at the right edge', 25, false],
])('the last month is named %s: %s', (_name, daysLater, isNamed) => {
  // The picture ends 14 days behind the last visit; the first of March is the 56th day.
  const { ticks, width } = picture([0, 70 - daysLater], 3);
  const last = ticks.find(({ on }) => on === '2027-03-01');
  expect(last && [last.named, last.x + 64 <= width]).toEqual([isNamed, isNamed]);
});

test('a picture is never squeezed below half a pixel a day', () => {
  expect(pixelsToFit(100, asked([0, 700]))).toBe(0.5);
});
