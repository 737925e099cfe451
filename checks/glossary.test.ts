import { expect, test } from 'vitest';
import { glossary } from './glossary.ts';
import { fixture } from './test-fixture.ts';

const found = (text: string) =>
  glossary
    .find(fixture({ 'GLOSSARY.md': text, 'domain/treatment-plan/item.ts': '', 'domain/kernel/cents.ts': '' }))
    .map((problem) => problem.message);

test('a folder whose word the glossary lacks', () => {
  expect(found('# Glossary\n\n**Claim**: …')).toEqual([
    'does not explain "treatment-plan" (domain/treatment-plan)',
  ]);
});

test.each(['**Treatment plan**: …', '### treatment-plan', '| Treatment Plan | … |'])(
  '%s explains it',
  (text) => {
    expect(found(text)).toEqual([]);
  },
);

test('a part of a word does not explain it', () => {
  expect(found('treatment planning')).toHaveLength(1);
});

test('a missing glossary explains nothing', () => {
  const files = fixture({ 'domain/claim/claim.ts': '' });
  expect(glossary.find(files)).toHaveLength(1);
});
