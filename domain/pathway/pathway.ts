import { Type, type Static, type TProperties } from 'typebox';
import { inBothLanguages } from '../kernel/both-languages.ts';
import { oneOf } from '../kernel/schema.ts';
import { needKinds } from '../patient/patient-events.ts';
import { specialties } from '../practice/practice-events.ts';
import { ruleMarks, RuleSource } from '../rulebook/rule.ts';
import {
  CalendarConstraint,
  constraintStrengths,
  gateKinds,
  weekdays,
} from '../treatment-plan/constraint.ts';
import { modalities } from '../treatment-plan/plan-item.ts';
import { Duration } from './duration.ts';

/**
 * A clinical pathway: the order and the intervals that named sources give for steps of a plan. It informs. Whoever
 * treats the patient decides, may set aside any rule with a reason, and urgent work is never held back by it.
 */

function closed<const Members extends TProperties>(members: Members) {
  return Type.Object(members, { additionalProperties: false });
}

const Name = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 40 });
const Names = Type.Array(Name, { minItems: 1, uniqueItems: true });
const Words = inBothLanguages(300);

/** Who says so, and how far that can be trusted. */
const Authority = {
  strength: oneOf(constraintStrengths),
  source: RuleSource,
  mark: oneOf(ruleMarks),
};

/** What one authority says of an interval; a rule with several says that they disagree. */
const IntervalValue = closed({
  ...Authority,
  minimum: Type.Optional(Duration),
  target: Type.Optional(Duration),
  maximum: Type.Optional(Duration),
});

const DeadlineValue = closed({ ...Authority, before: Duration });

const intervalScopes = ['same-tooth', 'patient', 'first', 'consecutive'] as const;
export type IntervalScope = (typeof intervalScopes)[number];

const ruleHead = { id: Name, text: Words };

const pathwayRules = {
  /** From one step or outside event to another; `first`: to the first of several; `consecutive`: from each to the next. */
  interval: closed({
    kind: Type.Literal('interval'),
    ...ruleHead,
    from: Name,
    to: Name,
    scope: oneOf(intervalScopes),
    values: Type.Array(IntervalValue, { minItems: 1 }),
  }),
  /** Several intervals are taught, for different ways of working: a clinician chooses one. */
  choice: closed({
    kind: Type.Literal('choice'),
    ...ruleHead,
    ...Authority,
    from: Name,
    to: Name,
    scope: oneOf(intervalScopes),
    holder: Words,
    options: Type.Array(
      closed({
        id: Name,
        text: Words,
        minimum: Type.Optional(Duration),
        maximum: Type.Optional(Duration),
      }),
      { minItems: 2 },
    ),
  }),
  /** Somebody has to answer, show or measure something before these steps. */
  gate: closed({
    kind: Type.Literal('gate'),
    ...ruleHead,
    ...Authority,
    gate: oneOf(gateKinds),
    before: Names,
    holder: Words,
    /** A member of the team with this specialty is the one to ask. */
    specialty: Type.Optional(oneOf(specialties)),
    goodFor: Type.Optional(Duration),
  }),
  /** Counted backwards from an outside event. */
  deadline: closed({
    kind: Type.Literal('deadline'),
    ...ruleHead,
    steps: Names,
    event: Name,
    values: Type.Array(DeadlineValue, { minItems: 1 }),
  }),
  /** In one visit: every item that is done in this way. */
  together: closed({
    kind: Type.Literal('together'),
    ...ruleHead,
    ...Authority,
    modalities: Type.Array(oneOf(modalities), { minItems: 1 }),
  }),
  /** Weekdays on which the patient cannot come, and those that are better avoided, by a rhythm that is chosen. */
  calendar: closed({
    kind: Type.Literal('calendar'),
    ...ruleHead,
    ...Authority,
    why: CalendarConstraint.properties.why,
    options: Type.Array(
      closed({
        id: Name,
        text: Words,
        notOn: Type.Array(oneOf(weekdays), { minItems: 1 }),
        ratherNotOn: Type.Array(oneOf(weekdays)),
      }),
      { minItems: 1 },
    ),
  }),
  /** Something to know, which constrains nothing. */
  advice: closed({
    kind: Type.Literal('advice'),
    ...ruleHead,
    /** It tells that authorities disagree. */
    conflicting: Type.Optional(Type.Literal(true)),
    source: RuleSource,
    mark: oneOf(ruleMarks),
  }),
} as const;

export type PathwayRuleKind = keyof typeof pathwayRules;
export type PathwayRule = { [Kind in PathwayRuleKind]: Static<(typeof pathwayRules)[Kind]> }[PathwayRuleKind];
export type PathwayRuleOf<Kind extends PathwayRuleKind> = Static<(typeof pathwayRules)[Kind]>;

/** A code, or a range of codes written "D6058-D6067". */
const Codes = Type.Array(Type.String({ pattern: '^D\\d{4}(-D\\d{4})?$' }));

export const PathwayFile = closed({
  name: Words,
  about: Words,
  /** The pathway is offered when any of these matches; offering it changes nothing. */
  offeredWhen: closed({
    /** Beginnings of ICD-10-CM codes, with the dot: "E11.", "K05.3". */
    diagnoses: Type.Optional(Type.Array(Type.String({ pattern: '^[A-Z]\\d[0-9AB]?(\\.[0-9A-Z]{0,4})?$' }))),
    /** Words in the name of a medication. */
    medications: Type.Optional(Type.Array(Type.String({ pattern: '^[a-z]{4,}$' }))),
    needs: Type.Optional(Type.Array(oneOf(needKinds))),
    modalities: Type.Optional(Type.Array(oneOf(modalities))),
    /** Groups of steps; a group matches when the plan has an item for each of its steps. */
    steps: Type.Optional(Type.Array(Names)),
  }),
  /** Kinds of work in the plan. An item belongs to a step by its code, or because somebody said so. */
  steps: Type.Record(Name, closed({ name: Words, codes: Codes })),
  /** Days outside the plan that it turns around. */
  events: Type.Record(Name, closed({ name: Words })),
  rules: Type.Array(Type.Union(Object.values(pathwayRules)), { minItems: 1 }),
});
export type Pathway = Omit<Static<typeof PathwayFile>, 'rules'> & {
  /** File name in rulebook/pathways. */
  readonly pathwayId: string;
  readonly rules: readonly PathwayRule[];
};

/** Where the rule stands, for citations: 'pathways/<pathway>#<rule>'. */
export function pathwayRuleId(pathway: Pick<Pathway, 'pathwayId'>, rule: Pick<PathwayRule, 'id'>): string {
  return `pathways/${pathway.pathwayId}#${rule.id}`;
}

/** Whether authorities disagree about the rule. */
export function isConflicting(rule: PathwayRule): boolean {
  if (rule.kind === 'advice') return rule.conflicting === true;
  return (rule.kind === 'interval' || rule.kind === 'deadline') && rule.values.length > 1;
}
