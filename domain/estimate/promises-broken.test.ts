import { expect, test } from 'vitest';
import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { code, day, entry, line, maximum, plan, usd, half } from './estimate.samples.ts';
import { planCost } from './plan-cost.ts';
import { promisesBroken } from './promises-broken.ts';

const [thisYear, nextYear] = [day('2026-11-03'), day('2027-02-03')];
const lastDay = day('2026-12-31');

/** Two crowns that the payer promised 400 each for, under a maximum of 500 a year. */
function broken(days: Readonly<Record<string, CalendarDate>>, expires: CalendarDate | undefined = undefined) {
  const promised = ['one', 'two'].map((lineId) =>
    entry(400, {
      state: 'reserved',
      code: code('D2740'),
      date: lineId === 'one' ? thisYear : nextYear,
      lineId,
      ...(expires && { expires }),
    }),
  );
  const answers = ['one', 'two'].map((lineId) => ({
    kind: 'predetermination' as const,
    lineId,
    code: code('D2740'),
    outcome: 'pays' as const,
    pays: usd(400),
    source: { kind: 'predetermination' as const, ...(expires && { expires }) },
  }));
  const cost = planCost({
    asOf: day('2026-10-01'),
    patient: {},
    plans: [plan([...half, maximum(500), ...answers])],
    lines: [
      line('D2740', 1000, { lineId: 'one', date: thisYear }),
      line('D2740', 1000, { lineId: 'two', date: nextYear }),
    ],
    history: promised,
  });
  if (isRefusal(cost)) throw new Error(cost.code);
  return promisesBroken(cost, new Map(Object.entries(days)), (lineId) => `Crown ${lineId}`);
}

test('both in one year pass its maximum by 300, though each was promised', () => {
  const [only, ...others] = broken({ one: thisYear, two: addDays(thisYear, 7) });
  expect(only?.said).toMatchObject({
    id: 'estimate.caution.over.maximum',
    params: { over: '$300', from: '2026-01-01' },
  });
  expect(others).toEqual([]);
});

test.each<[name: string, days: Readonly<Record<string, CalendarDate>>]>([
  ['one in each year', { one: thisYear, two: nextYear }],
  ['the other way around', { one: nextYear, two: thisYear }],
  ['as they are dated already', {}],
])('nothing is passed: %s', (_name, days) => {
  expect(broken(days)).toEqual([]);
});

test.each<[name: string, two: CalendarDate, expected: readonly string[]]>([
  ['the last day of the promise', lastDay, ['estimate.caution.over.maximum']],
  ['the day after it', addDays(lastDay, 1), ['estimate.ofCase.caution.promiseTooShort']],
])('the second on %s', (_name, two, expected) => {
  const said = broken({ one: thisYear, two }, lastDay).map((each) => each.said);
  expect(said.map(({ id }) => id)).toEqual(expected);
  if (two > lastDay) expect(said[0]?.params).toMatchObject({ step: 'Crown two', through: lastDay });
});
