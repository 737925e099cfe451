import { expect, test } from 'vitest';
import { faultsOfAnswer } from './estimate-answer.samples.ts';
import { inventRequest } from './invented-request.samples.ts';

test('whatever is asked, the answer is as its schema says', () => {
  for (let seed = 1; seed <= 60; seed++)
    expect([seed, ...faultsOfAnswer(inventRequest(seed, seed % 8 !== 0))]).toEqual([seed]);
});

test.each<[name: string, change: (answer: object) => object, place: string]>([
  ['a figure more', (answer) => ({ ...answer, promise: 1 }), ''],
  ['half a cent', (answer) => ({ ...answer, total: { fee: 0.5 } }), '/total'],
  ['no lines', (answer) => ({ ...answer, lines: undefined }), ''],
])('the schema takes nothing else: %s', (_name, change, place) => {
  const faults = faultsOfAnswer(inventRequest(1, true), change);
  expect(faults.some((fault) => fault.startsWith(`${place} `))).toBe(true);
});
