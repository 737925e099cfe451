import { expect, test } from 'vitest';
import type { Activity } from '#domain/activity/activity.ts';
import type { DataCategory } from '#domain/consent/consent.ts';
import { mayPrintContent, mayPrintMember } from './cut-by-category.ts';
import { coordinationCase } from './test-record/record.samples.ts';

const [call] = [...coordinationCase.activities.values()].map(({ activity }) => activity);
const [member] = [...coordinationCase.members.values()].map((recorded) => recorded.member);

test.each<[string, Partial<Activity>, readonly DataCategory[], boolean]>([
  ['all allowed', {}, ['coordination-record', 'dental-record', 'medications'], true],
  ['a disclosed category missing', {}, ['coordination-record', 'dental-record'], false],
  ['the coordination record missing', {}, ['dental-record', 'medications'], false],
  [
    'with a payer, billing missing',
    { kind: 'coordination-with-payer' },
    ['coordination-record', 'dental-record', 'medications'],
    false,
  ],
  [
    'with a payer, billing allowed',
    { kind: 'coordination-with-payer' },
    ['coordination-record', 'dental-record', 'medications', 'coverage-and-billing'],
    true,
  ],
])('content of a contact: %s', (_, change, allowed, shown) => {
  if (!call) throw new Error('the sample has contacts');
  expect(mayPrintContent({ ...call, ...change }, new Set(allowed))).toBe(shown);
});

test.each<[string, 'physician' | 'payer', readonly DataCategory[], boolean]>([
  ['a physician', 'physician', ['coordination-record'], true],
  ['a payer, billing missing', 'payer', ['coordination-record'], false],
  ['a payer, billing allowed', 'payer', ['coordination-record', 'coverage-and-billing'], true],
  ['the coordination record missing', 'physician', ['coverage-and-billing'], false],
])('member of the team: %s', (_, role, allowed, shown) => {
  if (!member) throw new Error('the sample has a team');
  expect(mayPrintMember({ ...member, role }, new Set(allowed), new Map())).toBe(shown);
});
