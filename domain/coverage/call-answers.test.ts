import { describe, expect, it, test } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { callQuestion } from './call-question.ts';
import {
  isMoot,
  leftOpen,
  notSaid,
  readCallAnswers,
  saidNothing,
  type TypedAnswers,
} from './call-answers.ts';
import { silent } from './typed-answer.ts';

const crown = procedureCode('D2740');
const coordinationCode = { code: procedureCode('D9992') };
const questions = [
  callQuestion('in-force'),
  callQuestion('benefit-year'),
  callQuestion('coordination-paid', coordinationCode),
  callQuestion('coordination-often', coordinationCode),
  callQuestion('who-may-perform', coordinationCode),
  callQuestion('documentation', coordinationCode),
  callQuestion('coordination-fee', coordinationCode),
  callQuestion('deductible'),
  callQuestion('maximum'),
  callQuestion('code-terms', { code: crown }),
  callQuestion('frequency', { code: crown }),
  callQuestion('missing-tooth', { code: crown }),
  callQuestion('alternate-benefit', { code: crown }),
  callQuestion('waiting-period', { category: 'restorative' }),
  callQuestion('orthodontic-maximum'),
  callQuestion('coordination-of-benefits'),
  callQuestion('network'),
  callQuestion('family-limits'),
  callQuestion('category-percentage', { category: 'restorative' }),
  callQuestion('age-limit', { category: 'orthodontics' }),
  callQuestion('orthodontic-instalments'),
];

const read = (typed: TypedAnswers) => readCallAnswers(questions, typed);
const ofYear = { per: 'individual', period: 'benefit-year' };

describe('answers as facts', () => {
  it.each<[string, TypedAnswers, object]>([
    [
      'active until a day',
      { 'in-force': { active: 'yes', through: '2026-12-31' } },
      { statements: [{ kind: 'in-force', active: true, through: calendarDate('2026-12-31') }] },
    ],
    [
      'a contract year',
      { 'benefit-year': { begins: '07-01' } },
      { statements: [{ kind: 'benefit-year', begins: '07-01' }] },
    ],
    ['D9992 is paid', { 'coordination-paid': { status: 'paid' } }, { coordination: { status: 'paid' } }],
    [
      'D9992 is part of another code',
      { 'coordination-paid': { status: 'bundled-into', bundledInto: 'd0150' } },
      { coordination: { status: 'bundled-into', bundledInto: 'D0150' } },
    ],
    ['no limit', { 'coordination-often': { limited: 'no' } }, { coordination: { frequency: 'none' } }],
    [
      'once in 30 days for each practice, and the last one',
      {
        'coordination-often': {
          limited: 'yes',
          times: '1',
          window: 'rolling-days',
          days: '30',
          per: 'billing-provider',
          last: '2026-02-03',
        },
      },
      {
        statements: [{ kind: 'last-service', code: 'D9992', on: '2026-02-03' }],
        coordination: {
          frequency: { times: 1, window: 'rolling-days', days: 30, per: 'billing-provider' },
        },
      },
    ],
    [
      'only the last one',
      { 'coordination-often': { last: '2026-02-03' } },
      { statements: [{ kind: 'last-service', code: 'D9992', on: '2026-02-03' }], coordination: {} },
    ],
    [
      'who may perform',
      { 'who-may-perform': { performers: 'coordinator,dentist', text: ' under a dentist ' } },
      { coordination: { performers: ['dentist', 'coordinator'], whoMayPerform: 'under a dentist' } },
    ],
    ['the fee', { 'coordination-fee': { amount: '$25.50' } }, { coordination: { allowed: 2550 } }],
    [
      'a deductible with what is left',
      { deductible: { amount: '50', family: '150', left: '0' } },
      {
        statements: [
          { kind: 'deductible', ...ofYear, amount: cents(5000) },
          { kind: 'deductible', ...ofYear, per: 'family', amount: cents(15000) },
          { kind: 'remaining', of: 'deductible', ...ofYear, amount: cents(0) },
        ],
      },
    ],
    [
      'no maximum',
      { maximum: { unlimited: 'yes', amount: '1' } },
      { statements: [{ kind: 'maximum', ...ofYear, amount: 'none' }] },
    ],
    [
      'a crown at half, after a predetermination',
      { 'code-terms.D2740': { status: 'prior-authorization', percent: '50' } },
      {
        statements: [
          { kind: 'status', for: { code: crown }, status: 'prior-authorization' },
          { kind: 'percentage', for: { code: crown }, percent: 50 },
        ],
      },
    ],
    [
      'one a tooth every five years, and the last one',
      {
        'frequency.D2740': {
          limited: 'yes',
          times: '1',
          window: 'every-years',
          every: '5',
          per: 'tooth',
          last: '2020-01-31',
        },
      },
      {
        statements: [
          {
            kind: 'frequency',
            for: { code: crown },
            times: 1,
            window: 'every-years',
            per: 'tooth',
            every: 5,
          },
          { kind: 'last-service', code: crown, on: '2020-01-31' },
        ],
      },
    ],
    [
      'paid as something cheaper',
      { 'alternate-benefit.D2740': { applies: 'yes', substitute: 'D2751' } },
      { statements: [{ kind: 'alternate-benefit', code: crown, substitute: 'D2751', applies: true }] },
    ],
    [
      'a crown that is paid as itself',
      { 'alternate-benefit.D2740': { applies: 'no' } },
      { statements: [{ kind: 'alternate-benefit', code: crown, applies: false }] },
    ],
    [
      'a crown without a limit, and the last one',
      { 'frequency.D2740': { limited: 'no', last: '2024-05-02' } },
      {
        statements: [
          { kind: 'no-frequency-limit', for: { code: crown } },
          { kind: 'last-service', code: crown, on: calendarDate('2024-05-02') },
        ],
      },
    ],
    [
      'no waiting period',
      { 'waiting-period.restorative': { months: '0' } },
      { statements: [{ kind: 'waiting-period', for: { category: 'restorative' }, months: 0 }] },
    ],
    [
      'orthodontics of a lifetime',
      { 'orthodontic-maximum': { amount: '1500' } },
      {
        statements: [
          {
            kind: 'maximum',
            for: { category: 'orthodontics' },
            per: 'individual',
            period: 'lifetime',
            amount: cents(1500_00),
          },
        ],
      },
    ],
    [
      'a copay instead of a percentage',
      { 'code-terms.D2740': { status: 'paid', copay: '35' } },
      {
        statements: [
          { kind: 'status', for: { code: crown }, status: 'paid' },
          { kind: 'copay', for: { code: crown }, amount: cents(35_00) },
        ],
      },
    ],
    [
      'what the family has, and has left',
      { 'family-limits': { familyMaximum: '3000', familyMaximumLeft: '2400', familyDeductibleLeft: '50' } },
      {
        statements: [
          { kind: 'maximum', per: 'family', period: 'benefit-year', amount: cents(3000_00) },
          {
            kind: 'remaining',
            of: 'maximum',
            per: 'family',
            period: 'benefit-year',
            amount: cents(2400_00),
          },
          {
            kind: 'remaining',
            of: 'deductible',
            per: 'family',
            period: 'benefit-year',
            amount: cents(50_00),
          },
        ],
      },
    ],
    [
      'the percentage of a class',
      { 'category-percentage.restorative': { percent: '80' } },
      { statements: [{ kind: 'percentage', for: { category: 'restorative' }, percent: 80 }] },
    ],
    [
      'ages up to one',
      { 'age-limit.orthodontics': { limited: 'yes', through: '18' } },
      { statements: [{ kind: 'age-limit', for: { category: 'orthodontics' }, through: 18 }] },
    ],
    [
      'every age',
      { 'age-limit.orthodontics': { limited: 'no' } },
      { statements: [{ kind: 'age-limit', for: { category: 'orthodontics' }, from: 0 }] },
    ],
    [
      'instalments of orthodontics: monthly at the end where nothing else is said',
      { 'orthodontic-instalments': { percent: '25', mostInstalments: '24' } },
      {
        statements: [
          { kind: 'orthodontics', bandingPercent: 25, every: 'month', incurred: 'end', mostInstalments: 24 },
        ],
      },
    ],
  ])('%s', (_name, typed, said) => {
    expect(read(typed)).toEqual([
      { questionId: Object.keys(typed)[0], statements: [], coordination: {}, ...said },
    ]);
  });
});

describe('what cannot stand is refused at its field', () => {
  it.each<[string, TypedAnswers, string, string]>([
    ['dates without an answer', { 'in-force': { from: '2026-01-01' } }, 'call/needed', 'in-force/active'],
    [
      'no such day',
      { 'in-force': { active: 'yes', from: '2026-02-30' } },
      'date/unreadable',
      'in-force/from',
    ],
    ['101 percent', { 'code-terms.D2740': { percent: '101' } }, 'call/number', 'code-terms.D2740/percent'],
    [
      'less than nothing',
      { 'code-terms.D2740': { percent: '-5' } },
      'call/number',
      'code-terms.D2740/percent',
    ],
    ['negative money', { deductible: { amount: '-50' } }, 'money/unreadable', 'deductible/amount'],
    [
      'an amount that nobody believes',
      { maximum: { amount: '1000000.01' } },
      'plan-answer/amount-unbelievable',
      'maximum/amount',
    ],
    [
      'more left than there is',
      { maximum: { amount: '1500', left: '1500.01' } },
      'plan-answer/more-left-than-there-is',
      'maximum/left',
    ],
    [
      'a family with less than one person',
      { deductible: { amount: '50', family: '49.99' } },
      'plan-answer/family-below-one',
      'deductible/family',
    ],
    [
      'a deductible above the maximum',
      { deductible: { amount: '1500.01' }, maximum: { amount: '1500' } },
      'plan-answer/deductible-above-maximum',
      'deductible/amount',
    ],
    [
      'part of another code, and not of which',
      { 'coordination-paid': { status: 'bundled-into' } },
      'call/needed',
      'coordination-paid/bundledInto',
    ],
    [
      'rolling days without how many',
      { 'coordination-often': { limited: 'yes', times: '1', window: 'rolling-days' } },
      'call/needed',
      'coordination-often/days',
    ],
    [
      'a limit without a number',
      { 'frequency.D2740': { limited: 'yes', window: 'benefit-year' } },
      'call/needed',
      'frequency.D2740/times',
    ],
    [
      'an age limit without an age',
      { 'age-limit.orthodontics': { limited: 'yes' } },
      'call/needed',
      'age-limit.orthodontics/through',
    ],
    [
      'ages that end before they begin',
      { 'age-limit.orthodontics': { limited: 'yes', fromAge: '9', through: '8' } },
      'estimate/fact-contradicts-itself',
      'age-limit.orthodontics/through',
    ],
    [
      'instalments without the share at banding',
      { 'orthodontic-instalments': { instalments: 'quarter' } },
      'call/needed',
      'orthodontic-instalments/percent',
    ],
    [
      'more left for the family than it has',
      { 'family-limits': { familyMaximum: '3000', familyMaximumLeft: '3000.01' } },
      'plan-answer/more-left-than-there-is',
      'family-limits/familyMaximumLeft',
    ],
    [
      'a family with a lower maximum than one person',
      { maximum: { amount: '1500' }, 'family-limits': { familyMaximum: '1499.99' } },
      'plan-answer/family-below-one',
      'family-limits/familyMaximum',
    ],
    [
      'a copay that nobody believes',
      { 'code-terms.D2740': { copay: '1000000.01' } },
      'plan-answer/amount-unbelievable',
      'code-terms.D2740/copay',
    ],
    [
      'a cheaper code that is none',
      { 'alternate-benefit.D2740': { applies: 'yes', substitute: 'silver' } },
      'procedure-code/form',
      'alternate-benefit.D2740/substitute',
    ],
  ])('%s', (_name, typed, code, at) => {
    const refusal = read(typed);
    expect(isRefusal(refusal) && [refusal.code, refusal.at]).toEqual([code, `/questions/${at}`]);
  });

  it.each<[string, TypedAnswers]>([
    ['all of the maximum is left', { maximum: { amount: '1500', left: '1500' } }],
    ['one age is both', { 'age-limit.orthodontics': { limited: 'yes', fromAge: '8', through: '8' } }],
    ['the family has as much as one', { deductible: { amount: '50', family: '50' } }],
    ['the most that is believed', { maximum: { amount: '1000000' } }],
    ['a deductible as high as the maximum', { deductible: { amount: '50' }, maximum: { amount: '50' } }],
  ])('but not that %s', (_name, typed) => {
    expect(isRefusal(read(typed))).toBe(false);
  });
});

const status = (word: string): TypedAnswers => ({ 'coordination-paid': { status: word } });

describe('a question that an answer made pointless', () => {
  it.each<[string, string, TypedAnswers, boolean]>([
    ['how often what is paid', 'coordination-often', status('paid'), false],
    ['how often what is no benefit', 'coordination-often', status('not-a-benefit'), true],
    ['the fee of what is denied', 'coordination-fee', status('denied-patient-liable'), true],
    ['how often what needs authorization', 'coordination-often', status('prior-authorization'), false],
    ['the items, when D9992 is no benefit', 'frequency.D2740', status('not-a-benefit'), false],
    [
      'how often a crown that is no benefit',
      'frequency.D2740',
      { 'code-terms.D2740': { status: 'not-a-benefit' } },
      true,
    ],
    ['anything, once nobody is covered', 'network', { 'in-force': { active: 'no' } }, true],
    ['whether anybody is covered', 'in-force', { 'in-force': { active: 'no' } }, false],
  ])('%s', (_name, id, typed, moot) => {
    const question = questions.find((each) => each.id === id);
    expect(question && isMoot(question, typed)).toBe(moot);
  });

  test('is not recorded, though something was typed before', () => {
    expect(read({ ...status('not-a-benefit'), 'coordination-fee': { amount: '25' } })).toEqual([
      { questionId: 'coordination-paid', statements: [], coordination: { status: 'not-a-benefit' } },
    ]);
  });
});

test('what the representative did not say is no fact, and stays open', () => {
  const typed = { network: silent, maximum: { amount: ' ' } };
  const planned = questions.map((question) => ({ question, open: question.id !== 'in-force' }));
  expect(read(typed)).toEqual([]);
  expect(saidNothing(questions, typed).map(notSaid)).toEqual([{ kind: 'not-said', question: 'network' }]);
  expect(
    leftOpen(planned, { ...typed, deductible: { amount: '50' } }).map(({ question }) => question.id),
  ).toEqual(
    questions
      .filter(({ id, topic }) => id !== 'in-force' && id !== 'deductible' && topic !== 'besides')
      .map(({ id }) => id),
  );
});

test.each([
  ['of a code', { 'frequency.D2740': silent }, { kind: 'not-said', question: 'frequency', code: crown }],
  [
    'of a category',
    { 'waiting-period.restorative': silent },
    { kind: 'not-said', question: 'waiting-period', category: 'restorative' },
  ],
  [
    'of a code that is no benefit: pointless',
    { 'frequency.D2740': silent, 'code-terms.D2740': { status: 'not-a-benefit' } },
    undefined,
  ],
] as const)('what was asked in vain is kept: %s', (_name, typed, statement) => {
  expect(saidNothing(questions, typed).map(notSaid)).toEqual(statement === undefined ? [] : [statement]);
});
