import { expect, test } from 'vitest';
import { refuseLastAdministrator } from './last-administrator.ts';
import type { StaffMember } from './practice-events.ts';

const ada: StaffMember = { staffId: 'ada', name: 'Ada', role: 'administrator', active: true };
const ben: StaffMember = { staffId: 'ben', name: 'Ben', role: 'administrator', active: true };
const cora: StaffMember = { staffId: 'cora', name: 'Cora', role: 'coordinator', active: true };

test.each<
  [name: string, staff: readonly StaffMember[], changed: StaffMember, canSignIn: string[], at?: string]
>([
  ['the only one leaves', [ada, cora], { ...ada, active: false }, ['ada', 'cora'], '/staff/active'],
  [
    'the only one takes another role',
    [ada, cora],
    { ...ada, role: 'biller' },
    ['ada', 'cora'],
    '/staff/role',
  ],
  [
    'the other one has left',
    [ada, { ...ben, active: false }],
    { ...ada, active: false },
    ['ada', 'ben'],
    '/staff/active',
  ],
  ['the other one has no account', [ada, ben], { ...ada, active: false }, ['ada'], '/staff/active'],
  ['there is another one', [ada, ben], { ...ada, active: false }, ['ada', 'ben']],
  ['the only one changes the name', [ada, cora], { ...ada, name: 'Ada Lang' }, ['ada', 'cora']],
  ['somebody else leaves', [ada, cora], { ...cora, active: false }, ['ada', 'cora']],
  ['a new colleague', [ada], cora, ['ada']],
])('%s', (_name, staff, changed, canSignIn, at) => {
  const practice = { staff: new Map(staff.map((each) => [each.staffId, each])) };
  const refusal = refuseLastAdministrator(practice, changed, new Set(canSignIn));
  expect(refusal && [refusal.code, refusal.at]).toEqual(at && ['practice/last-administrator', at]);
});
