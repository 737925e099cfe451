import { Type, type Static } from 'typebox';
import { DateSchema, FilledTextSchema, IdSchema, oneOf, TextSchema } from '../../kernel/schema.ts';
import { objectives } from './sequencing-problem.ts';

/** A day on which the patient goes to one place, and what is done there. */
const Visit = Type.Object({
  on: DateSchema,
  place: IdSchema,
  items: Type.Array(IdSchema, { minItems: 1 }),
  providers: Type.Array(IdSchema, { minItems: 1 }),
  minutes: Type.Integer({ minimum: 0 }),
  anesthetic: Type.Boolean(),
  /** Gates that nobody has passed and nobody expects on a day: until they are, this visit is a wish. */
  waitsFor: Type.Array(IdSchema),
});
export type Visit = Static<typeof Visit>;

/** Visits in order of day. Every item is in exactly one. */
export const Schedule = Type.Object({ visits: Type.Array(Visit) });
export type Schedule = Static<typeof Schedule>;

/** A figure of an objective: never negative, in the unit of the objective. */
const Figure = Type.Integer({ minimum: 0, maximum: 1_000_000_000_000 });

/**
 * Lateness is in days, each times the weight of its urgency; what the patient pays in cents; visits are visits and
 * anesthetics together; the finish is the number of days from the start through the last day of work.
 */
export const LevelResult = Type.Object({
  objective: oneOf(objectives),
  status: oneOf(['optimal', 'feasible', 'not-known']),
  value: Type.Optional(Figure),
  /** No schedule that is as good in the objectives before this one can be better than this. */
  bound: Type.Optional(Figure),
  /** At most so far from the best, in percent of the value. */
  gapPercent: Type.Optional(Type.Number({ minimum: 0, maximum: 1_000_000_000_000 })),
});
export type LevelResult = Static<typeof LevelResult>;

const conflictKinds = [
  'constraint',
  'provider-time',
  'place-time',
  'release',
  'locked-day',
  'patient-limits',
  'resource',
] as const;
export type ConflictKind = (typeof conflictKinds)[number];

/** A constraint or a fact about time that cannot be kept together with the others of its set. */
const Conflict = Type.Object({
  /** Of a constraint, or `availability/provider-id`, `release/item-id` and the like for facts that are none. */
  ref: FilledTextSchema(200),
  kind: oneOf(conflictKinds),
  /** The constraint as people said it; of other kinds, whom or what it is about. */
  text: FilledTextSchema(400),
  /** By how many days it would have to give way, alone, and what the best schedule would then be. */
  relaxedByDays: Type.Optional(Type.Integer()),
  levels: Type.Array(LevelResult),
  /** False when giving way here is not enough, because something else cannot be kept either. */
  enough: Type.Boolean(),
});
export type Conflict = Static<typeof Conflict>;

const shortfalls = ['solver-missing', 'solver-failed', 'stopped', 'out-of-time', 'not-believed'] as const;

const answerStatuses = ['optimal', 'feasible', 'greedy', 'infeasible', 'none-found'] as const;

/**
 * `optimal`: proven at every level. `feasible`: a lawful schedule with a bound. `greedy`: the solver gave nothing, this
 * is a lawful schedule made by a simple rule, with no claim to be good. `none-found`: neither found nor ruled out.
 */
export const SequencingAnswer = Type.Object({
  status: oneOf(answerStatuses),
  madeBy: oneOf(['solver', 'greedy', 'nobody']),
  schedule: Type.Optional(Schedule),
  levels: Type.Array(LevelResult),
  conflicts: Type.Array(Conflict),
  /** Why the solver gave less than was asked of it. */
  shortfall: Type.Optional(
    Type.Object({ reason: oneOf(shortfalls), detail: Type.Optional(TextSchema(500)) }),
  ),
  milliseconds: Type.Integer({ minimum: 0 }),
});
export type SequencingAnswer = Static<typeof SequencingAnswer>;
