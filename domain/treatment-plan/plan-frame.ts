import type { CoordinationCase } from '../case/case.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import type { Constraint } from './constraint.ts';
import { rulesOfPlan, type PlanRules } from './plan-constraints.ts';
import type { PlanFrame } from './signed-plan.ts';

/** The frame as it stands. "After" in the list of items is no part of it: it is part of the items. */
export function frameOfPlan(state: CoordinationCase, rules: PlanRules): PlanFrame {
  const order = state.sharedPlan.schedules.at(-1)?.kept;
  return {
    events: [...state.sharedPlan.events.values()].map(({ event }) => event),
    constraints: rulesOfPlan(state, rules).constraints.map(unanswered),
    ...(order ? { order } : {}),
  };
}

/** The text whose SHA-256 a signature carries. */
export function frameText(frame: PlanFrame): string {
  return canonicalJson(frame);
}

function unanswered(constraint: Constraint): Constraint {
  if (constraint.kind !== 'gate') return constraint;
  const { passedOn: _passed, expectedOn: _expected, ...asked } = constraint;
  return asked;
}
