import { evaluateSchedule, type Evaluation } from '#domain/treatment-plan/sequencing/evaluate-schedule.ts';
import type { DayModel } from '#domain/treatment-plan/sequencing/day-model.ts';
import { greedyOrder } from '#domain/treatment-plan/sequencing/greedy-order.ts';
import { greedyStarts } from '#domain/treatment-plan/sequencing/greedy-schedule.ts';
import type { LevelResult, Schedule, SequencingAnswer } from '#domain/treatment-plan/sequencing/schedule.ts';
import type { SequencingProblem } from '#domain/treatment-plan/sequencing/sequencing-problem.ts';
import { toDayModel } from '#domain/treatment-plan/sequencing/to-day-model.ts';
import { toSchedule } from '#domain/treatment-plan/sequencing/to-schedule.ts';
import { explainConflict } from './explain-conflict.ts';
import type { SolvingLimits } from './solving-limits.ts';
import type { SolvedLevel, SolverOutcome } from './solver/solve-levels.ts';
import type { SolverAnswer, SolverThread } from './solver/solver-thread.ts';

/**
 * The best order of a plan that `checkProblem` has nothing against. Every schedule that is given out has passed the
 * evaluator; when the solver has none, the greedy's is given and says what it is.
 */
export async function solvePlan(
  problem: SequencingProblem,
  solver: SolverThread,
  limits: SolvingLimits,
): Promise<SequencingAnswer> {
  const begun = performance.now();
  const timed = (answer: Omit<SequencingAnswer, 'milliseconds'>): SequencingAnswer => ({
    ...answer,
    milliseconds: Math.round(performance.now() - begun),
  });
  const model = toDayModel(problem);
  const { start, objectives, cost } = problem;
  const answer = await solver.solve(
    { task: { model, start, objectives, cost }, hint: hintOf(problem, model), ...timesOf(limits) },
    limits.signal,
  );
  const outcome = outcomeOf(answer);
  if (outcome?.status === 'infeasible') {
    const conflicts = limits.explains === false ? [] : await explainConflict(problem, solver, limits);
    return timed({ status: 'infeasible', madeBy: 'nobody', levels: [], conflicts });
  }
  const best = outcome?.starts && candidate(problem, outcome.starts);
  if (outcome && best && isAsGoodAsSaid(best.evaluation, outcome.levels)) {
    const levels = levelResults(problem, best.evaluation, outcome.levels);
    const isProven = levels.every(({ status }) => status !== 'feasible');
    return timed({
      status: isProven ? 'optimal' : 'feasible',
      madeBy: 'solver',
      schedule: best.schedule,
      levels,
      conflicts: [],
    });
  }
  const shortfall = shortfallOf(answer);
  const simple = greedyOrder(problem);
  const greedy = simple && candidate(problem, simple);
  if (!greedy) return timed({ status: 'none-found', madeBy: 'nobody', levels: [], conflicts: [], shortfall });
  const levels = levelResults(problem, greedy.evaluation, []);
  return timed({
    status: 'greedy',
    madeBy: 'greedy',
    schedule: greedy.schedule,
    levels,
    conflicts: [],
    shortfall,
  });
}

interface Candidate {
  readonly starts: readonly number[];
  readonly schedule: Schedule;
  readonly evaluation: Evaluation;
}

/** Undefined for first days that break what must hold. */
function candidate(problem: SequencingProblem, starts: readonly number[]): Candidate | undefined {
  const schedule = toSchedule(problem, starts);
  const evaluation = evaluateSchedule(problem, schedule);
  return evaluation.breaches.length === 0 ? { starts, schedule, evaluation } : undefined;
}

/** Quickly found, and lawful. */
function hintOf(problem: SequencingProblem, model: DayModel): readonly number[] | undefined {
  const starts = greedyStarts(model);
  return starts && candidate(problem, starts)?.starts;
}

function timesOf({ seconds, memoryMegabytes }: SolvingLimits) {
  return { seconds, memoryMegabytes };
}

function outcomeOf(answer: SolverAnswer): SolverOutcome | undefined {
  return answer.kind === 'done' || answer.kind === 'stopped' ? answer.outcome : undefined;
}

/** A solver that promises more than the evaluator finds is not believed at all. */
function isAsGoodAsSaid(evaluation: Evaluation, levels: readonly SolvedLevel[]): boolean {
  return levels.every(({ objective, value }) => {
    const found = valueOf(evaluation, objective);
    return found !== undefined && found <= value;
  });
}

function valueOf(evaluation: Evaluation, objective: LevelResult['objective']): number | undefined {
  const { lateness, patientPays, visits, finish } = evaluation;
  if (objective === 'patient-pays') return patientPays === 'not-known' ? undefined : patientPays;
  return { lateness, visits, finish }[objective];
}

function levelResults(
  { objectives }: SequencingProblem,
  evaluation: Evaluation,
  solved: readonly SolvedLevel[],
): LevelResult[] {
  return objectives.map((objective): LevelResult => {
    const value = valueOf(evaluation, objective);
    if (value === undefined) return { objective, status: 'not-known' };
    const bound = solved.find((one) => one.objective === objective)?.bound;
    if (bound === undefined || !Number.isFinite(bound)) return { objective, status: 'feasible', value };
    if (value <= bound) return { objective, status: 'optimal', value, bound: value, gapPercent: 0 };
    const gapPercent = Math.round(((value - bound) / value) * 1000) / 10;
    return { objective, status: 'feasible', value, bound, gapPercent };
  });
}

function shortfallOf(answer: SolverAnswer): NonNullable<SequencingAnswer['shortfall']> {
  switch (answer.kind) {
    case 'missing':
      return { reason: 'solver-missing', detail: answer.why.slice(0, 500) };
    case 'failed':
      return { reason: 'solver-failed', detail: answer.why.slice(0, 500) };
    case 'stopped':
      return { reason: answer.outcome?.starts ? 'not-believed' : 'stopped' };
    case 'done':
      return { reason: answer.outcome.starts ? 'not-believed' : 'out-of-time' };
  }
}
