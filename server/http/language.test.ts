import { expect, test } from 'vitest';
import { languageOf } from './language.ts';

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['*', 'en'],
  ['es', 'es'],
  ['es-US,es;q=0.9,en;q=0.8', 'es'],
  ['en-US,en;q=0.9,es;q=0.8', 'en'],
  ['de, es;q=0.5', 'es'],
  ['de', 'en'],
  ['en;q=0.2, ES-mx;q=0.7', 'es'],
  ['es;q=0, en', 'en'],
  ['es;q=nonsense', 'es'],
])('%s: %s', (header, language) => {
  expect(languageOf({ headers: header === undefined ? {} : { 'accept-language': header } })).toBe(language);
});
