import { expect, test } from 'vitest';
import { parseDiagnosisCode } from '#domain/kernel/diagnosis-code.ts';
import { sensitivityOfDiagnosis } from '#domain/patient/sensitivity.ts';
import { isRestricted, sensitivityOfLabels } from './from-sensitivity.ts';

test.each<[string, string | undefined]>([
  ['B19.9', undefined],
  ['B20', 'hiv'],
  ['B21', undefined],
  ['F09', undefined],
  ['F10.20', 'substance-use-treatment'],
  ['F16.10', 'substance-use-treatment'],
  ['F17.210', undefined],
  ['F18.10', 'substance-use-treatment'],
  ['F19.99', 'substance-use-treatment'],
  ['F20.0', 'mental-health'],
  ['F69', 'mental-health'],
  ['F70', undefined],
  ['F84.0', undefined],
  ['F89', undefined],
  ['F90.0', 'mental-health'],
  ['F99', 'mental-health'],
  ['G00.0', undefined],
  ['N99.9', undefined],
  ['O00.00', 'reproductive-health'],
  ['O9A.2', 'reproductive-health'],
  ['P00.0', undefined],
  ['R75', 'hiv'],
  ['Z13.9', undefined],
  ['Z14.1', 'genetic'],
  ['Z15.01', 'genetic'],
  ['Z16.10', undefined],
  ['Z21', 'hiv'],
  ['Z29.9', undefined],
  ['Z30.09', 'reproductive-health'],
  ['Z39.2', 'reproductive-health'],
  ['Z40.00', undefined],
  ['E11.630', undefined],
])('the diagnosis %s: %s', (code, category) => {
  const parsed = parseDiagnosisCode(code);
  if (typeof parsed !== 'string') throw new Error(parsed.code);
  expect(sensitivityOfDiagnosis(parsed)).toBe(category);
});

const actCode = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';

test.each<[string, string, string | undefined]>([
  [actCode, 'ETH', 'substance-use-treatment'],
  [actCode, '42CFRPart2', 'substance-use-treatment'],
  [actCode, 'PSYTHPN', 'psychotherapy-notes'],
  [actCode, 'MH', 'mental-health'],
  [actCode, 'HIV', 'hiv'],
  [actCode, 'GDIS', 'genetic'],
  [actCode, 'SEX', 'reproductive-health'],
  [actCode, 'HTEST', undefined],
  ['https://other.example.org', 'HIV', undefined],
])('the label %s %s: %s', (system, code, category) => {
  expect(sensitivityOfLabels([{ system, code }])).toBe(category);
});

test.each<[string, boolean]>([
  ['N', false],
  ['R', true],
  ['V', true],
])('confidentiality %s', (code, restricted) => {
  expect(isRestricted([{ system: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality', code }])).toBe(
    restricted,
  );
});
