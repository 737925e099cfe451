import { Type, type Static } from 'typebox';
import type { Instant } from '../kernel/calendar-date.ts';
import {
  CentsSchema,
  DateSchema,
  FilledTextSchema,
  IdSchema,
  oneOf,
  OralAreaSchema,
  ProcedureCodeSchema,
  SurfaceSchema,
  TextSchema,
  ToothSchema,
} from '../kernel/schema.ts';

/** A step of a plan as it was put to the payer: a later change of the step changes nothing of what was asked. */
const AskedItem = Type.Object({
  itemId: IdSchema,
  text: FilledTextSchema(200),
  code: ProcedureCodeSchema,
  tooth: Type.Optional(ToothSchema),
  area: Type.Optional(OralAreaSchema),
  surfaces: Type.Array(SurfaceSchema, { maxItems: 5 }),
  fee: CentsSchema,
});
export type AskedItem = Static<typeof AskedItem>;

/**
 * The question to one payer, before the work, what it would pay for steps of a plan. Not a prior authorization, which
 * is a condition of payment (standards-facts: REF G3 and G1), and no guarantee of payment.
 */
export const Predetermination = Type.Object({
  predeterminationId: IdSchema,
  caseId: IdSchema,
  coverageId: IdSchema,
  items: Type.Array(AskedItem, { minItems: 1, maxItems: 50 }),
  note: Type.Optional(TextSchema(500)),
});
export type Predetermination = Static<typeof Predetermination>;

export const sendingRoutes = ['portal', 'mail', 'fax', 'clearinghouse'] as const;

export const Sending = Type.Object({
  predeterminationId: IdSchema,
  on: DateSchema,
  route: oneOf(sendingRoutes),
  /** Number or name under which the payer took it in. */
  reference: Type.Optional(TextSchema(60)),
});
export type Sending = Static<typeof Sending>;

export const itemOutcomes = ['approved', 'alternate', 'denied', 'more-asked'] as const;

/** Whether the payer says that it pays something. */
export function grants(outcome: string | undefined): boolean {
  return outcome === 'approved' || outcome === 'alternate';
}

/** What a denial means for the patient's bill (field-facts 2). */
export const denials = ['denied-patient-liable', 'disallowed-no-charge', 'not-a-benefit'] as const;

export const ItemAnswer = Type.Object({
  itemId: IdSchema,
  outcome: oneOf(itemOutcomes),
  /** What the plan says that it will pay, of an approved item or of its alternate. */
  pays: Type.Optional(CentsSchema),
  /** What of the charge it says goes to the deductible. */
  deductible: Type.Optional(CentsSchema),
  /** Of an alternate benefit: the code that the plan pays as for. */
  substitute: Type.Optional(ProcedureCodeSchema),
  denial: Type.Optional(oneOf(denials)),
  /** Why it is denied, or what the payer wants to see first. */
  reason: Type.Optional(TextSchema(500)),
});
export type ItemAnswer = Static<typeof ItemAnswer>;

/** One answer of the payer; an item that is answered again stands as it was answered last. */
export const PredeterminationAnswer = Type.Object({
  predeterminationId: IdSchema,
  answerId: IdSchema,
  on: DateSchema,
  reference: FilledTextSchema(60),
  /** Last day on which the payer stands by it; absent: the payer named none. */
  goodThrough: Type.Optional(DateSchema),
  items: Type.Array(ItemAnswer, { minItems: 1, maxItems: 50 }),
});
export type PredeterminationAnswer = Static<typeof PredeterminationAnswer>;

/** A predetermination as its events leave it. Its state is worked out from them and today's date. */
export interface RecordedPredetermination {
  readonly predetermination: Predetermination;
  /** Of its latest event. */
  readonly position: number;
  readonly preparedAt: Instant;
  readonly changedAt: Instant;
  /** What happened last, but for a withdrawal. */
  readonly latest: 'prepared' | 'sent' | 'answered';
  readonly sendings: readonly Sending[];
  readonly answers: readonly PredeterminationAnswer[];
  readonly withdrawn: { readonly reason: string; readonly at: Instant } | undefined;
}
