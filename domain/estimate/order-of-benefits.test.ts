import { expect, test } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { day } from './estimate.samples.ts';
import type { Dependant, OrderFacts } from './order-facts.ts';
import { orderOfBenefits } from './order-of-benefits.ts';
import type { OrderedPlan } from './order-rules.ts';
import { orderOrAsk } from './order-unknown.ts';
import { tryAll } from './trials.ts';

type Facts = Partial<OrderFacts> & { readonly kind?: OrderedPlan['kind'] };

function ordered(facts: readonly Facts[], family: readonly Dependant[] = []) {
  const plans = facts.map(({ kind = 'dental', ...order }, index): OrderedPlan => {
    const planId = 'ABC'.charAt(index);
    return {
      planId,
      name: planId,
      index,
      kind,
      order: { market: 'group', patientIs: 'subscriber', ...order },
    };
  });
  return orderOfBenefits(plans, family);
}

function said(facts: readonly Facts[], family?: readonly Dependant[]): string {
  const order = ordered(facts, family);
  if (isRefusal(order)) return `${order.code} ${order.at ?? ''}`;
  const places = order.plans
    .map(({ planId, before }) => `${planId}${before === undefined ? '' : ` ${before} `}`)
    .join('');
  const open = order.open.map(
    ({ one, other, needs }) =>
      ` ${one.planId}${other.planId}:${needs ? `${needs.field} of ${needs.lacking}` : 'payers'}`,
  );
  return `${places}${open.join('')}`;
}

const child = (subscriberBirthDate: string, change: Facts = {}): Facts => ({
  patientIs: 'child',
  subscriberBirthDate: day(subscriberBirthDate),
  ...change,
});
const since = (coveredSince: string, change: Facts = {}): Facts => ({
  coveredSince: day(coveredSince),
  ...change,
});

test.each<[name: string, facts: readonly Facts[], expected: string]>([
  ['one plan', [{}], 'A'],
  ['Medicaid last, though it is named first', [{ kind: 'medicaid' }, {}], 'B medicaid-last A'],
  ['Medicaid after a medical plan', [{ kind: 'medicaid' }, { kind: 'medical' }], 'B medicaid-last A'],
  ['medical before dental', [{}, { kind: 'medical' }], 'B medical-before-dental A'],
  [
    'medical before dental, though the patient is a dependant there',
    [{}, { kind: 'medical', patientIs: 'spouse' }],
    'B medical-before-dental A',
  ],
  ['the subscriber’s own plan', [{ patientIs: 'spouse' }, {}], 'B subscriber-first A'],
  [
    'the subscriber’s own plan, though it is COBRA',
    [{ patientIs: 'spouse', employment: 'active' }, { employment: 'cobra' }],
    'B subscriber-first A',
  ],
  [
    'birthday: 2 March before 1 April, the year ignored',
    [child('1970-04-01'), child('1990-03-02')],
    'B birthday A',
  ],
  ['birthday: the day before', [child('1990-04-01'), child('1970-03-31')], 'B birthday A'],
  [
    'the same birthday: longer coverage',
    [child('1970-04-01', since('2020-01-01')), child('1988-04-01', since('2019-12-31'))],
    'B longest-coverage A',
  ],
  [
    'a decree beats the birthday',
    [child('1970-01-01'), child('1980-12-31', { decree: 'responsible' })],
    'B court-decree A',
  ],
  [
    'a decree that frees one parent',
    [child('1970-01-01', { decree: 'not-responsible' }), child('1980-12-31')],
    'B court-decree A',
  ],
  [
    'custody before the birthday',
    [child('1970-01-01', { custody: 'non-custodial' }), child('1980-12-31', { custody: 'custodial' })],
    'B custody A',
  ],
  [
    'the spouse of the parent with custody before the other parent',
    [
      child('1970-01-01', { custody: 'non-custodial' }),
      child('1980-01-01', { custody: 'custodial-spouse' }),
      child('1990-01-01', { custody: 'custodial' }),
    ],
    'C custody B custody A',
  ],
  ['active before retired', [{ employment: 'retired' }, { employment: 'active' }], 'B active-first A'],
  ['active before COBRA', [{ employment: 'cobra' }, { employment: 'active' }], 'B active-first A'],
  ['two employers: longer coverage', [since('2021-05-02'), since('2021-05-01')], 'B longest-coverage A'],
  [
    'three plans',
    [{ kind: 'medicaid' }, child('1980-02-01'), child('1980-01-01')],
    'C birthday B medicaid-last A',
  ],
  ['an individual policy does not coordinate', [{ market: 'individual' }, {}], 'BA'],
  ['an individual policy, and Medicaid after it', [{ kind: 'medicaid' }, { market: 'individual' }], 'BA'],
  [
    'a group plan, an individual policy, and Medicaid after both',
    [{ kind: 'medicaid' }, { market: 'individual' }, {}],
    'C medicaid-last BA',
  ],
  ['the payers’ word where no rule tells', [{ stated: 2 }, { stated: 1 }], 'B stated-by-payers A'],
  ['one payer’s word that it is first', [{}, { stated: 1 }], 'B stated-by-payers A'],
  ['one payer’s word that it is last', [{ stated: 2 }, {}], 'B stated-by-payers A'],
  [
    'the second of three does not tell alone',
    [{ stated: 2 }, {}, {}],
    'A not-determined B not-determined C AB:coveredSince of A AC:coveredSince of A BC:coveredSince of B',
  ],
  [
    'what is recorded decides nothing where a fact is missing',
    [{ recorded: 2 }, { recorded: 1 }],
    'B not-determined A AB:coveredSince of A',
  ],
  [
    'what is recorded decides nothing where no rule tells them apart',
    [since('2021-05-01', { recorded: 2 }), since('2021-05-01', { recorded: 1 })],
    'B not-determined A AB:payers',
  ],
  [
    'what is recorded with a reason where no rule tells',
    [{ recorded: 2, keptBecause: 'The payer wrote so' }, { recorded: 1 }],
    'B kept-by-practice A',
  ],
  ['nothing known', [{}, {}], 'A not-determined B AB:coveredSince of A'],
  [
    'nothing known but that Medicaid is last',
    [{ kind: 'medicaid' }, {}, {}],
    'B not-determined C medicaid-last A BC:coveredSince of B',
  ],
  [
    'no birthday',
    [child('1980-01-01'), { patientIs: 'child' }],
    'A not-determined B AB:subscriberBirthDate of B',
  ],
  [
    'custody of one only',
    [child('1980-01-01', { custody: 'custodial' }), child('1981-01-01')],
    'A not-determined B AB:custody of B',
  ],
  ['employment of one only', [{ employment: 'cobra' }, {}], 'A not-determined B AB:employment of B'],
  ['a tie', [since('2021-05-01'), since('2021-05-01')], 'A not-determined B AB:payers'],
  [
    'the rule before what is recorded',
    [{ patientIs: 'spouse', recorded: 1 }, { recorded: 2 }],
    'B subscriber-first A',
  ],
  [
    'two recorded as primary, where the rule tells',
    [{ patientIs: 'spouse', recorded: 1 }, { recorded: 1 }],
    'B subscriber-first A',
  ],
  [
    'what is recorded with a reason before the rule',
    [
      { patientIs: 'spouse', recorded: 1 },
      { recorded: 2, keptBecause: 'The payer wrote so' },
    ],
    'A kept-by-practice B',
  ],
  [
    'a payer’s word before what is kept with a reason',
    [
      { recorded: 1, keptBecause: 'So it was last year' },
      { recorded: 2, stated: 1 },
    ],
    'B stated-by-payers A',
  ],
  // Refusals.
  ['two primaries', [{ stated: 1 }, { stated: 1 }], 'order/two-primaries /plans/1/order/stated'],
  [
    'two recorded as primary',
    [{ recorded: 1 }, { recorded: 1 }],
    'order/two-primaries /plans/1/order/recorded',
  ],
  ['two secondaries', [{ stated: 2 }, { stated: 2 }], 'order/same-place /plans/1/order/stated'],
  [
    'two decrees',
    [
      child('1980-01-01', { decree: 'responsible', subscriberId: 'mother' }),
      child('1981-01-01', { decree: 'responsible', subscriberId: 'father' }),
    ],
    'order/two-decrees /plans/1/order/decree',
  ],
])('%s', (_name, facts, expected) => {
  expect(said(facts)).toBe(expected);
});

test.each<[name: string, family: readonly Dependant[], expected: string]>([
  [
    'a child of two parents',
    [
      { personId: 'c', dependantOf: 'm' },
      { personId: 'c', dependantOf: 'f' },
    ],
    'A',
  ],
  [
    'a chain',
    [
      { personId: 'c', dependantOf: 'm' },
      { personId: 'm', dependantOf: 'f' },
    ],
    'A',
  ],
  [
    'two of each other',
    [
      { personId: 'm', dependantOf: 'f' },
      { personId: 'f', dependantOf: 'm' },
    ],
    'order/circular-dependants /family/0/dependantOf',
  ],
  ['one of itself', [{ personId: 'm', dependantOf: 'm' }], 'order/circular-dependants /family/0/dependantOf'],
  [
    'a circle behind a chain',
    [
      { personId: 'c', dependantOf: 'm' },
      { personId: 'm', dependantOf: 'f' },
      { personId: 'f', dependantOf: 'g' },
      { personId: 'g', dependantOf: 'm' },
    ],
    'order/circular-dependants /family/1/dependantOf',
  ],
])('dependants: %s', (_name, family, expected) => {
  expect(said([{}], family)).toBe(expected);
});

test('where payers and rule disagree the payers’ word stands, and it is said', () => {
  const order = ordered([child('1980-06-01', { stated: 1 }), child('1981-01-01', { stated: 2 })]);
  if (isRefusal(order)) throw new Error(order.code);
  expect(order.plans.map(({ planId }) => planId)).toEqual(['A', 'B']);
  expect(order.cautions).toMatchObject([
    { said: { params: { first: 'A', byRule: 'B' } }, about: { id: 'estimate.order.rule.birthday' } },
  ]);
});

test.each<[name: string, facts: readonly Facts[], said: string, about: string]>([
  [
    'the rule is otherwise',
    [{ patientIs: 'spouse', recorded: 1 }, { recorded: 2 }],
    'recordedOtherwise A B ',
    'rule.subscriber-first',
  ],
  [
    'kept with a reason',
    [{ patientIs: 'spouse', recorded: 1, keptBecause: 'They wrote so' }, { recorded: 2 }],
    'keptOtherwise A B They wrote so',
    'rule.subscriber-first',
  ],
  [
    'a fact is missing',
    [since('2021-01-01', { recorded: 1 }), { recorded: 2 }],
    'undecided A B',
    'needs.coveredSince',
  ],
  [
    'kept with a reason where a fact is missing',
    [{ recorded: 1, keptBecause: 'They wrote so' }, { recorded: 2 }],
    'keptAlone A They wrote so',
    '',
  ],
  [
    'nothing sets them apart',
    [since('2021-01-01', { recorded: 1 }), since('2021-01-01', { recorded: 2 })],
    'undecided A B',
    'needsPayers',
  ],
])('what is recorded is told beside the rule: %s', (_name, facts, told, about) => {
  const order = ordered(facts);
  if (isRefusal(order)) throw new Error(order.code);
  const cautions = order.cautions.map(({ said: { id, params }, about: why }) => [
    [id.split('.').at(-1), ...Object.values(params)].join(' '),
    why?.id.replace('estimate.order.', '') ?? '',
  ]);
  expect(cautions).toEqual([[told, about]]);
});

test('where rule and record agree nothing is said', () => {
  const order = ordered([{ recorded: 1 }, { patientIs: 'spouse', recorded: 2 }]);
  expect(order).toMatchObject({ cautions: [] });
});

test('rules that contradict each other two by two are refused', () => {
  // A before B by the payers, B before C and C before A by the rule.
  const order = ordered([
    { employment: 'cobra', stated: 2 },
    { employment: 'active', stated: 3 },
    { employment: 'retired' },
    { kind: 'medicaid' },
  ]);
  expect(isRefusal(order) ? order.code : 'ordered').toBe('order/contradiction');
});

test.each<[name: string, facts: readonly Facts[], orders: readonly string[]]>([
  ['determined', [since('2021-01-01'), since('2020-01-01')], ['BA']],
  ['of two plans either', [{}, {}], ['AB', 'BA']],
  ['Medicaid stays last', [{ kind: 'medicaid' }, {}, {}], ['BCA', 'CBA']],
  ['an individual policy stays behind', [{ market: 'individual' }, {}, {}], ['BCA', 'CBA']],
  ['of three any', [{}, {}, {}], ['ABC', 'ACB', 'BAC', 'BCA', 'CAB', 'CBA']],
  ['three of which two are decided', [since('2021-01-01'), {}, since('2020-01-01')], ['BCA', 'CAB', 'CBA']],
])('every order that is possible, each once: %s', (_name, facts, orders) => {
  const order = ordered(facts);
  if (isRefusal(order)) throw new Error(order.code);
  const { trials } = tryAll(
    (ask) =>
      orderOrAsk(order, ask)
        .map(({ planId }) => planId)
        .join(''),
    64,
  );
  expect(trials.map(({ result }) => result).sort()).toEqual(orders);
});
