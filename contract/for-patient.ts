import { Type, type Static } from 'typebox';
import { OptionSheet } from '#domain/decision/option-sheet.ts';
import { oneOf } from '#domain/kernel/schema.ts';
import { needKinds } from '#domain/patient/patient-events.ts';

/** What a patient is shown of the options: nothing else of the record is in it. */
export const OptionsForPatient = Type.Object({
  practice: Type.Object({ name: Type.String(), telephone: Type.Optional(Type.String()) }),
  firstName: Type.String(),
  /** The newest version. */
  sheet: OptionSheet,
  /** Name of the option that was chosen last, on whichever version. */
  chosen: Type.Optional(Type.String()),
  /** What is done about the patient's needs. */
  needs: Type.Array(
    Type.Object({ kind: oneOf(needKinds), need: Type.String(), accommodation: Type.String() }),
  ),
});
export type OptionsForPatient = Static<typeof OptionsForPatient>;
