import { describe, expect, it } from 'vitest';
import { isRefusal } from '../kernel/refusal.ts';
import type { TypedAnswer } from './typed-answer.ts';
import { readStatement, typedStatementKinds, type TypedStatementKind } from './typed-statement.ts';

const crown = { about: 'code', code: 'd2740' };
const ofCrown = { for: { code: 'D2740' } };
const ofYear = { per: 'individual', period: 'benefit-year' };

/** Each kind once as it is usually told, and where it has them its other forms. */
const told: readonly [TypedStatementKind, TypedAnswer, object][] = [
  ['in-force', { active: 'yes', through: '2026-12-31' }, { active: true, through: '2026-12-31' }],
  ['benefit-year', { begins: '07-01' }, { begins: '07-01' }],
  ['network', { participates: 'no' }, { participates: false }],
  ['maximum', { amount: '1,500' }, { ...ofYear, amount: 150_000 }],
  ['maximum', { unlimited: 'yes', amount: 'x' }, { ...ofYear, amount: 'none' }],
  [
    'maximum',
    { about: 'orthodontics', period: 'lifetime', amount: '2000' },
    { for: { category: 'orthodontics' }, per: 'individual', period: 'lifetime', amount: 200_000 },
  ],
  ['deductible', { who: 'family', amount: '150' }, { ...ofYear, per: 'family', amount: 15_000 }],
  ['remaining', { of: 'deductible', amount: '0' }, { of: 'deductible', ...ofYear, amount: 0 }],
  ['percentage', { ...crown, percent: '50' }, { ...ofCrown, percent: 50 }],
  ['percentage', { about: 'preventive', percent: '100' }, { for: { category: 'preventive' }, percent: 100 }],
  ['status', { ...crown, status: 'by-report' }, { ...ofCrown, status: 'by-report' }],
  [
    'status',
    { ...crown, status: 'bundled-into', bundledInto: 'D2950' },
    { ...ofCrown, status: 'bundled-into', bundledInto: 'D2950' },
  ],
  ['allowed', { code: 'D2740', amount: '812.50' }, { code: 'D2740', amount: 81_250 }],
  ['copay', { amount: '15' }, { amount: 1500 }],
  ['waiting-period', { about: 'implants', months: '12' }, { for: { category: 'implants' }, months: 12 }],
  [
    'frequency',
    { ...crown, times: '1', window: 'every-years', every: '5', per: 'tooth' },
    { ...ofCrown, times: 1, window: 'every-years', every: 5, per: 'tooth' },
  ],
  [
    'frequency',
    { times: '2', window: 'benefit-year' },
    { times: 2, window: 'benefit-year', per: 'not-said' },
  ],
  [
    'frequency',
    { about: 'code', code: 'D1110', times: '2', window: 'benefit-year' },
    { for: { code: 'D1110' }, times: 2, window: 'benefit-year', per: 'mouth' },
  ],
  ['no-frequency-limit', crown, ofCrown],
  ['last-service', { code: 'D2740', last: '2021-05-02' }, { code: 'D2740', on: '2021-05-02' }],
  ['age-limit', { through: '18' }, { through: 18 }],
  ['missing-tooth', { excluded: 'yes' }, { excluded: true }],
  ['alternate-benefit', { code: 'D2740', applies: 'no' }, { code: 'D2740', applies: false }],
  [
    'orthodontics',
    { percent: '25', instalments: 'quarter', incurred: 'start', mostInstalments: '8' },
    { bandingPercent: 25, every: 'quarter', incurred: 'start', mostInstalments: 8 },
  ],
  ['coordination', { variant: 'carve-out' }, { variant: 'carve-out' }],
  ['place', { place: 'secondary' }, { place: 2 }],
  ['date-that-counts', { on: 'start' }, { on: 'start' }],
  ['write-off', { when: 'maximum-reached', holds: 'yes' }, { when: 'maximum-reached', holds: true }],
];

describe('a statement as it was typed', () => {
  it.each(told)('%s %o', (kind, typed, statement) => {
    expect(readStatement(kind, typed)).toEqual({ kind, ...statement });
  });

  it('is told of every kind', () => {
    expect([...new Set(told.map(([kind]) => kind))].sort()).toEqual([...typedStatementKinds].sort());
  });

  it.each<[TypedStatementKind, TypedAnswer, code: string, at: string]>([
    ['in-force', {}, 'call/needed', 'active'],
    ['in-force', { active: 'yes', from: '2026-02-01', through: '2026-01-31' }, 'call/backwards', 'through'],
    ['maximum', {}, 'call/needed', 'amount'],
    ['maximum', { amount: '-5' }, 'money/unreadable', 'amount'],
    ['maximum', { amount: '1000000.01' }, 'plan-answer/amount-unbelievable', 'amount'],
    ['percentage', { percent: '101' }, 'call/number', 'percent'],
    ['percentage', { about: 'code', percent: '50' }, 'call/needed', 'code'],
    ['percentage', { about: 'code', code: 'D27', percent: '50' }, 'procedure-code/form', 'code'],
    ['waiting-period', { months: '1.5' }, 'call/number', 'months'],
    ['frequency', { times: '0', window: 'benefit-year' }, 'call/number', 'times'],
    ['frequency', { times: '1', window: 'every-years' }, 'call/needed', 'every'],
    ['last-service', { code: 'D2740', last: '2021-02-30' }, 'date/unreadable', 'last'],
    ['age-limit', {}, 'estimate/fact-contradicts-itself', 'through'],
    ['age-limit', { fromAge: '19', through: '18' }, 'estimate/fact-contradicts-itself', 'through'],
    [
      'alternate-benefit',
      { code: 'D2740', applies: 'yes', substitute: 'D2740' },
      'estimate/fact-contradicts-itself',
      'substitute',
    ],
  ])('is refused at its field: %s %o', (kind, typed, code, at) => {
    const refused = readStatement(kind, typed);
    expect(isRefusal(refused) && [refused.code, refused.at]).toEqual([code, `/statement/${at}`]);
  });
});
