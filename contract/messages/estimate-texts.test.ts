import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { estimate } from '#domain/estimate/estimate.ts';
import { inventRequest } from '#domain/estimate/invented-request.samples.ts';
import { isRefusal } from '#domain/kernel/refusal.ts';
import type { Message } from '#domain/kernel/message.ts';
import { say } from '../say.ts';

function everythingSaid(seed: number): readonly Message[] {
  const result = estimate(inventRequest(seed, seed % 8 !== 0));
  if (isRefusal(result)) throw new Error(result.code);
  return [
    ...result.lines.flatMap(({ least, most }) =>
      [least, most].flatMap(({ plans, explanation }) => [
        ...explanation,
        ...plans.flatMap((share) => share.explanation),
      ]),
    ),
    ...result.questions.map(({ fact }) => fact),
    ...result.cautions.flatMap(({ said, about }) => (about ? [said, about] : [said])),
  ];
}

test('whatever an estimate says has a text in both languages, with every gap filled', () => {
  const ids = new Set<string>();
  for (let seed = 1; seed <= 130; seed++)
    for (const said of everythingSaid(seed)) {
      ids.add(said.id);
      for (const language of ['en', 'es'] as const) {
        const text = say(language, said);
        expect(text).not.toBe(said.id);
        expect(text).not.toMatch(/\{\{|undefined/);
      }
    }
  expect(ids.size).toBeGreaterThan(40);
});

test.each(['en', 'es'] as const)('the texts of the plan facts are complete in %s', (language) => {
  const catalog: { estimate: { fact: object; coordination: object } } = JSON.parse(
    readFileSync(new URL(`./${language}.json`, import.meta.url), 'utf8'),
  );
  const schema: unknown = JSON.parse(
    readFileSync(new URL('../../docs/reference/estimate.schema.json', import.meta.url), 'utf8'),
  );
  const kinds = new Set(
    [...JSON.stringify(schema).matchAll(/"kind":\{"type":"string","const":"([^"]+)"/g)].map(
      ([, kind]) => kind,
    ),
  );
  expect([...kinds].filter((kind) => kind !== 'one-of').sort()).toEqual(
    Object.keys(catalog.estimate.fact).sort(),
  );
});
