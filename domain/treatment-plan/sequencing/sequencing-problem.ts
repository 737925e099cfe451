import { Type, type Static } from 'typebox';
import { PlanCost } from '../../estimate/plan-cost.ts';
import { DateSchema, FilledTextSchema, IdSchema, oneOf } from '../../kernel/schema.ts';
import { Constraint, ConstraintSource, weekdays } from '../constraint.ts';
import { modalities, urgencies } from '../plan-item.ts';

const mostItems = 1500;
const longestHorizon = 20_000;

const Minutes = Type.Integer({ minimum: 0, maximum: 1440 });

/** One piece of work that is done as a whole, by its owner, at one place. */
const SequencingItem = Type.Object({
  itemId: IdSchema,
  text: FilledTextSchema(200),
  /** Who does it: a provider of this problem. */
  owner: IdSchema,
  /** Where it is done, when that is not where its owner works: a hospital, say. */
  place: Type.Optional(IdSchema),
  modality: oneOf(modalities),
  urgency: oneOf(urgencies),
  /** Time in the chair. */
  minutes: Minutes,
  /** Calendar days that it lasts from its visit on, for work that goes on (aligners, say). One when left out. */
  days: Type.Optional(Type.Integer({ minimum: 0, maximum: longestHorizon })),
  /** Not before this day. */
  release: Type.Optional(DateSchema),
  /** Wanted by this day; later days count as late. Without it an urgent item is late from its first possible day on. */
  due: Type.Optional(DateSchema),
  /** Already booked, or kept where it is by a person: on this day and no other. */
  lockedOn: Type.Optional(DateSchema),
  /** Renewable resources in use on each day that it lasts. */
  uses: Type.Optional(
    Type.Array(
      Type.Object({ resource: IdSchema, amount: Type.Integer({ minimum: 0, maximum: 1_000_000 }) }),
      {
        maxItems: 50,
      },
    ),
  ),
});
export type SequencingItem = Static<typeof SequencingItem>;

/** A day in the life of the patient that the plan turns around and does not choose: surgery, radiotherapy. */
const OutsideEvent = Type.Object({
  eventId: IdSchema,
  text: FilledTextSchema(200),
  on: DateSchema,
});

/** What is known of somebody's time. Each fact says whose word it is and of which day: their calendars are not ours. */
export const Availability = Type.Object({
  /** Weekdays on which they work; all seven when nothing is known. */
  weekdays: Type.Optional(
    Type.Object({
      on: Type.Array(oneOf(weekdays), { minItems: 1, maxItems: 7 }),
      source: ConstraintSource,
    }),
  ),
  /** New visits are given no sooner than this many days after the day the fact is of. */
  leadTime: Type.Optional(
    Type.Object({
      days: Type.Integer({ minimum: 0, maximum: 1000 }),
      asOf: DateSchema,
      source: ConstraintSource,
    }),
  ),
  /** Days that they offered. They count even within the lead time; with `only`, no other day does. */
  offered: Type.Optional(
    Type.Object({
      days: Type.Array(Type.Object({ on: DateSchema, minutes: Type.Optional(Minutes) }), { maxItems: 500 }),
      only: Type.Boolean(),
      source: ConstraintSource,
    }),
  ),
  /** Days on which they are away. */
  closed: Type.Optional(
    Type.Object({
      days: Type.Array(Type.Object({ from: DateSchema, through: DateSchema }), { maxItems: 500 }),
      source: ConstraintSource,
    }),
  ),
  /** Longest time in the chair on one day; no limit when left out. */
  minutesPerDay: Type.Optional(Minutes),
});
export type Availability = Static<typeof Availability>;

const SequencingProvider = Type.Object({
  providerId: IdSchema,
  name: FilledTextSchema(120),
  /** Where they work. Providers at one place can share a visit. */
  place: IdSchema,
  availability: Availability,
});
export type SequencingProvider = Static<typeof SequencingProvider>;

/** An office, a hospital. `chairs` is for our own: a visit takes one chair, so the longest free time of a day decides. */
const SequencingPlace = Type.Object({
  placeId: IdSchema,
  name: FilledTextSchema(120),
  availability: Type.Optional(Availability),
  chairs: Type.Optional(
    Type.Array(
      Type.Object({
        chairId: IdSchema,
        /** Free minutes of a day that is not named below. */
        minutesPerDay: Minutes,
        days: Type.Array(Type.Object({ on: DateSchema, minutes: Minutes }), { maxItems: 2000 }),
      }),
      { maxItems: 100 },
    ),
  ),
});
export type SequencingPlace = Static<typeof SequencingPlace>;

/** What is minimized, in this order unless the user says otherwise; an objective that is left out is not looked at. */
export const objectives = ['lateness', 'patient-pays', 'visits', 'finish'] as const;

export const SequencingProblem = Type.Object({
  /** First day on which anything may happen, and the number of calendar days that are looked at. */
  start: DateSchema,
  horizonDays: Type.Integer({ minimum: 1, maximum: longestHorizon }),
  items: Type.Array(SequencingItem, { minItems: 1, maxItems: mostItems }),
  events: Type.Array(OutsideEvent, { maxItems: 200 }),
  providers: Type.Array(SequencingProvider, { minItems: 1, maxItems: 200 }),
  places: Type.Array(SequencingPlace, { minItems: 1, maxItems: 200 }),
  constraints: Type.Array(Constraint, { maxItems: 20_000 }),
  patient: Type.Object({
    /** What the patient bears in the chair on one day, and to how many places they can go. */
    minutesPerDay: Type.Optional(Minutes),
    placesPerDay: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
  }),
  resources: Type.Optional(
    Type.Array(
      Type.Object({ resourceId: IdSchema, capacity: Type.Integer({ minimum: 0, maximum: 1_000_000 }) }),
      { maxItems: 200 },
    ),
  ),
  objectives: Type.Array(oneOf(objectives), { minItems: 1, maxItems: objectives.length }),
  /** Left out until there are estimates: then what the patient pays is not known. */
  cost: Type.Optional(PlanCost),
});
export type SequencingProblem = Static<typeof SequencingProblem>;
