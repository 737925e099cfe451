import { Type, type Static, type TProperties } from 'typebox';
import { Actor } from '#domain/audit/event.ts';
import { inBothLanguages } from '#domain/kernel/both-languages.ts';
import { IdSchema, InstantSchema, oneOf } from '#domain/kernel/schema.ts';
import { offerReasons } from '#domain/pathway/offer-pathways.ts';
import { ruleMarks, RuleSource } from '#domain/rulebook/rule.ts';
import { Constraint } from '#domain/treatment-plan/constraint.ts';
import {
  Disagreement,
  disagreementKinds,
  DisagreementStance,
  MemberAvailability,
  PathwayApplication,
  PlanEvent,
} from '#domain/treatment-plan/plan-events.ts';
import { PatientPreferences } from '#domain/treatment-plan/patient-preferences.ts';

/** What stands around the items of a plan, as the plan screen shows it. */

function Recorded<Properties extends TProperties>(properties: Properties) {
  return Type.Object({
    position: Type.Integer(),
    who: Actor,
    occurredAt: InstantSchema,
    recordedAt: InstantSchema,
    ...properties,
  });
}

const Words = inBothLanguages(300);

const Days = Type.Optional(Type.Integer());

const SourceView = Type.Object({
  ...RuleSource.properties,
  mark: oneOf(ruleMarks),
  /** What this source says of the days, so that sources that disagree can be told apart. */
  says: Type.Object({ minDays: Days, targetDays: Days, maxDays: Days, daysBefore: Days }),
});

/** A rule of a pathway. */
const PathwayRuleView = Type.Object({
  ruleId: Type.String(),
  /** Its name within the pathway, as choices name it. */
  id: Type.String(),
  kind: Type.String(),
  text: Words,
  sources: Type.Array(SourceView),
  /** Authorities disagree: each of their values is a constraint of its own. */
  conflicting: Type.Boolean(),
  options: Type.Array(Type.Object({ id: Type.String(), text: Words })),
  /** Who answers it where nobody of the team is known to. */
  holder: Type.Optional(Words),
});

export const PathwayView = Type.Object({
  pathwayId: Type.String(),
  name: Words,
  about: Words,
  steps: Type.Array(Type.Object({ id: Type.String(), name: Words })),
  events: Type.Array(Type.Object({ id: Type.String(), name: Words })),
  rules: Type.Array(PathwayRuleView),
  /** Present when it is applied to this plan. */
  application: Type.Optional(PathwayApplication),
  /** What of the case matched, by steps of the pathway where it is steps; empty: it was not offered. */
  because: Type.Array(Type.Object({ kind: oneOf(offerReasons), what: Type.Array(Type.String()) })),
});
export type PathwayView = Static<typeof PathwayView>;

export const SharedPlanView = Type.Object({
  events: Type.Array(Recorded({ event: PlanEvent })),
  /** Applied ones first, then those that match, then the others. */
  pathways: Type.Array(PathwayView),
  constraints: Type.Array(Constraint),
  waiting: Type.Array(
    Type.Object({ ruleId: Type.String(), for: oneOf(['event', 'choice']), name: Type.String() }),
  ),
  availability: Type.Array(Recorded({ availability: MemberAvailability })),
  /** What suits the patient, as it was said last. */
  preferences: Type.Optional(Recorded({ preferences: PatientPreferences })),
  conflicts: Type.Array(Type.Object({ kind: oneOf(disagreementKinds), itemIds: Type.Array(IdSchema) })),
  disagreements: Type.Array(
    Recorded({
      disagreement: Disagreement,
      stances: Type.Array(Recorded({ stance: DisagreementStance })),
      resolved: Type.Optional(Recorded({ resolution: Type.String() })),
    }),
  ),
});
export type SharedPlanView = Static<typeof SharedPlanView>;
