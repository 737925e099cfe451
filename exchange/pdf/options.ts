import type { CoordinationCase } from '#domain/case/case.ts';
import type { DataCategory } from '#domain/consent/consent.ts';
import { dearestYear } from '#domain/decision/dearest-year.ts';
import type { Option, OptionCost, OptionRisk, OptionSheet } from '#domain/decision/option-sheet.ts';
import { frequencyInWords, timeInWords, visitsInWords } from '#domain/decision/option-words.ts';
import { message, type Message } from '#domain/kernel/message.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { PdfDocument, PdfLanguage } from './pdf-document.ts';
import { needRowsForPatient } from './need-rows.ts';
import { caseInWords, fullName, printedDocument, type Printing } from './printing.ts';
import { sayMessage } from './words.ts';
import { writtenDate, writtenMoney, writtenTelephone } from './written-values.ts';

export interface OptionsInput {
  readonly sheet: OptionSheet;
  readonly patient: Patient;
  readonly opened: CoordinationCase['opened'];
  /** What the release decision lets this recipient have: costs are coverage and billing, needs are health. */
  readonly allowed: ReadonlySet<DataCategory>;
}

/** The options of one question on paper, in the language in which they were written, with room to mark and to write. */
export function optionsDocument(input: OptionsInput, how: Omit<Printing, 'language'>): PdfDocument {
  const { sheet, patient, opened, allowed } = input;
  const { language } = sheet;
  const printing = { ...how, language };
  const say = (id: string, params: Message['params'] = {}) =>
    sayMessage(language, message(`forPatient.${id}`, params));
  const { profile } = how.practice;
  return printedDocument(
    printing,
    'options',
    {
      title: sheet.question,
      footer: say('paper.footer', { version: sheet.version }),
      patient: patient.demographics ? fullName(patient.demographics) : '',
      reference: caseInWords(opened, printing),
    },
    {
      lead: say('lead'),
      options: sheet.options.map(({ kind, name }) => ({ kind: say(`kind.${kind}`), name })),
      rows: rowsOf(sheet, allowed, language),
      values: {
        title: say('values.title'),
        lead: say('values.leadPaper'),
        list: sheet.values.map(({ text }) => text),
      },
      questions: {
        title: say('questions.title'),
        own: say('questions.own'),
        list: sheet.questions,
      },
      lean: {
        title: say('lean.title'),
        lead: say('lean.lead'),
        list: [...sheet.options.map(({ name }) => name), say('lean.notSure')],
      },
      teachBack: { title: say('teachBack.title'), lead: say('teachBack.lead') },
      needs: {
        title: say('needs.title'),
        rows: allowed.has('medical-history') ? needRowsForPatient(patient, language) : [],
      },
      call: [
        say('decideHere'),
        ...(profile
          ? [say('call', { practice: profile.name, telephone: writtenTelephone(profile.telephone) })]
          : []),
      ],
      fingerprint: { name: say('paper.fingerprint'), value: sheet.sha256 },
    },
  );
}

type Said = {
  readonly text: string;
  readonly quiet: string;
  /** Drawn where it is known. */
  readonly people: { readonly least: number; readonly most: number } | null;
  /** A bar for an amount, all bars of the sheet on one scale: full to the least, hatched to the most. */
  readonly bar?: { readonly least: number; readonly most: number; readonly of: number };
};

function rowsOf({ options }: OptionSheet, allowed: ReadonlySet<DataCategory>, language: PdfLanguage) {
  const say = (said: Message) => sayMessage(language, said);
  const words = (text: string) => [plain(text === '' ? say(message('forPatient.notSaid')) : text)];
  const row = (name: string, cells: (option: Option) => readonly Said[]) => ({
    name: say(message(`forPatient.row.${name}`)),
    cells: options.map((option) => cells(option)),
  });
  return [
    row('what', ({ what }) => words(what)),
    row('visits', ({ visits }) => [plain(say(visitsInWords(visits)))]),
    row('weeks', ({ visits, weeks }) => [plain(visits?.most === 0 ? '–' : say(timeInWords(weeks)))]),
    row('patientDoes', ({ patientDoes }) => words(patientDoes)),
    row('followUp', ({ followUp }) => words(followUp)),
    row('lasts', ({ lasts }) =>
      lasts.text === '' ? [plain(say(message('forPatient.notKnown')))] : [sourced(lasts, language)],
    ),
    row('risks', ({ risks }) =>
      risks.length === 0
        ? words('')
        : risks.map((risk) => ({
            ...sourced(risk, language, frequency(risk, say)),
            people: risk.ofHundred ?? null,
          })),
    ),
    ...(allowed.has('coverage-and-billing')
      ? [
          row('cost', ({ cost, itemIds }) =>
            costLines(cost, itemIds.length === 0, dearestYear(options), language),
          ),
        ]
      : []),
  ];
}

function plain(text: string): Said {
  return { text, quiet: '', people: null };
}

function sourced(
  { text, source }: { readonly text: string; readonly source: string },
  language: PdfLanguage,
  more?: string,
): Said {
  const from = source === '' ? message('forPatient.dentistSays') : message('forPatient.source', { source });
  return {
    text: more === undefined ? text : `${text} ${more}`,
    quiet: sayMessage(language, from),
    people: null,
  };
}

function frequency({ ofHundred }: OptionRisk, say: (said: Message) => string): string {
  const howMany = say(frequencyInWords(ofHundred));
  return ofHundred ? `${howMany}.` : howMany;
}

function costLines(
  cost: OptionCost,
  isNothing: boolean,
  dearest: number,
  language: PdfLanguage,
): readonly Said[] {
  const say = (id: string, params: Message['params'] = {}) =>
    sayMessage(language, message(`forPatient.cost.${id}`, params));
  if (isNothing) return [plain(say('nothingNow'))];
  const years = cost.years.map(({ from, through, patient: { least, most } }) => ({
    text: say(least === most ? 'same' : 'range', { least: writtenMoney(least), most: writtenMoney(most) }),
    quiet: say('year', { from: writtenDate(from, language), through: writtenDate(through, language) }),
    people: null,
    bar: { least, most, of: dearest },
  }));
  return [
    ...(years.length > 0 ? years : [plain(say('notKnown'))]),
    ...(cost.fees === undefined ? [] : [plain(say('fees', { money: writtenMoney(cost.fees) }))]),
    ...(cost.stepsWithoutFee === 0 ? [] : [plain(say('withoutFee', { count: cost.stepsWithoutFee }))]),
    ...cost.reasons.map(plain),
    { text: '', quiet: say('notPromise'), people: null },
  ];
}
