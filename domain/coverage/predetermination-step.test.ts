import { expect, test } from 'vitest';
import { nextStep } from '../case/next-step.ts';
import { calendarDate, instant } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import {
  sampleCase,
  sampleOpening,
  samplePatient,
  samplePatientSteps,
  samplePractice,
  samplePracticeSteps,
  type CaseStep,
  type PatientStep,
} from '../readiness/ready-case.samples.ts';
import { predeterminationSteps } from './predetermination-step.ts';
import { answered, approved, crown, prepared, sending, sent, withdrawn } from './predetermination.samples.ts';

const day = calendarDate;

function practiceWith(days: number | undefined) {
  return samplePractice(
    samplePracticeSteps.map((step) =>
      step.type === 'practice.profile-set' && days !== undefined
        ? { ...step, data: { profile: { ...step.data.profile, predeterminationFollowUpDays: days } } }
        : step,
    ),
  );
}

const planned: CaseStep = {
  type: 'plan.item-recorded',
  data: { item: { ...crown, status: 'scheduled', on: day('2026-05-05') } },
};

function steps(given: readonly PatientStep[], today: string, followUp?: number) {
  return predeterminationSteps(
    sampleCase([...sampleOpening, planned]),
    samplePatient([...samplePatientSteps, ...given]),
    practiceWith(followUp),
    day(today),
  ).map(({ said, due }) => [said.id.replace('predetermination.next.', ''), due]);
}

const whole = { items: [approved, { ...approved, itemId: 'filling', pays: cents(1) }] };
const more = { items: [{ itemId: 'crown', outcome: 'more-asked', reason: 'x-ray' } as const] };
const sentAgain: PatientStep = {
  type: 'patient.predetermination-sent',
  data: { sending: { ...sending, on: day('2026-03-08') } },
};

test.each<
  [
    name: string,
    given: readonly PatientStep[],
    today: string,
    followUp: number | undefined,
    expected: unknown,
  ]
>([
  ['nothing', [], '2026-03-12', 14, []],
  ['prepared', [prepared], '2026-03-12', 14, [['send', '2026-03-12']]],
  ['sent, and nobody set when to ask again', [prepared, sent], '2026-12-12', undefined, []],
  [
    'sent, with the office’s own number of days',
    [prepared, sent],
    '2026-03-12',
    14,
    [['askAgain', '2026-03-16']],
  ],
  ['answered in part', [prepared, sent, answered()], '2026-03-12', 14, [['askAgain', '2026-03-16']]],
  ['answered', [prepared, sent, answered(whole)], '2026-03-12', 14, []],
  ['more is asked', [prepared, sent, answered(more)], '2026-03-12', 14, [['sendMore', '2026-03-12']]],
  [
    'more was asked and sent',
    [prepared, sent, answered(more), sentAgain],
    '2026-03-12',
    14,
    [['askAgain', '2026-03-22']],
  ],
  ['withdrawn', [prepared, sent, withdrawn], '2026-03-12', 14, []],
  [
    'good through the visit',
    [prepared, sent, answered({ ...whole, goodThrough: day('2026-05-05') })],
    '2026-03-12',
    14,
    [],
  ],
  [
    'good through the day before',
    [prepared, sent, answered({ ...whole, goodThrough: day('2026-05-04') })],
    '2026-03-12',
    14,
    [['tooShort', '2026-03-12']],
  ],
  [
    'ended yesterday',
    [prepared, sent, answered({ ...whole, goodThrough: day('2026-03-11') })],
    '2026-03-12',
    14,
    [['renew', '2026-03-12']],
  ],
])('what follows: %s', (_name, given, today, followUp, expected) => {
  expect(steps(given, today, followUp)).toEqual(expected);
});

test('it is the next step of the case where it is due before every task', () => {
  const patient = samplePatient([...samplePatientSteps, prepared, sent]);
  const seen = { patient, now: instant('2026-03-12T18:00:00.000Z'), timeZone: 'America/Los_Angeles' };
  const task = (due: string): CaseStep => ({
    type: 'task.opened',
    data: {
      task: {
        taskId: 't',
        title: 'Ask for the report',
        holder: { kind: 'nobody', name: '—' },
        due: day(due),
      },
    },
  });
  const next = (due: string) =>
    nextStep(sampleCase([...sampleOpening, planned, task(due)]), seen, practiceWith(14));
  expect(next('2026-03-16')?.title).toBe('Ask for the report');
  expect(next('2026-03-17')).toMatchObject({ title: 'predetermination', due: '2026-03-16' });
});
