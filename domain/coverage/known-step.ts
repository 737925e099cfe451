import type { CoordinationCase } from '../case/case.ts';
import type { PlanItem } from '../treatment-plan/plan-item.ts';

/** A step of a plan of the patient, whatever became of it: what an answer or a use of a benefit can be about. */
export type KnownStep = Pick<PlanItem, 'itemId' | 'code'>;

export function knownSteps(cases: readonly Pick<CoordinationCase, 'planItems'>[]): readonly KnownStep[] {
  return cases.flatMap(({ planItems }) => [...planItems.values()].map(({ item }) => item));
}
