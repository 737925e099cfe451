import { expect, test } from 'vitest';
import { addDays } from '../kernel/calendar-date.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { criticalPath } from './critical-path.ts';
import { scheduleOfDays } from './schedule-of-days.ts';
import { sampleConstraint, sampleItem, sampleProblem, sampleStart } from './sequencing/problem.samples.ts';

const interval = (from: string, to: string, minDays: number) =>
  sampleConstraint(`${from}-${to}`, { kind: 'interval', from, to, minDays });
const aside = sampleConstraint(
  'b-c',
  { kind: 'interval', from: 'b', to: 'c', minDays: 10 },
  { override: { by: 'Dana Dentist', reason: 'healed' } },
);

test.each<[string, Readonly<Record<string, number>>, Parameters<typeof sampleProblem>[1], string]>([
  ['a chain without room', { a: 0, b: 10, c: 20 }, [interval('a', 'b', 10), interval('b', 'c', 10)], 'a b c'],
  ['room within a week', { a: 0, b: 10, c: 26 }, [interval('a', 'b', 10), interval('b', 'c', 10)], 'a b c'],
  ['a day more room ends it', { a: 0, b: 10, c: 27 }, [interval('a', 'b', 10), interval('b', 'c', 10)], 'c'],
  ['room further back', { a: 0, b: 17, c: 27 }, [interval('a', 'b', 10), interval('b', 'c', 10)], 'b c'],
  ['what runs beside it', { a: 0, b: 0, c: 20 }, [interval('a', 'c', 20), interval('b', 'c', 5)], 'a c'],
  ['a rule that was set aside', { a: 0, b: 10, c: 20 }, [interval('a', 'b', 10), aside], 'c'],
  ['two that end together', { a: 0, b: 20, c: 20 }, [], 'b c'],
])('%s', (_name, days, constraints, expected) => {
  const problem = sampleProblem(
    Object.keys(days).map((id) => sampleItem(id)),
    constraints,
  );
  const schedule = scheduleOfDays(
    problem,
    Object.fromEntries(Object.entries(days).map(([id, day]) => [id, addDays(sampleStart, day)])),
  );
  if (isRefusal(schedule)) throw new Error(schedule.code);
  expect([...criticalPath(problem, schedule)].sort().join(' ')).toBe(expected);
});
