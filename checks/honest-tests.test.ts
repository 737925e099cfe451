import { expect, test } from 'vitest';
import { honestTests } from './honest-tests.ts';
import { fixture } from './test-fixture.ts';

const found = (text: string, path = 'domain/a.test.ts') =>
  honestTests.find(fixture({ [path]: text })).map((problem) => problem.message);

test.each([
  [`test.skip('a', () => expect(1).toBe(1));`, 'test.skip is not allowed'],
  [`test.only('a', () => expect(1).toBe(1));`, 'test.only is not allowed'],
  [`it.todo('a'); expect(1);`, 'it.todo is not allowed'],
  [`describe.skip('a', () => { expect(1); });`, 'describe.skip is not allowed'],
  [`test.skip.each([1])('a', () => expect(1));`, 'test.skip is not allowed'],
  [`test.concurrent.only('a', () => expect(1));`, 'test.concurrent.only is not allowed'],
  [`test.skipIf(late)('a', () => expect(1));`, 'test.skipIf is not allowed'],
  [`test('a', (context) => { context.skip(); expect(1); });`, 'context.skip is not allowed'],
  [`xit('a', () => expect(1));`, 'xit is not allowed'],
  [`test('a', () => { run(); });`, 'no expectation'],
])('%s is seen', (text, message) => {
  expect(found(text)).toEqual([expect.stringContaining(message)]);
});

test.each([
  `test('a', () => expect(1).toBe(1));`,
  `test.each([1])('a', () => expect(1).toBe(1));`,
  `test.runIf(present)('a', () => expect(1).toBe(1));`,
  `test('a', () => expect(rows.skip(1)).toEqual([]));`,
])('%s is fine', (text) => {
  expect(found(text)).toEqual([]);
});

test('other files than tests are not read', () => {
  expect(found('const a = context.skip;', 'domain/a.ts')).toEqual([]);
});
