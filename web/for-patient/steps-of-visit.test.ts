import { expect, test } from 'vitest';
import type { PlainStepView } from '#contract/for-patient.ts';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { cents } from '#domain/kernel/money.ts';
import { visitsOf } from './steps-of-visit.ts';

const monday = { day: calendarDate('2027-01-04'), booked: false };
const surgeon = { name: 'Dr. Sand', organization: 'The surgery' };

function step(text: string, change: Partial<PlainStepView> = {}): PlainStepView {
  return { text, who: surgeon, when: monday, ...change };
}

test.each<[string, PlainStepView, readonly string[]]>([
  ['on the same day', step('b'), ['a, b', 'c']],
  ['on another day', step('b', { when: { ...monday, day: calendarDate('2027-01-05') } }), ['a, c', 'b']],
  ['of a day that is booked', step('b', { when: { ...monday, booked: true } }), ['a, c', 'b']],
  ['by somebody else', step('b', { who: { name: 'Dr. Gray' } }), ['a, c', 'b']],
  ['at another office', step('b', { who: { ...surgeon, organization: 'The hospital' } }), ['a, c', 'b']],
])('a step %s', (name, other, expected) => {
  const third = name === 'on the same day' ? step('c', { who: { name: 'Dr. Gray' } }) : step('c');
  const visits = visitsOf([step('a'), other, third]);
  expect(visits.map(({ steps }) => steps.map(({ text }) => text).join(', '))).toEqual(expected);
});

test('steps without a day are not put together', () => {
  const undated = (text: string): PlainStepView => ({ text, who: surgeon });
  expect(visitsOf([undated('a'), undated('b')])).toHaveLength(2);
});

test.each<[string, PlainStepView['pays'], object | undefined]>([
  ['all known', { least: cents(100), most: cents(300) }, { least: 300, most: 700 }],
  ['one not known', undefined, undefined],
])('what a visit costs: %s', (_name, pays, expected) => {
  const known = step('a', { pays: { least: cents(200), most: cents(400) } });
  const [visit] = visitsOf([known, step('b', pays ? { pays } : {})]);
  expect(visit?.pays).toEqual(expected);
});
