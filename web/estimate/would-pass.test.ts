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

test.each<
  [
    name: string,
    change: Partial<typeof account>,
    date: string,
    amount: number,
    counted: number,
    over: unknown,
  ]
>([
  ['all that is free', {}, '2026-12-31', 400_00, 0, undefined],
  ['a cent more', {}, '2026-12-31', 400_01, 0, 1],
  ['with what it has reserved already', {}, '2026-12-31', 700_00, 300_00, undefined],
  ['of another year', {}, '2027-01-01', 400_01, 0, undefined],
  ['of the family', { of: 'family' }, '2026-12-31', 400_01, 0, undefined],
  ['a limit that is passed already', { limit: cents(500_00) }, '2026-06-01', 50_00, 0, 50_00],
])('%s', (_name, change, date, amount, counted, over) => {
  const found = wouldPass(
    { accounts: [{ ...account, ...change }] },
    { coverageId: 'c', date, amount },
    counted,
  );
  expect(found?.amount).toBe(over);
});
