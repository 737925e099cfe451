import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { solvePlan } from '#server/treatment-plan/solve-plan.ts';
import { SolverThread } from '#server/treatment-plan/solver/solver-thread.ts';
import { readSch, readSm, toProblem, type Project } from './read-project.ts';

const solver = new SolverThread();
afterAll(() => solver.close());
const read = (name: string) => readFileSync(new URL(`instances/${name}`, import.meta.url), 'utf8');

/** The shortest project by trying all starts; undefined when there is none within the days. */
function shortestByTrying(
  { durations, lags, demands, capacities }: Project,
  days: number,
): number | undefined {
  let best: number | undefined;
  const starts: number[] = [];
  const fits = (activity: number, start: number) =>
    lags.every(({ from, to, lag }) => {
      const one = from === activity ? start : starts[from];
      const other = to === activity ? start : starts[to];
      const isKnown = Math.max(from, to) <= activity;
      return !isKnown || one === undefined || other === undefined || other - one >= lag;
    });
  const overloaded = () =>
    Array.from({ length: days }).some((_, day) =>
      capacities.some((capacity, resource) => {
        const running = starts.map((start, activity) =>
          start <= day && day < start + (durations[activity] ?? 0) ? (demands[activity]?.[resource] ?? 0) : 0,
        );
        return running.reduce((sum, demand) => sum + demand, 0) > capacity;
      }),
    );
  const place = (activity: number) => {
    if (activity === durations.length) {
      const end = Math.max(...starts.map((start, index) => start + (durations[index] ?? 0)));
      if (end < (best ?? Infinity)) best = end;
      return;
    }
    for (let start = 0; start + (durations[activity] ?? 0) <= days; start += 1) {
      if (start >= (best ?? Infinity) || !fits(activity, start)) continue;
      starts.push(start);
      if (!overloaded()) place(activity + 1);
      starts.pop();
    }
  };
  place(0);
  return best;
}

async function shortestBySolving(project: Project) {
  const problem = toProblem(project);
  if (problem === 'infeasible') return 'infeasible';
  const limits = { seconds: 20, memoryMegabytes: 512, explains: false };
  const { status, levels } = await solvePlan(problem, solver, limits);
  return status === 'optimal' ? levels[0]?.value : status;
}

describe('the engine finds what trying all starts finds', () => {
  test.each([
    ['two-machines.sm', readSm, 10],
    ['bounded-waits.sch', readSch, 7],
    ['impossible-waits.sch', readSch, 'infeasible'],
    // Lines end as on Windows, with blanks where none are wanted.
    ['three-machines.sm', readSm, 9],
    ['no-room.sch', readSch, 'infeasible'],
    // What takes no time takes none of a resource either.
    ['milestone.sm', readSm, 5],
    // Without the maximum it would be 9.
    ['maximum-binds.sch', readSch, 10],
  ] as const)('%s', async (name, reader, expected) => {
    const project = reader(read(name));
    expect(shortestByTrying(project, 12) ?? 'infeasible').toBe(expected);
    expect(await shortestBySolving(project)).toBe(expected);
  });
});

test('a maximum that binds makes a project longer', async () => {
  const project = readSch(read('maximum-binds.sch'));
  const lags = project.lags.filter(({ lag }) => lag >= 0);
  expect(await shortestBySolving({ ...project, lags })).toBe(9);
});

test('a circle of positive lags has no schedule', async () => {
  const project = readSch(read('bounded-waits.sch'));
  const lags = [...project.lags, { from: 3, to: 1, lag: 1 }];
  expect(await shortestBySolving({ ...project, lags })).toBe('infeasible');
});

test('an activity that needs more than there is has no schedule', async () => {
  const project = readSm(read('two-machines.sm'));
  expect(await shortestBySolving({ ...project, capacities: [1, 1] })).toBe('infeasible');
});

test('what the readers read', () => {
  const project = readSm(read('two-machines.sm'));
  expect(project.durations).toEqual([0, 3, 4, 2, 3, 0]);
  expect(project.capacities).toEqual([3, 1]);
  expect(project.demands[2]).toEqual([2, 1]);
  expect(project.lags).toContainEqual({ from: 1, to: 4, lag: 3 });
  const bounded = readSch(read('bounded-waits.sch'));
  expect(bounded.lags).toContainEqual({ from: 4, to: 3, lag: -3 });
  expect(bounded.capacities).toEqual([3]);
});

test.each([
  ['nothing', ''],
  ['words', 'PRECEDENCE RELATIONS:\njobnr.\nnone'],
])('%s is no project', (_name, text) => {
  expect(() => readSm(text)).toThrow('not an .sm file');
  expect(() => readSch(text)).toThrow('not an .sch file');
});
