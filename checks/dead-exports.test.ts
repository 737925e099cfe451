import { expect, test } from 'vitest';
import { deadExports } from './dead-exports.ts';
import { fixture } from './test-fixture.ts';

const found = (files: Record<string, string>) =>
  deadExports.find(fixture(files)).map(({ path, line, message }) => `${path}:${line}: ${message}`);

const user = { 'server/user.ts': `import { used } from '#domain/a.ts'; used();` };

test.each([
  ['a function', 'export function used() {}\nexport function dead() {}'],
  ['a constant', 'export const used = 1;\nexport const dead = used;'],
  ['an interface', 'export const used = 1;\nexport interface dead { a: string }'],
  ['a class', 'export const used = 1;\nexport class dead {}'],
])('%s that nobody imports', (_, text) => {
  expect(found({ 'domain/a.ts': text, ...user })).toEqual(['domain/a.ts:2: nobody imports dead']);
});

test('a value that only its own file uses need not be exported', () => {
  const text = 'export const own = 1;\nexport const used = own + own;';
  expect(found({ 'domain/a.ts': text, ...user })).toEqual(['domain/a.ts:1: nobody imports own']);
});

test('a type that its own file uses describes what is exported', () => {
  expect(found({ 'domain/a.ts': 'export type Own = 1;\nexport const used: Own = 1;', ...user })).toEqual([]);
});

test('the type of a schema lives with its schema', () => {
  const text =
    'const claim = Type.Object({});\nexport type Claim = Static<typeof claim>;\nexport const used = claim;';
  expect(found({ 'domain/a.ts': text, ...user })).toEqual([]);
});

test('a test alone keeps nothing alive', () => {
  const files = {
    'domain/a.ts': 'export const tested = 1;',
    'domain/a.test.ts': `import { tested } from './a.ts';`,
  };
  expect(found(files)).toEqual(['domain/a.ts:1: nobody imports tested']);
});

test('a test may reach for a part that the file itself uses, and for what is made for tests', () => {
  const files = {
    'domain/a.ts': 'export const part = 1;\nexport const used = part + part;',
    'domain/a.test.ts': `import { part } from './a.ts'; import { sample } from './test-samples.ts';`,
    'domain/test-samples.ts': 'export const sample = 1;',
    ...user,
  };
  expect(found(files)).toEqual([]);
});

test.each([
  `import * as a from '#domain/a.ts';`,
  `const a = await import('#domain/a.ts');`,
  `export { used as other } from '#domain/a.ts';`,
  `import { used as other } from '#domain/a.ts';`,
  `import type { used } from '#domain/a.ts';`,
])('%s is a use', (text) => {
  expect(found({ 'domain/a.ts': 'export const used = 1;', 'server/b.ts': text })).toEqual([]);
});

test('a default export is one, and what tools start is not looked at', () => {
  expect(found({ 'domain/a.ts': 'export default 1;' })).toEqual(['domain/a.ts:1: nobody imports default']);
  expect(found({ 'vitest.config.ts': 'export default 1;' })).toEqual([]);
});
