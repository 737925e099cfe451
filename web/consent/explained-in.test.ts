import { expect, it } from 'vitest';
import { explainedIn } from './explained-in.ts';

it.each([
  ['Spanish', 'en', 'es'],
  ['es-MX', 'en', 'es'],
  ['English', 'es', 'en'],
  ['en', 'es', 'en'],
  ['Vietnamese', 'en', 'other'],
  ['Estonian', 'es', 'other'],
  [undefined, 'es', 'es'],
  [undefined, 'en', 'en'],
] as const)('a patient who speaks %s, on screens in %s: %s', (spoken, ofScreens, expected) => {
  expect(explainedIn(spoken, ofScreens)).toBe(expected);
});
