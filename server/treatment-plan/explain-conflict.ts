import { evaluateSchedule } from '#domain/treatment-plan/sequencing/evaluate-schedule.ts';
import { relaxableParts, type RelaxablePart } from '#domain/treatment-plan/sequencing/relaxable-parts.ts';
import type { Conflict, LevelResult } from '#domain/treatment-plan/sequencing/schedule.ts';
import type { SequencingProblem } from '#domain/treatment-plan/sequencing/sequencing-problem.ts';
import { toDayModel } from '#domain/treatment-plan/sequencing/to-day-model.ts';
import { toSchedule } from '#domain/treatment-plan/sequencing/to-schedule.ts';
import { irreducible } from './irreducible.ts';
import type { SolvingLimits } from './solving-limits.ts';
import type { SolverOutcome } from './solver/solve-levels.ts';
import type { SolverThread } from './solver/solver-thread.ts';

/**
 * Of a problem without a lawful schedule: a set of constraints and facts that cannot hold together and of which none
 * can be left out (each of them, given up alone, lets the others hold), and what giving way at each would cost.
 */
export async function explainConflict(
  problem: SequencingProblem,
  solver: SolverThread,
  limits: SolvingLimits,
): Promise<Conflict[]> {
  const asking = new Asking(solver, limits);
  const core = await irreducible(relaxableParts(problem), (kept) => asking.isInfeasible(only(problem, kept)));
  const conflicts: Conflict[] = [];
  for (const part of core) conflicts.push(await asking.costOf(problem, part));
  return conflicts;
}

/** The problem with these parts and no others. */
function only(problem: SequencingProblem, kept: readonly RelaxablePart[]): SequencingProblem {
  const refs = new Set(kept.map(({ ref }) => ref));
  return relaxableParts(problem)
    .filter(({ ref }) => !refs.has(ref))
    .reduce((changed, part) => part.without(changed), problem);
}

class Asking {
  readonly #solver: SolverThread;
  readonly #limits: SolvingLimits;

  constructor(solver: SolverThread, limits: SolvingLimits) {
    this.#solver = solver;
    this.#limits = limits;
  }

  /** What is not settled in its time counts as possible: then a part too many stays in the set, never one too few. */
  async isInfeasible(problem: SequencingProblem): Promise<boolean> {
    return (await this.#solve({ ...problem, objectives: [] }))?.status === 'infeasible';
  }

  async costOf(problem: SequencingProblem, part: RelaxablePart): Promise<Conflict> {
    const relaxed = part.relaxed(problem);
    const outcome = await this.#solve(relaxed);
    const said = { ref: part.ref, kind: part.kind, text: part.text };
    if (!outcome?.starts) return { ...said, levels: [], enough: false };
    const schedule = toSchedule(problem, outcome.starts);
    const breaches = evaluateSchedule(problem, schedule).breaches.filter(({ ref }) => ref === part.ref);
    const days = Math.max(0, ...breaches.map((breach) => breach.days));
    return {
      ...said,
      ...(days > 0 && { relaxedByDays: days }),
      levels: outcome.levels.map(({ objective, value, bound }): LevelResult => ({
        objective,
        status: value <= bound ? 'optimal' : 'feasible',
        value,
        bound: Math.min(bound, value),
      })),
      enough: true,
    };
  }

  async #solve(problem: SequencingProblem): Promise<SolverOutcome | undefined> {
    const { start, objectives, cost } = problem;
    const answer = await this.#solver.solve(
      {
        task: { model: toDayModel(problem), start, objectives, cost },
        hint: undefined,
        seconds: Math.min(3, this.#limits.seconds),
        memoryMegabytes: this.#limits.memoryMegabytes,
      },
      this.#limits.signal,
    );
    return answer.kind === 'done' || answer.kind === 'stopped' ? answer.outcome : undefined;
  }
}
