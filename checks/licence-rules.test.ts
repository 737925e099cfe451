import { expect, test } from 'vitest';
import { licenceRules } from './licence-rules.ts';
import { fixture } from './test-fixture.ts';

const found = (path: string, text = '') =>
  licenceRules.find(fixture({ [path]: text })).map((problem) => problem.message);

/** A list of so many made-up codes, each with made-up words in the manner of a descriptor. */
const list = (codes: number) =>
  Array.from({ length: codes }, (_, n) => `D${1000 + n},some made up words of a thing`).join('\n');

test.each(['rulebook/cdt-2026.csv', 'exchange/nomenclature.json', 'domain/code-guide/snodent.txt'])(
  'a file named %s',
  (path) => {
    expect(found(path)).toEqual(['looks like a licensed code list']);
  },
);

test.each([
  ['rulebook/code-guide/d9992.yaml', 'code: D9992\ndescriptor: words'],
  ['rulebook/code-guide/d9992.yaml', '  nomenclature: words'],
  ['exchange/a.json', '{\n  "cdt_descriptor": "words"\n}'],
  ['exchange/a.json', '{\n"Nomenclature" : "words"\n}'],
])('%s with a key of the licensor', (path, text) => {
  expect(found(path, text)).toEqual([expect.stringContaining('licensed text')]);
});

test('a list of codes with words is found from 31 on, whatever its name', () => {
  expect(found('rulebook/fees.csv', list(30))).toEqual([]);
  expect(found('rulebook/fees.csv', list(31))).toEqual(['31 codes with words beside them: a code list']);
  expect(found('domain/code-guide/codes.ts', list(31))).toHaveLength(1);
});

test.each(['rulebook/code-sets/cdt.yaml', 'domain/code-guide/code-decision.ts'])(
  '%s may be a name',
  (path) => {
    expect(found(path)).toEqual([]);
  },
);

test('codes with amounts, and our own words for one code, are ours', () => {
  const fees = Array.from({ length: 100 }, (_, n) => `D${1000 + n}: { cents: 4500 }`).join('\n');
  expect(found('rulebook/fees.yaml', fees)).toEqual([]);
  expect(found('rulebook/code-guide/d9992.yaml', 'code: D9992\nin-our-words: coordinating care')).toEqual([]);
});
