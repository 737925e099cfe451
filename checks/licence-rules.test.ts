import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { licenceRules } from './licence-rules.ts';
import { readProject } from './project.ts';
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
  ['exchange/a.json', '[{ "code": "D9992", "descriptor": "words" }]'],
  ['rulebook/code-guide/D9992.yaml', 'related:\n  - { code: D9991, official-descriptor: words }'],
  ['rulebook/code-guide/D9992.yaml', 'texts:\n  - nomenclature: words'],
  ['rulebook/code-guide/D9992.yaml', 'cdt_text: words'],
])('%s with a key of the licensor', (path, text) => {
  expect(found(path, text)).toEqual([expect.stringContaining('licensed text')]);
});

test.each([
  ['rulebook/fees.csv', 'Code,Nomenclature,Fee\nD1000,made up,1'],
  ['rulebook/fees.tsv', 'Code\tFee\tDescriptor'],
  ['exchange/samples/a.txt', 'Some list\n\nProcedure Code;"CDT Nomenclature"'],
])('%s with a column of the licensor', (path, text) => {
  expect(found(path, text)).toEqual(['has a column of the licensor: a code list']);
});

test.each([
  ['rulebook/prices.csv', 'code,description,fee\nD1000,made up,1'],
  ['rulebook/prices.tsv', 'Fee\tProcedure Code\tName'],
  ['exchange/samples/a.txt', 'cdt_code;short_desc'],
])('%s with words beside its codes', (path, text) => {
  expect(found(path, text)).toEqual(['has words beside its codes: a code list']);
});

test.each([
  ['one under the other', (n: number) => `- code: D${1000 + n}\n  description: made up`],
  ['key by key', (n: number) => `{\n"code": "D${1000 + n}",\n"name": "made up"\n},`],
])('more codes than anything of ours names, %s', (_, entry) => {
  const many = (count: number) => Array.from({ length: count }, (_each, n) => entry(n)).join('\n');
  expect(found('rulebook/list.yaml', many(101))).toEqual(['101 different codes: a code list']);
  expect(found('rulebook/list.yaml', many(100))).toEqual([]);
});

test('a table whose columns are ours is fine', () => {
  expect(found('rulebook/fees.csv', 'Code,Cents\nD1000,4500')).toEqual([]);
});

test.each(['rulebook/list.xlsx', 'exchange/samples/codes.XLS', 'a.ods', 'bench/a.sqlite', 'codes.zip'])(
  '%s cannot be looked into',
  (path) => {
    expect(found(path)).toEqual(['is a table that no check can look into: a test writes its own']);
  },
);

test('such a table is seen wherever it lies in the project', () => {
  const root = mkdtempSync(join(tmpdir(), 'archway-licence-'));
  mkdirSync(join(root, 'deep/folder'), { recursive: true });
  writeFileSync(join(root, 'deep/folder/codes.xlsx'), Buffer.from([0x50, 0x4b, 3, 4]));
  expect(licenceRules.find(readProject(root))).toMatchObject([{ path: 'deep/folder/codes.xlsx' }]);
  rmSync(root, { recursive: true });
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
