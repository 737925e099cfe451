import { Type, type Static } from 'typebox';
import { dataCategories } from '../consent/consent.ts';
import {
  DateSchema,
  FilledTextSchema,
  IdSchema,
  InstantSchema,
  oneOf,
  TextSchema,
} from '../kernel/schema.ts';
import { routes } from '../practice/practice-events.ts';

/** What was being done. The code choice reads it; none of them is a code by itself. */
export const activityKinds = [
  'coordination-with-provider',
  'coordination-with-facility',
  'coordination-with-payer',
  'coordination-with-community',
  'helping-the-patient-decide',
  'plan-conference',
  'records-review',
  'dentist-medical-consultation',
  'attendance-barrier-work',
  'behavior-counseling',
  'oral-health-education',
  'telephone-triage-by-dentist',
  'routine-office-function',
] as const;
export type ActivityKind = (typeof activityKinds)[number];

export const partyKinds = [
  'provider',
  'facility',
  'payer',
  'patient',
  'caregiver',
  'community',
  'own-team',
] as const;

/** Voicemail and messages are not contact (field-facts 5, Broward). */
export const reachedWords = [
  'reached',
  'message-left',
  'no-answer',
  'sent-no-reply-yet',
  'received',
] as const;
export type Reached = (typeof reachedWords)[number];

export const ContactParty = Type.Object({
  kind: oneOf(partyKinds),
  memberId: Type.Optional(IdSchema),
  name: FilledTextSchema(120),
  role: Type.Optional(TextSchema(80)),
  organization: Type.Optional(TextSchema(120)),
  npi: Type.Optional(Type.String({ pattern: '^[12]\\d{9}$' })),
});
export type ContactParty = Static<typeof ContactParty>;

/** A contact, as one part of an activity: who, which way, by which route, and what came of it. */
export const Contact = Type.Object({
  parties: Type.Array(ContactParty, { minItems: 1, maxItems: 12 }),
  direction: oneOf(['outgoing', 'incoming']),
  route: oneOf(routes),
  /** The number, address or portal that was used. */
  routeValue: Type.Optional(TextSchema(200)),
  reached: oneOf(reachedWords),
  asked: TextSchema(4000),
  answered: TextSchema(4000),
  effectOnPlan: TextSchema(2000),
  disclosed: Type.Array(oneOf(dataCategories)),
  referralId: Type.Optional(IdSchema),
});
export type Contact = Static<typeof Contact>;

/** How the time is known. Seconds are kept; rounding happens once, at the claim. */
export const TimeSpent = Type.Object({
  basis: oneOf(['timer', 'start-and-stop', 'by-hand']),
  startedAt: InstantSchema,
  endedAt: InstantSchema,
  /** Seconds of service; less than the interval when the timer was paused. Writing the note is not service. */
  seconds: Type.Integer({ minimum: 0, maximum: 86_400 }),
  /** Why minutes were entered by hand instead of measured. */
  byHandReason: Type.Optional(TextSchema(300)),
});
export type TimeSpent = Static<typeof TimeSpent>;

/** One piece of coordination work by one person: the unit of evidence. */
export const Activity = Type.Object({
  activityId: IdSchema,
  kind: oneOf(activityKinds),
  staffId: IdSchema,
  contact: Type.Optional(Contact),
  /** What was done, when it was no contact. */
  note: TextSchema(4000),
  time: TimeSpent,
  /** Step or goal of the plan that it served. */
  planItemId: Type.Optional(IdSchema),
  /** Practice day on which the service was given. */
  serviceDate: DateSchema,
});
export type Activity = Static<typeof Activity>;
