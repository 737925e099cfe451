import { coursesOf, restrictTo } from './courses.ts';
import { boundOf, plain, workers, type Asking } from './cp-asking.ts';
import { sumOf } from './cp-draft.ts';
import { toCpModel, type CpModel, type SolverTask } from './cp-model.ts';

/** Courses whose lateness is bounded together. */
const mostTogether = 4;

type Starts = ReadonlyMap<number, number>;

/**
 * What each course is late by, alone, and then those that are, together: sums bound the plan from below, which CP-SAT
 * does not see by itself. Gives the first days of those that were looked at together: mostly the whole plan fits around
 * them, and then it is the best.
 */
export async function boundCourses(
  asking: Asking,
  cp: CpModel,
  task: SolverTask,
  left: () => number,
): Promise<Starts> {
  const courses = coursesOf(task.model);
  if (courses.length < 2) return new Map();
  const late: { readonly course: readonly number[]; readonly bound: number }[] = [];
  for (const course of courses) {
    const { bound } = await boundTogether(asking, cp, task, [course], Math.min(0.5, left() / 8));
    if (bound > 0) late.push({ course, bound });
  }
  const heaviest = late.toSorted((one, other) => other.bound - one.bound).slice(0, mostTogether);
  if (heaviest.length < 2 || late.length === courses.length) return new Map();
  const together = heaviest.map(({ course }) => course);
  const { starts } = await boundTogether(asking, cp, task, together, Math.min(1.5, left() / 4));
  return starts;
}

async function boundTogether(
  asking: Asking,
  cp: CpModel,
  task: SolverTask,
  courses: readonly (readonly number[])[],
  seconds: number,
): Promise<{ readonly bound: number; readonly starts: Starts }> {
  const parts = cp.lateness(courses);
  const items = courses.flat();
  const model = restrictTo(task.model, items);
  const alone = toCpModel({ ...task, model, objectives: ['lateness'], cost: undefined });
  const lateness = alone?.levels.get('lateness')?.();
  if (!alone || !lateness || lateness.terms.length === 0) return { bound: 0, starts: new Map() };
  const response = await asking.ask(alone.draft.model(lateness, new Map(), []), {
    ...plain,
    numWorkers: courses.length === 1 ? 1 : workers,
    maxTimeInSeconds: seconds,
  });
  const bound = boundOf(response) ?? 0;
  if (bound > 0) cp.draft.between(sumOf(parts), bound, undefined);
  const solution = response?.solution ?? [];
  const starts = alone.starts.map(
    (variable, index) => [items[index] ?? 0, Number(solution[variable])] as const,
  );
  return { bound, starts: new Map(solution.length > 0 ? starts : []) };
}
