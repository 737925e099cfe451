import { expect, test } from 'vitest';
import { inCodeRange } from './code-range.ts';

test.each([
  ['D2710-D2799', 'D2709', false],
  ['D2710-D2799', 'D2710', true],
  ['D2710-D2799', 'D2799', true],
  ['D2710-D2799', 'D2800', false],
  ['D9992', 'D9992', true],
  ['D9992', 'D9993', false],
])('%s holds %s: %s', (range, code, holds) => {
  expect(inCodeRange(range, code)).toBe(holds);
});
