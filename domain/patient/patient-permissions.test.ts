import { expect, test } from 'vitest';
import { staffRoles } from '../audit/event.ts';
import { mayChangePatient } from './patient-permissions.ts';

const clinical = ['coordinator', 'dentist', 'hygienist', 'administrator'];
const withBiller = ['coordinator', 'dentist', 'hygienist', 'biller', 'administrator'];

test.each([
  ['register', withBiller],
  ['change-demographics', withBiller],
  ['record-related-person', clinical],
  ['record-condition', clinical],
  ['record-accommodation', clinical],
  ['record-coverage', withBiller],
  ['record-benefit-fact', withBiller],
  ['withdraw-benefit', withBiller],
  ['record-consent', clinical],
  ['revoke-consent', clinical],
  ['agree-restriction', clinical],
  ['attach-document', withBiller],
  ['withdraw-document', withBiller],
] as const)('%s is for %s', (change, roles) => {
  expect(staffRoles.filter((role) => mayChangePatient(role, change))).toEqual(roles);
});
