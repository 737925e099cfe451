import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Refusal } from '#domain/kernel/refusal.ts';
import {
  sampleConstraint,
  sampleItem,
  sampleProblem,
} from '#domain/treatment-plan/sequencing/problem.samples.ts';
import type { SequencingAnswer } from '#domain/treatment-plan/sequencing/schedule.ts';
import { runHere } from './test-terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'archway-plan-'));
afterAll(() => rmSync(folder, { recursive: true }));
const solve = (text: string, ...more: string[]) => {
  const path = join(folder, 'plan.json');
  writeFileSync(path, text);
  return runHere(['plan', 'solve', path, ...more]);
};

const interval = { kind: 'interval', from: 'a', to: 'b', minDays: 14 } as const;
const plan = sampleProblem([sampleItem('a'), sampleItem('b')], [sampleConstraint('i', interval)]);

test('a plan is solved without a database', async () => {
  const { code, out } = await solve(JSON.stringify(plan));
  const answer = JSON.parse(out.toString()) as SequencingAnswer;
  expect(code).toBe(0);
  expect(answer).toMatchObject({ status: 'optimal', madeBy: 'solver' });
  expect(answer.schedule?.visits.map(({ on, items }) => [on, items])).toEqual([
    ['2027-01-04', ['a']],
    ['2027-01-18', ['b']],
  ]);
  expect(answer.levels.map(({ objective, status, value }) => [objective, status, value])).toEqual([
    ['lateness', 'optimal', 0],
    ['patient-pays', 'not-known', undefined],
    ['visits', 'optimal', 2],
    ['finish', 'optimal', 15],
  ]);
});

test.each([
  ['a plan that cannot hold', { ...plan, horizonDays: 14 }, 1, { status: 'infeasible' }],
  [
    'a plan that makes no sense',
    { ...plan, items: [{ ...sampleItem('a'), owner: 'nobody' }] },
    1,
    { refused: true, at: '/items/0/owner' },
  ],
])('%s is told as JSON', async (_name, given, code, expected) => {
  const ran = await solve(JSON.stringify(given));
  expect(ran.code).toBe(code);
  expect(JSON.parse(ran.out.toString())).toMatchObject(expected);
});

test('a file that is no JSON, or is not there, is refused', async () => {
  const codeOf = ({ out }: { out: Buffer }) => (JSON.parse(out.toString()) as Refusal).code;
  expect(codeOf(await solve('{'))).toBe('file/not-json');
  expect(codeOf(await runHere(['plan', 'solve', join(folder, 'none.json')]))).toBe('file/absent');
});

test.each(['0', 'soon', '3601'])('a time limit of %s is none', async (seconds) => {
  expect((await solve(JSON.stringify(plan), '--seconds', seconds)).code).toBe(2);
});

const slip = (answer: string, ...more: string[]) => {
  const [planPath, answerPath] = [join(folder, 'slip-plan.json'), join(folder, 'answer.json')];
  writeFileSync(planPath, JSON.stringify(plan));
  writeFileSync(answerPath, answer);
  return runHere(['plan', 'slip', planPath, answerPath, ...more]);
};

test('a visit that slips takes with it what has to wait', async () => {
  const answer = (await solve(JSON.stringify(plan))).out.toString();
  const slipped = await slip(answer, '--item', 'a', '--to', '2027-01-06');
  expect(slipped.code).toBe(0);
  expect(JSON.parse(slipped.out.toString())).toMatchObject({
    moved: [
      { item: 'a', from: '2027-01-04', to: '2027-01-06' },
      { item: 'b', from: '2027-01-18', to: '2027-01-20' },
    ],
    after: { breaches: [] },
  });
  const refused = await slip('{}', '--item', 'a', '--to', '2027-01-06');
  expect(JSON.parse(refused.out.toString())).toMatchObject({ code: 'plan-file/no-schedule' });
  expect((await slip(answer, '--item', 'a')).code).toBe(2);
});
