import { evaluateSchedule } from './evaluate-schedule.ts';
import { greedyStarts } from './greedy-schedule.ts';
import type { SequencingProblem } from './sequencing-problem.ts';
import { toDayModel } from './to-day-model.ts';
import { toSchedule } from './to-schedule.ts';

/**
 * First days by the simple rule, which knows only what must hold: tried with everything that should hold as a must, and
 * without; what is less late counts, broken wishes with it. Undefined when neither comes to an end.
 */
export function greedyOrder(problem: SequencingProblem): readonly number[] | undefined {
  const constraints = problem.constraints.map((each) => ({ ...each, strength: 'must' as const }));
  const found = [{ ...problem, constraints }, problem].flatMap((asked) => {
    const starts = greedyStarts(toDayModel(asked));
    if (!starts) return [];
    const { breaches, lateness } = evaluateSchedule(problem, toSchedule(problem, starts));
    return breaches.length === 0 ? [{ starts, lateness }] : [];
  });
  return found.toSorted((one, other) => one.lateness - other.lateness)[0]?.starts;
}
