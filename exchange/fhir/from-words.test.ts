import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { flag, importWords, reason } from './from-words.ts';

interface Texts {
  readonly fhirImport: Readonly<Record<'reason' | 'flag', Readonly<Record<string, string>>>>;
}

function textsOf(language: string): Texts['fhirImport'] {
  const path = join(import.meta.dirname, '../../contract/messages', `${language}.json`);
  return (JSON.parse(readFileSync(path, 'utf8')) as Texts).fhirImport;
}

const placeholders = (text: string) => [...text.matchAll(/\{\{\w+\}\}/g)].map(([name]) => name).toSorted();

test('the record and the screen say the same in English', () => {
  expect(textsOf('en')).toEqual(importWords);
});

test('Spanish has every message, with the same parameters', () => {
  const spanish = textsOf('es');
  for (const kind of ['reason', 'flag'] as const) {
    expect(Object.keys(spanish[kind])).toEqual(Object.keys(importWords[kind]));
    for (const [id, text] of Object.entries(importWords[kind]))
      expect(placeholders(spanish[kind][id] ?? ''), id).toEqual(placeholders(text));
  }
});

test('words have their parameters filled in, and fit an event', () => {
  expect(flag('npiInvalid', { value: '1234567890' })).toEqual({
    id: 'fhirImport.flag.npiInvalid',
    params: { value: '1234567890' },
    words: 'NPI "1234567890" fails its check and is not used.',
  });
  const long = reason('absentPatient', { reference: 'x'.repeat(900), patient: 'y'.repeat(900) });
  expect(long.words.length).toBeLessThanOrEqual(300);
  expect(long.words).toContain('y…');
});
