import { expect, test } from 'vitest';
import { nearestLanguage } from './nearest-language.ts';

test.each([
  ['Spanish', 'es'],
  ['español', 'es'],
  ['es-MX', 'es'],
  ['es', 'es'],
  ['Estonian', 'en'],
  ['English', 'en'],
  ['Arabic', 'en'],
  [undefined, 'en'],
] as const)('%s is nearest to %s', (language, expected) => {
  expect(nearestLanguage(language)).toBe(expected);
});
