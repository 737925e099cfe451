import type { Option, OptionSheet } from '#domain/decision/option-sheet.ts';
import { calendarDate } from '#domain/kernel/calendar-date.ts';
import { cents } from '#domain/kernel/money.ts';
import type { PdfLanguage } from './pdf-document.ts';

const source = 'Made up for this test';

function option(optionId: string, change: Partial<Option>): Option {
  return {
    optionId,
    kind: 'treatment',
    name: optionId,
    itemIds: ['item-1'],
    what: 'A small screw goes into the bone. A new tooth goes on it.',
    visits: { least: 4, most: 6 },
    weeks: { least: 20, most: 32 },
    patientDoes: 'Eat soft food for one week.',
    followUp: '',
    lasts: { text: 'Many years.', source },
    risks: [],
    cost: { stepsWithoutFee: 0, years: [], reasons: [] },
    ...change,
  };
}

/** Options with a range of cost, with none, and with nothing said. */
export function sampleSheet(language: PdfLanguage): OptionSheet {
  return {
    sheetId: 'sheet-1',
    version: 2,
    sha256: '5f'.repeat(32),
    language,
    question:
      language === 'en' ? 'What comes in place of your tooth?' : '¿Qué ponemos en lugar de su diente?',
    options: [
      option('implant', {
        name: language === 'en' ? 'Implant' : 'Implante',
        risks: [
          { text: 'The screw comes out.', ofHundred: { least: 3, most: 6 }, source },
          { text: 'It may hurt.', source: '' },
        ],
        cost: {
          fees: cents(400_000),
          stepsWithoutFee: 1,
          years: [
            {
              from: calendarDate('2026-01-01'),
              through: calendarDate('2026-12-31'),
              patient: { least: cents(120_000), most: cents(260_000) },
            },
          ],
          reasons: ['The plan has not told its maximum.'],
        },
      }),
      option('bridge', { name: language === 'en' ? 'Bridge' : 'Puente', lasts: { text: '', source: '' } }),
      option('phases', { kind: 'in-phases', name: language === 'en' ? 'Step by step' : 'Por pasos' }),
      option('nothing', {
        kind: 'do-nothing',
        name: language === 'en' ? 'Wait' : 'Esperar',
        itemIds: [],
        visits: { least: 0, most: 0 },
      }),
    ],
    values: [
      { valueId: 'value-1', text: language === 'en' ? 'I want few visits.' : 'Quiero pocas visitas.' },
    ],
    questions: [language === 'en' ? 'What if I wait?' : '¿Qué pasa si espero?'],
  };
}
