import { expect, test } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { samplePatient, samplePatientSteps, type PatientStep } from '../readiness/ready-case.samples.ts';
import { itemsWithAnswers, lastDayOf, stateOfPredetermination } from './predetermination-state.ts';
import { answered, approved, prepared, sent, withdrawn } from './predetermination.samples.ts';

function recorded(...steps: readonly PatientStep[]) {
  const found = samplePatient([...samplePatientSteps, prepared, ...steps]).predeterminations.get('pre-1');
  if (!found) throw new Error('the predetermination is not there');
  return found;
}

const lastDay = { goodThrough: calendarDate('2026-09-06') };
const denied = { itemId: 'crown', outcome: 'denied', denial: 'not-a-benefit', reason: 'x' } as const;

test.each<[name: string, steps: readonly PatientStep[], today: string, state: string]>([
  ['nothing happened', [], '2026-03-10', 'prepared'],
  ['it went out', [sent], '2026-03-10', 'sent'],
  ['no last day was named', [sent, answered()], '2030-01-01', 'answered'],
  ['31 days before the last day', [sent, answered(lastDay)], '2026-08-06', 'answered'],
  ['30 days before the last day', [sent, answered(lastDay)], '2026-08-07', 'expiring'],
  ['on the last day', [sent, answered(lastDay)], '2026-09-06', 'expiring'],
  ['on the day after it', [sent, answered(lastDay)], '2026-09-07', 'expired'],
  ['a denial does not end', [sent, answered({ ...lastDay, items: [denied] })], '2027-01-01', 'answered'],
  ['withdrawn before it was sent', [withdrawn], '2026-03-10', 'withdrawn'],
  ['withdrawn after its last day', [sent, answered(lastDay), withdrawn], '2027-01-01', 'withdrawn'],
])('the state: %s', (_name, steps, today, state) => {
  expect(stateOfPredetermination(recorded(...steps), calendarDate(today))).toBe(state);
});

test('the latest word about each item counts, and the first last day among the promises', () => {
  const more = { itemId: 'filling', outcome: 'more-asked', reason: 'x-ray' } as const;
  const later = { itemId: 'filling', outcome: 'approved', pays: cents(100_00) } as const;
  const found = recorded(
    sent,
    answered({ ...lastDay, items: [approved, more] }),
    answered({ answerId: 'answer-2', goodThrough: calendarDate('2026-08-01'), items: [later] }),
  );
  expect(itemsWithAnswers(found).map(({ answer }) => answer?.outcome)).toEqual(['approved', 'approved']);
  expect(lastDayOf(found)).toBe('2026-08-01');
});
