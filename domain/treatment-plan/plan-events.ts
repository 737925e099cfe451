import { Type, type Static } from 'typebox';
import { DateSchema, FilledTextSchema, IdSchema, oneOf, TextSchema } from '../kernel/schema.ts';
import type { Constraint } from './constraint.ts';
import type { PatientPreferences } from './patient-preferences.ts';
import { LevelResult, Schedule } from './sequencing/schedule.ts';
import { Availability } from './sequencing/sequencing-problem.ts';

/** A day in the patient's life that the plan turns around and does not choose; without a day: not known yet. */
export const PlanEvent = Type.Object({
  eventId: IdSchema,
  text: FilledTextSchema(200),
  on: Type.Union([DateSchema, Type.Null()]),
});
export type PlanEvent = Static<typeof PlanEvent>;

const NameSchema = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 40 });

/** A pathway of the rulebook on this plan, with what people decided about it. */
export const PathwayApplication = Type.Object({
  pathwayId: NameSchema,
  /** Event of the plan by the pathway's name for it. */
  events: Type.Record(NameSchema, IdSchema),
  /** Option by rule. */
  choices: Type.Record(NameSchema, NameSchema),
  /** Step by item, where the code does not say it. */
  steps: Type.Record(IdSchema, NameSchema),
});
export type PathwayApplication = Static<typeof PathwayApplication>;

/** What the holder of a gate said: passed on a day, expected on a day, or neither yet. */
export const GateAnswer = Type.Object({
  constraintId: IdSchema,
  passedOn: Type.Optional(DateSchema),
  expectedOn: Type.Optional(DateSchema),
  note: TextSchema(1000),
});
export type GateAnswer = Static<typeof GateAnswer>;

/** What is known of the time of a member of the team; another office's calendar is theirs, and this is what they said. */
export const MemberAvailability = Type.Object({ memberId: IdSchema, availability: Availability });
export type MemberAvailability = Static<typeof MemberAvailability>;

/** The order that the team works by, from a solver or moved by hand, with how good it was when it was kept. */
export const KeptSchedule = Type.Object({
  scheduleId: IdSchema,
  schedule: Schedule,
  madeBy: oneOf(['solver', 'greedy', 'by-hand']),
  levels: Type.Array(LevelResult, { maxItems: 10 }),
});
export type KeptSchedule = Static<typeof KeptSchedule>;

export const disagreementKinds = [
  'implant-where-teeth-move',
  'crown-and-extraction',
  'same-work-twice',
  'other',
] as const;

/** Items of several providers that cannot both be right, until somebody resolves it. */
export const Disagreement = Type.Object({
  disagreementId: IdSchema,
  kind: oneOf(disagreementKinds),
  itemIds: Type.Array(IdSchema, { minItems: 1, maxItems: 20 }),
  text: FilledTextSchema(300),
  /** Who of the team resolves it. */
  resolverMemberId: IdSchema,
});
export type Disagreement = Static<typeof Disagreement>;

export const DisagreementStance = Type.Object({
  disagreementId: IdSchema,
  memberId: IdSchema,
  stance: FilledTextSchema(1000),
  /** Documents, conditions or activities that it rests on. */
  evidence: Type.Array(IdSchema, { maxItems: 20 }),
});
export type DisagreementStance = Static<typeof DisagreementStance>;

export interface PlanEventData {
  'plan.outside-event-recorded': { event: PlanEvent };
  'plan.outside-event-withdrawn': { eventId: string; reason: string };
  'plan.pathway-applied': { application: PathwayApplication };
  'plan.pathway-lifted': { pathwayId: string; reason: string };
  'plan.constraint-recorded': { constraint: Constraint };
  'plan.constraint-withdrawn': { constraintId: string; reason: string };
  /** By a clinician: the constraint stays in sight and binds no more. */
  'plan.constraint-set-aside': { constraintId: string; reason: string };
  'plan.constraint-restored': { constraintId: string; reason: string };
  'plan.gate-answered': { answer: GateAnswer };
  'plan.availability-recorded': { availability: MemberAvailability };
  'plan.preferences-recorded': { preferences: PatientPreferences };
  'plan.schedule-kept': { kept: KeptSchedule };
  'plan.disagreement-opened': { disagreement: Disagreement };
  'plan.disagreement-stance-taken': { stance: DisagreementStance };
  'plan.disagreement-resolved': { disagreementId: string; resolution: string };
}

/** Every kind of event of the plan that is not about one item or a signature. */
const planEventTypes = {
  'plan.outside-event-recorded': true,
  'plan.outside-event-withdrawn': true,
  'plan.pathway-applied': true,
  'plan.pathway-lifted': true,
  'plan.constraint-recorded': true,
  'plan.constraint-withdrawn': true,
  'plan.constraint-set-aside': true,
  'plan.constraint-restored': true,
  'plan.gate-answered': true,
  'plan.availability-recorded': true,
  'plan.preferences-recorded': true,
  'plan.schedule-kept': true,
  'plan.disagreement-opened': true,
  'plan.disagreement-stance-taken': true,
  'plan.disagreement-resolved': true,
} as const satisfies Record<keyof PlanEventData, true>;

/** Narrows an event of any chain to those of the plan that all providers share. */
export function isSharedPlanEvent<Event extends { readonly type: string }>(
  event: Event,
): event is Extract<Event, { readonly type: keyof PlanEventData }> {
  return event.type in planEventTypes;
}
