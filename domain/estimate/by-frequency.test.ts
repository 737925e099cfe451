import { expect, test } from 'vitest';
import { tooth, type OralArea } from '../kernel/tooth.ts';
import { code, day, entry, estimated, line, network, percent, plan, usd } from './estimate.samples.ts';
import type { Line } from './estimate-request.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { samePlace, type CountedBy } from './place-of-service.ts';
import type { FactOf } from './plan-facts.ts';

interface Where {
  readonly of?: string;
  readonly tooth?: string;
  readonly area?: OralArea;
}

const placed = (where: Where) => ({
  code: code(where.of ?? 'D2391'),
  ...(where.tooth !== undefined && { tooth: tooth(where.tooth) }),
  ...(where.area !== undefined && { area: where.area }),
});

test.each<[per: CountedBy, one: Where, other: Where, same: 'yes' | 'no' | 'perhaps']>([
  ['mouth', { tooth: '3' }, { tooth: '30' }, 'yes'],
  ['mouth', {}, {}, 'yes'],
  ['tooth', { tooth: '3' }, { tooth: '3' }, 'yes'],
  ['tooth', { tooth: '3' }, { tooth: '4' }, 'no'],
  ['tooth', {}, { tooth: '3' }, 'perhaps'],
  ['tooth', { area: '10' }, { tooth: '3' }, 'perhaps'],
  ['tooth', { area: '20' }, { tooth: '3' }, 'no'],
  ['tooth', { area: '00' }, { tooth: '3' }, 'yes'],
  ['quadrant', { tooth: '8' }, { tooth: '1' }, 'yes'],
  ['quadrant', { tooth: '8' }, { tooth: '9' }, 'no'],
  ['quadrant', { area: '10' }, { tooth: '8' }, 'yes'],
  ['quadrant', { area: '20' }, { tooth: '8' }, 'no'],
  ['quadrant', { area: '01' }, { tooth: '8' }, 'perhaps'],
  ['quadrant', { area: '02' }, { tooth: '8' }, 'no'],
  ['quadrant', { tooth: 'E' }, { area: '10' }, 'yes'],
  ['quadrant', { tooth: 'F' }, { area: '10' }, 'no'],
  ['quadrant', { tooth: 'T' }, { tooth: '32' }, 'yes'],
  ['quadrant', { tooth: '58' }, { tooth: '8' }, 'yes'],
  ['quadrant', { area: '00' }, { tooth: '8' }, 'yes'],
  ['quadrant', { area: 'L' }, { tooth: '8' }, 'perhaps'],
  ['arch', { tooth: '1' }, { tooth: '16' }, 'yes'],
  ['arch', { tooth: '16' }, { tooth: '17' }, 'no'],
  ['arch', { area: '02' }, { area: '30' }, 'yes'],
  ['arch', { area: '01' }, { area: '30' }, 'no'],
  ['arch', { of: 'D5110' }, { of: 'D5130' }, 'yes'],
  ['arch', { of: 'D5110' }, { of: 'D5120' }, 'no'],
  ['arch', { of: 'D5214' }, { tooth: '30' }, 'yes'],
  ['arch', { of: 'D5214', area: '01' }, { tooth: '3' }, 'yes'],
  ['arch', { of: 'D5820' }, { of: 'D5120' }, 'perhaps'],
  ['quadrant', { of: 'D5120' }, { tooth: '3' }, 'no'],
  ['quadrant', { of: 'D5120' }, { tooth: '30' }, 'perhaps'],
])('per %s: %o and %o', (per, one, other, same) => {
  expect([samePlace(per, placed(one), placed(other)), samePlace(per, placed(other), placed(one))]).toEqual([
    same,
    same,
  ]);
});

const scaling = (area: OralArea | undefined, change: Partial<Line> = {}) =>
  line(`D4341 ${area ?? '?'}`, 200, { ...(area && { area }), ...change });
const before = (change: Partial<LedgerEntry> = {}) =>
  entry(50, { code: code('D4341'), date: day('2025-03-01'), ...change });
const everyTwoYears = (per: FactOf<'frequency'>['per'], about?: FactOf<'frequency'>['for']) =>
  ({
    kind: 'frequency',
    times: 1,
    window: 'every-months',
    every: 24,
    per,
    ...(about && { for: about }),
  }) as const;
const ofCode = { code: code('D4341') };
const all = ['10', '20', '30', '40'] as const;
const placeAsked = 'estimate.unknown.placeOfService';
const lineAsked = 'estimate.unknown.placeOfLine';
const countsAsked = 'estimate.unknown.limitCounts';

type Row = [
  name: string,
  limit: FactOf<'frequency'>,
  lines: readonly Line[],
  history: readonly LedgerEntry[],
  patient: readonly [low: number, high: number],
  questions: readonly string[],
];

test.each<Row>([
  [
    'the same quadrant',
    everyTwoYears('quadrant', ofCode),
    [scaling('10')],
    [before({ area: '10' })],
    [200, 200],
    [],
  ],
  [
    'another quadrant',
    everyTwoYears('quadrant', ofCode),
    [scaling('10')],
    [before({ area: '20' })],
    [40, 40],
    [],
  ],
  [
    'nobody recorded where',
    everyTwoYears('quadrant', ofCode),
    [scaling('10')],
    [before()],
    [40, 200],
    [placeAsked],
  ],
  [
    'nobody recorded where, and it is long enough ago',
    everyTwoYears('quadrant', ofCode),
    [scaling('10')],
    [before({ date: day('2024-03-05') })],
    [40, 40],
    [],
  ],
  [
    'one of four quadrants at the most was done',
    everyTwoYears('quadrant', ofCode),
    all.map((area) => scaling(area)),
    [before()],
    [160, 320],
    [placeAsked],
  ],
  [
    'four were done, told together: anywhere',
    everyTwoYears('quadrant', ofCode),
    all.map((area) => scaling(area)),
    [before({ quantity: 4 })],
    [160, 800],
    [placeAsked],
  ],
  [
    'an arch is recorded, and the quadrant lies in the other one',
    everyTwoYears('quadrant', ofCode),
    [scaling('10')],
    [before({ area: '02' })],
    [40, 40],
    [],
  ],
  [
    'the line does not say where',
    everyTwoYears('quadrant', ofCode),
    [scaling(undefined)],
    [before({ area: '10' })],
    [40, 200],
    [lineAsked],
  ],
  [
    'two lines of which one does not say where',
    everyTwoYears('quadrant', ofCode),
    [scaling('10'), scaling(undefined)],
    [],
    [80, 240],
    [lineAsked],
  ],
  [
    'two at once that do not say where',
    everyTwoYears('quadrant', ofCode),
    [scaling(undefined, { quantity: 2 })],
    [],
    [80, 240],
    [lineAsked],
  ],
  [
    'two at once in one quadrant',
    everyTwoYears('quadrant', ofCode),
    [scaling('10', { quantity: 2 })],
    [],
    [240, 240],
    [],
  ],
  [
    'how the limit counts is not said: another quadrant',
    everyTwoYears('not-said', ofCode),
    [scaling('10')],
    [before({ area: '30' })],
    [40, 200],
    [countsAsked],
  ],
  ['not said, and nothing was done', everyTwoYears('not-said', ofCode), [scaling('10')], [], [40, 40], []],
  [
    'not said, and four quadrants: one at the least is paid, and all of them at the best',
    everyTwoYears('not-said', ofCode),
    all.map((area) => scaling(area)),
    [],
    [160, 640],
    [countsAsked],
  ],
  [
    'not said, the very same tooth',
    everyTwoYears('not-said', ofCode),
    [scaling(undefined, { tooth: tooth('3') })],
    [before({ tooth: tooth('3') })],
    [200, 200],
    [],
  ],
  [
    'of a whole category, and whether its codes count together is not said',
    everyTwoYears('not-said', { category: 'periodontics' }),
    [scaling('10')],
    [before({ code: code('D4910'), area: '10' })],
    [40, 200],
    [countsAsked],
  ],
  [
    'of a whole category of the mouth, which is said: its codes count together',
    everyTwoYears('mouth', { category: 'periodontics' }),
    [scaling('10')],
    [before({ code: code('D4910'), area: '30' })],
    [200, 200],
    [],
  ],
])('once in 24 months: %s', (_name, limit, lines, history, [low, high], questions) => {
  const found = estimated([plan([percent(80), network(false), limit])], lines, { history: [...history] });
  expect(found.total.patient).toEqual({ low: usd(low), high: usd(high) });
  expect(found.questions.map(({ fact }) => fact.id)).toEqual(questions);
});
