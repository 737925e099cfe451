import { expect, test } from 'vitest';
import { sampleActivity, sampleContact, sampleRecorded } from '../activity/activity.samples.ts';
import type { Contact } from '../activity/activity.ts';
import {
  protectedCategoriesOfContact,
  protectedCategoriesOfMember,
  protectedCategoriesOfTask,
} from './protected-evidence.ts';

const clinic = { kind: 'provider', memberId: 'member-clinic', name: 'Harbor Recovery' } as const;
const told = (change: Partial<Contact> = {}) =>
  sampleContact({ parties: [clinic], disclosed: ['dental-record', 'substance-use-treatment'], ...change });

function talks(contacts: readonly Contact[]) {
  return new Map(
    contacts.map((contact, index) => {
      const activityId = `activity-${index}`;
      return [activityId, sampleRecorded(sampleActivity({ activityId, contact }))] as const;
    }),
  );
}

test.each<[string, readonly Contact[], readonly string[]]>([
  ['that nobody talked with gives nothing away', [], []],
  ['that was told of protected records in every talk', [told(), told()], ['substance-use-treatment']],
  ['with whom one talk was of nothing protected', [told(), told({ disclosed: ['dental-record'] })], []],
  [
    'that was not reached in the other',
    [told(), told({ disclosed: [], reached: 'message-left' })],
    ['substance-use-treatment'],
  ],
  ['of more than one kind', [told(), told({ disclosed: ['hiv'] })], ['substance-use-treatment', 'hiv']],
  ['beside whom somebody else was told', [told({ parties: [{ ...clinic, memberId: 'member-other' }] })], []],
])('a member of the team %s', (_name, contacts, categories) => {
  expect(protectedCategoriesOfMember('member-clinic', talks(contacts))).toEqual(categories);
});

test('a message that was left with such a clinic gives it away as well', () => {
  const left = told({ disclosed: [], reached: 'message-left' });
  expect(protectedCategoriesOfContact(left, talks([told(), left]))).toEqual(['substance-use-treatment']);
  expect(protectedCategoriesOfContact(left, talks([left]))).toEqual([]);
});

test.each([
  ['that the clinic holds', { holder: { kind: 'team-member', id: 'member-clinic', name: 'Harbor' } }, true],
  [
    'that a talk with it led to',
    { activityId: 'activity-0', holder: { kind: 'patient', name: 'Pat' } },
    true,
  ],
  ['of anybody else', { holder: { kind: 'team-member', id: 'member-surgeon', name: 'Sol' } }, false],
] as const)('a next step %s', (_name, task, gives) => {
  expect(protectedCategoriesOfTask(task, talks([told()]))).toEqual(gives ? ['substance-use-treatment'] : []);
});
