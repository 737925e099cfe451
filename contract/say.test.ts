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

test.each([
  [
    'en',
    'planStatement.percentage',
    { about: 'D1000-D1999', percent: 80 },
    'Preventive services: the plan pays 80%',
  ],
  ['en', 'planStatement.percentage', { about: 'D1000-D1998', percent: 80 }, 'D1000-D1998: the plan pays 80%'],
  ['en', 'planStatement.percentage', { about: 'D2740', percent: 80 }, 'D2740: the plan pays 80%'],
  [
    'es',
    'planStatement.maximum.individual.benefit-year',
    { about: 'D0001-D9999', amount: '$1,500' },
    'Máximo del año, una persona, todos los servicios: $1,500',
  ],
  [
    'en',
    'planStatement.frequency.every-years',
    { about: 'D2740', times: 1, every: 5 },
    'D2740: 1 time in 5 years',
  ],
  ['es', 'planStatement.benefit-year', { month: '07', day: 1 }, 'El año de beneficios empieza el 1 de julio'],
] as const)('the codes of a whole category are said in words: %s, %s, %o', (language, id, params, text) => {
  expect(say(language, message(id, params))).toBe(text);
});
