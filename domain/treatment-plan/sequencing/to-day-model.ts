import type { DayModel } from './day-model.ts';
import { addConstraint } from './internal/constraint-terms.ts';
import { ModelDraft } from './internal/model-draft.ts';
import type { SequencingProblem } from './sequencing-problem.ts';

/** For a problem that `checkProblem` has nothing against. */
export function toDayModel(problem: SequencingProblem): DayModel {
  const draft = new ModelDraft(problem);
  for (const constraint of problem.constraints)
    if (constraint.override === undefined) addConstraint(draft, constraint);
  return {
    days: problem.horizonDays,
    items: draft.items,
    lags: draft.lags,
    penalties: draft.penalties,
    dayPenalties: draft.dayPenalties,
    pairPenalties: draft.pairPenalties,
    together: draft.visits(),
    apart: draft.apart,
    capacities: draft.capacities(),
    resources: draft.resources(),
    placesPerDay: problem.patient.placesPerDay,
  };
}
