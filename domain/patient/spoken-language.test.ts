import { expect, test } from 'vitest';
import { languageName, languageTag } from './spoken-language.ts';

test.each([
  ['Spanish', 'es', 'Spanish', 'Español'],
  ['español', 'es', 'Spanish', 'Español'],
  ['es', 'es', 'Spanish', 'Español'],
  ['es-MX', 'es-MX', 'Mexican Spanish', 'Español de México'],
  ['en-us', 'en-US', 'American English', 'Inglés estadounidense'],
  ['Vietnamese', 'vi', 'Vietnamese', 'Vietnamita'],
  ['vietnamita', 'vi', 'Vietnamese', 'Vietnamita'],
  ['lao', 'lo', 'Lao', 'Lao'],
])('%s is %s', (written, tag, inEnglish, inSpanish) => {
  expect(languageTag(written)).toBe(tag);
  expect(languageName(written, 'en')).toBe(inEnglish);
  expect(languageName(written, 'es')).toBe(inSpanish);
});

test.each(['Spanish or English', 'Mandarin', 'Home signs', 'xq', '2', ''])(
  '"%s" stays as it was written',
  (written) => {
    expect(languageTag(written)).toBeUndefined();
    expect(languageName(written, 'es')).toBe(written);
  },
);
