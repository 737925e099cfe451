import { applyPathway, type Applied } from '../pathway/apply-pathway.ts';
import type { Locale } from '../kernel/both-languages.ts';
import type { Pathway } from '../pathway/pathway.ts';
import type { PathwayItem } from '../pathway/step-items.ts';
import type { CoordinationCase } from '../case/case.ts';
import { remembered } from '../kernel/remembered.ts';
import type { Constraint, ConstraintOverride, GateConstraint } from './constraint.ts';
import type { GateAnswer } from './plan-events.ts';
import type { PlanItem } from './plan-item.ts';

/** What the constraints of a plan depend on besides the case. */
export interface PlanRules {
  readonly pathways: ReadonlyMap<string, Pathway>;
  readonly locale: Locale;
  readonly sha256: (text: string) => string;
}

/** Every constraint on the plan of a case, whoever it comes from, with what was answered and set aside. */
export function constraintsOfPlan(state: CoordinationCase, rules: PlanRules): Applied {
  const { constraints, waiting } = rulesOfPlan(state, rules);
  return { constraints: [...constraints, ...dependencies(state, rules)], waiting };
}

/** The constraints of pathways and people. Drawn once for each change of the case, however often it is looked at. */
export function rulesOfPlan(state: CoordinationCase, { pathways, locale, sha256 }: PlanRules): Applied {
  return drawnFor(state, pathways, locale, sha256);
}

const drawnFor = remembered(
  (
    state: CoordinationCase,
    pathways: PlanRules['pathways'],
    locale: PlanRules['locale'],
    sha256: PlanRules['sha256'],
  ) => drawRules(state, { pathways, locale, sha256 }),
);

function drawRules(state: CoordinationCase, rules: PlanRules): Applied {
  const { sharedPlan } = state;
  const overrides = overridesOf(state);
  const applied = [...sharedPlan.pathways.values()].flatMap(({ application }) => {
    const pathway = rules.pathways.get(application.pathwayId);
    return pathway
      ? applyPathway({
          pathway,
          items: pathwayItems(state),
          events: knownEvents(state, application.events),
          choices: application.choices,
          steps: application.steps,
          gates: new Map([...sharedPlan.gates].map(([id, { answer }]) => [id, dates(answer)])),
          overrides,
          holderOf: (specialty) => memberWith(state, specialty),
          locale: rules.locale,
          sha256: rules.sha256,
        })
      : [];
  });
  const byPeople = [...sharedPlan.constraints.values()].map(({ constraint }) =>
    asAnswered(state, constraint, overrides),
  );
  return {
    constraints: [...applied.flatMap(({ constraints }) => constraints), ...byPeople],
    waiting: applied.flatMap(({ waiting }) => waiting),
  };
}

/** Items that count for order and intervals: those to come, and those that are done. */
export function itemsInPlay(state: CoordinationCase): readonly PlanItem[] {
  return [...state.planItems.values()]
    .map(({ item }) => item)
    .filter(({ status }) => status !== 'declined' && status !== 'withdrawn');
}

/** The items as a pathway looks at them. */
export function pathwayItems(state: CoordinationCase): readonly PathwayItem[] {
  return itemsInPlay(state).map((item) => ({
    ...item,
    modality: item.modality ?? 'office',
    urgency: item.urgency ?? 'routine',
  }));
}

function overridesOf(state: CoordinationCase): ReadonlyMap<string, ConstraintOverride> {
  return new Map(
    [...state.sharedPlan.setAside].map(([id, { who, reason }]) => [id, { by: who.name, reason }]),
  );
}

function knownEvents(
  state: CoordinationCase,
  events: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(events).filter(
      ([, eventId]) => (state.sharedPlan.events.get(eventId)?.event.on ?? null) !== null,
    ),
  );
}

function dates({ passedOn, expectedOn }: GateAnswer): Pick<GateConstraint, 'passedOn' | 'expectedOn'> {
  return { ...(passedOn ? { passedOn } : {}), ...(expectedOn ? { expectedOn } : {}) };
}

function memberWith(state: CoordinationCase, specialty: string): string | undefined {
  return [...state.members.values()].find(
    ({ member }) => member.specialty === specialty && member.through === undefined,
  )?.member.name;
}

function asAnswered(
  state: CoordinationCase,
  constraint: Constraint,
  overrides: ReadonlyMap<string, ConstraintOverride>,
): Constraint {
  const answer = state.sharedPlan.gates.get(constraint.constraintId)?.answer;
  const override = overrides.get(constraint.constraintId);
  return {
    ...constraint,
    ...(constraint.kind === 'gate' && answer ? dates(answer) : {}),
    ...(override ? { override } : {}),
  };
}

/** "After" in the list of items is a constraint like any other. */
function dependencies(state: CoordinationCase, { sha256 }: PlanRules): readonly Constraint[] {
  const items = new Map(itemsInPlay(state).map((item) => [item.itemId, item]));
  return [...items.values()].flatMap((item) =>
    item.after.flatMap((before): Constraint[] => {
      const earlier = items.get(before);
      return earlier
        ? [
            {
              kind: 'interval',
              constraintId: `a-${sha256(`${before}|${item.itemId}`).slice(0, 30)}`,
              text: `${item.text} ← ${earlier.text}`.slice(0, 300),
              source: { by: 'person', ref: 'plan' },
              strength: 'must',
              from: before,
              to: item.itemId,
            },
          ]
        : [];
    }),
  );
}
