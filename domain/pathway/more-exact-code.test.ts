import { expect, test } from 'vitest';
import { parseDiagnosisCode } from '../kernel/diagnosis-code.ts';
import { isRefusal } from '../kernel/refusal.ts';
import { hasMoreExactCodes } from './more-exact-code.ts';

const pathways = [
  { offeredWhen: { diagnoses: ['E10.', 'N18.6'] } },
  { offeredWhen: { diagnoses: ['I38', 'D68'] } },
  { offeredWhen: {} },
];

test.each([
  ['E10', true],
  ['e10', true],
  ['E10.630', false],
  ['N18', true],
  ['N18.6', false],
  ['I38', false],
  // It has some; no pathway tells of them, and nothing is invented.
  ['D68', false],
  ['K02', false],
])('%s: %s', (text, more) => {
  const code = parseDiagnosisCode(text);
  if (isRefusal(code)) throw new Error(code.code);
  expect(hasMoreExactCodes(code, pathways)).toBe(more);
});
