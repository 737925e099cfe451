import { describe, expect, test } from 'vitest';
import { pdfLanguages } from './pdf-document.ts';
import { fill, wordsOf } from './words.ts';

/** Paths of all texts, each with its gaps. */
function shape(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return [`${path} ${(value.match(/\{\{\w+\}\}/g) ?? []).sort().join(' ')}`];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => shape(inner, `${path}/${key}`));
}

describe('the texts of printed documents', () => {
  test('have the same keys and the same gaps in every language', () => {
    for (const language of pdfLanguages)
      expect(shape(wordsOf(language)).sort()).toEqual(shape(wordsOf('en')).sort());
  });

  test('are nowhere empty', () => {
    for (const language of pdfLanguages) expect(JSON.stringify(wordsOf(language))).not.toMatch(/:"\s*"/);
  });
});

test('gaps are filled, with what looks like a gap left alone', () => {
  expect(fill('{{who}}, {{when}}', { who: '{{when}}', when: '$& today' })).toBe('{{when}}, $& today');
});

test('a gap without a value is a fault of the program', () => {
  expect(() => fill('{{who}}', {})).toThrow(/no value for/);
});
