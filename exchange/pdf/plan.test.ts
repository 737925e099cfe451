import { describe, expect, test } from 'vitest';
import type { CoordinationCase } from '#domain/case/case.ts';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import type { Constraint } from '#domain/treatment-plan/constraint.ts';
import type { PlanItem } from '#domain/treatment-plan/plan-item.ts';
import { noFrame, type PlanFrame } from '#domain/treatment-plan/signed-plan.ts';
import { constraintSpan } from './constraint-span.ts';
import { planDocument } from './plan.ts';
import { printing } from './test-documents.ts';
import { planFrame } from './test-record/plan.samples.ts';
import { coordinationCase, patient } from './test-record/record.samples.ts';
import { madeAt } from './test-record/said.samples.ts';

const common = {
  constraintId: 'c',
  text: 'A rule',
  source: { by: 'person', ref: 'Dr. Gray' },
  strength: 'must',
} as const;
const interval: Constraint = { ...common, kind: 'interval', from: 'a', to: 'b' };

const changedItems: CoordinationCase['planItems'] = new Map(
  [...coordinationCase.planItems].map(([itemId, recorded]) => [
    itemId,
    itemId === 'item-4' ? { ...recorded, item: { ...recorded.item, status: 'declined' as const } } : recorded,
  ]),
);

function body(
  change: Partial<CoordinationCase>,
  audience: 'patient' | 'provider' = 'provider',
  present = planFrame,
  medical: 'with-words' | 'without-words' = 'with-words',
) {
  const inWords = medical === 'with-words' ? ({ text }: Constraint) => text : undefined;
  return planDocument(
    {
      coordinationCase: { ...coordinationCase, ...change },
      patient,
      audience,
      present,
      inWords,
      mayTellNeeds: medical === 'with-words',
    },
    printing('en'),
  ).body;
}

describe('which steps are printed', () => {
  test('signed and unchanged', () => {
    expect(body({})).toMatchObject({
      state: 'Version 1, signed',
      note: null,
      signature: { by: 'Signed electronically by Nora Feld, DDS, Feb 10, 2026, 5:14 PM PST' },
    });
  });

  test('changed after it was signed: the signed steps, and a note', () => {
    expect(body({ planItems: changedItems })).toMatchObject({
      state: 'Version 1, signed',
      note: expect.stringContaining('changed after it was signed') as string,
      rows: [{}, {}, {}, { status: 'Proposed' }],
    });
  });

  test('not signed: the present steps, as a draft', () => {
    expect(body({ planSignatures: [], planItems: changedItems })).toMatchObject({
      state: 'Draft, not signed',
      signature: null,
      rows: [{}, {}, {}, { status: 'Declined', over: true }],
    });
  });
});

describe('the total', () => {
  const only = (itemIds: readonly string[], change: Partial<PlanItem> = {}) =>
    new Map(
      [...coordinationCase.planItems].flatMap(([itemId, recorded]) =>
        itemIds.includes(itemId) ? [[itemId, { ...recorded, item: { ...recorded.item, ...change } }]] : [],
      ),
    );
  test.each<[string, CoordinationCase['planItems'], object | null]>([
    [
      'of the steps that have a fee, and that the others have none',
      coordinationCase.planItems,
      {
        label: expect.stringMatching(/^Total of 2 of 4 steps; the rest has no fee yet/) as string,
        amount: '$525.00',
      },
    ],
    [
      'of every step',
      only(['item-2', 'item-3']),
      { label: 'Total of the steps that are not declined or withdrawn', amount: '$525.00' },
    ],
    ['leaves out what was declined', only(['item-2', 'item-3'], { status: 'declined' }), null],
    ['of no step', new Map(), null],
  ])('%s', (_name, planItems, total) => {
    expect(body({ planSignatures: [], planItems })).toMatchObject({ total });
  });
});

describe('the frame that is printed', () => {
  const signed = coordinationCase.planSignatures;
  const moved: PlanFrame = { ...planFrame, events: [] };
  const { order: _order, ...unordered } = planFrame;

  test('what was signed: days, rules with what was set aside, and the order', () => {
    expect(body({})).toMatchObject({
      days: [{ text: 'Blood sugar is measured', on: 'Mar 2, 2026' }],
      rules: [
        { strength: 'at least 28 days, at most 42 days; held where it can be', setAside: null },
        { strength: 'must hold', setAside: 'Set aside by Nora Feld: The tooth hurts' },
      ],
      visits: [{ on: 'Mar 9, 2026', steps: 'Deep cleaning below the gums, upper right' }, {}],
      signature: { frameFingerprint: signed[0]?.signature.frameSha256 },
    });
  });

  test.each<[string, PlanFrame]>([
    ['a day', moved],
    ['a rule', { ...planFrame, constraints: planFrame.constraints.slice(1) }],
    ['what was set aside', { ...planFrame, constraints: planFrame.constraints.map(bound) }],
    ['the order', unordered],
  ])('%s changed after it was signed: the signed ones, and a note', (_what, present) => {
    const changed = body({}, 'provider', present);
    expect(changed).toMatchObject({ note: expect.stringContaining('changed after it was signed') as string });
    expect({ ...Object(changed), note: null }).toEqual(body({}));
  });

  test('not signed: the present ones', () => {
    expect(body({ planSignatures: [] }, 'provider', moved)).toMatchObject({ days: [], visits: [{}, {}] });
  });

  test('an older signature covers the items alone, and stays what it was', () => {
    const [recorded] = signed;
    if (!recorded) throw new Error('the sample plan is signed');
    const { frame: _frame, ...stamped } = recorded;
    const { frameSha256: _sha256, ...signature } = recorded.signature;
    const planSignatures = [{ ...stamped, signature }];
    expect(body({ planSignatures }, 'provider', noFrame)).toMatchObject({
      note: null,
      visits: [],
      rules: [],
      signature: { fingerprint: signature.itemsSha256, frameFingerprint: null },
    });
    expect(body({ planSignatures })).toMatchObject({ note: expect.any(String) as string, rules: [] });
  });

  test('whoever may not have the medical history gets the days of the visits only', () => {
    const cut = body({}, 'provider', planFrame, 'without-words');
    expect(cut).toMatchObject({ rules: [], days: [], visits: [{}, {}] });
  });
});

describe('what suits the patient', () => {
  const preferred: CoordinationCase['sharedPlan'] = {
    ...coordinationCase.sharedPlan,
    preferences: {
      position: 1,
      who: { kind: 'staff', id: 'staff-cora', name: 'Cora', role: 'coordinator' },
      occurredAt: madeAt,
      recordedAt: madeAt,
      preferences: {
        minutesPerDay: 90,
        placesPerDay: 1,
        weekdays: ['mon', 'thu'],
        dayTimes: ['morning'],
        mattersMost: 'visits',
        note: 'Insulin at noon.',
        saidBy: 'Her daughter',
        saidOn: calendarDate('2026-02-01'),
      },
    },
  };
  const plain = [
    'At most 90 minutes in the chair on one day',
    'One place only on one day',
    'Suits: Monday, Thursday, Morning',
    'What matters most: Fewest visits',
  ];

  test.each([
    ['with-words', [...plain, 'Insulin at noon.']],
    ['without-words', plain],
  ] as const)('is printed %s of health', (medical, rows) => {
    expect(body({ sharedPlan: preferred }, 'provider', planFrame, medical)).toMatchObject({
      preferences: { title: 'What suits the patient', rows, said: 'Her daughter said so, Feb 1, 2026' },
    });
  });

  test('is nothing where nobody asked', () => {
    expect(body({})).toMatchObject({ preferences: { rows: [], said: null } });
  });
});

test.each<[string, Constraint, string | undefined]>([
  ['a wait and a limit', { ...interval, minDays: 28, maxDays: 42 }, 'at least 28 days, at most 42 days'],
  ['one day', { ...interval, minDays: 1 }, 'at least 1 day'],
  ['a target', { ...interval, minDays: 0, targetDays: 90 }, 'best 90 days'],
  ['order alone', interval, undefined],
  [
    'a deadline',
    { ...common, kind: 'deadline', event: 'e', items: ['a'], daysBefore: 14 },
    'finished 14 days before',
  ],
  ['one visit', { ...common, kind: 'together', items: ['a', 'b'] }, undefined],
])('the days of a rule: %s', (_name, constraint, expected) => {
  expect(constraintSpan(constraint, 'en')).toBe(expected);
});

function bound(constraint: Constraint): Constraint {
  const { override: _override, ...rest } = constraint;
  return rest;
}

test('needs go with the plan to whoever may know of health, each with what is done about it', () => {
  expect(body({})).toMatchObject({ needs: { rows: [{ kind: 'Interpreter' }, { kind: 'Mobility' }] } });
  expect(body({}, 'patient')).toMatchObject({ needs: { title: 'How we help you', rows: [{}, {}] } });
  expect(body({}, 'provider', planFrame, 'without-words')).toMatchObject({ needs: { rows: [] } });
});
