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
} from './estimate.samples.ts';
import type { EstimateRequest, Line, Plan } from './estimate-request.ts';
import type { FactOf, StatedFact } from './plan-facts.ts';

type Row = [
  name: string,
  plans: readonly Plan[],
  lines: readonly Line[],
  patient: readonly [low: number, high: number],
  questions: readonly string[],
  change?: Partial<EstimateRequest>,
];

const crown = [line('D2740', 1000)];
const twice = (one: StatedFact, other: StatedFact): StatedFact => {
  if (one.kind === 'one-of' || other.kind === 'one-of') throw new Error('candidates are facts');
  return { kind: 'one-of', candidates: [one, other] };
};
const waiting = (months: number): FactOf<'waiting-period'> => ({ kind: 'waiting-period', months });
const diagnostic = { category: 'diagnostic' } as const;
const implants = { category: 'implants' } as const;
const implantWaits = [
  { ...waiting(0), for: implants },
  { ...waiting(12), for: implants },
] as const;
const onceAYear = (about: FactOf<'frequency'>['for']): StatedFact => ({
  kind: 'frequency',
  ...(about && { for: about }),
  times: 1,
  window: 'benefit-year',
  per: 'mouth',
});
const coveredSince = { market: 'group', patientIs: 'subscriber', coveredSince: day('2020-01-01') } as const;
const carveOut: StatedFact = { kind: 'coordination', variant: 'carve-out' };
const covered = { from: day('2026-01-01') };
const leat = (applies: boolean): StatedFact => ({
  kind: 'alternate-benefit',
  code: code('D2740'),
  substitute: code('D2791'),
  applies,
});

test.each<Row>([
  ['all known', [plan([percent(50)])], crown, [500, 500], []],
  ['no plan', [], crown, [1000, 1000], []],
  [
    'whether the maximum of what was done before is a part of the general one',
    [
      plan([
        percent(50),
        maximum(1000),
        twice(
          maximum(800, { for: { code: code('D3330') } }),
          maximum(800, { for: { code: code('D3330') }, countsTowardGeneral: true }),
        ),
      ]),
    ],
    crown,
    [500, 700],
    ['estimate.fact.maximum'],
    { history: [entry(700, { code: code('D3330') })] },
  ],
  [
    'what was done before is no part of the general maximum, whatever its own is',
    [
      plan([
        percent(50),
        maximum(1000),
        twice(maximum(300, { for: diagnostic }), maximum(400, { for: diagnostic })),
      ]),
    ],
    crown,
    [500, 500],
    [],
    { history: [entry(200, { code: code('D0150') }), entry(500, { code: code('D3330') })] },
  ],
  [
    'whether the contracted fee holds outside a limit',
    [plan([percent(100), network(), allowed('D1110', 70), onceAYear({ code: code('D1110') })])],
    [line('D1110', 100)],
    [70, 100],
    ['estimate.unknown.writeOff.limit-reached'],
    { history: [entry(70, { code: code('D1110') })] },
  ],
  [
    'the contracted fee holds outside a limit',
    [
      plan([
        percent(100),
        network(),
        allowed('D1110', 70),
        onceAYear({ code: code('D1110') }),
        { kind: 'write-off', when: 'limit-reached', holds: true },
      ]),
    ],
    [line('D1110', 100)],
    [70, 70],
    [],
    { history: [entry(70, { code: code('D1110') })] },
  ],
  [
    'the deductible that a cleaning shares with examinations',
    [
      plan([
        percent(100),
        deductible(25, { for: { category: 'preventive' } }),
        twice(deductible(25, { for: diagnostic }), deductible(75, { for: diagnostic })),
      ]),
    ],
    [line('D1110', 100)],
    [25, 75],
    ['estimate.fact.deductible'],
  ],
  ['no percentage', [plan([])], crown, [0, 1000], ['estimate.fact.percentage']],
  [
    'no network, an amount below the fee',
    [plan([percent(50), allowed('D2740', 800)])],
    crown,
    [400, 600],
    ['estimate.fact.network'],
  ],
  [
    'no network, an amount that is the fee',
    [plan([percent(50), allowed('D2740', 1000)])],
    crown,
    [500, 500],
    [],
  ],
  [
    'a waiting period of none or 12 months',
    [plan([percent(50), twice(waiting(0), waiting(12))], covered)],
    crown,
    [500, 1000],
    ['estimate.fact.waiting-period'],
  ],
  [
    'a waiting period, and since when the coverage runs is not known',
    [plan([percent(50), waiting(12)])],
    crown,
    [500, 1000],
    ['estimate.unknown.coveredFrom'],
  ],
  [
    'the limit of a category that the code is free of',
    [
      plan([
        percent(50),
        onceAYear({ category: 'restorative' }),
        { kind: 'no-frequency-limit', for: { code: code('D2740') } },
      ]),
    ],
    crown,
    [500, 500],
    [],
    { history: [entry(500, { code: code('D2740') })] },
  ],
  [
    'the limit of a code whose category is free of one',
    [
      plan([
        percent(50),
        onceAYear({ code: code('D2740') }),
        { kind: 'no-frequency-limit', for: { category: 'restorative' } },
      ]),
    ],
    crown,
    [1000, 1000],
    [],
    { history: [entry(500, { code: code('D2740') })] },
  ],
  [
    'an alternate benefit or none',
    [plan([percent(50), allowed('D2791', 600), twice(leat(true), leat(false))])],
    crown,
    [500, 700],
    ['estimate.fact.alternate-benefit'],
  ],
  [
    'candidates that no line is about are not asked for',
    [plan([percent(50), twice(...implantWaits)], covered)],
    crown,
    [500, 500],
    [],
  ],
  [
    'how the second plan coordinates',
    [plan([percent(50)]), secondPlan([percent(80)])],
    crown,
    [0, 200],
    ['estimate.fact.coordination'],
  ],
  [
    'which plan pays first',
    [
      plan([percent(80), carveOut], { order: { market: 'group', patientIs: 'subscriber' } }),
      secondPlan([percent(50), carveOut], { order: { market: 'group', patientIs: 'subscriber' } }),
    ],
    crown,
    // 80 % first leaves the other nothing to pay; 50 % first leaves the other 30 %.
    [200, 200],
    [],
  ],
  [
    'which plan pays first, where it matters to the patient',
    [
      plan([percent(80), { kind: 'coordination', variant: 'standard' }], {
        order: { market: 'group', patientIs: 'subscriber' },
      }),
      secondPlan([percent(50), carveOut], { order: { market: 'group', patientIs: 'subscriber' } }),
    ],
    crown,
    [0, 200],
    ['estimate.unknown.order.coveredSince'],
  ],
  [
    'which plan pays first, where no rule tells them apart',
    [
      plan([percent(80), { kind: 'coordination', variant: 'standard' }], { order: coveredSince }),
      secondPlan([percent(50), carveOut], { order: { ...coveredSince, recorded: 1 } }),
    ],
    crown,
    [0, 200],
    ['estimate.unknown.order.payers'],
  ],
  [
    'which plan pays first, where the practice keeps the recorded order with a reason',
    [
      plan([percent(80), { kind: 'coordination', variant: 'standard' }], {
        order: { ...coveredSince, recorded: 1 },
      }),
      secondPlan([percent(50), carveOut], {
        order: { ...coveredSince, recorded: 2, keptBecause: 'Both wrote so' },
      }),
    ],
    crown,
    [200, 200],
    [],
  ],
  [
    'an individual policy pays its own benefit beside the group’s',
    [
      plan([percent(50)], { order: { market: 'group', patientIs: 'subscriber' } }),
      secondPlan([percent(30)], { order: { market: 'individual', patientIs: 'subscriber' } }),
    ],
    crown,
    [200, 200],
    [],
  ],
  [
    'Medicaid alone, with a copay',
    [
      plan([percent(100), network(), allowed('D2740', 400), { kind: 'copay', amount: usd(3) }], {
        kind: 'medicaid',
      }),
    ],
    crown,
    [3, 3],
    [],
  ],
  [
    'a maximum that is used up, and nobody knows whether the contracted fee holds',
    [plan([percent(50), network(), allowed('D2740', 800), maximum(0)])],
    crown,
    [800, 1000],
    ['estimate.unknown.writeOff.maximum-reached'],
  ],
  [
    'a code at 0 %, and nobody knows whether the contracted fee holds',
    [plan([percent(0), network(), allowed('D2740', 800)])],
    crown,
    [800, 1000],
    ['estimate.unknown.writeOff.not-covered'],
  ],
  [
    'when the tooth was lost',
    [plan([percent(50), { kind: 'missing-tooth', excluded: true }], covered)],
    [line('D6010', 2000)],
    [1000, 2000],
    ['estimate.unknown.toothLost'],
  ],
  [
    'the tooth was lost before',
    [plan([percent(50), { kind: 'missing-tooth', excluded: true }], covered)],
    [line('D6010', 2000, { toothLostOn: day('2025-12-31') })],
    [2000, 2000],
    [],
  ],
  [
    'the tooth was lost on the first day',
    [plan([percent(50), { kind: 'missing-tooth', excluded: true }], covered)],
    [line('D6010', 2000, { toothLostOn: day('2026-01-01') })],
    [1000, 1000],
    [],
  ],
  [
    'no birth date under an age limit',
    [plan([percent(100), { kind: 'age-limit', through: 18 }])],
    [line('D1351', 60)],
    [0, 60],
    ['estimate.unknown.age'],
    { patient: {} },
  ],
  [
    'by report',
    [plan([percent(50), { kind: 'status', status: 'by-report' }])],
    crown,
    [500, 1000],
    ['estimate.unknown.status.by-report'],
  ],
  [
    'orthodontics under way when the coverage begins',
    [
      plan(
        [percent(50), { kind: 'orthodontics', bandingPercent: 20, every: 'month', incurred: 'end' }],
        covered,
      ),
    ],
    [line('D8080', 2000, { orthodontics: { bandedOn: day('2025-12-01'), months: 10 } })],
    // The banding falls before the coverage: ten instalments of 80 are paid, or nothing.
    [1200, 2000],
    ['estimate.unknown.inProgress'],
  ],
])('%s', (_name, plans, lines, [low, high], questions, change = {}) => {
  const { total, questions: asked } = estimated(plans, lines, change);
  expect([total.patient.low / 100, total.patient.high / 100]).toEqual([low, high]);
  expect(asked.map(({ fact }) => fact.id)).toEqual(questions);
});

test('the fact that narrows the range most comes first, found by trying', () => {
  const facts = [
    percent(50, { code: code('D2740') }),
    twice(waiting(0), waiting(12)),
    twice(deductible(0), deductible(100)),
  ];
  const { total, questions } = estimated([plan(facts, covered)], crown);
  expect([total.patient.low, total.patient.high]).toEqual([usd(500), usd(1000)]);
  expect(questions.map(({ fact, widestThen }) => [fact.id, widestThen])).toEqual([
    // Over or not: over leaves 500 to 550, not over leaves nothing open.
    ['estimate.fact.waiting-period', usd(50)],
    // With a deductible of 100 the patient pays 550 to 1000, without 500 to 1000.
    ['estimate.fact.deductible', usd(500)],
  ]);
});

test('too many unknowns for every combination are said, and the range still holds the extremes', () => {
  const lines = Array.from({ length: 16 }, (_, index) => line(`D2${String(140 + index)}`, 100));
  const { complete, total } = estimated([plan([])], lines);
  expect([complete, total.patient.low, total.patient.high]).toEqual([false, 0, usd(1600)]);
});

test.each([
  ['reserved for another line', { state: 'reserved' }, 200],
  ['reserved for this line', { state: 'reserved', lineId: 'D2740' }, 500],
  ['reserved until today', { state: 'reserved', expires: day('2026-03-01') }, 200],
  ['a reservation that lapsed yesterday', { state: 'reserved', expires: day('2026-02-28') }, 500],
  ['pending', { state: 'pending' }, 200],
  ['in the benefit year before', { date: day('2025-12-31') }, 500],
  ['somebody else of the family', { member: 'family' }, 500],
] as const)('800 of a maximum of 1000: %s', (_name, change, pays) => {
  const history = [entry(800, change)];
  const { lines } = estimated([plan([percent(50), maximum(1000)])], crown, { history });
  expect(lines[0]?.plans.low).toBe(usd(pays));
});

test.each([
  ['2026-06-30', 500],
  ['2026-07-01', 1000],
] as const)('a contract year that begins in July: done on %s, %d is paid', (date, pays) => {
  const facts = [percent(100), maximum(1000), { kind: 'benefit-year', begins: '07-01' } as const];
  const { lines } = estimated([plan(facts)], [line('D2740', 1000, { date: day(date) })], {
    history: [entry(500, { date: day('2026-01-10') })],
  });
  expect(lines[0]?.plans.low).toBe(usd(pays));
});

test.each([
  ['completion', '2027-01-10', 500],
  ['start', '2027-01-10', 200],
] as const)('the date that counts is %s', (on, date, pays) => {
  const facts = [percent(50), maximum(1000), { kind: 'date-that-counts', on } as const];
  const crownOver = line('D2740', 1000, { date: day(date), startedOn: day('2026-12-20') });
  const { lines } = estimated([plan(facts)], [crownOver], { history: [entry(800)] });
  expect(lines[0]?.plans.low).toBe(usd(pays));
});

const counts = (on: 'start' | 'completion') => ({ kind: 'date-that-counts', on }) as const;

test.each([
  ['the year before has less left', [maximum(500), counts('start')], '2027-01-10', [500, 1000], true],
  ['with a start the plan does not count', [maximum(500)], '2027-01-10', [500, 500], false],
  ['in the year of the estimate', [maximum(9000), counts('start')], '2026-12-31', [500, 500], false],
  ['nothing differs between the years', [maximum(9000), counts('start')], '2027-01-10', [500, 500], false],
  ['a waiting period ends meanwhile', [waiting(12), counts('start')], '2026-08-20', [500, 1000], true],
  ['it is over by the day of the estimate', [waiting(1), counts('start')], '2026-08-20', [500, 500], false],
  ['completed before the estimate', [maximum(500), counts('start')], '2026-01-20', [500, 1000], true],
] as const)('nobody said when a crown starts: %s', (_name, facts, date, [low, high], asks) => {
  const { lines, questions } = estimated(
    [plan([percent(50), ...facts], { from: day('2025-07-15') })],
    [line('D2740', 1000, { date: day(date) })],
    { history: [entry(500), entry(0, { date: day('2025-12-01') })] },
  );
  expect(lines[0]?.patient).toEqual({ low: usd(low), high: usd(high) });
  expect(questions.map(({ fact }) => fact)).toEqual(
    asks ? [{ id: 'estimate.unknown.start', params: { code: 'D2740', date } }] : [],
  );
});

test('two plans are asked for one start of the work', () => {
  const second = secondPlan([
    percent(50),
    maximum(500),
    counts('start'),
    { kind: 'coordination', variant: 'standard' },
  ]);
  const { questions, lines } = estimated(
    [plan([percent(50), maximum(500), counts('start')]), second],
    [line('D2740', 1000, { date: day('2027-01-10') })],
    { history: [entry(500)] },
  );
  expect(questions).toHaveLength(1);
  expect(lines[0]?.patient).toEqual({ low: usd(0), high: usd(500) });
});

test('every figure explains itself', () => {
  const { lines } = estimated([plan([percent(50), maximum(1000)])], [line('D2740', 800)], {
    history: [entry(880)],
  });
  expect(lines[0]?.most.plans[0]?.explanation).toEqual([
    { id: 'estimate.explain.percent', params: { percent: 50, base: '$800', would: '$400' } },
    {
      id: 'estimate.explain.maximum.benefit-year.individual',
      params: { left: '$120', pays: '$120', would: '$400' },
    },
  ]);
});

test.each([
  [
    'nothing recorded',
    [percent(50)],
    [
      'none.deductible',
      'none.maximum',
      'none.waiting-period',
      'none.frequency',
      'none.alternate-benefit',
      'none.benefit-year',
    ],
  ],
  [
    'the start counts and is not known',
    [
      percent(50),
      deductible(0),
      maximum(9000),
      waiting(0),
      { kind: 'frequency', times: 9, window: 'benefit-year', per: 'mouth' },
      { kind: 'alternate-benefit', code: code('D2393'), applies: false },
      { kind: 'benefit-year', begins: '01-01' },
      { kind: 'date-that-counts', on: 'start' },
    ],
    ['noStart'],
  ],
  [
    'an expired source and an assumption',
    [
      { kind: 'percentage', percent: 50, source: { kind: '271', expires: day('2026-02-28') } },
      { kind: 'copay', amount: usd(0), source: { kind: 'assumption' } },
      deductible(0),
      maximum(9000),
      waiting(0),
      { kind: 'frequency', times: 9, window: 'benefit-year', per: 'mouth' },
      { kind: 'benefit-year', begins: '01-01' },
    ],
    ['none.alternate-benefit', 'expired', 'assumed'],
  ],
] as const)('what to bear in mind: %s', (_name, facts, expected) => {
  const { cautions } = estimated([plan(facts)], crown);
  expect(cautions.map(({ said }) => said.id.replace('estimate.caution.', ''))).toEqual(expected);
});
