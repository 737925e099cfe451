import { expect, test } from 'vitest';
import { assessReadiness } from './assess-readiness.ts';
import { readyInput } from './ready-case.samples.ts';

test('the sample case is payable, with nothing to mend', () => {
  const { answer, ready, results } = assessReadiness(readyInput());
  expect(results.filter(({ result }) => result !== 'passes' && result !== 'not-applicable')).toEqual([]);
  expect({ answer, ready }).toEqual({ answer: 'payable', ready: true });
});
