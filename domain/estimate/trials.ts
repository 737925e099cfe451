import type { Ask, Unknown } from './unknown.ts';

/** One run with the candidates that it was answered with. */
export interface Trial<Result> {
  readonly answers: ReadonlyMap<string, number>;
  readonly result: Result;
}

export interface Trials<Result> {
  readonly trials: readonly Trial<Result>[];
  readonly unknowns: readonly Unknown[];
  /** Every combination that can matter was tried. */
  readonly complete: boolean;
}

/** What is tried where there are too many combinations. */
type Instead = <Result>(
  attempt: (answer: Ask) => Trial<Result>,
  unknowns: ReadonlyMap<string, Unknown>,
) => readonly Trial<Result>[];

/**
 * Runs with every combination of candidates that the run itself asks for, so that what does not matter costs nothing.
 * Beyond `most` combinations each unknown is tried alone, from all first and from all last candidates, and the answer
 * is marked as incomplete.
 */
export function tryAll<Result>(
  run: (ask: Ask) => Result,
  most: number,
  instead: Instead = oneByOne,
): Trials<Result> {
  const unknowns = new Map<string, Unknown>();
  const trials: Trial<Result>[] = [];
  const attempt = (answer: Ask): Trial<Result> => {
    const answers = new Map<string, number>();
    const result = run((unknown) => {
      const known = answers.get(unknown.key);
      if (known !== undefined) return known;
      if (!unknowns.has(unknown.key)) unknowns.set(unknown.key, unknown);
      const given = answer(unknown);
      answers.set(unknown.key, given);
      return given;
    });
    return { answers, result };
  };
  let path: readonly number[] | undefined = [];
  while (path !== undefined && trials.length < most) {
    const given: readonly number[] = path;
    let step = 0;
    const trial = attempt(() => given[step++] ?? 0);
    trials.push(trial);
    path = nextPath([...trial.answers], unknowns);
  }
  const complete = path === undefined;
  if (!complete) trials.push(...instead(attempt, unknowns));
  return { trials, unknowns: [...unknowns.values()], complete };
}

/** The candidates of the next combination, the last asked turning fastest; undefined after the last one. */
function nextPath(
  answers: readonly (readonly [key: string, given: number])[],
  unknowns: ReadonlyMap<string, Unknown>,
): readonly number[] | undefined {
  const turning = answers.findLastIndex(([key, given]) => given + 1 < (unknowns.get(key)?.candidates ?? 0));
  const turned = answers[turning];
  return turned && [...answers.slice(0, turning).map(([, given]) => given), turned[1] + 1];
}

const first: Ask = () => 0;
const last: Ask = ({ candidates }) => candidates - 1;

/** By custom the first candidates are for the patient and the last ones against. */
export const bothEnds: Instead = (attempt) => [attempt(first), attempt(last)];

function oneByOne<Result>(
  attempt: (answer: Ask) => Trial<Result>,
  unknowns: ReadonlyMap<string, Unknown>,
): readonly Trial<Result>[] {
  const trials = [...bothEnds(attempt, unknowns)];
  // A map is walked to its end though it grows: what a trial newly asks for gets its turn too.
  for (const { key, candidates } of unknowns.values())
    for (let candidate = 0; candidate < candidates; candidate++)
      for (const others of [first, last])
        trials.push(attempt((unknown) => (unknown.key === key ? candidate : others(unknown))));
  return trials;
}
