import { expect, test } from 'vitest';
import { message } from '#domain/kernel/message.ts';
import { say } from './say.ts';

test.each([
  ['en', 0, '0 entries are not signed by their authors.'],
  ['en', 1, 'One entry is not signed by its author.'],
  ['en', 2, '2 entries are not signed by their authors.'],
  ['es', 1, 'Una entrada no está firmada por su autor.'],
  ['es', 2, '2 entradas no están firmadas por sus autores.'],
] as const)('%s, %d: %s', (language, count, text) => {
  expect(say(language, message('readiness.signatures.unsigned', { count }))).toBe(text);
});

test('a text with plural forms only, and an id without a text', () => {
  expect(say('en', message('minutes.warns.amended', { count: 1 }))).toBe(
    'Amended once; the original is kept.',
  );
  expect(say('en', message('no.such.text'))).toBe('no.such.text');
});
