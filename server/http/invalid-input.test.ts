import { Type } from 'typebox';
import { afterAll, expect, test } from 'vitest';
import { oneOf, ProcedureCodeSchema } from '#domain/kernel/schema.ts';
import { Constraint } from '#domain/treatment-plan/constraint.ts';
import { answerErrors } from './errors.ts';
import { newFastify } from './fastify.ts';

const app = newFastify('silent');
answerErrors(app);
app.post('/', { schema: { body: Type.Object({ constraint: Constraint }) } }, () => ({}));
app.post(
  '/words',
  {
    schema: {
      body: Type.Partial(
        Type.Object({
          short: Type.String({ minLength: 3 }),
          word: oneOf(['red', 'green']),
          whole: Type.Integer({ minimum: 1 }),
          day: Type.String({ format: 'date' }),
          code: ProcedureCodeSchema,
          few: Type.Array(Type.Integer(), { maxItems: 1 }),
        }),
      ),
    },
  },
  () => ({}),
);
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

/** Each fault beside what it is refused with, in both languages. */
test.each<[name: string, value: unknown, english: string, spanish: string]>([
  ['short', 'ab', 'Expected here: at least 3 characters.', 'Aquí se espera: al menos 3 caracteres.'],
  ['short', 7, 'Expected here: text.', 'Aquí se espera: texto.'],
  ['word', 'blue', 'Expected here: one of red, green.', 'Aquí se espera: uno de estos valores: red, green.'],
  ['whole', 1.5, 'Expected here: a whole number.', 'Aquí se espera: un número entero.'],
  ['whole', 0, 'Expected here: 1 or more.', 'Aquí se espera: 1 o más.'],
  [
    'day',
    '2026-02-31',
    'Expected here: a day that exists, such as 2026-01-31.',
    'Aquí se espera: un día que exista, como 2026-01-31.',
  ],
  [
    'code',
    'X1',
    'Expected here: a D and four digits, such as D9992.',
    'Aquí se espera: una D y cuatro dígitos, como D9992.',
  ],
  ['few', [1, 2], 'Expected here: at most 1 of them.', 'Aquí se espera: 1 como máximo.'],
])('%s as %j: %s', async (name, value, english, spanish) => {
  for (const [language, why] of [
    ['en', english],
    ['es', spanish],
  ] as const) {
    const answer = await app.inject({
      method: 'POST',
      url: '/words',
      headers: { 'accept-language': language },
      payload: { [name]: value },
    });
    expect(answer.json()).toMatchObject({ code: 'input/invalid', at: `/${name}`, why });
  }
});

test('what fits is taken', async () => {
  const constraint = { ...common, kind: 'together', items: ['a', 'b'] };
  expect((await app.inject({ method: 'POST', url: '/', payload: { constraint } })).statusCode).toBe(200);
});
