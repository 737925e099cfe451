import { describe, expect, test } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { sampleDeciding } from '../case/deciding.samples.ts';
import { sampleCase, sampleOpening } from '../readiness/ready-case.samples.ts';
import { preferencesInOrder, preferredObjectives, type PatientPreferences } from './patient-preferences.ts';
import { decideRecordPreferences } from './shared-plan-decisions.ts';

const said: PatientPreferences = {
  weekdays: [],
  dayTimes: [],
  note: '',
  saidBy: 'Rosa',
  saidOn: calendarDate('2026-03-02'),
};
const state = sampleCase(sampleOpening);
const deciding = sampleDeciding();

test.each<[string, Partial<PatientPreferences>, string]>([
  ['nothing in particular', {}, 'plan.preferences-recorded'],
  ['two days', { weekdays: ['mon', 'wed'] }, 'plan.preferences-recorded'],
  ['a day twice', { weekdays: ['mon', 'mon'] }, 'plan/weekday-twice /preferences/weekdays'],
])('somebody who wants %s', (_name, change, expected) => {
  const decided = decideRecordPreferences(state, { preferences: { ...said, ...change } }, deciding);
  expect(isRefusal(decided) ? `${decided.code} ${decided.at}` : decided.map(({ type }) => type).join()).toBe(
    expected,
  );
});

test('what was said last counts, and the same again is not recorded', () => {
  const after = (...told: readonly Partial<PatientPreferences>[]) =>
    sampleCase([
      ...sampleOpening,
      ...told.map((each) => ({
        type: 'plan.preferences-recorded' as const,
        data: { preferences: { ...said, ...each } },
      })),
    ]);
  const changed = after({ minutesPerDay: 30 }, { minutesPerDay: 60 });
  expect(changed.sharedPlan.preferences?.preferences.minutesPerDay).toBe(60);
  const again = { preferences: { ...said, minutesPerDay: 60 } };
  expect(decideRecordPreferences(changed, again, deciding)).toEqual([]);
});

test.each<[PatientPreferences['mattersMost'], string]>([
  [undefined, 'lateness patient-pays visits finish'],
  ['patient-pays', 'lateness patient-pays visits finish'],
  ['visits', 'lateness visits patient-pays finish'],
  ['finish', 'lateness finish patient-pays visits'],
])('what matters most is %s', (mattersMost, expected) => {
  const preferences = mattersMost === undefined ? said : { ...said, mattersMost };
  expect(preferredObjectives(preferences).join(' ')).toBe(expected);
});

describe('in the order', () => {
  const inOrder = (change: Partial<PatientPreferences>) => preferencesInOrder({ ...said, ...change }, 'Days');

  test.each<[string, Partial<PatientPreferences>, object]>([
    ['nothing said binds nothing', {}, {}],
    ['minutes', { minutesPerDay: 45 }, { minutesPerDay: 45 }],
    ['places', { placesPerDay: 1 }, { placesPerDay: 1 }],
  ])('%s', (_name, change, expected) => {
    expect(inOrder(change)).toEqual({ patient: expected, constraints: [] });
  });

  test('days that do not suit are avoided where they can be, on the word of whoever said so', () => {
    expect(inOrder({ weekdays: ['mon', 'wed', 'fri', 'sat', 'sun'] }).constraints).toMatchObject([
      {
        strength: 'should',
        notOn: { weekdays: ['tue', 'thu'] },
        source: { by: 'person', ref: 'Rosa', asOf: '2026-03-02' },
      },
    ]);
  });

  test('whom every day suits avoids none', () => {
    const every: PatientPreferences['weekdays'] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
    expect(inOrder({ weekdays: every }).constraints).toEqual([]);
  });
});
