import { describe, expect, test } from 'vitest';
import type { DataCategory } from '#domain/consent/consent.ts';
import type { OptionSheet } from '#domain/decision/option-sheet.ts';
import { optionsDocument } from './options.ts';
import { everything } from './test-documents.ts';
import { sampleSheet } from './test-option-sheet.ts';
import { coordinationCase, patient, practice } from './test-record/record.samples.ts';
import { madeAt } from './test-record/said.samples.ts';

function bodyOf(sheet: OptionSheet, without: readonly DataCategory[] = []) {
  const allowed = new Set([...everything].filter((category) => !without.includes(category)));
  return optionsDocument({ sheet, patient, opened: coordinationCase.opened, allowed }, { practice, madeAt });
}

function cellOf(body: unknown, row: string, option: number): unknown {
  const { rows } = body as { rows: { name: string; cells: unknown[] }[] };
  return rows.find(({ name }) => name === row)?.cells[option];
}

describe('what an option says', () => {
  const { body } = bodyOf(sampleSheet('en'));

  test.each([
    ['visits', 'Visits', 0, [{ text: '4 to 6 visits', quiet: '', people: null }]],
    ['time in months', 'How long it takes', 0, [{ text: '5 to 7 months', quiet: '', people: null }]],
    ['no time where there is no visit', 'How long it takes', 3, [{ text: '–', quiet: '', people: null }]],
    ['nothing said', 'What comes after', 0, [{ text: 'Ask your dentist.', quiet: '', people: null }]],
    [
      'a lifespan with its source',
      'How long it lasts',
      0,
      [{ text: 'Many years.', quiet: 'Source: Made up for this test', people: null }],
    ],
    [
      'a lifespan that nobody told',
      'How long it lasts',
      1,
      [{ text: 'We do not know yet.', quiet: '', people: null }],
    ],
  ])('%s', (_name, row, option, expected) => {
    expect(cellOf(body, row, option)).toEqual(expected);
  });

  test('a risk in words, as people of a hundred, and who says so', () => {
    expect(cellOf(body, 'What can go wrong', 0)).toEqual([
      {
        text: 'The screw comes out. 3 to 6 of 100 people.',
        quiet: 'Source: Made up for this test',
        people: { least: 3, most: 6 },
      },
      {
        text: 'It may hurt. We do not know how often.',
        quiet: 'This is what your dentist says.',
        people: null,
      },
    ]);
  });

  test('what it costs by benefit year, as a range with its reason, and never as a promise', () => {
    expect(cellOf(body, 'What you pay', 0)).toMatchObject([
      {
        text: 'You pay $1,200.00 to $2,600.00.',
        quiet: 'Jan 1, 2026 to Dec 31, 2026',
        bar: { least: 120_000, most: 260_000, of: 260_000 },
      },
      { text: 'The full fee is $4,000.00. Your plan may pay a part of it.' },
      { text: '1 step has no fee yet.' },
      { text: 'The plan has not told its maximum.' },
      { text: '', quiet: 'This is what we think today. It is no promise.' },
    ]);
    expect(cellOf(body, 'What you pay', 1)).toMatchObject([
      { text: 'We do not know yet what you will pay.' },
      { quiet: 'This is what we think today. It is no promise.' },
    ]);
  });
});

test('it prints in the language in which it was written', () => {
  expect(bodyOf(sampleSheet('es'))).toMatchObject({
    language: 'es',
    title: '¿Qué ponemos en lugar de su diente?',
    footer: expect.stringMatching(/^Opciones, versión 2/) as string,
  });
});

test('costs go only to whoever may know of coverage and billing, needs to whoever may know of health', () => {
  const cut = bodyOf(sampleSheet('en'), ['coverage-and-billing', 'medical-history']);
  expect(cellOf(cut.body, 'What you pay', 0)).toBeUndefined();
  expect(cut.body).toMatchObject({ needs: { rows: [] } });
  expect(bodyOf(sampleSheet('en')).body).toMatchObject({
    needs: { rows: [{ kind: 'Interpreter' }, { kind: 'Mobility' }] },
  });
});
