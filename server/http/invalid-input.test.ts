import { Type } from 'typebox';
import { afterAll, expect, test } from 'vitest';
import { Constraint } from '#domain/treatment-plan/constraint.ts';
import { answerErrors } from './errors.ts';
import { newFastify } from './fastify.ts';

const app = newFastify('silent');
answerErrors(app);
app.post('/', { schema: { body: Type.Object({ constraint: Constraint }) } }, () => ({}));
afterAll(() => app.close());

const common = {
  constraintId: 'one',
  text: 'A rule',
  source: { by: 'person', ref: 'somebody' },
  strength: 'must',
};

test.each<[string, object, string, string]>([
  ['an interval without an end', { kind: 'interval', from: 'a' }, 'input/missing', '/constraint/to'],
  ['one visit for nothing', { kind: 'together', items: [] }, 'input/invalid', '/constraint/items'],
  ['one visit for one step', { kind: 'together', items: ['a'] }, 'input/invalid', '/constraint/items'],
  [
    'apart without saying how far',
    { kind: 'apart', items: ['a', 'b'] },
    'input/missing',
    '/constraint/within',
  ],
  ['a calendar without days', { kind: 'calendar', why: 'school' }, 'input/missing', '/constraint/notOn'],
  [
    'a gate that nobody holds',
    { kind: 'gate', gate: 'clearance', items: ['a'] },
    'input/missing',
    '/constraint/holder',
  ],
  ['no kind of ours', { kind: 'someday' }, 'input/unknown', '/constraint/kind'],
])('%s is told of the kind that was meant', async (_name, said, code, at) => {
  const answer = await app.inject({
    method: 'POST',
    url: '/',
    payload: { constraint: { ...common, ...said } },
  });
  expect(answer.statusCode).toBe(400);
  expect(answer.json()).toMatchObject({ code, at });
});

test('what fits is taken', async () => {
  const constraint = { ...common, kind: 'together', items: ['a', 'b'] };
  expect((await app.inject({ method: 'POST', url: '/', payload: { constraint } })).statusCode).toBe(200);
});
