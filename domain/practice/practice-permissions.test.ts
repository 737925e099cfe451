import { expect, test } from 'vitest';
import { staffRoles } from '../audit/event.ts';
import { mayChangePractice, type PracticeChange } from './practice-permissions.ts';

test.each<[PracticeChange, readonly string[]]>([
  ['set-profile', ['administrator']],
  ['record-provider', ['coordinator', 'administrator']],
  ['record-payer', ['biller', 'administrator']],
  ['set-fee', ['biller', 'administrator']],
  ['record-staff', ['administrator']],
])('%s: %s', (change, roles) => {
  expect(staffRoles.filter((role) => mayChangePractice(role, change))).toEqual(roles);
});
