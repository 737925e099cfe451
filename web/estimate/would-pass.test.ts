import { expect, test } from 'vitest';
import type { LedgerAccountView } from '#contract/case-ledger.ts';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { cents } from '#domain/kernel/money.ts';
import { wouldPass } from './would-pass.ts';

const account: LedgerAccountView = {
  coverageId: 'c',
  plan: 'Plan',
  kind: 'maximum',
  of: 'individual',
  about: 'D0001-D9999',
  codes: ['D0001-D9999'],
  eatsGeneral: false,
  year: { from: calendarDate('2026-01-01'), through: calendarDate('2026-12-31') },
  limit: cents(1000_00),
  paid: cents(200_00),
  pending: cents(100_00),
  reserved: cents(300_00),
  planned: cents(400_00),
  left: cents(0),
  over: cents(0),
  offices: [],
};

const { year: _year, ...lifelong } = account;
const own = { about: 'D2740', codes: ['D2740'], limit: cents(1200_00) };
const group = { about: 'Crowns', codes: ['D2700-D2799'], limit: cents(1100_00) };
const restorative = { about: 'D1000-D1999', codes: ['D1000-D1999'], limit: cents(1_00) };
const braces = { ...lifelong, about: 'D8000-D8999', codes: ['D8000-D8999'], limit: cents(700_00) };

interface Row {
  name: string;
  accounts?: readonly LedgerAccountView[];
  code?: string | undefined;
  date?: string;
  amount: number;
  counted?: number;
  ofFamily?: boolean;
  over: readonly (readonly [about: string, amount: number])[];
}

const all = 'D0001-D9999';
const [general, crown] = [account, { ...account, ...own }];

// Of every account 600.00 are taken: the general one has 400.00 left.
test.each<Row>([
  { name: 'all that is free', amount: 400_00, over: [] },
  { name: 'a cent more', amount: 400_01, over: [[all, 1]] },
  { name: 'with what it has reserved already', amount: 700_00, counted: 300_00, over: [] },
  { name: 'of another year', date: '2027-01-01', amount: 400_01, over: [] },
  {
    name: 'a limit that is passed already',
    accounts: [{ ...account, limit: cents(500_00) }],
    amount: 50_00,
    over: [[all, 50_00]],
  },
  { name: 'the own maximum of a code', accounts: [general, crown], amount: 600_00, over: [] },
  { name: 'a cent more than its own', accounts: [general, crown], amount: 600_01, over: [['D2740', 1]] },
  {
    name: 'another code has the general one',
    accounts: [crown, general],
    code: 'D2391',
    amount: 400_01,
    over: [[all, 1]],
  },
  {
    name: 'its own, which eats the general one',
    accounts: [general, { ...crown, eatsGeneral: true }],
    amount: 400_01,
    over: [[all, 1]],
  },
  {
    name: 'a group of the plan',
    accounts: [general, { ...account, ...group }],
    amount: 500_01,
    over: [['Crowns', 1]],
  },
  {
    name: 'of two groups that hold it the smaller one',
    accounts: [
      general,
      { ...account, about: 'Basic', codes: ['D2000-D2999'], limit: cents(700_00) },
      { ...account, ...group },
    ],
    amount: 500_00,
    over: [],
  },
  {
    name: 'its own before the group',
    accounts: [{ ...account, ...group }, crown],
    amount: 600_00,
    over: [],
  },
  {
    name: 'another category that stands first',
    accounts: [{ ...account, ...restorative }, general],
    amount: 400_00,
    over: [],
  },
  {
    name: 'of a lifetime',
    accounts: [general, braces],
    code: 'D8080',
    amount: 100_01,
    over: [['D8000-D8999', 1]],
  },
  {
    name: 'of a lifetime, in any year',
    accounts: [braces],
    code: 'D8080',
    date: '2031-01-01',
    amount: 100_01,
    over: [['D8000-D8999', 1]],
  },
  {
    name: 'of the family beside the own one',
    accounts: [general, { ...account, of: 'family', limit: cents(900_00) }],
    amount: 300_01,
    over: [[all, 1]],
  },
  {
    name: 'both of them',
    accounts: [general, { ...account, of: 'family', limit: cents(900_00) }],
    amount: 400_01,
    over: [
      [all, 1],
      [all, 100_01],
    ],
  },
  { name: 'somebody else of the family', amount: 400_01, ofFamily: true, over: [] },
  {
    name: 'somebody else, of what the family shares',
    accounts: [{ ...account, of: 'family' }],
    amount: 400_01,
    ofFamily: true,
    over: [[all, 1]],
  },
  {
    name: 'a total without a code',
    accounts: [crown, general],
    code: undefined,
    amount: 400_01,
    over: [[all, 1]],
  },
  { name: 'of another plan', accounts: [{ ...account, coverageId: 'other' }], amount: 400_01, over: [] },
])(
  '$name',
  ({ accounts = [account], date = '2026-12-31', amount, counted = 0, ofFamily = false, over, ...row }) => {
    const code = 'code' in row ? row.code : 'D2740';
    const services = [{ code, date, amount, counted }];
    const found = wouldPass({ accounts: [...accounts] }, { coverageId: 'c', services, ofFamily });
    expect(found.map((passed) => [passed.about, passed.amount])).toEqual(over);
  },
);

test('services of one maximum count together, those of another year and another maximum apart', () => {
  const next = { from: calendarDate('2027-01-01'), through: calendarDate('2027-12-31') };
  const services = [
    { code: 'D2391', date: '2026-06-01', amount: 300_00 },
    { code: 'D2392', date: '2026-07-01', amount: 100_01 },
    { code: 'D2392', date: '2027-07-01', amount: 400_00 },
    { code: 'D2740', date: '2026-07-01', amount: 600_00 },
  ];
  const accounts = [general, { ...general, year: next }, crown];
  expect(wouldPass({ accounts }, { coverageId: 'c', services })).toEqual([
    { plan: 'Plan', about: all, amount: 1 },
  ]);
});
