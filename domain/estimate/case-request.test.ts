import { expect, test } from 'vitest';
import type { Coverage } from '../coverage/benefit-fact.ts';
import type { BenefitUse } from '../coverage/benefit-use.ts';
import type { PlanAnswer, PlanStatement } from '../coverage/plan-answer.ts';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { isRefusal } from '../kernel/refusal.ts';
import {
  sampleCase,
  sampleCoverage,
  sampleOpening,
  samplePatient,
  samplePatientSteps,
  samplePractice,
  samplePracticeSteps,
  type CaseStep,
} from '../readiness/ready-case.samples.ts';
import type { KeptSchedule } from '../treatment-plan/plan-events.ts';
import type { PlanItem } from '../treatment-plan/plan-item.ts';
import { caseRequest } from './case-request.ts';
import { estimate } from './estimate.ts';
import { refuseRequest } from './refuse-request.ts';

const day = calendarDate;
const today = day('2026-03-12');
const crown: PlanItem = {
  itemId: 'crown',
  text: 'Crown',
  code: procedureCode('D2740'),
  surfaces: [],
  order: 1,
  after: [],
  fee: cents(1000_00),
  status: 'accepted',
};
const { coverageId } = sampleCoverage;

function answer(statements: readonly PlanStatement[], change: Partial<PlanAnswer> = {}): PlanAnswer {
  return {
    answerId: 'answer-1',
    coverageId,
    statements: [...statements],
    source: { kind: 'portal' },
    learnedAt: instant('2026-03-01T18:00:00.000Z'),
    ...change,
  };
}

interface Given {
  readonly items?: readonly PlanItem[];
  readonly more?: readonly CaseStep[];
  readonly answers?: readonly PlanAnswer[];
  readonly coverages?: readonly Coverage[];
  readonly asOf?: typeof today;
}

function asked({ items = [crown], more = [], answers = [], coverages = [], asOf = today }: Given) {
  const state = sampleCase([
    ...sampleOpening.filter(({ type }) => type !== 'plan.item-recorded'),
    ...items.map((item): CaseStep => ({ type: 'plan.item-recorded', data: { item } })),
    ...more,
  ]);
  const patient = samplePatient([
    ...samplePatientSteps.filter(({ type }) => type !== 'patient.benefit-fact-recorded'),
    ...coverages.map((coverage) => ({ type: 'patient.coverage-recorded', data: { coverage } }) as const),
    ...answers.map((said) => ({ type: 'patient.plan-answer-recorded', data: { answer: said } }) as const),
  ]);
  const found = caseRequest(state, patient, samplePractice(samplePracticeSteps), asOf);
  expect(refuseRequest(found.request)).toBeUndefined();
  return found;
}

function estimated(given: Given) {
  const found = asked(given);
  const result = estimate(found.request);
  if (isRefusal(result)) throw new Error(result.code);
  const { low, high } = result.total.patient;
  return { ...found, low, high, first: result.questions[0]?.fact.id, result };
}

const half: PlanStatement = { kind: 'percentage', percent: 50 };
const network: PlanStatement = { kind: 'network', participates: false };
const maximum = (dollars: number): PlanStatement => ({
  kind: 'maximum',
  per: 'individual',
  period: 'benefit-year',
  amount: cents(dollars * 100),
});
const left = (dollars: number): PlanStatement => ({
  kind: 'remaining',
  of: 'maximum',
  per: 'individual',
  period: 'benefit-year',
  amount: cents(dollars * 100),
});

test.each<[name: string, given: Given, low: number, high: number, first: string | undefined]>([
  ['nothing is known', {}, 0, 1000, 'estimate.fact.maximum'],
  ['the percentage is known', { answers: [answer([half, network])] }, 500, 1000, 'estimate.fact.maximum'],
  ['and the maximum', { answers: [answer([half, network, maximum(2000)])] }, 500, 500, undefined],
  [
    'and that some of it is used',
    { answers: [answer([half, network, maximum(2000), left(300)])] },
    700,
    700,
    undefined,
  ],
  ['only what is left', { answers: [answer([half, network, left(300)])] }, 700, 700, undefined],
  [
    'an answer of last year',
    { answers: [answer([half, network, maximum(2000)], { learnedAt: instant('2025-03-01T18:00:00.000Z') })] },
    0,
    1000,
    'estimate.fact.maximum',
  ],
  [
    'an assumption while nobody says anything',
    { answers: [answer([half, network, maximum(2000)], { source: { kind: 'assumption' } })] },
    500,
    500,
    undefined,
  ],
  [
    'a stronger word beside a weaker one',
    {
      answers: [
        answer([half, network, maximum(2000)]),
        answer([{ kind: 'percentage', percent: 80 }], { answerId: 'answer-2', source: { kind: 'card' } }),
      ],
    },
    500,
    500,
    undefined,
  ],
])('%s', (_name, given, low, high, first) => {
  const found = estimated(given);
  expect([found.low / 100, found.high / 100, found.first]).toEqual([low, high, first]);
});

test('a weaker word that says otherwise is named beside the figures', () => {
  const said = asked({
    answers: [
      answer([half]),
      answer([{ kind: 'percentage', percent: 80 }], { answerId: 'answer-2', source: { kind: 'card' } }),
    ],
  });
  expect(said.cautions.map(({ said: { id } }) => id)).toContain('estimate.ofCase.caution.contrary');
});

test('amounts of two sources that do not fit each other are named beside the figures', () => {
  const ofYear = { per: 'individual', period: 'benefit-year' } as const;
  const cautionsWith = (left: number) =>
    asked({
      answers: [
        answer([{ kind: 'maximum', ...ofYear, amount: cents(1500_00) }]),
        answer([{ kind: 'remaining', of: 'maximum', ...ofYear, amount: cents(left) }], {
          answerId: 'answer-2',
        }),
      ],
    }).cautions.flatMap(({ about }) => about?.id ?? []);
  expect(cautionsWith(1500_00)).toEqual([]);
  expect(cautionsWith(1500_01)).toEqual(['coverage.amounts.more-left-than-there-is']);
});

test('every fact carries its source, its day and the last day on which it counts', () => {
  const [plan] = asked({ answers: [answer([half], { goodThrough: day('2026-09-30') })] }).request.plans;
  expect(plan?.facts[0]?.source).toEqual({ kind: 'portal', date: '2026-03-01', expires: '2026-09-30' });
});

test.each<[name: string, change: Partial<PlanItem>, asOf: string, date: string, by: string]>([
  ['no day', {}, '2026-03-12', '2026-03-12', 'today'],
  ['a booking', { status: 'scheduled', on: day('2026-04-01') }, '2026-03-12', '2026-04-01', 'booking'],
  [
    'a booking that went by',
    { status: 'scheduled', on: day('2026-03-11') },
    '2026-03-12',
    '2026-03-12',
    'today',
  ],
  ['a start to come', { startsOn: day('2026-03-20') }, '2026-03-12', '2026-03-20', 'start'],
  ['a start that has come', { startsOn: day('2026-03-02') }, '2026-03-12', '2026-03-12', 'today'],
  [
    'a booking and the start before it',
    { status: 'scheduled', on: day('2026-04-01'), startsOn: day('2026-03-20') },
    '2026-03-12',
    '2026-04-01',
    'booking',
  ],
])('the day of a step: %s', (_name, change, asOf, date, by) => {
  const { items } = asked({ items: [{ ...crown, ...change }], asOf: day(asOf) });
  expect(items.get('crown')).toMatchObject({ date, datedBy: by });
});

test.each<[name: string, change: Partial<PlanItem>, stays: boolean]>([
  ['nobody said', {}, false],
  ['and not when it is completed', { startsOn: day('2026-03-20') }, true],
  ['with its completion', { startsOn: day('2026-03-20'), status: 'scheduled', on: day('2026-04-01') }, false],
  ['and has come', { startsOn: day('2026-03-12'), status: 'scheduled', on: day('2026-04-01') }, true],
])('the start of a step that is known %s', (_name, change, stays) => {
  const { request, staying } = asked({ items: [{ ...crown, ...change }], asOf: day('2026-03-12') });
  expect(request.lines[0]?.startedOn).toBe(change.startsOn);
  expect(staying.has('crown')).toBe(stays);
});

test('the day in the order that the team keeps', () => {
  const visit = {
    on: day('2026-05-05'),
    place: 'p',
    items: ['crown'],
    providers: ['x'],
    minutes: 0,
    anesthetic: false,
    waitsFor: [],
  };
  const kept: KeptSchedule = {
    scheduleId: 's',
    madeBy: 'by-hand',
    levels: [],
    schedule: { visits: [visit] },
  };
  expect(asked({ more: [{ type: 'plan.schedule-kept', data: { kept } }] }).items.get('crown')).toMatchObject({
    date: '2026-05-05',
    datedBy: 'kept-order',
  });
});

test('what has no code or no fee is left out by name; the fee of the practice stands in for a missing one', () => {
  const { code, fee, ...bare } = crown;
  const found = asked({
    items: [
      { ...bare, itemId: 'talk' },
      { ...bare, code: procedureCode('D9992'), itemId: 'coordination' },
      { ...bare, code: procedureCode('D7140'), itemId: 'extraction' },
      { ...crown, itemId: 'done', status: 'done', on: day('2026-03-01') },
      { ...crown, itemId: 'no', status: 'declined' },
    ],
  });
  expect(found.request.lines.map(({ lineId }) => lineId)).toEqual(['coordination']);
  expect(found.leftOut.map(({ item, lacks }) => [item.itemId, lacks])).toEqual([
    ['talk', 'code'],
    ['extraction', 'fee'],
  ]);
  expect([code, fee]).toEqual([crown.code, crown.fee]);
});

const medical: Coverage = {
  ...sampleCoverage,
  coverageId: 'medical',
  kind: 'medical',
  payerName: 'Health Plan',
};

test.each<
  [name: string, coverages: readonly Coverage[], plans: readonly string[], caution: string | undefined]
>([
  ['one', [], [coverageId], undefined],
  ['a medical plan of which nothing is known', [medical], [coverageId], 'medicalSilent'],
  ['one that has ended', [{ ...sampleCoverage, through: day('2026-03-11') }], [], 'ended'],
  ['one that ends today', [{ ...sampleCoverage, through: today }], [coverageId], undefined],
])('which coverages take part: %s', (_name, coverages, plans, caution) => {
  const found = asked({ coverages });
  expect(found.request.plans.map(({ planId }) => planId)).toEqual(plans);
  const ids = found.cautions.map(({ said: { id } }) => id);
  expect(ids).toEqual(caution === undefined ? [] : [`estimate.ofCase.caution.${caution}`]);
});

test('two dental plans that are both called primary are refused; a medical and a dental one are not', () => {
  const twin = { ...sampleCoverage, coverageId: 'twin', payerName: 'Twin' };
  const refused = estimate(asked({ coverages: [twin] }).request);
  expect(isRefusal(refused) && refused.code).toBe('order/two-primaries');
  const told = answer([half], { answerId: 'medical-says', coverageId: 'medical' });
  const ordered = estimated({ coverages: [medical], answers: [told] }).result.order;
  expect(ordered.map(({ planId }) => planId)).toEqual(['medical', coverageId]);
});

test.each<[name: string, expires: string | undefined, how: string | undefined]>([
  ['no end', undefined, undefined],
  ['31 days to go', '2026-04-12', undefined],
  ['30 days to go', '2026-04-11', 'ending'],
  ['its last day', '2026-03-12', 'ending'],
  ['over since yesterday', '2026-03-11', 'lapsed'],
])('a reservation by a predetermination, %s', (_name, expires, how) => {
  const use: BenefitUse = {
    useId: 'use-1',
    coverageId,
    state: 'reserved',
    date: day('2026-03-01'),
    pays: cents(100_00),
    member: 'patient',
    office: 'Harbor Surgery',
    source: { kind: 'portal' },
    learnedAt: instant('2026-03-01T18:00:00.000Z'),
    ...(expires === undefined ? {} : { expires: day(expires) }),
  };
  const patient = samplePatient([
    ...samplePatientSteps,
    { type: 'patient.benefit-use-recorded', data: { use } },
  ]);
  const { cautions } = caseRequest(sampleCase(), patient, samplePractice(samplePracticeSteps), today);
  expect(cautions.map(({ said: { id } }) => id).filter((id) => id.includes('reservation'))).toEqual(
    how === undefined ? [] : [`estimate.ofCase.caution.reservation.${how}`],
  );
});

test.each<[name: string, itemId: string | undefined, expires: string | undefined, expected: unknown]>([
  ['stays on the day of the answer where it is for no step', undefined, undefined, ['2026-03-01', 100_00, 0]],
  ['goes with its step', 'crown', undefined, ['2027-02-02', 100_00, 0]],
  ['goes with its step through its last day', 'crown', '2027-02-02', ['2027-02-02', 100_00, 0]],
  ['that ends before its step is not counted, which is said', 'crown', '2027-02-01', ['2027-02-02', 0, 1]],
])('a recorded reservation %s', (_name, itemId, expires, expected) => {
  const use: BenefitUse = {
    useId: 'use-1',
    coverageId,
    state: 'reserved',
    date: day('2026-03-01'),
    pays: cents(100_00),
    member: 'patient',
    office: 'Harbor Surgery',
    source: { kind: 'portal' },
    learnedAt: instant('2026-03-01T18:00:00.000Z'),
    ...(itemId === undefined ? {} : { itemId }),
    ...(expires === undefined ? {} : { expires: day(expires) }),
  };
  const item = { ...crown, status: 'scheduled', on: day('2027-02-02') } as const;
  const state = sampleCase([
    ...sampleOpening.filter(({ type }) => type !== 'plan.item-recorded'),
    { type: 'plan.item-recorded', data: { item } },
  ]);
  const told = answer([
    half,
    { kind: 'network', participates: false },
    { kind: 'maximum', per: 'individual', period: 'benefit-year', amount: cents(2000_00) },
  ]);
  const patient = samplePatient([
    ...samplePatientSteps.filter(({ type }) => type !== 'patient.benefit-fact-recorded'),
    { type: 'patient.plan-answer-recorded', data: { answer: told } },
    { type: 'patient.benefit-use-recorded', data: { use } },
  ]);
  const found = caseRequest(state, patient, samplePractice(samplePracticeSteps), today);
  const result = estimate(found.request);
  if (isRefusal(result)) throw new Error(result.code);
  const tooShort = found.cautions.filter(({ said: { id } }) => id.endsWith('promiseTooShort'));
  const reserved = result.ledger.reduce((sum, account) => sum + account.reserved, 0);
  expect([found.request.history?.[0]?.date, reserved, tooShort.length]).toEqual(expected);
});

test('a visit after the last day of what is known is worked out, and that is said', () => {
  const found = asked({
    items: [{ ...crown, status: 'scheduled', on: day('2026-04-02') }],
    answers: [answer([half], { goodThrough: day('2026-04-01') })],
  });
  expect(found.cautions.map(({ said }) => said)).toEqual([
    {
      id: 'estimate.ofCase.caution.afterExpiry',
      params: { plan: found.request.plans[0]?.name, through: '2026-04-01' },
    },
  ]);
});

test.each<[name: string, lost: string | undefined, from: string | undefined, low: number, high: number]>([
  ['the day before the coverage began', '2025-12-31', '2026-01-01', 1000, 1000],
  ['the day on which it began', '2026-01-01', '2026-01-01', 500, 500],
  ['nobody said when', undefined, '2026-01-01', 500, 1000],
  ['nobody said since when the plan covers', '2025-12-31', undefined, 500, 1000],
])('under a missing-tooth clause the tooth was lost: %s', (_name, lost, from, low, high) => {
  const implant: PlanItem = {
    ...crown,
    code: procedureCode('D6010'),
    ...(lost === undefined ? {} : { toothLostOn: day(lost) }),
  };
  const { from: _from, ...coverage } = sampleCoverage;
  const words: readonly PlanStatement[] = [
    half,
    network,
    maximum(9000),
    { kind: 'missing-tooth', excluded: true },
  ];
  const found = estimated({
    items: [implant],
    coverages: [{ ...coverage, ...(from === undefined ? {} : { from: day(from) }) }],
    answers: [answer(words)],
  });
  expect([found.low / 100, found.high / 100]).toEqual([low, high]);
  expect(found.first).toBe(low === high ? undefined : 'estimate.unknown.toothLost');
});

test.each<[name: string, months: number | undefined, patient: number, payments: number]>([
  ['a length is paid over time until the lifetime maximum is reached', 24, 4500, 10],
  ['a short one comes to less than the maximum in fewer payments', 5, 4500, 3],
  ['without a length it is one sum', undefined, 4500, 1],
])('orthodontic treatment of a case with %s (field-facts 7.4)', (_name, months, patient, payments) => {
  const treatment: PlanItem = {
    ...crown,
    code: procedureCode('D8080'),
    fee: cents(6000_00),
    ...(months === undefined ? {} : { treatmentMonths: months }),
  };
  const words: readonly PlanStatement[] = [
    half,
    network,
    maximum(9000),
    {
      kind: 'maximum',
      for: { category: 'orthodontics' },
      per: 'individual',
      period: 'lifetime',
      amount: cents(1500_00),
    },
    { kind: 'orthodontics', bandingPercent: 20, every: 'month', incurred: 'end' },
  ];
  const { low, high, result } = estimated({ items: [treatment], answers: [answer(words)] });
  expect([low / 100, high / 100]).toEqual([patient, patient]);
  const paid = result.lines[0]?.most.plans[0]?.payments.filter(({ pays }) => pays > 0) ?? [];
  expect(paid).toHaveLength(payments);
  if (months === 24) expect(paid.map(({ pays }) => pays / 100)).toEqual([600, ...Array<number>(9).fill(100)]);
});

const ofFather: Coverage = {
  ...sampleCoverage,
  coverageId: 'father',
  payerName: 'Father’s Plan',
  priority: 'secondary',
  subscriber: { relationship: 'child', lastName: 'Sample', firstName: 'Ivo', birthDate: day('1980-03-01') },
};
const ofMother: Coverage = {
  ...ofFather,
  coverageId: 'mother',
  payerName: 'Mother’s Plan',
  priority: 'primary',
  subscriber: { relationship: 'child', lastName: 'Sample', firstName: 'Una', birthDate: day('1979-04-01') },
};
const saysOfMother = (place: 1 | 2, source: PlanAnswer['source'] = { kind: '271' }) =>
  answer([{ kind: 'place', place }], { coverageId: 'mother', source });

test.each<
  [
    name: string,
    father: Coverage['order'],
    mother: Coverage['order'],
    answers: readonly PlanAnswer[],
    first: string,
    because: string,
    cautioned: boolean,
  ]
>([
  ['by the birthday', undefined, undefined, [], 'father', 'birthday', true],
  ['by a decree', undefined, { decree: 'responsible' }, [], 'mother', 'court-decree', false],
  ['by custody', { custody: 'non-custodial' }, { custody: 'custodial' }, [], 'mother', 'custody', false],
  [
    'as it is recorded, with a reason',
    undefined,
    { keptBecause: 'Both payers said so on the telephone' },
    [],
    'mother',
    'kept-by-practice',
    true,
  ],
  ['by the payer’s word', undefined, undefined, [saysOfMother(1)], 'mother', 'stated-by-payers', true],
  [
    'by the payer’s word and the birthday',
    undefined,
    undefined,
    [saysOfMother(2)],
    'father',
    'birthday',
    false,
  ],
  [
    'by the rule, not by what somebody assumes of the payer',
    undefined,
    undefined,
    [saysOfMother(1, { kind: 'assumption' })],
    'father',
    'birthday',
    true,
  ],
])(
  'which of two parents’ plans pays first: %s',
  (...[, father, mother, answers, first, because, cautioned]) => {
    const coverages = [
      { ...sampleCoverage, through: day('2025-12-31') },
      { ...ofFather, ...(father && { order: father }) },
      { ...ofMother, ...(mother && { order: mother }) },
    ];
    const { order, cautions } = estimated({ coverages, answers }).result;
    expect(order[0]).toMatchObject({ planId: first, before: because });
    expect(cautions.some(({ about }) => about?.id === 'estimate.order.rule.birthday')).toBe(cautioned);
  },
);
