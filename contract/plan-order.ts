import { Type, type Static } from 'typebox';
import { Actor } from '#domain/audit/event.ts';
import { DateSchema, IdSchema, InstantSchema, oneOf } from '#domain/kernel/schema.ts';
import { KeptSchedule } from '#domain/treatment-plan/plan-events.ts';
import { Schedule, SequencingAnswer } from '#domain/treatment-plan/sequencing/schedule.ts';
import { objectives, SequencingProblem } from '#domain/treatment-plan/sequencing/sequencing-problem.ts';

/** Days that are looked at: twenty-four months. */
export const orderHorizonDays = 730;

/** Days by item: what stays where it is while an order is sought, or an order itself. */
export const DaysByItem = Type.Record(IdSchema, DateSchema, { maxProperties: 1500 });

export const SolvePlan = Type.Object({
  /** Items that are to stay on a day, besides those that are booked. */
  locked: DaysByItem,
  /** What is minimized, in this order. */
  objectives: Type.Array(oneOf(objectives), { minItems: 1, maxItems: objectives.length, uniqueItems: true }),
});
export type SolvePlan = Static<typeof SolvePlan>;

/** The best order that was found, as of a position of the case. Nothing is recorded by it. */
export const SolvedPlan = Type.Object({
  position: Type.Integer(),
  answer: SequencingAnswer,
  /** Where it is known what an order costs: the one that leaves money aside, to be held against. */
  asSoonAsPossible: Type.Optional(Schedule),
});
export type SolvedPlan = Static<typeof SolvedPlan>;

/** What is to be put into an order, and the orders that the team kept, the newest last. */
export const PlanOrderView = Type.Object({
  position: Type.Integer(),
  /** Absent: nothing is left to be done, or nothing is planned. */
  problem: Type.Optional(SequencingProblem),
  kept: Type.Array(
    Type.Object({
      who: Actor,
      occurredAt: InstantSchema,
      kept: KeptSchedule,
    }),
  ),
});
export type PlanOrderView = Static<typeof PlanOrderView>;
