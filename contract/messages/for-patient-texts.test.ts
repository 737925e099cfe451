import { expect, test } from 'vitest';
import { readabilityOf } from '#domain/decision/readability/readability.ts';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };

/** Whatever we say to a patient ourselves is at about the sixth grade; what staff write is measured while they write. */

const texts = { en: en.forPatient, es: es.forPatient };
/** A measure of averages says nothing about two words. */
const fewestWords = 8;

function textsIn(node: object): string[] {
  return Object.values(node).flatMap((value: unknown) => {
    if (typeof value === 'string') return [value.replace(/\{\{\w+\}\}/g, '10')];
    return typeof value === 'object' && value !== null ? textsIn(value) : [];
  });
}

function hardAmong(said: readonly string[], language: 'en' | 'es'): string[] {
  return said.filter((text) => {
    const reading = readabilityOf(text, language);
    return reading !== undefined && reading.words >= fewestWords && !reading.easy;
  });
}

test.each(['en', 'es'] as const)(
  'every text for patients in %s is easy to read, and all of them together',
  (language) => {
    const said = textsIn(texts[language]);
    expect(said.length).toBeGreaterThan(60);
    expect(hardAmong(said, language)).toEqual([]);
    expect(readabilityOf(said.join('\n'), language)).toMatchObject({ easy: true, longSentences: [] });
  },
);

test.each([
  [
    'en',
    'Periodontal stabilization necessitates a comprehensive interdisciplinary rehabilitation of all areas.',
  ],
  [
    'es',
    'La estabilización periodontal requiere una rehabilitación interdisciplinaria considerablemente compleja.',
  ],
] as const)('a hard text in %s is found', (language, hard) => {
  expect(hardAmong([hard], language)).toEqual([hard]);
});

test.each(['en', 'es'] as const)(
  'whatever an estimate still has to find out is said to a patient in %s, too',
  (language) => {
    const { estimate, forPatient } = { en, es }[language];
    const placesIn = (node: object, at = ''): string[] =>
      Object.entries(node).flatMap(([name, value]: [string, unknown]) =>
        typeof value === 'object' && value !== null ? placesIn(value, `${at}/${name}`) : [`${at}/${name}`],
      );
    const { fact, unknown } = estimate;
    expect(placesIn(forPatient.cost.why).sort()).toEqual(placesIn({ fact, unknown }).sort());
  },
);
