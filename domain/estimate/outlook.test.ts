import { expect, test } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { tooth } from '../kernel/tooth.ts';
import {
  allowed,
  code,
  day,
  deductible,
  entry,
  line,
  maximum,
  network,
  percent,
  plan,
  request,
  secondPlan,
  usd,
  half,
} from './estimate.samples.ts';
import { money } from './money-words.ts';
import { estimateWithOutlook } from './outlook.ts';
import { reachOf } from './outlook-words.ts';
import type { StatedFact } from './plan-facts.ts';

/** With the outlook: what is supposed of a plan of which so much is said, and what the patient pays then. */
function outlookOf(...asked: Parameters<typeof request>) {
  const found = estimateWithOutlook(request(...asked));
  if (isRefusal(found)) throw new Error(found.code);
  const { outlook, total, questions, lineOutlooks } = found;
  const dollars = ({ low, high }: { readonly low: number; readonly high: number }) => [low / 100, high / 100];
  return {
    known: dollars(total.patient),
    outlook: dollars(outlook.patient),
    lines: lineOutlooks.map(({ patient }) => dollars(patient)),
    supposed: Object.fromEntries(outlook.supposed.map(({ kind, patient }) => [kind, dollars(patient)])),
    questions: questions.map(({ fact, widestThen, isSure }) => [fact.id, widestThen / 100, isSure]),
  };
}

const wait: StatedFact = { kind: 'waiting-period', months: 0 };
const free: StatedFact = { kind: 'no-frequency-limit' };
const noClause: StatedFact = { kind: 'missing-tooth', excluded: false };
const paidAsItself = (text: string): StatedFact => ({
  kind: 'alternate-benefit',
  code: code(text),
  applies: false,
});
const since = (from: string) => ({ from: day(from) });
const molar = line('D2740', 1000, { tooth: tooth('3') });

const braces = line('D8080', 6000, { orthodontics: { bandedOn: day('2026-12-01'), months: 24 } });

type Row = [
  name: string,
  facts: readonly StatedFact[],
  lines: Parameters<typeof request>[1],
  supposed: Readonly<Record<string, readonly number[]>>,
  change?: Parameters<typeof plan>[1],
];

test.each<Row>([
  ['all is said', [...half, wait, free, paidAsItself('D2740')], [molar], {}],
  [
    'whether it waits is not said, nor since when the patient is covered',
    [...half, free, paidAsItself('D2740')],
    [molar],
    { 'waiting-period': [1000, 1000] },
  ],
  [
    'a day short of the longest usual wait',
    [...half, free, paidAsItself('D2740')],
    [molar],
    { 'waiting-period': [1000, 1000] },
    since('2025-03-06'),
  ],
  [
    'covered for as long as a usual wait lasts',
    [...half, free, paidAsItself('D2740')],
    [molar],
    {},
    since('2025-03-05'),
  ],
  ['cleanings wait nowhere', [...half, free], [line('D1110', 100)], {}],
  [
    'the wait of the category is said',
    [...half, free, { ...wait, for: { category: 'endodontics' } }],
    [line('D3330', 800)],
    {},
  ],
  [
    'the wait of another category is said',
    [...half, free, { ...wait, for: { category: 'implants' } }],
    [line('D3330', 800)],
    { 'waiting-period': [800, 800] },
  ],
  ['how often is not said', [...half, wait], [line('D1110', 100)], { frequency: [100, 100] }],
  [
    'coverage ends during treatment, and how braces are paid is not said: at worst three of 24 months are',
    [...half, wait, free, maximum(1500, { for: { category: 'orthodontics' }, period: 'lifetime' })],
    [braces],
    { orthodontics: [5625, 5625], 'maximum-used': [6000, 6000] },
    { through: day('2027-03-01') },
  ],
  [
    'how braces are paid is said',
    [...half, wait, free, { kind: 'orthodontics', bandingPercent: 100, every: 'month', incurred: 'end' }],
    [braces],
    {},
    { through: day('2027-03-01') },
  ],
  ['a tooth is taken out once', [...half, wait], [line('D7140', 100)], {}],
  [
    'a filling of a back tooth may be paid as a metal one, whose amount is told',
    [percent(50), network(), allowed('D2392', 200), allowed('D2150', 150), wait, free],
    [line('D2392', 300)],
    { 'alternate-benefit': [125, 125] },
  ],
  [
    'the amount of the metal one is not told: at worst nothing is paid, and the write-off stays',
    [percent(50), network(), allowed('D2392', 200), wait, free],
    [line('D2392', 300)],
    { 'alternate-benefit': [200, 200] },
  ],
  [
    'a crown on a front tooth is paid as itself',
    [...half, wait, free],
    [line('D2740', 1000, { tooth: tooth('8') })],
    {},
  ],
  [
    'an implant, whose tooth was lost nobody knows when',
    [...half, wait, free, paidAsItself('D6010')],
    [line('D6010', 2000)],
    { 'missing-tooth': [1000, 2000] },
  ],
  [
    'an implant for a tooth that was lost under the coverage',
    [...half, wait, free, paidAsItself('D6010')],
    [line('D6010', 2000, { toothLostOn: day('2021-05-05') })],
    {},
    since('2020-01-01'),
  ],
  [
    'a clause that is said not to be there',
    [...half, wait, free, noClause, paidAsItself('D6010')],
    [line('D6010', 2000)],
    {},
  ],
  [
    'the deductible may be met already',
    [...half, wait, free, deductible(50)],
    [line('D3330', 800)],
    { 'deductible-used': [400, 400] },
  ],
  [
    'the maximum may be used up already',
    [...half, wait, free, maximum(1000)],
    [line('D3330', 800)],
    { 'maximum-used': [800, 800] },
  ],
  ['a medical plan of which nothing usual is supposed', half, [line('D6010', 2000)], {}, { kind: 'medical' }],
])('%s', (_name, facts, lines, supposed, change) => {
  const found = outlookOf([plan(facts, change)], lines);
  expect(found.supposed).toEqual(supposed);
  const all = [...Object.values(supposed).flat(), ...found.known];
  expect(found.outlook).toEqual([Math.min(...all), Math.max(...all)]);
});

test.each([
  ['the deductible told', { deductible: usd(0) }, usd(0), ['maximum-used']],
  ['the maximum told', {}, usd(200), ['deductible-used']],
  ['told of the year before', { date: day('2025-12-31') }, usd(200), ['maximum-used', 'deductible-used']],
  ['told of the family', { member: 'family' as const }, usd(200), ['maximum-used', 'deductible-used']],
  ['one service, and no total', { code: code('D1110') }, usd(200), ['maximum-used', 'deductible-used']],
])('what is used this year: %s', (_name, change, pays, supposed) => {
  const facts = [...half, wait, free, deductible(50), maximum(1000)];
  const history = [{ ...entry(0, change), pays }];
  const found = outlookOf([plan(facts)], [line('D3330', 800)], { history });
  expect(Object.keys(found.supposed)).toEqual(supposed);
});

test('what is used this year changes nothing of the next', () => {
  const facts = [...half, wait, free, deductible(50), maximum(1000)];
  const found = outlookOf([plan(facts)], [line('D3330', 800, { date: day('2027-01-04') })]);
  expect(found).toMatchObject({ known: [425, 425], outlook: [425, 425], supposed: {} });
});

test('together they go further than each alone, line by line, and the question is about what narrows it most', () => {
  const facts = [...half, free, deductible(50)];
  const found = outlookOf([plan(facts)], [line('D3330', 800), line('D1110', 100)]);
  expect(found).toMatchObject({
    known: [475, 475],
    // At best the deductible is met; at worst the canal waits and the deductible is taken of the cleaning.
    outlook: [450, 875],
    lines: [
      [400, 800],
      [50, 75],
    ],
    supposed: { 'waiting-period': [875, 875], 'deductible-used': [450, 450] },
    questions: [
      ['estimate.fact.waiting-period', 25, true],
      ['estimate.outlook.fact.deductible-used', 400, true],
    ],
  });
});

test('while the figures are a range, the questions are about the range', () => {
  const { known, outlook, questions } = outlookOf([plan([network(false), wait, free])], [line('D3330', 800)]);
  expect([known, outlook]).toEqual([
    [0, 800],
    [0, 800],
  ]);
  expect(questions.map(([fact]) => fact)).toEqual(['estimate.fact.percentage']);
});

test('a second plan pays more where the first one pays nothing', () => {
  const first = plan([percent(80), network(false), wait]);
  const second = secondPlan([
    percent(50),
    network(false),
    wait,
    free,
    { kind: 'coordination', variant: 'carve-out' },
  ]);
  const found = outlookOf([first, second], [line('D1110', 100)]);
  expect(found).toMatchObject({ known: [20, 20], supposed: { frequency: [50, 50] }, outlook: [20, 50] });
});

test('two plans that either alone changes nothing of', () => {
  const silent = [percent(100), network(false), wait] as const;
  const asFirst: StatedFact = { kind: 'coordination', variant: 'standard' };
  const found = outlookOf([plan(silent), secondPlan([...silent, asFirst])], [line('D1110', 100)]);
  expect(found).toMatchObject({ known: [0, 0], supposed: {}, outlook: [0, 100] });
});

test.each([
  ['beyond the most', 200, 900, 'estimate.outlook.upTo', { amount: '$900' }, false],
  ['below the least', 50, 300, 'estimate.outlook.asLittleAs', { amount: '$50' }, false],
  ['both', 50, 900, 'estimate.outlook.between', { low: '$50', high: '$900' }, false],
  ['less, nobody can say how much', 0, 300, 'estimate.outlook.lessThan', { amount: '$100' }, true],
  ['both, open below', 0, 900, 'estimate.outlook.upToOrLessThan', { high: '$900', low: '$100' }, true],
])('in words beside $100 to $500: %s', (_name, low, high, id, params, isOpenBelow) => {
  const known = { low: usd(100), high: usd(500) };
  expect(reachOf({ low: usd(low), high: usd(high), isOpenBelow }, known, money)).toEqual({ id, params });
});
