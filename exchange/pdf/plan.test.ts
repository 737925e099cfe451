import { describe, expect, test } from 'vitest';
import type { CoordinationCase } from '#domain/case/case.ts';
import type { Constraint } from '#domain/treatment-plan/constraint.ts';
import { noFrame, type PlanFrame } from '#domain/treatment-plan/signed-plan.ts';
import { planDocument } from './plan.ts';
import { printing } from './test-documents.ts';
import { coordinationCase, patient, planFrame } from './test-record.ts';

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

test('the total leaves out what was declined, and is absent without fees', () => {
  expect(body({})).toMatchObject({ total: '$525.00' });
  const declined = new Map(
    [...coordinationCase.planItems].map(([itemId, recorded]) => [
      itemId,
      itemId === 'item-3'
        ? { ...recorded, item: { ...recorded.item, status: 'declined' as const } }
        : recorded,
    ]),
  );
  expect(body({ planSignatures: [], planItems: declined })).toMatchObject({ total: '$285.00' });
  expect(body({ planSignatures: [], planItems: new Map() })).toMatchObject({ total: null, rows: [] });
});

describe('the frame that is printed', () => {
  const signed = coordinationCase.planSignatures;
  const moved: PlanFrame = { ...planFrame, events: [] };
  const { order: _order, ...unordered } = planFrame;

  test('what was signed: days, rules with what was set aside, and the order', () => {
    expect(body({})).toMatchObject({
      days: [{ text: 'Blood sugar is measured', on: 'Mar 2, 2026' }],
      rules: [
        { strength: 'held where it can be', setAside: null },
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

function bound(constraint: Constraint): Constraint {
  const { override: _override, ...rest } = constraint;
  return rest;
}

test('needs go with the plan to whoever may know of health, each with what is done about it', () => {
  expect(body({})).toMatchObject({ needs: { rows: [{ kind: 'Interpreter' }, { kind: 'Mobility' }] } });
  expect(body({}, 'patient')).toMatchObject({ needs: { title: 'How we help you', rows: [{}, {}] } });
  expect(body({}, 'provider', planFrame, 'without-words')).toMatchObject({ needs: { rows: [] } });
});
