import { Type, type Static } from 'typebox';
import { DateSchema, FilledTextSchema, IdSchema, oneOf, TextSchema } from '../kernel/schema.ts';

/**
 * What holds between the items of a plan and the events around it. Days are calendar days. Items and events share one
 * space of ids, so that an interval may run from either to either.
 *
 * `must` binds: a schedule that breaks it is none. `should` is kept where it can be: a breach is counted by the day,
 * in the first objective. An overridden constraint does not bind at all, and stays in the plan with its reason.
 */
export const constraintStrengths = ['must', 'should'] as const;

/** Where a constraint comes from: a rule of the rulebook, a person, or an outside fact such as a booking office. */
export const ConstraintSource = Type.Object({
  by: oneOf(['rule', 'person', 'office']),
  /** Id of the rule, of the member of the team or of the office. */
  ref: FilledTextSchema(200),
  asOf: Type.Optional(DateSchema),
});
export type ConstraintSource = Static<typeof ConstraintSource>;

const ConstraintOverride = Type.Object({
  by: FilledTextSchema(200),
  reason: FilledTextSchema(1000),
  on: Type.Optional(DateSchema),
});

export type ConstraintOverride = Static<typeof ConstraintOverride>;

const common = {
  constraintId: IdSchema,
  /** The constraint in the words of the people who keep it; explanations quote it. */
  text: FilledTextSchema(300),
  source: ConstraintSource,
  strength: oneOf(constraintStrengths),
  override: Type.Optional(ConstraintOverride),
};

const longestInterval = 20_000;
const Days = Type.Integer({ minimum: 0, maximum: longestInterval });
const ItemIds = (fewest: number) => Type.Array(IdSchema, { minItems: fewest, maxItems: 1500 });

/**
 * Days from one item or event to another, from the last day of `from` to the first of `to`: zero is the same day.
 * Without `minDays` it is zero, so that an interval alone says "after"; a negative one lets `to` come that much before.
 * Work of one day never notices `measured`; `from-first-day` is for work that lasts, counted from when it begins.
 */
const IntervalConstraint = Type.Object({
  kind: Type.Literal('interval'),
  ...common,
  from: IdSchema,
  to: IdSchema,
  minDays: Type.Optional(Type.Integer({ minimum: -longestInterval, maximum: longestInterval })),
  /** The day at which it is best; days away from it are counted, never forbidden. */
  targetDays: Type.Optional(Type.Integer({ minimum: -longestInterval, maximum: longestInterval })),
  maxDays: Type.Optional(Type.Integer({ minimum: -longestInterval, maximum: longestInterval })),
  measured: Type.Optional(oneOf(['from-last-day', 'from-first-day'])),
});
export type IntervalConstraint = Static<typeof IntervalConstraint>;

export const gateKinds = ['clearance', 'laboratory', 'healing', 'consent', 'authorization', 'other'] as const;

/**
 * Something that somebody else has to say or show before the items may be done. A gate that is neither passed nor
 * expected on a day holds nothing back in the calendar: the visits that wait for it are marked instead.
 */
const GateConstraint = Type.Object({
  kind: Type.Literal('gate'),
  ...common,
  gate: oneOf(gateKinds),
  /** Who holds it: a person, an office or a payer, as people say it. */
  holder: FilledTextSchema(200),
  items: ItemIds(1),
  passedOn: Type.Optional(DateSchema),
  expectedOn: Type.Optional(DateSchema),
  /** How long it stays good, counted from the day it was passed or is expected. */
  goodForDays: Type.Optional(Days),
});
export type GateConstraint = Static<typeof GateConstraint>;

/** Counted backwards from an outside date: the items are finished at least `daysBefore` days before the event. */
const DeadlineConstraint = Type.Object({
  kind: Type.Literal('deadline'),
  ...common,
  event: IdSchema,
  items: ItemIds(1),
  daysBefore: Days,
});
export type DeadlineConstraint = Static<typeof DeadlineConstraint>;

/** All of them in one visit: the same day at the same place, whoever does them. */
const TogetherConstraint = Type.Object({
  kind: Type.Literal('together'),
  ...common,
  items: ItemIds(2),
});
export type TogetherConstraint = Static<typeof TogetherConstraint>;

/** No two of them in one visit, or, with `within: 'day'`, on one day anywhere. */
const ApartConstraint = Type.Object({
  kind: Type.Literal('apart'),
  ...common,
  items: ItemIds(2),
  within: oneOf(['visit', 'day']),
});
export type ApartConstraint = Static<typeof ApartConstraint>;

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Days on which the patient cannot come: dialysis, school, transport, a caregiver's work. For all items, or for some. */
export const CalendarConstraint = Type.Object({
  kind: Type.Literal('calendar'),
  ...common,
  why: oneOf(['dialysis', 'school', 'work', 'transport', 'caregiver', 'health', 'other']),
  items: Type.Optional(ItemIds(1)),
  notOn: Type.Object({
    weekdays: Type.Optional(Type.Array(oneOf(weekdays), { maxItems: 7 })),
    days: Type.Optional(
      Type.Array(Type.Object({ from: DateSchema, through: DateSchema }), { maxItems: 200 }),
    ),
  }),
  note: Type.Optional(TextSchema(500)),
});
export type CalendarConstraint = Static<typeof CalendarConstraint>;

export const constraintKinds = {
  interval: IntervalConstraint,
  gate: GateConstraint,
  deadline: DeadlineConstraint,
  together: TogetherConstraint,
  apart: ApartConstraint,
  calendar: CalendarConstraint,
} as const;

export const Constraint = Type.Union([
  IntervalConstraint,
  GateConstraint,
  DeadlineConstraint,
  TogetherConstraint,
  ApartConstraint,
  CalendarConstraint,
]);
export type Constraint = Static<typeof Constraint>;
