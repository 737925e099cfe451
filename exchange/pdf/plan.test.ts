import { describe, expect, test } from 'vitest';
import type { CoordinationCase } from '#domain/case/case.ts';
import { planChangedSince, planDocument } from './plan.ts';
import { printing } from './test-documents.ts';
import { coordinationCase, patient } from './test-record.ts';

const changedItems: CoordinationCase['planItems'] = new Map(
  [...coordinationCase.planItems].map(([itemId, recorded]) => [
    itemId,
    itemId === 'item-4' ? { ...recorded, item: { ...recorded.item, status: 'declined' as const } } : recorded,
  ]),
);

function body(change: Partial<CoordinationCase>, audience: 'patient' | 'provider' = 'provider') {
  return planDocument(
    { coordinationCase: { ...coordinationCase, ...change }, patient, audience },
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

test('the order in which steps were recorded is no change of the plan', () => {
  const signature = coordinationCase.planSignatures[0]?.signature;
  if (!signature) throw new Error('the sample plan is signed');
  const present = [...coordinationCase.planItems.values()].map(({ item }) => item);
  expect(planChangedSince(signature, present.toReversed())).toBe(false);
  expect(planChangedSince(signature, present.slice(1))).toBe(true);
});
