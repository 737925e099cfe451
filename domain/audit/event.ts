import { Type, type Static } from 'typebox';
import type { Instant } from '../kernel/calendar-date.ts';
import { IdSchema, oneOf } from '../kernel/schema.ts';

/** The kinds of chain: one for the practice, one a patient (what spans cases), one a case. */
export const streamKinds = ['practice', 'patient', 'case'] as const;
export type StreamKind = (typeof streamKinds)[number];

export interface StreamName {
  readonly kind: StreamKind;
  readonly id: string;
}

export const staffRoles = [
  'coordinator',
  'dentist',
  'hygienist',
  'biller',
  'administrator',
  'auditor',
] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Who did it, as it stood at that moment: a later change of name or role does not rewrite history. */
export const Actor = Type.Object({
  kind: oneOf(['staff', 'outside-clinician', 'patient', 'system']),
  id: IdSchema,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  role: Type.String({ maxLength: 60 }),
  credential: Type.Optional(Type.String({ maxLength: 60 })),
});
export type Actor = Static<typeof Actor>;

/** A position in another chain that this event relied on, such as the consent of a patient. */
export const Citation = Type.Object({
  stream: oneOf(streamKinds),
  id: IdSchema,
  position: Type.Integer({ minimum: 1 }),
  as: Type.String({ maxLength: 40 }),
});
export type Citation = Static<typeof Citation>;

/** What a decision produces: an event before it has a place in its chain. */
export interface NewEvent<Type extends string = string, Data = Readonly<Record<string, unknown>>> {
  readonly type: Type;
  readonly occurredAt: Instant;
  readonly data: Data;
  readonly reliedOn?: readonly Citation[];
}

/** An event in its place. `position` counts from 1 without gaps. */
export interface RecordedEvent<Type extends string = string, Data = Readonly<Record<string, unknown>>> {
  readonly organizationId: string;
  readonly stream: StreamName;
  readonly position: number;
  readonly eventId: string;
  readonly type: Type;
  readonly who: Actor;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly data: Data;
  readonly reliedOn: readonly Citation[];
}

/** Where something stands in the case's chain: what a narrative cites. */
export interface Stamp {
  readonly position: number;
  readonly who: Actor;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}
