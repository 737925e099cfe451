import { Type, type Static } from 'typebox';
import { CentsSchema, DateSchema, FilledTextSchema, IdSchema, oneOf, TextSchema } from '../kernel/schema.ts';

/** Languages in which a sheet can be written for a patient. */
export const sheetLanguages = ['en', 'es'] as const;

/** Doing nothing and treating in phases are always among the options. */
export const optionKinds = ['treatment', 'in-phases', 'do-nothing'] as const;
export type OptionKind = (typeof optionKinds)[number];

/** From the least to the most, both included. */
function RangeOf(largest: number) {
  const bound = Type.Integer({ minimum: 0, maximum: largest });
  return Type.Object({ least: bound, most: bound });
}
const CentsRange = Type.Object({ least: CentsSchema, most: CentsSchema });

/** Words with where they come from; without a source they are what the dentist says, and the page says so. */
const SourcedText = Type.Object({ text: TextSchema(500), source: TextSchema(300) });

/**
 * What may go wrong. Its frequency is always of one hundred people, so that the numbers of two options can be held
 * against each other.
 */
const OptionRisk = Type.Object({
  text: FilledTextSchema(300),
  ofHundred: Type.Optional(RangeOf(100)),
  source: TextSchema(300),
});
export type OptionRisk = Static<typeof OptionRisk>;

const written = {
  optionId: IdSchema,
  kind: oneOf(optionKinds),
  name: FilledTextSchema(120),
  /** Steps of the plan that are done when it is chosen. */
  itemIds: Type.Array(IdSchema, { maxItems: 60 }),
  what: TextSchema(800),
  visits: Type.Optional(RangeOf(200)),
  /** From the first visit to the last. */
  weeks: Type.Optional(RangeOf(520)),
  patientDoes: TextSchema(800),
  followUp: TextSchema(800),
  lasts: SourcedText,
  risks: Type.Array(OptionRisk, { maxItems: 12 }),
};

/** One way to go, as it is written for the patient. */
export const OptionText = Type.Object(written);
export type OptionText = Static<typeof OptionText>;

/** What the patient is expected to pay in one benefit year. */
const OptionCostYear = Type.Object({ from: DateSchema, through: DateSchema, patient: CentsRange });

/**
 * What an option is expected to cost, as it was known when the sheet was recorded. Never a promise; without years it is
 * not known yet.
 */
export const OptionCost = Type.Object({
  /** The offices' fees of those steps that have one, before any plan pays. */
  fees: Type.Optional(CentsSchema),
  stepsWithoutFee: Type.Integer({ minimum: 0 }),
  years: Type.Array(OptionCostYear, { maxItems: 20 }),
  /** Why it is a range, or why it is not known: in the language of the sheet. */
  reasons: Type.Array(FilledTextSchema(400), { maxItems: 12 }),
});
export type OptionCost = Static<typeof OptionCost>;

const Option = Type.Object({ ...written, cost: OptionCost });
export type Option = Static<typeof Option>;

/** Something that may matter to the patient, to be weighed from 0 to 10. */
const ValueStatement = Type.Object({ valueId: IdSchema, text: FilledTextSchema(200) });

const sheet = {
  sheetId: IdSchema,
  language: oneOf(sheetLanguages),
  /** What is to be decided. */
  question: FilledTextSchema(200),
  values: Type.Array(ValueStatement, { maxItems: 12 }),
  /** Questions that a patient may want to ask. */
  questions: Type.Array(FilledTextSchema(200), { maxItems: 12 }),
};

/** What staff write. */
export const SheetText = Type.Object({
  ...sheet,
  options: Type.Array(OptionText, { minItems: 1, maxItems: 8 }),
});
export type SheetText = Static<typeof SheetText>;

/** Options side by side for one question of a case, as a patient saw them: a version is never changed. */
export const OptionSheet = Type.Object({
  ...sheet,
  options: Type.Array(Option, { minItems: 1, maxItems: 8 }),
  /** Counted from 1. */
  version: Type.Integer({ minimum: 1 }),
  /** SHA-256 over the canonical JSON of all the rest of it. */
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
});
export type OptionSheet = Static<typeof OptionSheet>;
