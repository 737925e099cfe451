import { expect, test } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { costTerms } from './cost-terms.ts';
import { day, entry, line, maximum, percent, plan, request, usd } from './estimate.samples.ts';
import type { Line } from './estimate-request.ts';
import { costOn, planCost } from './plan-cost.ts';

/** Of 2026 nothing is left, of 2027 all: $1,000 where the start counts in 2026, $500 where it counts in 2027. */
function costOfCrown(change: Partial<Line>, { stays = false, on = 'start' as 'start' | 'completion' } = {}) {
  const facts = [percent(50), maximum(500), { kind: 'date-that-counts', on } as const];
  const crown = line('D2740', 1000, { date: day('2026-12-10'), ...change });
  const cost = planCost(
    request([plan(facts)], [crown], { history: [entry(500)] }),
    new Set(stays ? [crown.lineId] : []),
  );
  if (isRefusal(cost)) throw new Error(cost.code);
  return cost;
}

const decemberStart = { startedOn: day('2026-11-20') };
const lastOf2026 = { date: day('2027-01-20'), startedOn: day('2026-12-31') };

test.each([
  ['moves with its completion, 20 days before it', costOfCrown(decemberStart), '2027-01-20', 1000],
  ['and comes to the next year a day later', costOfCrown(decemberStart), '2027-01-21', 500],
  ['stays where it is', costOfCrown(decemberStart, { stays: true }), '2027-02-20', 1000],
  ['stays where it is when it has come', costOfCrown({ startedOn: day('2026-03-01') }), '2027-02-20', 1000],
  ['is no later than completion', costOfCrown(lastOf2026, { stays: true }), '2026-12-01', 1000],
  ['nobody told, completed this year: no later start is hoped for', costOfCrown({}), '2027-02-20', 1000],
  ['nobody told, completed next year', costOfCrown({ date: day('2027-02-20') }), '2027-02-20', 1000],
  ['counts for nothing', costOfCrown(decemberStart, { on: 'completion' }), '2027-01-01', 500],
] as const)('the start %s', (_name, cost, completed, pays) => {
  expect(costOn(cost, new Map([['D2740', day(completed)]]))).toBe(usd(pays));
});

test('a start that nobody told moves with completion where that is what costs the most', () => {
  const facts = [percent(50), maximum(500), { kind: 'date-that-counts', on: 'start' } as const];
  const history = [entry(500, { date: day('2027-01-02'), state: 'pending' })];
  const crown = line('D2740', 1000, { date: day('2027-02-20') });
  const cost = planCost(request([plan(facts)], [crown], { history }));
  if (isRefusal(cost)) throw new Error(cost.code);
  const on = (date: string) => costOn(cost, new Map([['D2740', day(date)]]));
  expect([on('2027-02-20'), on('2026-12-31')]).toEqual([usd(1000), usd(500)]);
});

test('the days on which the cost changes are those of the start, so many days later', () => {
  const horizon = { from: day('2026-12-01'), through: day('2027-02-28') };
  const [crown] = costTerms(costOfCrown(decemberStart), horizon).lines;
  expect(crown?.cells.map(({ from }) => from)).toEqual(['2026-12-01', '2027-01-21']);
});
