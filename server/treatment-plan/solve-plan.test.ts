import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { evaluateSchedule } from '#domain/treatment-plan/sequencing/evaluate-schedule.ts';
import { greedyStarts } from '#domain/treatment-plan/sequencing/greedy-schedule.ts';
import {
  sampleConstraint,
  sampleItem,
  sampleProblem,
} from '#domain/treatment-plan/sequencing/problem.samples.ts';
import { readProblem } from '#domain/treatment-plan/sequencing/read-problem.ts';
import type { SequencingProblem } from '#domain/treatment-plan/sequencing/sequencing-problem.ts';
import { toDayModel } from '#domain/treatment-plan/sequencing/to-day-model.ts';
import { toSchedule } from '#domain/treatment-plan/sequencing/to-schedule.ts';
import { solvePlan } from './solve-plan.ts';
import { SolverThread } from './solver/solver-thread.ts';
import { everySchedule, smallProblems } from './test-problems.ts';

const solver = new SolverThread();
afterAll(() => solver.close());
const limits = { seconds: 20, memoryMegabytes: 512 };

/** The best of all schedules there are, objective by objective; undefined when there is none. */
function bestByTrying(problem: SequencingProblem): readonly number[] | undefined {
  let best: readonly number[] | undefined;
  for (const starts of everySchedule(problem.items.length, problem.horizonDays)) {
    const { breaches, lateness, visits, finish } = evaluateSchedule(problem, toSchedule(problem, starts));
    if (breaches.length > 0) continue;
    const values = problem.objectives.map((one) => ({ lateness, visits, finish, 'patient-pays': 0 })[one]);
    const firstOther = values.findIndex((value, level) => value !== best?.[level]);
    if (!best || (firstOther >= 0 && (values[firstOther] ?? 0) < (best[firstOther] ?? 0))) best = values;
  }
  return best;
}

test('what the solver finds is what trying everything finds, and it stands up to the evaluator', async () => {
  let infeasible = 0;
  await fc.assert(
    fc.asyncProperty(smallProblems, async (given) => {
      const problem = readProblem(given);
      if (isRefusal(problem)) {
        expect(problem.code).toBe('plan-file/one-visit-two-places');
        return;
      }
      const best = bestByTrying(problem);
      const answer = await solvePlan(problem, solver, limits);
      if (!best) {
        infeasible += 1;
        expect(answer.status).toBe('infeasible');
        expect(answer.conflicts).not.toEqual([]);
        return;
      }
      expect(answer.status).toBe('optimal');
      expect(answer.levels.map(({ value }) => value)).toEqual(best);
      expect(answer.schedule && evaluateSchedule(problem, answer.schedule).breaches).toEqual([]);
    }),
    { numRuns: 25, seed: 4 },
  );
  expect(infeasible).toBeGreaterThan(0);
});

test('what the greedy finds stands up to the evaluator', () => {
  let found = 0;
  fc.assert(
    fc.property(smallProblems, (given) => {
      const problem = readProblem(given);
      if (isRefusal(problem)) return;
      const starts = greedyStarts(toDayModel(problem));
      if (!starts) return;
      found += 1;
      expect(evaluateSchedule(problem, toSchedule(problem, starts)).breaches).toEqual([]);
    }),
    { numRuns: 500 },
  );
  expect(found).toBeGreaterThan(100);
});

const tooLong = sampleConstraint(
  'wait',
  { kind: 'interval', from: 'a', to: 'b', minDays: 21 },
  { text: 'Three weeks to heal' },
);
const deadline = sampleConstraint(
  'before',
  { kind: 'deadline', event: 'radiotherapy', items: ['b'], daysBefore: 14 },
  { text: 'Two weeks before radiotherapy' },
);
const idle = sampleConstraint('idle', { kind: 'apart', items: ['a', 'c'], within: 'day' });
const impossible = sampleProblem(
  [sampleItem('a'), sampleItem('b'), sampleItem('c')],
  [idle, tooLong, deadline],
  {
    events: [
      { eventId: 'radiotherapy', text: 'Radiotherapy', on: '2027-02-05' as SequencingProblem['start'] },
    ],
  },
);

test('a plan that cannot hold says which rules cannot hold together, and what each would have to give', async () => {
  const { status, conflicts } = await solvePlan(impossible, solver, limits);
  expect(status).toBe('infeasible');
  expect(conflicts.map(({ ref, text, relaxedByDays, enough }) => [ref, text, relaxedByDays, enough])).toEqual(
    [
      ['wait', 'Three weeks to heal', 3, true],
      ['before', 'Two weeks before radiotherapy', 3, true],
    ],
  );
  expect(conflicts.every(({ levels }) => levels.length > 0)).toBe(true);
});

test.each([
  [
    'is missing',
    `postMessage({ kind: 'missing', why: 'no such package' })`,
    'solver-missing',
    'no such package',
  ],
  ['fails', `postMessage({ kind: 'failed', why: 'out of memory' })`, 'solver-failed', 'out of memory'],
  ['crashes', `throw new Error('crash')`, 'solver-failed', 'crash'],
  [
    'is wrong',
    `postMessage({ kind: 'done', outcome: { status: 'found', starts: [9, 0], levels: [] } })`,
    'not-believed',
    undefined,
  ],
])('a solver that %s: the greedy answers and says so', async (_name, act, reason, detail) => {
  const program = `const { parentPort } = require('node:worker_threads');
    const postMessage = (reply) => parentPort.postMessage(reply);
    parentPort.on('message', () => { ${act} });`;
  const thread = new SolverThread(new URL(`data:text/javascript,${encodeURIComponent(asModule(program))}`));
  const order = sampleConstraint('i', { kind: 'interval', from: 'a', to: 'b' });
  const answer = await solvePlan(sampleProblem([sampleItem('a'), sampleItem('b')], [order]), thread, limits);
  await thread.close();
  expect(answer).toMatchObject({ status: 'greedy', madeBy: 'greedy' });
  expect(answer.shortfall).toEqual(detail === undefined ? { reason } : { reason, detail });
  expect(answer.schedule?.visits.length).toBe(1);
});

function asModule(program: string): string {
  return `import { createRequire } from 'node:module'; const require = createRequire('file:///'); ${program}`;
}

test('a solve that is stopped gives the greedy, and the next one a proof', async () => {
  const problem = sampleProblem([sampleItem('a'), sampleItem('b')]);
  const stopped = await solvePlan(problem, solver, { ...limits, signal: AbortSignal.abort() });
  expect(stopped.status).toBe('greedy');
  expect((await solvePlan(problem, solver, limits)).status).toBe('optimal');
});
