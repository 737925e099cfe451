import { Type, type Static } from 'typebox';
import {
  CentsSchema,
  DateSchema,
  IdSchema,
  oneOf,
  OralAreaSchema,
  ProcedureCodeSchema,
  TextSchema,
  ToothSchema,
} from '../kernel/schema.ts';
import { Scope, strict } from './plan-facts.ts';

/** One use of a plan's benefit, by whichever office: paid, waiting for the payer, or reserved by a predetermination. */
export const LedgerEntry = Type.Object(
  {
    planId: IdSchema,
    state: oneOf(['paid', 'pending', 'reserved']),
    /** The date that counts for the plan. */
    date: DateSchema,
    /** Absent for a total that the payer told: it counts against what governs every code. */
    code: Type.Optional(ProcedureCodeSchema),
    /** For a total: the limit of its own that it counts against. */
    for: Type.Optional(Scope),
    tooth: Type.Optional(ToothSchema),
    area: Type.Optional(OralAreaSchema),
    quantity: Type.Optional(Type.Integer({ minimum: 1, maximum: 99 })),
    /** An office on the case; absent: elsewhere. */
    office: Type.Optional(IdSchema),
    /** What the plan pays or paid. */
    pays: CentsSchema,
    deductible: Type.Optional(CentsSchema),
    /** Somebody else of the family: it counts in what the family shares only. */
    member: Type.Optional(oneOf(['patient', 'family'])),
    /** Last day of a reservation. */
    expires: Type.Optional(DateSchema),
    /** The line of the request that a reservation or claim is for: it is not counted beside that line. */
    lineId: Type.Optional(IdSchema),
    source: Type.Optional(TextSchema(200)),
  },
  strict,
);
export type LedgerEntry = Static<typeof LedgerEntry>;
