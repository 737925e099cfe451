import { expect, test } from 'vitest';
import {
  allowed,
  code,
  day,
  deductible,
  entry,
  estimated,
  line,
  maximum,
  network,
  percent,
  plan,
  secondPlan,
  usd,
  half,
} from './estimate.samples.ts';
import type { Plan } from './estimate-request.ts';
import type { StatedFact } from './plan-facts.ts';

/** Which plan leads, which totals and maximums count where, and what is asked: each on both sides of what decides it. */

const first = (change: Partial<Plan>, ...more: StatedFact[]) =>
  plan([network(), allowed('D2740', 800), percent(80), ...more], change);
const second = (change: Partial<Plan> = {}) =>
  secondPlan(
    [network(), allowed('D2740', 700), percent(50), { kind: 'coordination', variant: 'standard' }],
    change,
  );
const onFifth = line('D2740', 1000, { date: day('2026-03-05') });
const noBenefit = { kind: 'status', status: 'not-a-benefit' } as const;

test.each<[string, readonly Plan[], readonly number[], number, number]>([
  ['both in force: the first pays, its contract counts', [first({}), second()], [640, 160], 200, 0],
  ['the first ends on the day', [first({ through: day('2026-03-05') }), second()], [640, 160], 200, 0],
  ['the first ended the day before', [first({ through: day('2026-03-04') }), second()], [0, 350], 300, 350],
  ['the first begins the day after', [first({ from: day('2026-03-06') }), second()], [0, 350], 300, 350],
  ['of the first it is no benefit', [first({}, noBenefit), second()], [0, 350], 300, 350],
  [
    'a medical plan of which it is no benefit stands before the dental one',
    [plan([network(false), noBenefit], { kind: 'medical' }), second()],
    [0, 350],
    300,
    350,
  ],
  [
    'of two contracts that hold the lower amount is what may be charged',
    [
      first({}, noBenefit, { kind: 'write-off', when: 'not-covered', holds: true }, allowed('D2740', 600)),
      second(),
    ],
    [0, 350],
    400,
    250,
  ],
  [
    'Medicaid that no other plan stands before pays as the first',
    [first({ through: day('2026-03-04') }), second({ kind: 'medicaid' })],
    [0, 350],
    300,
    350,
  ],
  [
    'Medicaid comes last also where it is not of a group',
    [
      first({}),
      second({ kind: 'medicaid', order: { market: 'individual', patientIs: 'subscriber', stated: 2 } }),
    ],
    [640, 60],
    300,
    0,
  ],
])('%s', (_name, plans, pays, writeOff, patient) => {
  const { lines, questions } = estimated(plans, [onFifth]);
  expect(questions).toEqual([]);
  expect(lines[0]?.most).toMatchObject({
    plans: pays.map((amount) => ({ pays: usd(amount) })),
    writeOff: usd(writeOff),
    patient: usd(patient),
  });
});

const restorative = { category: 'restorative' } as const;
const diagnostic = { category: 'diagnostic' } as const;
const preventive = { category: 'preventive' } as const;

test.each<[string, readonly StatedFact[], Parameters<typeof entry>[1], number]>([
  ['of a category without a maximum of its own: the general one', [maximum(1000)], { for: restorative }, 300],
  [
    'of a category that has one: its own',
    [maximum(1000), maximum(2000, { for: restorative })],
    { for: restorative },
    500,
  ],
  [
    'of another category that has one: not the general one',
    [maximum(1000), maximum(800, { for: diagnostic })],
    { for: diagnostic },
    500,
  ],
  ['of a code: what governs the code', [maximum(1000)], { for: { code: code('D2740') } }, 300],
])('a total of 700 paid %s', (_name, facts, told, pays) => {
  const history = [entry(700, told)];
  const { lines } = estimated([plan([...half, ...facts])], [line('D2740', 1000)], {
    history,
  });
  expect(lines[0]?.plans.high).toBe(usd(pays));
});

test.each([
  ['diagnostic', diagnostic],
  ['preventive', preventive],
])('the deductible that two categories share is met by a total told of the %s one', (_name, about) => {
  const shared = [deductible(25, { for: diagnostic }), deductible(25, { for: preventive })];
  const history = [entry(0, { deductible: usd(25), for: about })];
  const { lines } = estimated([plan([percent(100), network(false), ...shared])], [line('D1110', 100)], {
    history,
  });
  expect(lines[0]?.plans.high).toBe(usd(100));
});

test('the deductible of a year is no ceiling over one for life, and neither is used up by the other', () => {
  const forLife = deductible(100, { period: 'lifetime', for: { category: 'orthodontics' } });
  const { lines } = estimated(
    [plan([...half, deductible(50), forLife])],
    [line('D8080', 1000), line('D2740', 1000)],
  );
  expect(lines.map(({ plans }) => plans.high)).toEqual([usd(450), usd(475)]);
});

test.each([
  ['a cleaning', 'D1110', undefined, false],
  ['a bridge', 'D6240', undefined, true],
  ['a cleaning, where the plan says so of cleanings', 'D1110', preventive, true],
] as const)('a clause about missing teeth and %s', (_name, text, about, asks) => {
  const clause: StatedFact = { kind: 'missing-tooth', excluded: true, ...(about && { for: about }) };
  const { questions } = estimated([plan([...half, clause])], [line(text, 100)]);
  expect(questions.length).toBe(asks ? 1 : 0);
});

test.each<[string, readonly StatedFact[], readonly [low: number, high: number], boolean]>([
  ['only the annual maximum is known: between nothing and all', [maximum(1000)], [2950, 5900], true],
  [
    'its own maximum is known',
    [maximum(1000), maximum(2000, { for: { category: 'orthodontics' }, period: 'lifetime' })],
    [3900, 3900],
    false,
  ],
  [
    'there is no maximum at all',
    [{ kind: 'maximum', amount: 'none', per: 'individual', period: 'benefit-year' }],
    [2950, 2950],
    false,
  ],
])('braces where %s', (_name, facts, [low, high], asks) => {
  const { total, questions } = estimated([plan([...half, ...facts])], [line('D8080', 5900)]);
  expect(total.patient).toEqual({ low: usd(low), high: usd(high) });
  expect(questions.map(({ fact }) => fact.id)).toEqual(asks ? ['estimate.unknown.orthodonticMaximum'] : []);
});

test.each([
  ['the wider group first', ['Basic', 'Crowns']],
  ['the narrower group first', ['Crowns', 'Basic']],
])('of two groups that hold a code the smaller one counts: %s', (_name, order) => {
  const groups = { Basic: ['D2000-D2999', 80], Crowns: ['D2710-D2799', 50] } as const;
  const facts = order.flatMap((name): StatedFact[] => {
    const [codes, share] = groups[name as keyof typeof groups];
    return [{ kind: 'group', name, codes: [codes] }, percent(share, { group: name })];
  });
  const { lines } = estimated([plan([network(false), ...facts])], [line('D2740', 1000), line('D2391', 200)]);
  expect(lines.map(({ plans }) => plans.high)).toEqual([usd(500), usd(160)]);
});

test('a question that cannot promise a narrower range says that it may be', () => {
  // Authorized or not, and then all or nothing of it: once authorized, all is as open as before.
  const facts: readonly StatedFact[] = [
    network(false),
    { kind: 'status', status: 'prior-authorization' },
    {
      kind: 'one-of',
      candidates: [
        { kind: 'percentage', percent: 100 },
        { kind: 'percentage', percent: 20 },
      ],
    },
  ];
  const { questions } = estimated([plan(facts)], [line('D2740', 1000)]);
  const about = questions.map(({ fact, isSure, widestThen }) => [fact.id, isSure, widestThen / 100]);
  expect(about).toEqual([
    ['estimate.unknown.status.prior-authorization', true, 800],
    ['estimate.fact.percentage', false, 1000],
  ]);
});

test.each([
  ['as many as the limit lets pass', 2, [], 60, 0],
  ['one more than it lets pass', 3, [], 60, 30],
  ['two with one left', 2, ['2026-02-02'], 30, 30],
  ['three with none left', 3, ['2026-02-02', '2026-02-03'], 0, 90],
  ['three in the year after', 3, ['2025-12-31'], 60, 30],
] as const)('two a year, 30 each: %s', (_name, quantity, before, pays, patient) => {
  const facts: readonly StatedFact[] = [
    percent(100),
    network(false),
    { kind: 'frequency', times: 2, window: 'benefit-year', per: 'mouth', for: { code: code('D0220') } },
  ];
  const history = before.map((date) => entry(0, { code: code('D0220'), date: day(date) }));
  const { lines } = estimated([plan(facts)], [line('D0220', 30, { quantity })], { history });
  expect(lines[0]).toMatchObject({
    plans: { low: usd(pays), high: usd(pays) },
    patient: { low: usd(patient), high: usd(patient) },
  });
});
