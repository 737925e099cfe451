import { expect, it } from 'vitest';
import type { Consent } from './consent.ts';
import { toldByConsent } from './told-by-consent.ts';

it.each<[kind: Consent['kind'], categories: Consent['categories'], told: Consent['categories']]>([
  ['coordination-agreement', ['demographics', 'dental-record'], []],
  ['hipaa-authorization', ['dental-record', 'hiv'], ['hiv']],
  ['part2-consent', [], ['substance-use-treatment']],
  ['part2-consent', ['substance-use-treatment', 'demographics'], ['substance-use-treatment']],
  ['part2-consent', ['mental-health'], ['mental-health', 'substance-use-treatment']],
])('%s over %j tells of %j', (kind, categories, told) => {
  expect(toldByConsent({ kind, categories })).toEqual(told);
});
