import { expect, test } from 'vitest';
import { noSilencing } from './no-silencing.ts';
import { fixture } from './test-fixture.ts';

const found = (text: string) =>
  noSilencing.find(fixture({ 'domain/a.ts': text })).map((problem) => problem.message);

test.each([
  ['const a: any = 1;', 'any:'],
  ['const a = b as any;', 'any:'],
  ['function f(a: Map<string, any>) {}', 'any:'],
  ['const a = list[0]!;', '"!"'],
  ['const a = b!.c;', '"!"'],
  ['const a = b as unknown as Claim;', 'a cast by way of unknown'],
  ['const a = (b as unknown) as Claim;', 'a cast by way of unknown'],
  ['const a = b as never as Claim;', 'a cast by way of unknown'],
  ['// @ts-expect-error: later', '@ts-expect-error'],
  ['// eslint-disable-next-line eqeqeq', 'eslint-disable'],
  ['/* eslint-disable no-console */', 'eslint-disable'],
])('%s is seen', (text, message) => {
  expect(found(text)).toEqual([expect.stringContaining(message)]);
});

test.each([
  'const a = b as Claim;',
  'const a = !b;',
  'const any = 1;',
  `const a = ['x'] as const;`,
  'const a = b as Event as CaseEvent;',
  '// eslint-disable-next-line eqeqeq -- null too',
])('%s is fine', (text) => {
  expect(found(text)).toEqual([]);
});
