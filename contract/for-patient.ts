import { Type, type Static } from 'typebox';
import { OptionSheet } from '#domain/decision/option-sheet.ts';
import { CentsSchema, DateSchema, oneOf } from '#domain/kernel/schema.ts';
import { needKinds } from '#domain/patient/patient-events.ts';

const practice = Type.Object({ name: Type.String(), telephone: Type.Optional(Type.String()) });
/** What is done about the patient's needs. */
const needs = Type.Array(
  Type.Object({ kind: oneOf(needKinds), need: Type.String(), accommodation: Type.String() }),
);

/** What a patient is shown of the options: nothing else of the record is in it. */
export const OptionsForPatient = Type.Object({
  practice,
  firstName: Type.String(),
  /** The newest version. */
  sheet: OptionSheet,
  /** Name of the option that was chosen last, on whichever version. */
  chosen: Type.Optional(Type.String()),
  needs,
});
export type OptionsForPatient = Static<typeof OptionsForPatient>;

const PlainStep = Type.Object({
  text: Type.String(),
  who: Type.Optional(
    Type.Object({
      name: Type.String(),
      organization: Type.Optional(Type.String()),
      telephone: Type.Optional(Type.String()),
    }),
  ),
  when: Type.Optional(Type.Object({ day: DateSchema, booked: Type.Boolean() })),
  /** Absent: not known. */
  pays: Type.Optional(Type.Object({ least: CentsSchema, most: CentsSchema })),
});
export type PlainStepView = Static<typeof PlainStep>;

/** The plan of a case in plain words. */
export const PlanForPatient = Type.Object({
  practice,
  firstName: Type.String(),
  /** Of the two that we write, the one nearer to the patient's. */
  language: oneOf(['en', 'es']),
  next: Type.Array(PlainStep),
  later: Type.Array(PlainStep),
  done: Type.Array(Type.String()),
  needs,
});
export type PlanForPatient = Static<typeof PlanForPatient>;
