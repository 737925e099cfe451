import type { Constraint, ConstraintOverride, GateConstraint } from '../treatment-plan/constraint.ts';
import type { BothLanguages, Locale } from '../kernel/both-languages.ts';
import type { RuleSource } from '../rulebook/rule.ts';
import { daysOf, deadlineDays, intervalDays } from './duration.ts';
import {
  pathwayRuleId,
  type IntervalScope,
  type Pathway,
  type PathwayRule,
  type PathwayRuleOf,
} from './pathway.ts';
import { itemsOfStep, type PathwayItem, type StepsByHand } from './step-items.ts';

/** A pathway on a case: what it is applied to, and what people decided about it. */
export interface Application {
  readonly pathway: Pathway;
  readonly items: readonly PathwayItem[];
  /** Which outside event of the plan is which event of the pathway: event id by name. */
  readonly events: Readonly<Record<string, string>>;
  /** Options that a clinician chose: option by rule. */
  readonly choices: Readonly<Record<string, string>>;
  readonly steps: StepsByHand;
  /** Answers to gates, by constraint. */
  readonly gates: ReadonlyMap<string, Pick<GateConstraint, 'passedOn' | 'expectedOn'>>;
  /** Rules that a clinician set aside, by constraint. */
  readonly overrides: ReadonlyMap<string, ConstraintOverride>;
  /** Who of the team has a specialty; undefined: the words of the rule are used. */
  readonly holderOf: (specialty: string) => string | undefined;
  readonly locale: Locale;
  /** Lower-case hexadecimal SHA-256, so that a constraint keeps its id while its rule and items are the same. */
  readonly sha256: (text: string) => string;
}

export interface Applied {
  readonly constraints: readonly Constraint[];
  /** Rules that constrain nothing yet, since a date or a choice is missing. */
  readonly waiting: readonly {
    readonly ruleId: string;
    readonly for: 'event' | 'choice';
    readonly name: string;
  }[];
}

/**
 * The constraints that a pathway puts on a plan, each with the rule that it comes from. Where authorities disagree, each
 * of their values is a constraint of its own. Work that is urgent is never held back: there every rule is a wish.
 */
export function applyPathway(application: Application): Applied {
  const drawn = application.pathway.rules.map((rule) => drawRule(application, rule));
  return {
    constraints: drawn.flatMap(({ constraints }) => constraints).flatMap((each) => settle(application, each)),
    waiting: drawn.flatMap(({ waiting }) => waiting),
  };
}

const nothing: Applied = { constraints: [], waiting: [] };

function drawRule(application: Application, rule: PathwayRule): Applied {
  switch (rule.kind) {
    case 'advice':
      return nothing;
    case 'interval':
      return drawInterval(application, rule);
    case 'choice':
      return drawChoice(application, rule);
    case 'deadline':
      return drawDeadline(application, rule);
    case 'gate':
      return drawGate(application, rule);
    case 'together':
      return drawTogether(application, rule);
    case 'calendar':
      return drawCalendar(application, rule);
  }
}

/** An answer to a gate, a rule set aside, and the leave that urgent work has. */
function settle(application: Application, constraint: Constraint): readonly Constraint[] {
  const { gates, overrides } = application;
  return withLeave(application, constraint).map((each) => {
    const { constraintId } = constraint;
    const override = overrides.get(each.constraintId) ?? overrides.get(constraintId);
    return {
      ...each,
      ...(each.kind === 'gate' ? (gates.get(each.constraintId) ?? gates.get(constraintId)) : {}),
      ...(override ? { override } : {}),
    };
  });
}

/**
 * What must hold is a wish for urgent work, and stays a must for the other items: those get the constraint, and the
 * urgent ones a softer one like it. An interval, or one visit for all, holds for its items together or for none.
 */
function withLeave({ items }: Application, constraint: Constraint): readonly Constraint[] {
  const pressing = new Set(
    items.flatMap(({ itemId, urgency }) => (urgency === 'urgent' || urgency === 'emergency' ? [itemId] : [])),
  );
  const held = constraint.kind === 'calendar' ? items.map(({ itemId }) => itemId) : itemsIn(constraint);
  const urgent = held.filter((id) => pressing.has(id));
  if (constraint.strength !== 'must' || urgent.length === 0) return [constraint];
  if (constraint.kind === 'interval' || constraint.kind === 'together' || urgent.length === held.length)
    return [{ ...constraint, strength: 'should' }];
  return [
    { ...constraint, items: held.filter((id) => !pressing.has(id)) },
    {
      ...constraint,
      constraintId: `${constraint.constraintId}-urgent`,
      strength: 'should',
      items: urgent,
    },
  ];
}

function itemsIn(constraint: Constraint): readonly string[] {
  return constraint.kind === 'interval' ? [constraint.from, constraint.to] : (constraint.items ?? []);
}

interface Value {
  readonly strength: Constraint['strength'];
  readonly source: RuleSource;
}

function head(
  application: Application,
  rule: PathwayRule,
  value: Value,
  key: readonly string[],
  words?: BothLanguages,
) {
  const { pathway, locale, sha256 } = application;
  const ruleId = pathwayRuleId(pathway, rule);
  return {
    constraintId: `p-${sha256([ruleId, ...key].join('|')).slice(0, 30)}`,
    text: (words ?? rule.text)[locale],
    source: { by: 'rule', ref: ruleId, asOf: value.source.seen },
    strength: value.strength,
  } as const;
}

function stepItems({ pathway, items, steps }: Application, step: string): readonly PathwayItem[] {
  return itemsOfStep(pathway, step, items, steps);
}

/** The ends between which an interval runs, or the name of the event whose day nobody has told yet. */
function ends(
  application: Application,
  { from, to, scope }: { readonly from: string; readonly to: string; readonly scope: IntervalScope },
): readonly (readonly [from: string, to: string])[] | { readonly missing: string } {
  const { pathway, events } = application;
  const known = (name: string) => (name in pathway.events ? events[name] : undefined);
  const missing = [from, to].find((name) => name in pathway.events && known(name) === undefined);
  const starts = endsOf(application, from, known(from));
  const finishes = endsOf(application, to, known(to));
  if (missing !== undefined) return starts.length + finishes.length > 0 ? { missing } : [];
  if (scope === 'consecutive')
    return starts.slice(1).map((end, index) => [starts[index]?.id ?? end.id, end.id] as const);
  return starts.flatMap((start) =>
    (scope === 'first' ? finishes.slice(0, 1) : finishes)
      .filter((finish) => finish.id !== start.id && (scope !== 'same-tooth' || start.tooth === finish.tooth))
      .map((finish) => [start.id, finish.id] as const),
  );
}

interface End {
  readonly id: string;
  readonly tooth?: string | undefined;
}

function endsOf(application: Application, name: string, eventId: string | undefined): readonly End[] {
  return eventId === undefined
    ? stepItems(application, name).map(({ itemId, tooth }) => ({ id: itemId, tooth }))
    : [{ id: eventId }];
}

function waitingFor(
  application: Application,
  rule: PathwayRule,
  for_: 'event' | 'choice',
  name: string,
): Applied {
  return {
    constraints: [],
    waiting: [{ ruleId: pathwayRuleId(application.pathway, rule), for: for_, name }],
  };
}

function drawInterval(application: Application, rule: PathwayRuleOf<'interval'>): Applied {
  const pairs = ends(application, rule);
  if ('missing' in pairs) return waitingFor(application, rule, 'event', pairs.missing);
  return {
    waiting: [],
    constraints: pairs.flatMap(([from, to]) =>
      rule.values.map((value, index) => ({
        kind: 'interval' as const,
        ...head(application, rule, value, [String(index), from, to]),
        from,
        to,
        ...intervalDays(value),
      })),
    ),
  };
}

/** Until somebody chooses, a gate says that they have to. */
function drawChoice(application: Application, rule: PathwayRuleOf<'choice'>): Applied {
  const pairs = ends(application, rule);
  if ('missing' in pairs) return waitingFor(application, rule, 'event', pairs.missing);
  const chosen = rule.options.find(({ id }) => id === application.choices[rule.id]);
  if (pairs.length === 0) return nothing;
  if (chosen)
    return {
      waiting: [],
      constraints: pairs.map(([from, to]) => ({
        kind: 'interval',
        ...head(application, rule, rule, [chosen.id, from, to], chosen.text),
        from,
        to,
        ...intervalDays(chosen),
      })),
    };
  return {
    ...waitingFor(application, rule, 'choice', rule.id),
    constraints: [
      {
        kind: 'gate',
        ...head(application, rule, rule, ['choice']),
        gate: 'other',
        holder: rule.holder[application.locale],
        items: [...new Set(pairs.map(([, to]) => to))],
      },
    ],
  };
}

function drawDeadline(application: Application, rule: PathwayRuleOf<'deadline'>): Applied {
  const items = rule.steps.flatMap((step) => stepItems(application, step)).map(({ itemId }) => itemId);
  if (items.length === 0) return nothing;
  const event = application.events[rule.event];
  if (event === undefined) return waitingFor(application, rule, 'event', rule.event);
  return {
    waiting: [],
    constraints: rule.values.map((value, index) => ({
      kind: 'deadline',
      ...head(application, rule, value, [String(index), event]),
      event,
      items,
      daysBefore: deadlineDays(value),
    })),
  };
}

function drawGate(application: Application, rule: PathwayRuleOf<'gate'>): Applied {
  const items = rule.before.flatMap((step) => stepItems(application, step)).map(({ itemId }) => itemId);
  if (items.length === 0) return nothing;
  const holder = rule.specialty === undefined ? undefined : application.holderOf(rule.specialty);
  return {
    waiting: [],
    constraints: [
      {
        kind: 'gate',
        ...head(application, rule, rule, []),
        gate: rule.gate,
        holder: holder ?? rule.holder[application.locale],
        items,
        ...(rule.goodFor ? { goodForDays: daysOf(rule.goodFor, 'at-most') } : {}),
      },
    ],
  };
}

function drawTogether(application: Application, rule: PathwayRuleOf<'together'>): Applied {
  const items = application.items
    .filter(({ modality }) => rule.modalities.includes(modality))
    .map(({ itemId }) => itemId);
  if (items.length < 2) return nothing;
  return { waiting: [], constraints: [{ kind: 'together', ...head(application, rule, rule, []), items }] };
}

function drawCalendar(application: Application, rule: PathwayRuleOf<'calendar'>): Applied {
  const chosen = rule.options.find(({ id }) => id === application.choices[rule.id]);
  if (!chosen) return waitingFor(application, rule, 'choice', rule.id);
  const on = (strength: Value['strength'], weekdays: typeof chosen.notOn): Constraint => ({
    kind: 'calendar',
    ...head(application, rule, { strength, source: rule.source }, [chosen.id, strength], chosen.text),
    why: rule.why,
    notOn: { weekdays },
  });
  return {
    waiting: [],
    constraints: [
      on(rule.strength, chosen.notOn),
      ...(chosen.ratherNotOn.length > 0 ? [on('should', chosen.ratherNotOn)] : []),
    ],
  };
}
