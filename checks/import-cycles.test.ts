import { expect, test } from 'vitest';
import { importCycles } from './import-cycles.ts';
import { fixture } from './test-fixture.ts';

const found = (files: Record<string, string>) =>
  importCycles.find(fixture(files)).map((problem) => problem.message);

test('a cycle through three files is named in full', () => {
  const cycle = found({
    'domain/a.ts': `import { b } from './b.ts';`,
    'domain/b.ts': `import { c } from '#domain/c.ts';`,
    'domain/c.ts': `import { a } from './a.ts';`,
  });
  expect(cycle).toEqual(['import cycle: domain/a.ts → domain/b.ts → domain/c.ts → domain/a.ts']);
});

test('a cycle of types, and a file that imports itself, count too', () => {
  const files = {
    'domain/a.ts': `import type { B } from './b.ts';`,
    'domain/b.ts': `import type { A } from './a.ts'; import { b } from './b.ts';`,
  };
  expect(found(files)).toHaveLength(2);
});

test('two ways to the same file are no cycle', () => {
  const files = {
    'domain/a.ts': `import './b.ts'; import './c.ts';`,
    'domain/b.ts': `import './d.ts';`,
    'domain/c.ts': `import './d.ts';`,
    'domain/d.ts': '',
  };
  expect(found(files)).toEqual([]);
});
