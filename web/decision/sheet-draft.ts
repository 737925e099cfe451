import type { TFunction } from 'i18next';
import {
  optionKinds,
  sheetLanguages,
  type OptionSheet,
  type OptionText,
  type SheetText,
} from '#domain/decision/option-sheet.ts';
import type { StartedOption } from '#domain/decision/start-sheet.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { Refused } from '../api/client.ts';
import { newId } from '../ui/clock.ts';
import { present, read, readText, readWord } from '../ui/reading.ts';

export interface RiskDraft {
  readonly text: string;
  readonly least: string;
  readonly most: string;
  readonly source: string;
}

export interface OptionDraft {
  readonly optionId: string;
  readonly kind: string;
  readonly name: string;
  readonly itemIds: readonly string[];
  readonly what: string;
  readonly visitsLeast: string;
  readonly visitsMost: string;
  readonly weeksLeast: string;
  readonly weeksMost: string;
  readonly patientDoes: string;
  readonly followUp: string;
  readonly lasts: string;
  readonly lastsSource: string;
  readonly risks: readonly RiskDraft[];
}

export interface SheetDraft {
  readonly sheetId: string;
  readonly language: string;
  readonly question: string;
  readonly options: readonly OptionDraft[];
  /** One on a line. */
  readonly values: string;
  readonly questions: string;
}

export const noRisk: RiskDraft = { text: '', least: '', most: '', source: '' };

const blank = {
  what: '',
  patientDoes: '',
  followUp: '',
  lasts: '',
  lastsSource: '',
  risks: [],
} satisfies Partial<OptionDraft>;

export function newOption(started?: StartedOption, name = ''): OptionDraft {
  const visits = started?.visits === undefined ? '' : String(started.visits);
  const weeks = started?.weeks === undefined ? '' : String(started.weeks);
  return {
    ...blank,
    optionId: newId(),
    kind: started?.kind ?? 'treatment',
    name,
    itemIds: started?.itemIds ?? [],
    visitsLeast: visits,
    visitsMost: visits,
    weeksLeast: weeks,
    weeksMost: weeks,
  };
}

const suggested = {
  values: ['pay-little-now', 'few-visits', 'last-long', 'no-surgery', 'chew-well', 'look-good'],
  questions: ['wait', 'last', 'pay', 'feel', 'wrong', 'who'],
} as const;

/** What a sheet says before anybody wrote on it: the options that the plan names, and what patients often weigh and ask. */
export function startedDraft(
  started: readonly StartedOption[],
  language: string,
  say: TFunction,
): SheetDraft {
  return {
    sheetId: newId(),
    language,
    question: '',
    options: started.map((option) =>
      newOption(option, option.about?.text ?? suggestedName(option.kind, say)),
    ),
    ...suggestions(say),
  };
}

function suggestedName(kind: StartedOption['kind'], say: TFunction): string {
  return say(`forPatient.suggested.name.${kind}`);
}

function suggestions(say: TFunction) {
  return {
    values: suggested.values.map((name) => say(`forPatient.suggested.value.${name}`)).join('\n'),
    questions: suggested.questions.map((name) => say(`forPatient.suggested.question.${name}`)).join('\n'),
  };
}

/** Into another language: what was suggested is suggested anew, what somebody wrote stays as it is. */
export function inLanguage(
  draft: SheetDraft,
  language: string,
  before: TFunction,
  after: TFunction,
): Partial<SheetDraft> {
  const [old, fresh] = [suggestions(before), suggestions(after)];
  return {
    language,
    values: draft.values === old.values ? fresh.values : draft.values,
    questions: draft.questions === old.questions ? fresh.questions : draft.questions,
    options: draft.options.map((option) => {
      const kind = optionKinds.find((known) => known === option.kind);
      const untouched = kind !== undefined && option.name === suggestedName(kind, before);
      return untouched ? { ...option, name: suggestedName(kind, after) } : option;
    }),
  };
}

export function draftOf(sheet: OptionSheet): SheetDraft {
  const { sheetId, language, question, options, values, questions } = sheet;
  return {
    sheetId,
    language,
    question,
    options: options.map(({ cost: _, visits, weeks, lasts, risks, ...option }) => ({
      ...option,
      visitsLeast: visits ? String(visits.least) : '',
      visitsMost: visits ? String(visits.most) : '',
      weeksLeast: weeks ? String(weeks.least) : '',
      weeksMost: weeks ? String(weeks.most) : '',
      lasts: lasts.text,
      lastsSource: lasts.source,
      risks: risks.map(({ text, source, ofHundred }) => ({
        text,
        source,
        least: ofHundred ? String(ofHundred.least) : '',
        most: ofHundred ? String(ofHundred.most) : '',
      })),
    })),
    values: values.map(({ text }) => text).join('\n'),
    questions: questions.join('\n'),
  };
}

export function readSheet(draft: SheetDraft): SheetText {
  return {
    sheetId: draft.sheetId,
    language: readWord(sheetLanguages, draft.language, '/sheet/language'),
    question: readText(draft.question, '/sheet/question'),
    options: draft.options.map((option, index) => readOption(option, `/sheet/options/${index}`)),
    values: linesOf(draft.values).map((text, index) => ({ valueId: `value-${index + 1}`, text })),
    questions: linesOf(draft.questions),
  };
}

function readOption(draft: OptionDraft, at: string): OptionText {
  return present({
    optionId: draft.optionId,
    kind: readWord(optionKinds, draft.kind, `${at}/kind`),
    name: readText(draft.name, `${at}/name`),
    itemIds: [...draft.itemIds],
    what: draft.what.trim(),
    visits: readRange(draft.visitsLeast, draft.visitsMost, `${at}/visits`),
    weeks: readRange(draft.weeksLeast, draft.weeksMost, `${at}/weeks`),
    patientDoes: draft.patientDoes.trim(),
    followUp: draft.followUp.trim(),
    lasts: { text: draft.lasts.trim(), source: draft.lastsSource.trim() },
    risks: draft.risks.map((risk, index) =>
      present({
        text: readText(risk.text, `${at}/risks/${index}/text`),
        ofHundred: readRange(risk.least, risk.most, `${at}/risks/${index}/ofHundred`),
        source: risk.source.trim(),
      }),
    ),
  });
}

/** One number where one of the two stands; nothing where neither does. */
function readRange(least: string, most: string, at: string) {
  const [from, to] = [least.trim() || most.trim(), most.trim() || least.trim()];
  if (from === '') return undefined;
  return { least: read(parseWhole, from, at), most: read(parseWhole, to, at) };
}

function parseWhole(text: string): number | Refusal {
  return /^\d{1,3}$/.test(text) ? Number(text) : refuse('decision/not-a-number', { text });
}

function linesOf(text: string): string[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length > 12) throw new Refused(refuse('decision/too-many-lines'));
  return lines;
}

/** All that the patient will read of it. */
export function textOf({ question, options, values, questions }: SheetDraft): string {
  return [
    question,
    ...options.flatMap(({ name, what, patientDoes, followUp, lasts, risks }) => [
      name,
      what,
      patientDoes,
      followUp,
      lasts,
      ...risks.map(({ text }) => text),
    ]),
    values,
    questions,
  ].join('\n');
}
