import { expect, test } from 'vitest';
import { fernandezHuertaScore, fleschKincaidGrade, readabilityOf } from './readability.ts';
import { englishSyllables, spanishSyllables } from './syllables.ts';

test.each([
  ['tooth', 1],
  ['bone', 1],
  ['gums', 1],
  ['teeth', 1],
  ['placed', 1],
  ['treated', 2],
  ['needed', 2],
  ['bridges', 2],
  ['takes', 1],
  ['table', 2],
  ['people', 2],
  ['implant', 2],
  ['dentist', 2],
  ['cleaning', 2],
  ['patient', 2],
  ['nation', 2],
  ['period', 3],
  ['hospital', 3],
  ['infection', 3],
  ['familiar', 3],
  ['anesthetic', 4],
  ['periodontal', 5],
  ['periodontist', 5],
  ['rehabilitation', 6],
])('English: %s has %i', (word, expected) => {
  expect(englishSyllables(word)).toBe(expected);
});

test.each([
  ['muela', 2],
  ['hueso', 2],
  ['diente', 2],
  ['día', 2],
  ['encía', 3],
  ['puente', 2],
  ['guía', 2],
  ['quien', 1],
  ['pingüino', 3],
  ['muy', 1],
  ['yeso', 2],
  ['ciudad', 2],
  ['leer', 2],
  ['país', 2],
  ['implante', 3],
  ['cirugía', 4],
  ['anestesia', 4],
  ['radiografía', 5],
  ['odontólogo', 5],
  ['periodontal', 4],
  ['y', 1],
])('Spanish: %s has %i', (word, expected) => {
  expect(spanishSyllables(word)).toBe(expected);
});

/** Counted by hand: the formulas alone, without our counting. */
test.each([
  ['a sentence of six short words', { words: 6, sentences: 1, syllables: 6 }, -1.45],
  ['the sentence on the platypus', { words: 13, sentences: 1, syllables: 24 }, 11.26],
])('Flesch-Kincaid: %s', (_name, counts, expected) => {
  expect(fleschKincaidGrade(counts)).toBeCloseTo(expected, 2);
});

test.each([
  ['ten words of two syllables', { words: 10, sentences: 1, syllables: 20 }, 76.64],
  ['twice as long a sentence', { words: 20, sentences: 1, syllables: 40 }, 66.44],
])('Fernández Huerta: %s', (_name, counts, expected) => {
  expect(fernandezHuertaScore(counts)).toBeCloseTo(expected, 2);
});

/**
 * Texts that everybody may use, with their syllables counted by hand. The platypus is the example by which the formula
 * is explained most often; Cervantes and Lincoln are in the public domain.
 */
test.each([
  ['en', 'The cat sat on the mat.', { words: 6, sentences: 1, syllables: 6, value: -1.4 }],
  [
    'en',
    'The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.',
    { words: 13, sentences: 1, syllables: 24, value: 11.3 },
  ],
  [
    'en',
    'Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived in Liberty, and dedicated to the proposition that all men are created equal.',
    { words: 30, sentences: 1, syllables: 48, value: 15 },
  ],
  [
    'es',
    'En un lugar de la Mancha, de cuyo nombre no quiero acordarme, no ha mucho tiempo que vivía un hidalgo.',
    { words: 20, sentences: 1, syllables: 34, value: 84.4 },
  ],
] as const)('a known text in %s: %s', (language, text, expected) => {
  expect(readabilityOf(text, language)).toMatchObject(expected);
});

test('what is easy, and what makes a text hard', () => {
  const easy = readabilityOf('We clean the tooth. Then we close the hole.', 'en');
  expect(easy).toMatchObject({ sentences: 2, easy: true, hardWords: [], longSentences: [] });
  const hard = readabilityOf(
    'Periodontal regeneration necessitates comprehensive interdisciplinary rehabilitation.',
    'en',
  );
  expect(hard?.easy).toBe(false);
  expect(hard?.hardWords).toContain('rehabilitation');
  const fácil = readabilityOf('Limpiamos la muela. Luego la cerramos.', 'es');
  expect(fácil?.easy).toBe(true);
  const difícil = readabilityOf(
    'La rehabilitación interdisciplinaria periodontal necesita procedimientos regenerativos complementarios.',
    'es',
  );
  expect(difícil).toMatchObject({ easy: false });
  expect(difícil?.hardWords).toContain('interdisciplinaria');
});

test.each([
  ['nothing', '', undefined],
  ['signs only', '… — !', undefined],
  ['a number with a point', 'It costs $1,200.50 in all.', 1],
  ['two lines', 'Brush twice a day\nCome back in May', 2],
])('sentences: %s', (_name, text, expected) => {
  expect(readabilityOf(text, 'en')?.sentences).toBe(expected);
});

const twenty = Array.from({ length: 20 }, () => 'we').join(' ');
test.each([
  ['twenty words', `${twenty}.`, 0],
  ['twenty-one words', `${twenty} go.`, 1],
])('a long sentence: %s', (_name, text, expected) => {
  expect(readabilityOf(text, 'en')?.longSentences).toHaveLength(expected);
});
