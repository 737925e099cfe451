import { expect, test } from 'vitest';
import { parseTooth, type OralArea } from '../kernel/tooth.ts';
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
    [],
    yearBegins,
  ).length === 0;

function service(change: {
  date?: ReturnType<typeof day>;
  tooth?: string;
  area?: OralArea;
  office?: string;
}) {
  const tooth = change.tooth === undefined ? undefined : parseTooth(change.tooth);
  if (tooth !== undefined && typeof tooth !== 'string') throw new Error(tooth.code);
  return {
    code: code('D1110'),
    date: change.date ?? day('2026-03-05'),
    quantity: 1,
    tooth,
    area: change.area,
    office: change.office,
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

type Where = Parameters<typeof service>[0];

test.each<[per: Limit['per'], used: Where, asked: Where, same: boolean]>([
  ['mouth', { tooth: '3' }, { tooth: '30' }, true],
  ['tooth', { tooth: '3' }, { tooth: '3' }, true],
  ['tooth', { tooth: '3' }, { tooth: '4' }, false],
  ['tooth', {}, { tooth: '3' }, true],
  ['quadrant', { tooth: '8' }, { tooth: '1' }, true],
  ['quadrant', { tooth: '8' }, { tooth: '9' }, false],
  ['quadrant', { area: '10' }, { tooth: '8' }, true],
  ['quadrant', { area: '20' }, { tooth: '8' }, false],
  ['quadrant', { tooth: 'E' }, { area: '10' }, true],
  ['quadrant', { tooth: 'F' }, { area: '10' }, false],
  ['quadrant', { tooth: 'T' }, { tooth: '32' }, true],
  ['quadrant', { tooth: '58' }, { tooth: '8' }, true],
  ['quadrant', { area: '00' }, { tooth: '8' }, true],
  ['arch', { tooth: '1' }, { tooth: '16' }, true],
  ['arch', { tooth: '16' }, { tooth: '17' }, false],
  ['arch', { area: '02' }, { area: '30' }, true],
  ['arch', { area: '01' }, { area: '30' }, false],
])('per %s: %o and %o', (per, used, asked, same) => {
  expect(inTheWay({ ...once, per }, [service(used)], service(asked), [], '01-01').length > 0).toBe(same);
});

test('counted for each office apart', () => {
  const limit = { ...once, eachOffice: true };
  const asked = service({ office: 'ours' });
  expect(inTheWay(limit, [service({ office: 'theirs' })], asked, [], '01-01')).toEqual([]);
  expect(inTheWay(limit, [service({ office: 'ours' })], asked, [], '01-01')).toEqual(['2026-03-05']);
});
