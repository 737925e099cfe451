import { Type, type Static } from 'typebox';
import {
  CentsSchema,
  FilledTextSchema,
  IdSchema,
  oneOf,
  OralAreaSchema,
  ProcedureCodeSchema,
  SurfaceSchema,
  TextSchema,
  ToothSchema,
} from '../kernel/schema.ts';

export const planItemStatuses = [
  'proposed',
  'accepted',
  'scheduled',
  'done',
  'declined',
  'withdrawn',
] as const;
export type PlanItemStatus = (typeof planItemStatuses)[number];

/** One step of the plan that all providers share. `text` is our own words, never licensed nomenclature. */
export const PlanItem = Type.Object({
  itemId: IdSchema,
  text: FilledTextSchema(200),
  code: Type.Optional(ProcedureCodeSchema),
  tooth: Type.Optional(ToothSchema),
  area: Type.Optional(OralAreaSchema),
  surfaces: Type.Array(SurfaceSchema, { maxItems: 5 }),
  ownerMemberId: Type.Optional(IdSchema),
  /** Place in the order, counted from 1. */
  order: Type.Integer({ minimum: 1, maximum: 999 }),
  /** Items that must be done before this one. */
  after: Type.Array(IdSchema, { maxItems: 50 }),
  fee: Type.Optional(CentsSchema),
  status: oneOf(planItemStatuses),
  note: Type.Optional(TextSchema(1000)),
});
export type PlanItem = Static<typeof PlanItem>;

export const PlanSignature = Type.Object({
  version: Type.Integer({ minimum: 1 }),
  /** SHA-256 over the canonical JSON of the items that were on the screen. */
  itemsSha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  statement: FilledTextSchema(500),
  items: Type.Array(PlanItem, { maxItems: 500 }),
});
export type PlanSignature = Static<typeof PlanSignature>;
