import { Type, type Static } from 'typebox';
import { FilledTextSchema, IdSchema, oneOf, TextSchema } from '../kernel/schema.ts';

/** How it went when the patient was asked to say it in their own words. */
export const teachBackOutcomes = ['understood', 'after-explaining-again', 'not-yet', 'not-asked'] as const;

export const participantKinds = [
  'patient',
  'guardian',
  'caregiver',
  'dentist',
  'hygienist',
  'coordinator',
  'other',
] as const;

/** How the talk was interpreted; a patient may refuse an interpreter, and an office may lack one. */
export const interpreterWays = [
  'not-needed',
  'in-person',
  'video',
  'telephone',
  'staff-speak-it',
  'patient-refused',
  'none-available',
] as const;

/** What a patient decided about the options of a sheet, on which version of it, and how they came to it. */
export const PatientDecision = Type.Object({
  decisionId: IdSchema,
  sheetId: IdSchema,
  /** The version that was seen, and its hash: what was decided about cannot change afterwards. */
  seenVersion: Type.Integer({ minimum: 1 }),
  seenSha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  optionId: IdSchema,
  /** Why, as the patient says it. */
  reason: TextSchema(1000),
  /** What matters: 0 not at all, 10 more than anything. */
  weights: Type.Array(Type.Object({ valueId: IdSchema, weight: Type.Integer({ minimum: 0, maximum: 10 }) }), {
    maxItems: 12,
  }),
  /** What the patient asked, and what was answered. */
  questions: TextSchema(2000),
  teachBack: Type.Object({ outcome: oneOf(teachBackOutcomes), words: TextSchema(1000) }),
  tookPart: Type.Array(Type.Object({ kind: oneOf(participantKinds), name: FilledTextSchema(120) }), {
    minItems: 1,
    maxItems: 20,
  }),
  interpreter: Type.Object({ way: oneOf(interpreterWays), name: TextSchema(120) }),
});
export type PatientDecision = Static<typeof PatientDecision>;

/** A decision in place of an earlier one, which stays in the record. */
export const Revisit = Type.Object({ earlierDecisionId: IdSchema, why: FilledTextSchema(1000) });
export type Revisit = Static<typeof Revisit>;
