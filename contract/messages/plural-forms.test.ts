import { expect, test } from 'vitest';
import { message } from '#domain/kernel/message.ts';
import { say } from '../say.ts';
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };

/** Paths of all texts of a language. */
function texts(node: object, path = ''): [path: string, text: string][] {
  return Object.entries(node).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string'
      ? [[`${path}${key}`, value] as [string, string]]
      : texts(value as object, `${path}${key}.`),
  );
}

/** A number before a word in the plural, which would be told of one as well. */
const numberAndPlural =
  /\{\{\s*(count|minutes|seconds|days|times|lines|entries|providers|specialties|settings|payers)\s*\}\} \p{Letter}{2,}s\b/u;
const withoutForms = (all: readonly [string, string][]) => {
  const paths = new Set(all.map(([path]) => path));
  return all
    .filter(([path, text]) => numberAndPlural.test(text) && !/_(one|other|many)$/.test(path))
    .filter(([path]) => !paths.has(`${path}_one`));
};

test('a text that tells a number before a plural has a form for one', () => {
  // The control: the rule finds what it looks for.
  expect(withoutForms([['a.b', 'in {{settings}} settings']])).toHaveLength(1);
  expect(
    withoutForms([
      ['a.b', '{{count}} days'],
      ['a.b_one', 'one day'],
    ]),
  ).toEqual([]);
  expect(withoutForms(texts(en))).toEqual([]);
  expect(withoutForms(texts(es))).toEqual([]);
});

test.each([
  ['en', 1, 'The case joins up 1 provider, 2 specialties, 1 setting and 3 payers.'],
  ['en', 2, 'The case joins up 2 providers, 2 specialties, 1 setting and 3 payers.'],
  ['es', 1, 'El caso une a 1 profesional, 2 especialidades, 1 lugar de atención y 3 pagadores.'],
  ['es', 2, 'El caso une a 2 profesionales, 2 especialidades, 1 lugar de atención y 3 pagadores.'],
] as const)('several numbers, each with its own form: %s, %d', (language, providers, text) => {
  const params = { providers, specialties: 2, settings: 1, payers: 3 };
  expect(say(language, message('readiness.several-parties.several', params))).toBe(text);
});
