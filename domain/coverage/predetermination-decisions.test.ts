import { expect, test } from 'vitest';
import { calendarDate } from '../kernel/calendar-date.ts';
import { cents } from '../kernel/money.ts';
import { procedureCode } from '../kernel/procedure-code.ts';
import { isRefusal } from '../kernel/refusal.ts';
import {
  sampleCase,
  sampleCoverage,
  sampleNow,
  sampleOpening,
  samplePatient,
  samplePatientSteps,
  samplePractice,
  type PatientStep,
} from '../readiness/ready-case.samples.ts';
import type { PlanItem } from '../treatment-plan/plan-item.ts';
import {
  decideAnswerPredetermination,
  decidePreparePredetermination,
  decideSendPredetermination,
  decideWithdrawPredetermination,
} from './predetermination-decisions.ts';
import type { ItemAnswer, PredeterminationAnswer } from './predetermination.ts';
import {
  answered,
  answerOf,
  approved,
  crown,
  filling,
  prepared,
  sending,
  sent,
  withdrawn,
} from './predetermination.samples.ts';

const day = calendarDate;
const seen = (...steps: readonly PatientStep[]) => ({
  patient: samplePatient([...samplePatientSteps, ...steps]),
  practice: samplePractice(),
  now: sampleNow,
});

function outcome(decided: ReturnType<typeof decideSendPredetermination>): string {
  if (decided === 'repeated') return decided;
  return isRefusal(decided) ? decided.code : decided.type.replace('patient.predetermination-', '');
}

const { code: _code, ...withoutCode } = crown;
const { fee: _fee, ...withoutFee } = crown;
const wish = {
  predeterminationId: 'pre-1',
  caseId: 'case-1',
  coverageId: sampleCoverage.coverageId,
  itemIds: ['crown', 'filling'],
};

test.each<
  [
    name: string,
    change: Partial<typeof wish>,
    items: readonly PlanItem[],
    steps: readonly PatientStep[],
    expected: string,
  ]
>([
  ['two steps', {}, [crown, filling], [], 'prepared'],
  ['the same once more', {}, [crown, filling], [prepared], 'repeated'],
  ['others under its id', { itemIds: ['crown'] }, [crown, filling], [prepared], 'id/in-use'],
  ['an unknown coverage', { coverageId: 'none' }, [crown, filling], [], 'absent/coverage'],
  ['a step that is not there', { itemIds: ['x'] }, [crown], [], 'predetermination/step-not-open'],
  [
    'a step that is done',
    { itemIds: ['crown'] },
    [{ ...crown, status: 'done', on: day('2026-03-01') }],
    [],
    'predetermination/step-not-open',
  ],
  ['no code', { itemIds: ['crown'] }, [withoutCode], [], 'predetermination/step-without-code'],
  ['no fee', { itemIds: ['crown'] }, [withoutFee], [], 'predetermination/step-without-fee'],
  ['one of them twice', { itemIds: ['crown', 'crown'] }, [crown], [], 'predetermination/step-twice'],
  [
    'one that is asked about',
    { predeterminationId: 'pre-2' },
    [crown, filling],
    [prepared],
    'predetermination/asked-already',
  ],
  [
    'asked about and withdrawn',
    { predeterminationId: 'pre-2' },
    [crown, filling],
    [prepared, withdrawn],
    'prepared',
  ],
  [
    'answered through yesterday',
    { predeterminationId: 'pre-2' },
    [crown, filling],
    [prepared, sent, answered({ goodThrough: day('2026-03-11') })],
    'prepared',
  ],
  [
    'answered through today',
    { predeterminationId: 'pre-2' },
    [crown, filling],
    [prepared, sent, answered({ goodThrough: day('2026-03-12') })],
    'predetermination/asked-already',
  ],
])('preparing: %s', (_name, change, items, steps, expected) => {
  const state = sampleCase([
    ...sampleOpening,
    ...items.map((item) => ({ type: 'plan.item-recorded', data: { item } }) as const),
  ]);
  expect(outcome(decidePreparePredetermination({ ...wish, ...change }, state, seen(...steps)))).toBe(
    expected,
  );
});

test('a case that is not there or of somebody else is refused', () => {
  expect(outcome(decidePreparePredetermination(wish, undefined, seen()))).toBe(
    'predetermination/case-of-another',
  );
});

test.each<[name: string, on: string, steps: readonly PatientStep[], expected: string]>([
  ['today', '2026-03-12', [prepared], 'sent'],
  ['tomorrow', '2026-03-13', [prepared], 'predetermination/day-to-come'],
  ['the same once more', '2026-03-02', [prepared, sent], 'repeated'],
  ['once more on another day', '2026-03-09', [prepared, sent], 'sent'],
  ['one that is not there', '2026-03-12', [], 'absent/predetermination'],
  ['a withdrawn one', '2026-03-12', [prepared, withdrawn], 'predetermination/withdrawn'],
])('sending: %s', (_name, on, steps, expected) => {
  expect(outcome(decideSendPredetermination({ ...sending, on: day(on) }, seen(...steps)))).toBe(expected);
});

test.each<
  [name: string, change: Partial<PredeterminationAnswer>, steps: readonly PatientStep[], expected: string]
>([
  ['an answer', {}, [prepared, sent], 'answered'],
  ['the same once more', {}, [prepared, sent, answered()], 'repeated'],
  ['another under its id', { reference: 'Q' }, [prepared, sent, answered()], 'id/in-use'],
  ['never sent', {}, [prepared], 'predetermination/not-sent'],
  ['withdrawn', {}, [prepared, sent, withdrawn], 'predetermination/withdrawn'],
  ['on the day it was sent', { on: day('2026-03-02') }, [prepared, sent], 'answered'],
  ['the day before', { on: day('2026-03-01') }, [prepared, sent], 'predetermination/answered-before-sent'],
  ['tomorrow', { on: day('2026-03-13') }, [prepared, sent], 'predetermination/day-to-come'],
  ['good for its day only', { goodThrough: day('2026-03-06') }, [prepared, sent], 'answered'],
  [
    'good through the day before',
    { goodThrough: day('2026-03-05') },
    [prepared, sent],
    'predetermination/ends-before-answer',
  ],
])('answering: %s', (_name, change, steps, expected) => {
  expect(outcome(decideAnswerPredetermination(answerOf(change), seen(...steps)))).toBe(expected);
});

const denied: ItemAnswer = {
  itemId: 'crown',
  outcome: 'denied',
  denial: 'denied-patient-liable',
  reason: 'Too soon',
};
const alternate: ItemAnswer = { ...approved, outcome: 'alternate', substitute: procedureCode('D2391') };

test.each<[name: string, items: readonly ItemAnswer[], refusal: string | undefined]>([
  ['approved', [approved], undefined],
  ['alternate', [alternate], undefined],
  ['denied', [denied], undefined],
  ['more asked', [{ itemId: 'crown', outcome: 'more-asked', reason: 'x-ray' }], undefined],
  ['an item that was not asked', [{ ...approved, itemId: 'bridge' }], 'item-not-asked'],
  ['twice', [approved, approved], 'step-twice'],
  ['approved without an amount', [{ itemId: 'crown', outcome: 'approved' }], 'no-amount'],
  ['denied with an amount', [{ ...denied, pays: cents(1) }], 'amount-without-promise'],
  ['the whole fee', [{ ...approved, pays: cents(1000_00) }], undefined],
  ['a cent more', [{ ...approved, pays: cents(1000_01) }], 'more-than-fee'],
  [
    'with the deductible a cent more',
    [{ ...approved, pays: cents(950_00), deductible: cents(50_01) }],
    'more-than-fee',
  ],
  ['alternate without a code', [{ ...approved, outcome: 'alternate' }], 'substitute'],
  ['alternate to itself', [{ ...alternate, substitute: procedureCode('D2740') }], 'substitute'],
  ['approved with another code', [{ ...alternate, outcome: 'approved' }], 'substitute'],
  ['denied without a kind', [{ itemId: 'crown', outcome: 'denied', reason: 'x' }], 'denial'],
  ['approved with a kind', [{ ...approved, denial: 'not-a-benefit' }], 'denial'],
  ['denied without a reason', [{ ...denied, reason: ' ' }], 'no-reason'],
  ['more asked without a word', [{ itemId: 'crown', outcome: 'more-asked' }], 'no-reason'],
])('an item is answered: %s', (_name, items, refusal) => {
  const decided = decideAnswerPredetermination(answerOf({ items: [...items] }), seen(prepared, sent));
  expect(isRefusal(decided) ? decided.code : undefined).toBe(refusal && `predetermination/${refusal}`);
});

test.each<[name: string, reason: string, steps: readonly PatientStep[], expected: string]>([
  ['once', 'x', [prepared], 'withdrawn'],
  ['the same once more', 'The patient chose otherwise', [prepared, withdrawn], 'repeated'],
  ['for another reason', 'x', [prepared, withdrawn], 'predetermination/withdrawn'],
  ['one that is not there', 'x', [], 'absent/predetermination'],
])('withdrawing: %s', (_name, reason, steps, expected) => {
  const decided = decideWithdrawPredetermination({ predeterminationId: 'pre-1', reason }, seen(...steps));
  expect(outcome(decided)).toBe(expected);
});
