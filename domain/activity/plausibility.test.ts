import { expect, test } from 'vitest';
import type { RecordedActivity } from '../case/case.ts';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { sampleActivity, sampleContact, sampleRecorded, sampleTime } from './activity.samples.ts';
import { isNoteWriting, plausibilityFlags, type FlagKind } from './plausibility.ts';

const zone = 'America/Los_Angeles';

/** Texts that differ, so that only what a row is about is found. */
function entry(id: string, change: Parameters<typeof sampleActivity>[0] = {}): RecordedActivity {
  const contact = sampleContact({
    asked: `Question ${id} about the order of the two operations`,
    answered: id,
  });
  return sampleRecorded(sampleActivity({ activityId: id, contact, ...change }));
}

function kindsOf(entries: readonly RecordedActivity[], available?: number): FlagKind[] {
  return plausibilityFlags(entries, zone, available).map((flag) => flag.kind);
}

const time = sampleTime;
const own: { name: string; entry: RecordedActivity; kinds: FlagKind[] }[] = [
  { name: 'an ordinary call', entry: entry('a'), kinds: [] },
  { name: 'ends as it starts', entry: entry('a', { time: time({ to: '2026-03-05T17:00:00Z' }) }), kinds: [] },
  {
    name: 'ends a second before it starts',
    entry: entry('a', { time: time({ to: '2026-03-05T16:59:59Z' }) }),
    kinds: ['ends-before-start'],
  },
  { name: 'as many seconds as the interval', entry: entry('a', { time: time({ seconds: 600 }) }), kinds: [] },
  {
    name: 'more seconds than the interval',
    entry: entry('a', { time: time({ seconds: 602 }) }),
    kinds: ['seconds-exceed-interval'],
  },
  {
    name: 'recorded at its end',
    entry: sampleRecorded(entry('a').activity, { recordedAt: instant('2026-03-05T17:10:00Z') }),
    kinds: [],
  },
  {
    name: 'recorded before its end',
    entry: sampleRecorded(entry('a').activity, { recordedAt: instant('2026-03-05T17:09:59Z') }),
    kinds: ['ends-after-recording'],
  },
  {
    name: 'recorded before its start',
    entry: sampleRecorded(entry('a').activity, { recordedAt: instant('2026-03-05T16:59:59Z') }),
    kinds: ['starts-after-recording'],
  },
  {
    name: 'service date of another day',
    entry: entry('a', { serviceDate: calendarDate('2026-03-06') }),
    kinds: ['other-service-date'],
  },
  {
    name: 'up to midnight',
    entry: entry('a', { time: time({ from: '2026-03-06T07:50:00Z', to: '2026-03-06T07:59:59Z' }) }),
    kinds: [],
  },
  {
    name: 'over midnight at the practice',
    entry: entry('a', { time: time({ from: '2026-03-06T07:50:00Z', to: '2026-03-06T08:00:00Z' }) }),
    kinds: ['crosses-midnight'],
  },
  {
    name: 'over midnight in UTC only',
    entry: entry('a', { time: time({ from: '2026-03-05T23:55:00Z', to: '2026-03-06T00:05:00Z' }) }),
    kinds: [],
  },
  {
    name: 'before the clocks change',
    entry: entry('a', {
      serviceDate: calendarDate('2026-03-08'),
      time: time({ from: '2026-03-08T09:50:00Z', to: '2026-03-08T09:59:59Z' }),
    }),
    kinds: [],
  },
  {
    name: 'over the change of the clocks',
    entry: entry('a', {
      serviceDate: calendarDate('2026-03-08'),
      time: time({ from: '2026-03-08T09:50:00Z', to: '2026-03-08T10:00:00Z' }),
    }),
    kinds: ['crosses-clock-change'],
  },
  {
    name: 'by hand with a reason',
    entry: entry('a', { time: time({ basis: 'by-hand', byHandReason: 'Called from the car park' }) }),
    kinds: [],
  },
  {
    name: 'by hand with a blank reason',
    entry: entry('a', { time: time({ basis: 'by-hand', byHandReason: ' ' }) }),
    kinds: ['by-hand-without-reason'],
  },
  {
    name: 'by hand without a reason',
    entry: entry('a', { time: time({ basis: 'by-hand' }) }),
    kinds: ['by-hand-without-reason'],
  },
  {
    name: 'writing the note',
    entry: entry('a', { contact: 'none', note: 'Wrote up the notes of the morning' }),
    kinds: ['note-writing'],
  },
  {
    name: 'withdrawn',
    entry: sampleRecorded(sampleActivity({ time: time({ to: '2026-03-05T16:00:00Z' }) }), {
      withdrawn: { ...entry('a'), reason: 'wrong patient' },
    }),
    kinds: [],
  },
];

test.each(own)('$name', ({ entry: recorded, kinds }) => {
  expect(kindsOf([recorded])).toEqual(kinds);
});

test.each([
  ['Finished the charting', true],
  ['Documentation of the call', true],
  ['Completing my progress note', true],
  ['Escribiendo la nota de la llamada', true],
  ['Redacté las notas', true],
  ['Read the surgeon’s report and compared it with the plan', false],
  ['Asked for documentation of the valve operation', false],
  ['Noted that the patient prefers mornings', false],
])('"%s" is note-writing: %s', (note, expected) => {
  expect(isNoteWriting(sampleActivity({ contact: 'none', note }))).toBe(expected);
});

test('a contact is never note-writing', () => {
  expect(isNoteWriting(sampleActivity({ note: 'Wrote the note' }))).toBe(false);
});

/** Ten minutes each, one after the other. */
function tens(count: number, basis: 'timer' | 'start-and-stop' = 'start-and-stop'): RecordedActivity[] {
  return Array.from({ length: count }, (_, index) =>
    entry(`e${index}`, {
      time: time({ from: `2026-03-05T1${index}:00:00Z`, to: `2026-03-05T1${index}:10:00Z`, basis }),
    }),
  ).map((each) => sampleRecorded(each.activity, { recordedAt: instant('2026-03-06T05:00:00Z') }));
}

test.each([
  ['two of one length', tens(2), []],
  [
    'three of one length',
    tens(3),
    ['identical-round-durations', 'identical-round-durations', 'identical-round-durations'],
  ],
  ['three measured ones', tens(3, 'timer'), []],
])('%s', (_, entries, kinds) => {
  expect(kindsOf(entries)).toEqual(kinds);
});

test.each([
  ['as much as is available', 1200, []],
  ['a second more than is available', 1199, ['over-available-time', 'over-available-time']],
])('%s', (_, available, kinds) => {
  expect(kindsOf(tens(2), available)).toEqual(kinds);
});

test('one text in two entries is shown on both, whatever its spacing', () => {
  const text = 'The surgeon agrees to extract before the valve operation on 20 March.';
  const one = entry('a', { contact: 'none', note: text });
  const other = entry('b', {
    contact: 'none',
    note: `${text.toUpperCase()} `,
    time: time({ from: '2026-03-05T18:00:00Z', to: '2026-03-05T18:07:00Z' }),
  });
  expect(kindsOf([one, other])).toEqual(['cloned-text', 'cloned-text']);
  expect(
    kindsOf([
      one,
      entry('c', { contact: 'none', note: 'No answer.' }),
      entry('d', { contact: 'none', note: 'No answer.' }),
    ]),
  ).toEqual([]);
});
