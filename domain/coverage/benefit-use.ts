import { Type, type Static } from 'typebox';
import {
  CentsSchema,
  DateSchema,
  FilledTextSchema,
  IdSchema,
  InstantSchema,
  oneOf,
  OralAreaSchema,
  ProcedureCodeSchema,
  TextSchema,
  ToothSchema,
} from '../kernel/schema.ts';
import { FactSource } from './benefit-fact.ts';

export const useStates = ['paid', 'pending', 'reserved', 'withdrawn'] as const;

/**
 * One use of a benefit by whichever office: paid, waiting for the payer, or reserved by a predetermination. What
 * became of it is recorded under the same id; withdrawn: it was entered by mistake, or the reservation was given up.
 */
export const BenefitUse = Type.Object({
  useId: IdSchema,
  coverageId: IdSchema,
  state: oneOf(useStates),
  /** The day that counts for the plan; of a reservation the day on which it was answered. */
  date: DateSchema,
  code: Type.Optional(ProcedureCodeSchema),
  tooth: Type.Optional(ToothSchema),
  area: Type.Optional(OralAreaSchema),
  pays: CentsSchema,
  deductible: Type.Optional(CentsSchema),
  member: oneOf(['patient', 'family']),
  /** Last day of a reservation. */
  expires: Type.Optional(DateSchema),
  /** The step of a plan that a reservation or a claim is for: it is not counted beside it. */
  itemId: Type.Optional(IdSchema),
  office: FilledTextSchema(120),
  source: FactSource,
  learnedAt: InstantSchema,
  note: Type.Optional(TextSchema(500)),
});
export type BenefitUse = Static<typeof BenefitUse>;
