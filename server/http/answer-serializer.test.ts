import { Type } from 'typebox';
import { expect, it } from 'vitest';
import { answerSerializer } from './answer-serializer.ts';

const Kept = Type.Union([
  Type.Object({ kind: Type.Literal('interval'), days: Type.Integer() }),
  Type.Object({ kind: Type.Literal('gate'), after: Type.Array(Type.String()) }),
]);
const Answer = Type.Object({
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
  rules: Type.Array(Kept),
  first: Type.Optional(Kept),
  owner: Type.Union([Type.String(), Type.Null()]),
  anyOf: Type.Optional(Type.String()),
});

it.each([
  ['a choice of types', { params: { name: 'Inés "Q"', count: 2 }, rules: [], owner: 'a' }],
  [
    'a choice of objects',
    {
      params: {},
      rules: [
        { kind: 'gate', after: ['x'] },
        { kind: 'interval', days: 3 },
      ],
      owner: null,
    },
  ],
  [
    'a choice that may be left out',
    { params: {}, rules: [], first: { kind: 'interval', days: 0 }, owner: null },
  ],
  ['a member that is called as a choice is', { params: {}, rules: [], owner: null, anyOf: 'text' }],
] as const)('writes %s', (_, answer) => {
  expect(JSON.parse(answerSerializer({ schema: Answer })(answer))).toEqual(answer);
});

it('leaves out what the schema does not name, and fails where something is missing', () => {
  const serialize = answerSerializer({ schema: Type.Object({ name: Type.String() }) });
  expect(serialize({ name: 'Osei', password: 'secret' })).toBe('{"name":"Osei"}');
  expect(() => serialize({})).toThrow();
});
