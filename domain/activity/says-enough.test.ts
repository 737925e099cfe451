import { expect, test } from 'vitest';
import { sampleContact } from './activity.samples.ts';
import { saysEnough } from './says-enough.ts';

test.each([
  ['asked and answered', {}, '', true],
  ['not asked', { asked: ' ' }, '', false],
  ['not answered', { answered: '' }, '', false],
  ['a note is no answer', { answered: '' }, 'They said yes.', false],
  ['received, and not said what', { reached: 'received', answered: '' }, '', false],
  ['a message left', { reached: 'message-left', asked: '', answered: '' }, '', true],
  ['nobody answered', { reached: 'no-answer', asked: '', answered: '' }, '', true],
] as const)('a contact: %s', (_name, change, note, expected) => {
  expect(saysEnough({ contact: sampleContact(change), note })).toBe(expected);
});

test.each([
  ['Read the hospital letter.', true],
  [' ', false],
])('work: "%s"', (note, expected) => {
  expect(saysEnough({ note })).toBe(expected);
});
