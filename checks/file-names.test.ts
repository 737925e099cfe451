import { expect, test } from 'vitest';
import { fileNames } from './file-names.ts';
import { fixture } from './test-fixture.ts';

const problems = (path: string) => fileNames.find(fixture({ [path]: '' })).map((problem) => problem.message);

test.each([
  ['domain/claim/utils.ts', 'says nothing about the work'],
  ['domain/claim/claim-helpers.ts', 'says nothing about the work'],
  ['server/common/a.ts', 'says nothing about the work'],
  ['server/claim/claim.service.ts', 'says nothing about the work'],
  ['server/claim/claim-service.ts', 'says nothing about the work'],
  ['web/shared/button.tsx', 'says nothing about the work'],
  ['domain/claim/index.ts', 'no barrel files'],
  ['domain/claim/ClaimLine.ts', 'lower case'],
  ['domain/claim/claim_line.ts', 'lower case'],
])('%s is refused', (path, message) => {
  expect(problems(path)).toEqual([expect.stringContaining(message)]);
});

test.each([
  'domain/claim/claim-line.ts',
  'domain/claim/claim-line.test.ts',
  'domain/claim/place-of-service.ts',
  'domain/case/service-request.ts',
  'domain/case/shared-decision.ts',
  'server/claim/claim.store.ts',
  'web/index.html',
  'README.md',
])('%s is fine', (path) => {
  expect(problems(path)).toEqual([]);
});
