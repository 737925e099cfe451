import { expect, test } from 'vitest';
import { diagnosisCode } from '../readiness/ready-case.samples.ts';
import { sensitivityOfCondition } from './sensitivity.ts';

test.each([
  ['F11.20', undefined, 'substance-use-treatment'],
  ['B20', undefined, 'hiv'],
  ['F17.210', undefined, undefined],
  ['E11.630', undefined, undefined],
  ['E11.630', 'hiv', 'hiv'],
] as const)('%s labeled %s is protected as %s', (code, sensitive, expected) => {
  const label = sensitive === undefined ? {} : { sensitive };
  expect(sensitivityOfCondition({ diagnosis: diagnosisCode(code), ...label })).toBe(expected);
});
