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
  TextSchema,
  ToothSchema,
} from '../kernel/schema.ts';

/** Where and how it is done. */
export const modalities = ['office', 'sedation', 'hospital'] as const;

/** How soon. */
export const urgencies = ['routine', 'soon', 'urgent', 'emergency'] as const;

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
  /** Time in the chair. */
  minutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 1440 })),
  /** Of orthodontic treatment: how long the active part lasts; its fee falls due over this time. */
  treatmentMonths: Type.Optional(Type.Integer({ minimum: 1, maximum: 120 })),
  /** Of work that replaces a tooth: the day on which it was lost; a plan may not replace what was lost before it. */
  toothLostOn: Type.Optional(DateSchema),
  /** In the office unless it says otherwise. */
  modality: Type.Optional(oneOf(modalities)),
  /** Routine unless it says otherwise. Urgent work is never held back by a rule. */
  urgency: Type.Optional(oneOf(urgencies)),
  /** The patient's condition that it treats. */
  conditionId: Type.Optional(IdSchema),
  /** Items of which only one will be done: an implant or a bridge. */
  alternatives: Type.Optional(Type.Array(IdSchema, { maxItems: 20 })),
  notBefore: Type.Optional(DateSchema),
  due: Type.Optional(DateSchema),
  /** Of work that lasts until it is completed on another day: when it starts, or started. A plan may count that day. */
  startsOn: Type.Optional(DateSchema),
  /** The day of the visit: booked while it is scheduled, the day it was done once it is. */
  on: Type.Optional(DateSchema),
  status: oneOf(planItemStatuses),
  note: Type.Optional(TextSchema(1000)),
});
export type PlanItem = Static<typeof PlanItem>;

export const PlanSignature = Type.Object({
  version: Type.Integer({ minimum: 1 }),
  /** SHA-256 over the canonical JSON of the items that were on the screen. */
  itemsSha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  /** The same over the frame, which stands beside it; absent: signed when a signature covered the items alone. */
  frameSha256: Type.Optional(Type.String({ pattern: '^[0-9a-f]{64}$' })),
  statement: FilledTextSchema(500),
  items: Type.Array(PlanItem, { maxItems: 500 }),
});
export type PlanSignature = Static<typeof PlanSignature>;
