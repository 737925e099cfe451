import { expect, test } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import type { Rule } from '../rulebook/rule.ts';
import { samplePayer, sampleRules } from '../rulebook/rulebook.samples.ts';
import { payerRulings, rulingOn, type PayerRuling } from './payer-rulings.ts';

const { status, fee, limit, who } = sampleRules;
const of = (rules: readonly Rule[]) => payerRulings(samplePayer(rules), 'D9992');
const spans = (rules: readonly Rule[]) =>
  of(rules).rulings.map(({ from, through, ...ruling }) => [from, through, ruling.status, ruling.fee?.amount]);
const during = (from: string, through: string) => ({
  from: calendarDate(from),
  startEstablished: true,
  through: through === 'open' ? ('open' as const) : calendarDate(through),
});

test.each<[string, readonly Rule[], unknown[][]]>([
  ['no rules', [], []],
  ['rules of one span', [status, fee], [['2026-01-01', '2026-12-31', 'paid', 6000]]],
  [
    'a fee that begins later',
    [status, { ...fee, period: during('2026-07-01', '2026-12-31') }],
    [
      ['2026-07-01', '2026-12-31', 'paid', 6000],
      ['2026-01-01', '2026-06-30', 'paid', undefined],
    ],
  ],
  [
    'no end',
    [{ ...status, period: during('2026-01-01', 'open') }],
    [['2026-01-01', 'open', 'paid', undefined]],
  ],
  [
    'a gap, which is no ruling at all',
    [
      { ...status, period: during('2025-01-01', '2025-01-31') },
      { ...status, id: 'sample/again', period: during('2025-03-01', '2025-03-31') },
    ],
    [
      ['2025-03-01', '2025-03-31', 'paid', undefined],
      ['2025-01-01', '2025-01-31', 'paid', undefined],
    ],
  ],
  ['no status, only a limit', [limit], [['2026-01-01', '2026-12-31', 'unknown', undefined]]],
])('%s', (_, rules, expected) => {
  expect(spans(rules)).toEqual(expected);
});

test.each([
  ['2025-12-31', undefined],
  ['2026-01-01', 'paid'],
  ['2026-12-31', 'paid'],
  ['2027-01-01', undefined],
])('on %s the rules say %s', (day, expected) => {
  expect(rulingOn(of([status]), calendarDate(day))?.status).toBe(expected);
});

test('every rule that speaks is named, with its source once', () => {
  const [ruling] = of([status, fee, limit, who]).rulings;
  expect(ruling).toMatchObject({
    performers: ['dentist', 'coordinator'],
    underDentist: true,
    limits: [{ times: 1, window: 'rolling-days', days: 30 }],
    rules: ['status', 'fee', 'limit', 'who'].map((name) => ({ id: `sample/${name}`, mark: 'confirmed' })),
    sources: [{ title: { en: 'Made up for tests' } }],
  } satisfies Partial<Record<keyof PayerRuling, unknown>>);
});

test('rules of another code stay out', () => {
  expect(payerRulings(samplePayer([status]), 'D9991').rulings).toEqual([]);
});

test.each([
  ['an established start', true],
  ['a start on or before the first day', false],
])('%s is told', (_, startEstablished) => {
  const rules = [{ ...status, period: { ...status.period, startEstablished } }];
  expect(of(rules).rulings[0]?.startEstablished).toBe(startEstablished);
});
