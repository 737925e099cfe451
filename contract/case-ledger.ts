import { Type, type Static } from 'typebox';
import {
  CentsSchema,
  DateSchema,
  IdSchema,
  oneOf,
  OralAreaSchema,
  ProcedureCodeSchema,
  ToothSchema,
} from '#domain/kernel/schema.ts';
import { Message } from './views.ts';

/** GET /api/cases/{caseId}/ledger: the limits of every coverage, with what each office used, has pending or reserved. */

const Account = Type.Object({
  coverageId: IdSchema,
  plan: Type.String(),
  kind: oneOf(['deductible', 'maximum']),
  of: oneOf(['individual', 'family']),
  about: Type.String(),
  codes: Type.Array(Type.String()),
  eatsGeneral: Type.Boolean(),
  /** Absent: for life. */
  year: Type.Optional(Type.Object({ from: DateSchema, through: DateSchema })),
  limit: CentsSchema,
  paid: CentsSchema,
  pending: CentsSchema,
  reserved: CentsSchema,
  planned: CentsSchema,
  left: CentsSchema,
  over: CentsSchema,
  offices: Type.Array(
    Type.Object({
      /** Absent: elsewhere. */
      office: Type.Optional(Type.String()),
      paid: CentsSchema,
      pending: CentsSchema,
      reserved: CentsSchema,
      sources: Type.Array(Type.String()),
    }),
  ),
});
export type LedgerAccountView = Static<typeof Account>;

const Frequency = Type.Object({
  coverageId: IdSchema,
  plan: Type.String(),
  limit: Message,
  uses: Type.Array(
    Type.Object({
      code: ProcedureCodeSchema,
      date: DateSchema,
      state: oneOf(['paid', 'pending', 'reserved', 'planned']),
      tooth: Type.Optional(ToothSchema),
      area: Type.Optional(OralAreaSchema),
    }),
  ),
});

export const CaseLedgerView = Type.Object({
  position: Type.Integer(),
  asOf: DateSchema,
  accounts: Type.Array(Account),
  frequencies: Type.Array(Frequency),
});
export type CaseLedgerView = Static<typeof CaseLedgerView>;
