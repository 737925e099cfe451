import { expect, test } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import { deductible, entry, line, network, percent, plan, request } from './estimate.samples.ts';
import { readEstimateRequest } from './read-estimate-request.ts';

const good = request(
  [plan([percent(50), network(), deductible(50)])],
  [line('D2740', 100), line('D0120', 50)],
  { history: [entry(10)], family: [{ personId: 'child', dependantOf: 'mother' }] },
);

/** The good request as JSON, with one place changed; undefined takes the place away. */
function changed(path: string, value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(good));
  const names = path.split('/').slice(1);
  const last = names.pop() ?? '';
  let node = copy;
  for (const name of names) node = memberOf(node, name);
  if (typeof node !== 'object' || node === null) throw new Error(`nothing at ${path}`);
  Object.assign(node, { [last]: value });
  return JSON.parse(JSON.stringify(copy));
}

function memberOf(node: unknown, name: string): unknown {
  if (typeof node !== 'object' || node === null) throw new Error(`nothing to look into for ${name}`);
  return Object.entries(node).find(([key]) => key === name)?.[1];
}

const fact = '/plans/0/facts/3';
const twoOf = (one: object, other: object) => ({ kind: 'one-of', candidates: [one, other] });
const nested = (depth: number): unknown => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level++) value = [value];
  return value;
};

test('a good request is read as it is', () => {
  expect(readEstimateRequest(JSON.parse(JSON.stringify(good)))).toEqual(good);
  expect(isRefusal(readEstimateRequest(changed(fact, { kind: 'copay', amount: 0 })))).toBe(false);
});

test.each<[name: string, path: string, value: unknown, refusal: string, at?: string]>([
  ['a negative fee', '/lines/1/fee', -1, 'estimate/value'],
  ['an absurd fee', '/lines/1/fee', 1e15, 'estimate/value'],
  ['a fee in broken cents', '/lines/1/fee', 12.5, 'estimate/value'],
  ['a fee in words', '/lines/1/fee', '100', 'estimate/value'],
  ['no fee', '/lines/1/fee', undefined, 'estimate/missing'],
  ['a negative amount in a fact', '/plans/0/facts/2/amount', -5, 'estimate/value'],
  ['a negative payment', '/history/0/pays', -5, 'estimate/value'],
  ['110 percent', '/plans/0/facts/0/percent', 110, 'estimate/value'],
  ['30 February', '/lines/0/date', '2026-02-30', 'estimate/value'],
  ['a date in American order', '/lines/0/date', '03/05/2026', 'estimate/value'],
  ['a date before everybody’s birth', '/lines/0/date', '0001-01-01', 'date/unreadable'],
  ['a birth after the estimate', '/patient/birthDate', '2026-03-02', 'estimate/not-born'],
  ['a code of three digits', '/lines/0/code', 'D274', 'estimate/value'],
  ['a code in small letters', '/lines/0/code', 'd2740', 'estimate/value'],
  ['a tooth that is none', '/lines/0/tooth', '33', 'estimate/value'],
  ['quantity 0', '/lines/0/quantity', 0, 'estimate/value'],
  ['no lines', '/lines', [], 'estimate/too-few'],
  ['10,000 lines', '/lines', Array.from({ length: 10_000 }, () => line('D2740', 1)), 'estimate/too-many'],
  ['five plans', '/plans', Array.from({ length: 5 }, () => plan([])), 'estimate/too-many'],
  ['a misspelled word', '/lines/0/quantitty', 2, 'estimate/unheard-of'],
  ['deep nesting', '/lines', nested(5000), 'estimate/value', '/lines/0'],
  ['deep nesting in a fact', fact, nested(5000), 'estimate/fact-kind', `${fact}/kind`],
  ['the same line twice', '/lines/1/lineId', 'D2740', 'estimate/id-twice'],
  ['done before it is started', '/lines/0/startedOn', '2026-03-06', 'estimate/backwards'],
  [
    'a tooth and an area',
    '/lines/0',
    { ...line('D2740', 1), tooth: '3', area: '10' },
    'estimate/tooth-and-area',
    '/lines/0/area',
  ],
  [
    'a coverage that ends before it begins',
    '/plans/0',
    { ...plan([]), from: '2026-02-01', through: '2026-01-31' },
    'estimate/period',
    '/plans/0/through',
  ],
  ['history of another plan', '/history/0/planId', 'other', 'estimate/plan-unknown'],
  ['a fact without a kind', fact, { percent: 5 }, 'estimate/fact-kind', `${fact}/kind`],
  ['a kind that is none', fact, { kind: 'rebate' }, 'estimate/fact-kind', `${fact}/kind`],
  ['a fact that is null', fact, null, 'estimate/fact-kind', `${fact}/kind`],
  [
    'a word of another kind',
    fact,
    { kind: 'copay', amount: 1, percent: 5 },
    'estimate/unheard-of',
    `${fact}/percent`,
  ],
  [
    'a scope of two things',
    fact,
    { kind: 'copay', amount: 1, for: { code: 'D0120', category: 'diagnostic' } },
    'estimate/scope',
    `${fact}/for`,
  ],
  ['a scope of nothing', fact, { kind: 'copay', amount: 1, for: {} }, 'estimate/scope', `${fact}/for`],
  [
    'a group nobody describes',
    fact,
    { kind: 'copay', amount: 1, for: { group: 'Crowns' } },
    'estimate/group-unknown',
    `${fact}/for/group`,
  ],
  [
    'a range that runs backwards',
    fact,
    { kind: 'group', name: 'G', codes: ['D2799-D2710'] },
    'estimate/fact-contradicts-itself',
    `${fact}/codes`,
  ],
  [
    'every how many years?',
    fact,
    { kind: 'frequency', times: 1, window: 'every-years', per: 'mouth' },
    'estimate/fact-contradicts-itself',
    `${fact}/every`,
  ],
  [
    'a benefit year every 2',
    fact,
    { kind: 'frequency', times: 1, window: 'benefit-year', every: 2, per: 'mouth' },
    'estimate/fact-contradicts-itself',
    `${fact}/every`,
  ],
  [
    'an age limit without an age',
    fact,
    { kind: 'age-limit' },
    'estimate/fact-contradicts-itself',
    `${fact}/through`,
  ],
  [
    'its own substitute',
    fact,
    { kind: 'alternate-benefit', code: 'D2740', substitute: 'D2740', applies: true },
    'estimate/fact-contradicts-itself',
    `${fact}/substitute`,
  ],
  [
    'bundled into nothing',
    fact,
    { kind: 'status', status: 'bundled-into' },
    'estimate/fact-contradicts-itself',
    `${fact}/bundledInto`,
  ],
  ['two percentages for everything', fact, { kind: 'percentage', percent: 80 }, 'estimate/fact-twice', fact],
  [
    'a deductible for everything by year, and one for life',
    fact,
    { kind: 'deductible', amount: 10000, per: 'individual', period: 'lifetime' },
    'estimate/fact-twice',
    fact,
  ],
  [
    'candidates about a fact that is known',
    fact,
    twoOf({ kind: 'percentage', percent: 80 }, { kind: 'percentage', percent: 60 }),
    'estimate/fact-twice',
    fact,
  ],
  [
    'candidates of two kinds',
    fact,
    twoOf({ kind: 'copay', amount: 1 }, { kind: 'waiting-period', months: 6 }),
    'estimate/candidates-differ',
    `${fact}/candidates`,
  ],
  [
    'candidates inside candidates',
    fact,
    twoOf({ kind: 'copay', amount: 1 }, twoOf({}, {})),
    'estimate/fact-kind',
    `${fact}/candidates/1/kind`,
  ],
  [
    'one candidate',
    fact,
    { kind: 'one-of', candidates: [{ kind: 'copay', amount: 1 }] },
    'estimate/too-few',
    `${fact}/candidates`,
  ],
  [
    'a wrong amount in a candidate',
    fact,
    twoOf({ kind: 'copay', amount: 1 }, { kind: 'copay', amount: -1 }),
    'estimate/value',
    `${fact}/candidates/1/amount`,
  ],
  [
    'a benefit year that begins on 31 April',
    fact,
    { kind: 'benefit-year', begins: '04-31' },
    'estimate/value',
    `${fact}/begins`,
  ],
])('%s', (_name, path, value, expected, at = path) => {
  const read = readEstimateRequest(changed(path, value));
  expect(isRefusal(read) ? [read.code, read.at] : 'read').toEqual([expected, at]);
});

test.each([null, 5, 'text', [], {}, nested(5000)].map((value) => [value]))(
  'a file that is no request',
  (value) => {
    expect(isRefusal(readEstimateRequest(value))).toBe(true);
  },
);
