import { expect, test } from 'vitest';
import { code, day } from './estimate.samples.ts';
import { inTheWay } from './frequency.ts';
import type { FactOf } from './plan-facts.ts';

type Limit = FactOf<'frequency'>;
const once: Limit = { kind: 'frequency', times: 1, window: 'benefit-year', per: 'mouth' };
const twice: Limit = { ...once, times: 2 };
const months = (every: number): Limit => ({ ...once, window: 'every-months', every });
const years = (every: number): Limit => ({ ...once, window: 'every-years', every });
const last12: Limit = { ...once, times: 2, window: 'last-12-months' };

const fits = (limit: Limit, used: readonly string[], asked: string, yearBegins = '01-01') =>
  inTheWay(
    limit,
    used.map((date) => service({ date: day(date) })),
    service({ date: day(asked) }),
    { groups: [], yearBegins, counts: () => true },
  ) === undefined;

function service(change: { date?: ReturnType<typeof day>; office?: string }) {
  return {
    code: code('D1110'),
    date: change.date ?? day('2026-03-05'),
    quantity: 1,
    tooth: undefined,
    area: undefined,
    office: change.office,
    lineId: undefined,
    key: 'cleaning',
    mayBeAt: [],
  };
}

test.each<
  [name: string, limit: Limit, used: readonly string[], asked: string, fits: boolean, begins?: string]
>([
  ['twice a year, used once', twice, ['2026-01-05'], '2026-01-20', true],
  ['twice a year, used twice', twice, ['2026-01-05', '2026-01-20'], '2026-12-31', false],
  ['twice a year, used twice the year before', twice, ['2025-12-30', '2025-12-31'], '2026-01-01', true],
  ['a contract year: the day before it ends', once, ['2025-08-01'], '2026-06-30', false, '07-01'],
  ['a contract year: the day it begins', once, ['2025-08-01'], '2026-07-01', true, '07-01'],
  ['twice a year is not once in 6 months', months(6), ['2026-01-05'], '2026-01-20', false],
  ['every 6 months: a day early', months(6), ['2026-01-15'], '2026-07-14', false],
  ['every 6 months: on the day', months(6), ['2026-01-15'], '2026-07-15', true],
  [
    'every 6 months from the end of August: the last of February',
    months(6),
    ['2025-08-31'],
    '2026-02-28',
    true,
  ],
  ['every 6 months: before one that is done later', months(6), ['2026-07-14'], '2026-01-15', false],
  ['every 5 years: a day early', years(5), ['2021-03-06'], '2026-03-05', false],
  ['every 5 years: on the day', years(5), ['2021-03-05'], '2026-03-05', true],
  ['every 3 years from 29 February', years(3), ['2024-02-29'], '2027-02-28', true],
  ['2 in 12 months: two lie within', last12, ['2025-03-06', '2025-12-01'], '2026-03-05', false],
  ['2 in 12 months: the first is a year ago', last12, ['2025-03-05', '2025-12-01'], '2026-03-05', true],
  ['2 in 12 months: one before and one after', last12, ['2025-06-01', '2026-07-01'], '2026-03-05', true],
])('%s', (_name, limit, used, asked, expected, begins) => {
  expect(fits(limit, used, asked, begins)).toBe(expected);
});

const anywhere = { groups: [], yearBegins: '01-01', counts: () => true };

test('only what counts at the place of what is asked stands in the way', () => {
  const elsewhere = { ...anywhere, counts: () => false };
  expect(inTheWay(once, [service({})], service({}), elsewhere)).toBeUndefined();
  expect(inTheWay(once, [service({})], service({}), anywhere)).toEqual(['2026-03-05']);
});

test('more at once than the limit lets pass, with nothing used', () => {
  expect(inTheWay(months(6), [], { ...service({}), quantity: 2 }, anywhere)).toEqual([]);
});

test('counted for each office apart', () => {
  const limit = { ...once, eachOffice: true };
  const asked = service({ office: 'ours' });
  expect(inTheWay(limit, [service({ office: 'theirs' })], asked, anywhere)).toBeUndefined();
  expect(inTheWay(limit, [service({ office: 'ours' })], asked, anywhere)).toEqual(['2026-03-05']);
});
