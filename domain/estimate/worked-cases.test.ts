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
  request,
  secondPlan,
  usd,
} from './estimate.samples.ts';
import type { Estimate } from './estimate.ts';
import { faultsOfAnswer } from './estimate-answer.samples.ts';
import type { EstimateRequest } from './estimate-request.ts';
import type { CoordinationVariant, StatedFact } from './plan-facts.ts';

/** Every worked case of field-facts 7, to the cent. The cases of 7.2 and 7.3 are Open Dental's documented ones. */

type Figures = readonly [plans: number, writeOff: number, patient: number];

/** The estimate; what is printed of it is as its schema says. */
function worked(...asked: Parameters<typeof estimated>): Estimate {
  expect(faultsOfAnswer(request(...asked))).toEqual([]);
  return estimated(...asked);
}

/** The figures of each line in dollars; all of them exact. */
function figures(...asked: Parameters<typeof estimated>): readonly Figures[] {
  const { lines, questions } = worked(...asked);
  expect(questions).toEqual([]);
  return lines.map(({ plans, writeOff, patient }) => {
    for (const { low, high } of [plans, writeOff, patient]) expect(low).toBe(high);
    return [plans.low / 100, writeOff.low / 100, patient.low / 100];
  });
}

interface Case {
  readonly name: string;
  readonly facts: readonly StatedFact[];
  readonly lines: Parameters<typeof estimated>[1];
  readonly history?: EstimateRequest['history'];
  readonly expect: readonly Figures[];
}

const alternate = { kind: 'alternate-benefit', code: code('D2393'), substitute: code('D2160') } as const;

const single: readonly Case[] = [
  {
    name: 'quantity 3, fee 50, allowed 40, copay 5 each, deductible 10, 80 %',
    facts: [network(), allowed('D0220', 40), percent(80), deductible(10), { kind: 'copay', amount: usd(5) }],
    lines: [line('D0220', 50, { quantity: 3 })],
    expect: [[76, 30, 44]],
  },
  {
    name: 'two 800 crowns, 50 %, deductible 25',
    facts: [percent(50), deductible(25)],
    lines: [line('D2740 a', 800), line('D2740 b', 800)],
    expect: [
      [387.5, 0, 412.5],
      [400, 0, 400],
    ],
  },
  {
    name: 'a general deductible of 50 is the ceiling over 45 used by a code of its own',
    facts: [percent(100), deductible(50), deductible(45, { for: { code: code('D0330') } })],
    lines: [line('D0330', 100), line('D2391', 100)],
    expect: [
      [55, 0, 45],
      [95, 0, 5],
    ],
  },
  {
    name: 'deductibles of preventive 25 and diagnostic 25 are one shared 25',
    facts: [
      percent(100),
      deductible(25, { for: { category: 'preventive' } }),
      deductible(25, { for: { category: 'diagnostic' } }),
    ],
    lines: [line('D0120', 60), line('D1110', 90)],
    expect: [
      [35, 0, 25],
      [90, 0, 0],
    ],
  },
  {
    name: 'individual deductible 75, family 150 with 125 used by others: 25 is left',
    facts: [percent(100), deductible(75), deductible(150, { per: 'family' })],
    history: [entry(0, { deductible: usd(125), member: 'family' })],
    lines: [line('D2391', 200)],
    expect: [[175, 0, 25]],
  },
  {
    name: 'maximum 1000, family 2500 with 2000 used by a sibling, an 830 crown at 100 %',
    facts: [percent(100), maximum(1000), maximum(2500, { per: 'family' })],
    history: [entry(2000, { member: 'family' })],
    lines: [line('D2740', 830)],
    expect: [[500, 0, 330]],
  },
  {
    name: 'annual maximum 200, D2161 with its own 2000: 300 at 80 %, then D2160 300',
    facts: [percent(80), maximum(200), maximum(2000, { for: { code: code('D2161') } })],
    lines: [line('D2161', 300), line('D2160', 300)],
    expect: [
      [240, 0, 60],
      [200, 0, 100],
    ],
  },
  {
    name: 'a frequency that is used up',
    facts: [
      percent(100),
      { kind: 'frequency', for: { code: code('D1110') }, times: 1, window: 'benefit-year', per: 'mouth' },
    ],
    history: [entry(90, { code: code('D1110') })],
    lines: [line('D1110', 90)],
    expect: [[0, 0, 90]],
  },
  {
    name: 'alternate benefit, fee 300, amount 120, none for the substitute, 100 %',
    facts: [network(), percent(100), allowed('D2393', 120), { ...alternate, applies: true }],
    lines: [line('D2393', 300)],
    expect: [[120, 180, 0]],
  },
  {
    name: 'alternate benefit, fee 140, amount 80, substitute 100 and so dearer, 100 %',
    facts: [
      network(),
      percent(100),
      allowed('D2393', 80),
      allowed('D2160', 100),
      { ...alternate, applies: true },
    ],
    lines: [line('D2393', 140)],
    expect: [[80, 60, 0]],
  },
  {
    name: 'alternate benefit that is cheaper: the write-off stays that of the original code',
    facts: [
      network(),
      percent(80),
      allowed('D2393', 200),
      allowed('D2160', 150),
      { ...alternate, applies: true },
    ],
    lines: [line('D2393', 260)],
    expect: [[120, 60, 80]],
  },
];

test.each(single)('one plan: $name', ({ facts, lines, history = [], expect: expected }) => {
  expect(figures([plan(facts)], lines, { history })).toEqual(expected);
});

test.each([
  [
    'maximum 1000, diagnostic with its own limit 50, a crown 400: 600 are left',
    [maximum(1000), maximum(500, { for: { category: 'diagnostic' } })],
    [line('D0330', 50), line('D2740', 400), line('D2750', 2000)],
    400,
    600,
  ],
  [
    'annual 100, orthodontics 500: after an exam of 59 and 348 of orthodontics 41 are left',
    [maximum(100), maximum(500, { for: { category: 'orthodontics' }, period: 'lifetime' })],
    [line('D0140', 59), line('D8660', 348), line('D2750', 2000)],
    59,
    41,
  ],
] as const)('%s', (_name, maximums, lines, used, left) => {
  const plans = [plan([percent(100), ...maximums])];
  expect(figures(plans, lines).at(-1)?.[0]).toBe(left);
  const general = worked(plans, lines.slice(0, 2)).ledger.find(({ about }) => about === 'D0001-D9999');
  expect(general?.planned).toBe(usd(used));
});

const half = (amount?: number) => [
  percent(50),
  ...(amount === undefined ? [] : [network(), allowed('D2740', amount)]),
];
type Row = [
  name: string,
  first: readonly StatedFact[],
  second: readonly StatedFact[],
  fee: number,
  variant: CoordinationVariant,
  paid: readonly [number, number],
  writeOff: number,
  patient: number,
];

test.each<Row>([
  ['900 and 650', half(900), half(650), 1200, 'standard', [450, 325], 300, 125],
  ['900 and 650', half(900), half(650), 1200, 'basic', [450, 200], 300, 250],
  ['900 and 650', half(900), half(650), 1200, 'carve-out', [450, 0], 300, 450],
  ['650 and 900', half(650), half(900), 1200, 'standard', [325, 325], 550, 0],
  ['650 and 900', half(650), half(900), 1200, 'basic', [325, 450], 425, 0],
  ['650 and 900', half(650), half(900), 1200, 'carve-out', [325, 125], 550, 200],
  ['no schedules, 50 % and 75 %', half(), [percent(75)], 1200, 'carve-out', [600, 300], 0, 300],
  [
    'both deductible 50, 50 %',
    [percent(50), deductible(50)],
    [percent(50), deductible(50)],
    150,
    'standard',
    [50, 50],
    0,
    50,
  ],
  [
    '1100 and 1100, 100 %',
    [percent(100), network(), allowed('D2740', 1100)],
    [percent(100), network(), allowed('D2740', 1100)],
    1400,
    'standard',
    [1100, 0],
    300,
    0,
  ],
  [
    '600 and 800, maximum 1000 each: the write-off is 500, not 600',
    [...half(600), maximum(1000)],
    [...half(800), maximum(1000)],
    1200,
    'basic',
    [300, 400],
    500,
    0,
  ],
  // Maintenance of benefits (unverified readings): 650 less 450 paid leaves 200.
  [
    'maintenance, both borne by the patient',
    half(900),
    [...half(650), deductible(50)],
    1200,
    'maintenance-deductible-and-coinsurance',
    [450, 75],
    300,
    375,
  ],
  [
    'maintenance, the percentage only',
    half(900),
    [...half(650), deductible(50)],
    1200,
    'maintenance-coinsurance',
    [450, 100],
    300,
    350,
  ],
  [
    'maintenance, the deductible only',
    half(900),
    [...half(650), deductible(50)],
    1200,
    'maintenance-deductible',
    [450, 150],
    300,
    300,
  ],
])('two plans: %s, fee %5$s', (_name, first, second, fee, variant, paid, writeOff, patient) => {
  const plans = [plan(first), secondPlan([...second, { kind: 'coordination', variant }])];
  const { lines, questions } = worked(plans, [line('D2740', fee)]);
  expect(questions).toEqual([]);
  expect(lines[0]?.most).toMatchObject({
    plans: paid.map((amount) => ({ pays: usd(amount) })),
    writeOff: usd(writeOff),
    patient: usd(patient),
  });
});

test.each([
  ['pays what its own amount leaves', 250, 100, 50],
  ['pays nothing when its amount is passed', 140, 0, 150],
])('Medicaid second %s, and the rest is written off', (_name, amount, pays, writeOff) => {
  const medicaid = secondPlan([percent(100), network(), allowed('D2740', amount)], { kind: 'medicaid' });
  const { lines } = worked([plan([percent(50), network(false)]), medicaid], [line('D2740', 300)]);
  expect(lines[0]?.most).toMatchObject({
    plans: [{ pays: usd(150) }, { pays: usd(pays) }],
    writeOff: usd(writeOff),
    patient: 0,
  });
});

const orthodontics = { bandedOn: day('2026-01-15'), months: 24 } as const;
const lifetime = (amount: number) =>
  maximum(amount, { for: { category: 'orthodontics' }, period: 'lifetime' });

function payments(facts: readonly StatedFact[], fee: number, change: Partial<EstimateRequest> = {}) {
  const [first] = worked([plan(facts)], [line('D8080', fee, { orthodontics })], change).lines;
  const made = first?.most.plans[0]?.payments ?? [];
  return { made: made.map(({ date, pays }) => [date, pays / 100] as const), patient: first?.patient };
}

test('orthodontics: fee 6000, 50 %, lifetime 1500, 20 % at banding: 600, then 100 for 9 months, then nothing', () => {
  const { made, patient } = payments(
    [
      percent(50),
      lifetime(1500),
      { kind: 'orthodontics', bandingPercent: 20, every: 'month', incurred: 'end' },
    ],
    6000,
  );
  expect(made.map(([, pays]) => pays)).toEqual([600, ...Array<number>(9).fill(100)]);
  expect([made[0]?.[0], made[1]?.[0], made.at(-1)?.[0]]).toEqual(['2026-01-15', '2026-02-15', '2026-10-15']);
  expect(patient).toEqual({ low: usd(4500), high: usd(4500) });
});

const quarters = {
  kind: 'orthodontics',
  bandingPercent: 0,
  every: 'quarter',
  mostInstalments: 8,
  incurred: 'end',
} as const;

test('orthodontics: equal quarters, at most 8, incurred at the end of each, until the age limit', () => {
  const all = payments([percent(50), lifetime(9999), quarters], 4000);
  expect(all.made.map(([, pays]) => pays)).toEqual(Array(8).fill(250));
  expect([all.made[0]?.[0], all.made.at(-1)?.[0]]).toEqual(['2026-04-15', '2028-01-15']);
  // Banded the day before the 17th birthday, the last quarter ends before the 19th; banded on it, it does not.
  const limit: StatedFact = { kind: 'age-limit', for: { category: 'orthodontics' }, through: 18 };
  for (const [birthDate, count] of [
    ['2009-01-16', 8],
    ['2009-01-15', 7],
  ] as const) {
    const patient = { birthDate: day(birthDate) };
    expect(payments([percent(50), lifetime(9999), quarters, limit], 4000, { patient }).made).toHaveLength(
      count,
    );
  }
});

test('orthodontics: a third at banding, the odd cents in the last instalment', () => {
  const { made } = payments(
    [percent(100), { kind: 'orthodontics', bandingPercent: 33, every: 'quarter', incurred: 'end' }],
    1000,
  );
  expect(made.map(([, pays]) => pays)).toEqual([330, ...Array<number>(8).fill(83.75)]);
  const odd = payments(
    [percent(100), { kind: 'orthodontics', bandingPercent: 0, every: 'month', incurred: 'end' }],
    1000,
  );
  expect(odd.made.map(([, pays]) => pays)).toEqual([...Array<number>(23).fill(41.66), 41.82]);
});

const startCounts = { kind: 'date-that-counts', on: 'start' } as const;
const tiers = [percent(80), percent(50, { code: code('D2750') }), deductible(100)];
const standard = { kind: 'coordination', variant: 'standard' } as const;
/** Completed first, and started last. */
const startedLast = line('D2740', 1000, { date: day('2026-12-10'), startedOn: day('2026-12-09') });
const startedFirst = line('D2750', 1000, { date: day('2026-12-20'), startedOn: day('2026-12-01') });

test.each([
  ['completion counts', [plan(tiers)], [[720], [500]]],
  ['the start counts', [plan([...tiers, startCounts])], [[800], [450]]],
  [
    'the start counts for the second plan only',
    [plan(tiers), secondPlan([...tiers, startCounts, standard])],
    [
      [720, 280],
      [500, 450],
    ],
  ],
])('the deductible falls on the line that counts first: %s', (_name, plans, pays) => {
  const { lines } = worked(plans, [startedLast, startedFirst], { asOf: day('2026-11-28') });
  expect(lines.map(({ most }) => most.plans.map((share) => share.pays / 100))).toEqual(pays);
});

const bandedInDecember = line('D8080', 6000, {
  date: day('2026-12-15'),
  orthodontics: { bandedOn: day('2026-12-15'), months: 24 },
});
const inJanuary = (date: string) => line('D2740', 1000, { date: day(date) });
const monthlyBraces: readonly StatedFact[] = [
  percent(50, { category: 'orthodontics' }),
  percent(80),
  { kind: 'orthodontics', bandingPercent: 20, every: 'month', incurred: 'start' },
];
const together = { for: { category: 'orthodontics' }, countsTowardGeneral: true } as const;

test.each([
  // Of the braces 700 fall in 2026, 100 on the 15th of each month of 2027, 1,100 in 2028. The deductibles of 2026 and
  // 2028 come off the braces; that of 2027 off what comes first.
  ['a crown before the instalment bears the deductible', [deductible(50)], '2027-01-05', [2950, 760]],
  ['a crown on the day of the instalment comes after it', [deductible(50)], '2027-01-15', [2925, 800]],
  [
    'a crown before the instalments leaves them less of a maximum',
    [maximum(1200)],
    '2027-01-05',
    [2200, 800],
  ],
  ['a crown after seven instalments gets what they leave', [maximum(1200)], '2027-07-20', [2500, 500]],
  ['a crown after them all of that year gets what they leave', [maximum(1200)], '2027-12-20', [3000, 0]],
])('instalments take their turn: %s', (_name, facts, date, pays) => {
  const shared = facts.some(({ kind }) => kind === 'maximum')
    ? [maximum(9999, { ...together, period: 'lifetime' })]
    : [];
  const { lines } = worked(
    [plan([...monthlyBraces, ...facts, ...shared])],
    [bandedInDecember, inJanuary(date)],
    { asOf: day('2026-11-28') },
  );
  expect(lines.map(({ most }) => (most.plans[0]?.pays ?? 0) / 100)).toEqual(pays);
});
