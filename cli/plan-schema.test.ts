import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { runHere } from './test-terminal.ts';

test.each([
  ['problem', 'plan.schema.json'],
  ['answer', 'plan-answer.schema.json'],
])('docs/reference has the schema of the %s as it is', async (which, file) => {
  const ran = await runHere(['plan', 'schema', which]);
  const published = readFileSync(new URL(`../docs/reference/${file}`, import.meta.url), 'utf8');
  expect(ran.code).toBe(0);
  expect(JSON.parse(published)).toEqual(JSON.parse(ran.out.toString()));
});

test.each([[[]], [['plan']], [['problem', 'answer']]])('anything else is a mistake: %j', async (argv) => {
  expect((await runHere(['plan', 'schema', ...argv])).code).toBe(2);
});
