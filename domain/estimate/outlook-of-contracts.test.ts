import { expect, test } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { tooth } from '../kernel/tooth.ts';
import {
  allowed,
  code,
  day,
  entry,
  half,
  line,
  maximum,
  network,
  percent,
  plan,
  request,
  secondPlan,
  usd,
} from './estimate.samples.ts';
import { estimateWithOutlook } from './outlook.ts';
import type { FactOf, StatedFact } from './plan-facts.ts';

/** What amounts that nobody told and promises that ended do to what the patient pays, in dollars. */
function outlookOf(...asked: Parameters<typeof request>) {
  const found = estimateWithOutlook(request(...asked));
  if (isRefusal(found)) throw new Error(found.code);
  const { outlook, total, lineOutlooks, questions } = found;
  const dollars = ({ low, high }: { readonly low: number; readonly high: number }) => [low / 100, high / 100];
  return {
    known: dollars(total.patient),
    outlook: dollars(outlook.patient),
    isOpenBelow: outlook.patient.isOpenBelow,
    lines: lineOutlooks.map(({ patient }) => [...dollars(patient), patient.isOpenBelow]),
    supposed: outlook.supposed.map(({ condition, patient }) => [
      condition.id.replace('estimate.outlook.if.', ''),
      condition.params['about'],
      ...dollars(patient),
      patient.isOpenBelow,
    ]),
    params: outlook.supposed.map(({ condition }) => condition.params),
    questions: questions.map(({ fact: { id, params } }) => [id, params['about']]),
  };
}

/** Nothing else is left to suppose of a root canal or an extraction. */
const told: readonly StatedFact[] = [{ kind: 'waiting-period', months: 0 }, { kind: 'no-frequency-limit' }];
const canal = line('D3330', 800);
const standard: StatedFact = { kind: 'coordination', variant: 'standard' };
const contractEnds = (when: FactOf<'write-off'>['when']): StatedFact => ({
  kind: 'write-off',
  when,
  holds: false,
});

type Contract = [
  name: string,
  plans: Parameters<typeof request>[0],
  lines: Parameters<typeof request>[1],
  known: number,
  supposed: readonly (readonly unknown[])[],
  change?: Parameters<typeof request>[2],
];

test.each<Contract>([
  ['the amount is not told', [plan([percent(50), network(), ...told])], [canal], 400, [['D3330', 0]]],
  // 600 x 50 % = 300
  ['it is told', [plan([percent(50), network(), allowed('D3330', 600), ...told])], [canal], 300, []],
  [
    'of one of two codes: 300 stay',
    [plan([percent(50), network(), allowed('D3330', 600), ...told])],
    [canal, line('D7140', 100)],
    350,
    [['D7140', 300]],
  ],
  ['no contract', [plan([...half, ...told])], [canal], 400, []],
  [
    'a contract with another office',
    [plan([percent(50), network(false), { kind: 'network', participates: true, office: 'o2' }, ...told])],
    [line('D3330', 800, { office: 'o1' })],
    400,
    [],
  ],
  [
    'a contract with this office',
    [plan([percent(50), network(false), { kind: 'network', participates: true, office: 'o1' }, ...told])],
    [line('D3330', 800, { office: 'o1' })],
    400,
    [['D3330', 0]],
  ],
  [
    'one code in two offices, of which one has no contract',
    [plan([percent(50), network(false), { kind: 'network', participates: true, office: 'o1' }, ...told])],
    [
      line('D7140', 100, { office: 'o1' }),
      line('D7140 again', 100, { office: 'o2', date: day('2026-03-06') }),
    ],
    100,
    [],
  ],
  [
    'the plan that pays second: less allowed would be less paid',
    [plan([...half, ...told]), secondPlan([percent(20), network(), standard, ...told])],
    [canal],
    240,
    [],
  ],
  [
    'a maximum that is used up, after which the contract does not hold',
    [plan([percent(50), network(), maximum(1000), contractEnds('maximum-reached'), ...told])],
    [canal],
    800,
    [],
    { history: [entry(1000)] },
  ],
  [
    'a maximum that is used up: whether the contract holds then is asked once there is an amount',
    [plan([percent(50), network(), maximum(1000), ...told])],
    [canal],
    800,
    [['D3330', 0.01]],
    { history: [entry(1000)] },
  ],
  [
    'nothing is paid, and the contract does not hold',
    [plan([percent(0), network(), contractEnds('not-covered'), ...told])],
    [canal],
    800,
    [],
  ],
])('an office in the network: %s', (_name, plans, lines, known, supposed, change) => {
  const found = outlookOf(plans, lines, change);
  expect(found.known).toEqual([known, known]);
  expect(found.supposed).toEqual(supposed.map(([about, low]) => ['allowed', about, low, low, true]));
  expect(found.isOpenBelow).toBe(supposed.length > 0);
  expect(found.questions).toEqual(supposed.map(([about]) => ['estimate.outlook.fact.allowed', about]));
});

test('the step whose amount is told is not open below', () => {
  const facts = [percent(50), network(), allowed('D3330', 600), ...told];
  expect(outlookOf([plan(facts)], [canal, line('D7140', 100)]).lines).toEqual([
    [300, 300, false],
    [0, 50, true],
  ]);
});

const molar = line('D2740', 1000, { tooth: tooth('3') });
const itself: StatedFact = { kind: 'alternate-benefit', code: code('D2740'), applies: false };

function promise(change: Partial<FactOf<'predetermination'>> = {}, expires = '2026-03-04'): StatedFact {
  const source = { kind: 'predetermination', date: day('2026-02-20'), expires: day(expires) } as const;
  const about = { lineId: 'D2740', code: code('D2740') };
  return { kind: 'predetermination', ...about, outcome: 'pays', pays: usd(300), source, ...change };
}

type Promised = [name: string, fact: StatedFact, known: number, then: number | undefined];

test.each<Promised>([
  ['less than by the percentage, ended the day before', promise(), 500, 700],
  ['more than by the percentage', promise({ pays: usd(600) }), 500, 400],
  ['as much as by the percentage', promise({ pays: usd(500) }), 500, undefined],
  ['on its last day it stands', promise({}, '2026-03-05'), 700, undefined],
  ['about another step', promise({ lineId: 'other' }), 500, undefined],
  ['about another code', promise({ code: code('D2750') }), 500, undefined],
])('what a payer promised for a crown of $1,000 at 50 %%: %s', (_name, fact, known, then) => {
  const found = outlookOf([plan([...half, ...told, itself, fact])], [molar]);
  expect(found.known).toEqual([known, known]);
  expect(found.supposed).toEqual(
    then === undefined ? [] : [['predetermination', 'D2740', then, then, false]],
  );
  expect(found.outlook).toEqual([Math.min(known, then ?? known), Math.max(known, then ?? known)]);
  expect(found.isOpenBelow).toBe(false);
  expect(found.questions).toEqual(
    then === undefined ? [] : [['estimate.outlook.fact.predetermination', 'D2740']],
  );
});

test('a denial that ended may be answered again', () => {
  const { source, lineId } = {
    source: { kind: 'predetermination', expires: day('2026-03-04') },
    lineId: 'D2740',
  } as const;
  const denial = {
    kind: 'predetermination',
    lineId,
    code: code('D2740'),
    outcome: 'denied-patient-liable',
    source,
  } as const;
  const found = outlookOf([plan([...half, ...told, itself, denial])], [molar]);
  expect(found.supposed).toEqual([['predetermination-undated', 'D2740', 1000, 1000, false]]);
  expect(found.params).toMatchObject([{ pays: '$0', ended: '2026-03-04' }]);
});

test('steps of one answer stand or fall together, those of another apart', () => {
  const lines = [molar, canal, line('D7140', 100)];
  const canalPromise = promise({ lineId: 'D3330', code: code('D3330'), pays: usd(200) });
  const other = promise({ lineId: 'D7140', code: code('D7140'), pays: usd(0) }, '2026-03-01');
  const found = outlookOf([plan([...half, ...told, itself, promise(), canalPromise, other])], lines);
  // By the percentage 500 + 400 + 50; promised 700 + 600, and 100.
  expect(found.known).toEqual([950, 950]);
  expect(found.supposed).toEqual([
    ['predetermination', 'D2740, D3330', 1350, 1350, false],
    ['predetermination', 'D7140', 1000, 1000, false],
  ]);
  expect(found.params).toMatchObject([
    { plan: 'Plan One', on: '2026-02-20', ended: '2026-03-04', pays: '$500' },
    { plan: 'Plan One', on: '2026-02-20', ended: '2026-03-01', pays: '$0' },
  ]);
  expect(found.outlook).toEqual([950, 1400]);
});

test('beside what a payer promised, an amount that is not told asks nothing about codes at 0 percent', () => {
  const facts = [percent(50), network(), contractEnds('not-covered'), ...told, itself, promise()];
  const found = outlookOf([plan(facts)], [molar]);
  // However little is allowed, the plan pays it up to what it promised, and the contract holds.
  expect(found.supposed.toSorted()).toEqual([
    ['allowed', 'D2740', 0, 0, true],
    ['predetermination', 'D2740', 700, 700, false],
  ]);
  expect(found.outlook).toEqual([0, 700]);
});

test('while an amount is not told, how wide it is after another answer cannot be told', () => {
  const facts: readonly StatedFact[] = [percent(50), network(), { kind: 'no-frequency-limit' }];
  const found = estimateWithOutlook(request([plan(facts)], [canal]));
  if (isRefusal(found)) throw new Error(found.code);
  // The fee with the amount: it waits or it is paid at 50 %, which are 400 apart.
  expect(found.questions.map(({ fact: { id }, widestThen, isSure }) => [id, widestThen, isSure])).toEqual([
    ['estimate.outlook.fact.allowed', usd(400), true],
    ['estimate.fact.waiting-period', usd(799.99), false],
  ]);
});
