import { Type, type Static } from 'typebox';
import {
  CentsSchema,
  DateSchema,
  FilledTextSchema,
  IdSchema,
  oneOf,
  OralAreaSchema,
  ProcedureCodeSchema,
  SurfaceSchema,
  ToothSchema,
} from '../kernel/schema.ts';
import { LedgerEntry } from './ledger-entry.ts';
import { Dependant, OrderFacts } from './order-facts.ts';
import { factSchemas, OneOf, strict, type StatedFact } from './plan-facts.ts';

/** What an estimate is asked from. Money is cents; a fee is for one of the quantity. */

const mostLines = 500;
export const mostPlans = 4;
export const mostFacts = 2000;

const Plan = Type.Object(
  {
    planId: IdSchema,
    name: FilledTextSchema(120),
    kind: oneOf(['dental', 'medical', 'medicaid']),
    /** The days of the patient's coverage. */
    from: Type.Optional(DateSchema),
    through: Type.Optional(DateSchema),
    order: OrderFacts,
    facts: Type.Unsafe<readonly StatedFact[]>(
      Type.Array(Type.Union([...Object.values(factSchemas), OneOf]), { maxItems: mostFacts }),
    ),
  },
  strict,
);
export type Plan = Static<typeof Plan>;

const Line = Type.Object(
  {
    lineId: IdSchema,
    code: ProcedureCodeSchema,
    /** Completion: the crown is seated, the canal filled, the appliance handed over. */
    date: DateSchema,
    startedOn: Type.Optional(DateSchema),
    fee: CentsSchema,
    quantity: Type.Optional(Type.Integer({ minimum: 1, maximum: 99 })),
    tooth: Type.Optional(ToothSchema),
    area: Type.Optional(OralAreaSchema),
    surfaces: Type.Optional(Type.Array(SurfaceSchema, { maxItems: 5 })),
    office: Type.Optional(IdSchema),
    /** When the tooth that is replaced was lost. */
    toothLostOn: Type.Optional(DateSchema),
    orthodontics: Type.Optional(
      Type.Object(
        {
          bandedOn: DateSchema,
          /** Length of active treatment. */
          months: Type.Integer({ minimum: 1, maximum: 120 }),
          /** Where treatment ended, or will end, early. */
          endsOn: Type.Optional(DateSchema),
        },
        strict,
      ),
    ),
  },
  strict,
);
export type Line = Static<typeof Line>;

export const EstimateRequest = Type.Object(
  {
    /** The day on which the estimate is made. */
    asOf: DateSchema,
    patient: Type.Object({ birthDate: Type.Optional(DateSchema) }, strict),
    plans: Type.Array(Plan, { maxItems: mostPlans }),
    lines: Type.Array(Line, { minItems: 1, maxItems: mostLines }),
    /** What is used, pending and reserved already. */
    history: Type.Optional(Type.Array(LedgerEntry, { maxItems: 5000 })),
    family: Type.Optional(Type.Array(Dependant, { maxItems: 40 })),
  },
  { ...strict, title: 'Archway estimate request' },
);
export type EstimateRequest = Static<typeof EstimateRequest>;
