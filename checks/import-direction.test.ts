import { expect, test } from 'vitest';
import { importDirection } from './import-direction.ts';
import { fixture } from './test-fixture.ts';

const messages = (path: string, statement: string) =>
  importDirection.find(fixture({ [path]: statement })).map((problem) => problem.message);

test.each([
  ['domain/kernel/cents.ts', '#domain/claim/claim.ts', 'the kernel may not read the rest of the domain'],
  ['domain/claim/claim.ts', '#exchange/x12/to-837d.ts', 'domain may not read exchange'],
  ['domain/claim/claim.ts', '../../server/claim/a.ts', 'domain may not read server'],
  ['domain/claim/claim.test.ts', '#server/claim/a.ts', 'domain may not read server'],
  ['domain/claim/claim.ts', 'node:fs', 'domain may not use Node (node:fs)'],
  ['domain/claim/claim.ts', 'dayjs', 'domain may not use the package dayjs'],
  ['domain/claim/claim.ts', 'vitest', 'only tests may use vitest'],
  ['contract/claim.ts', '#server/claim/a.ts', 'contract may not read server'],
  ['contract/claim.ts', '#exchange/x12/a.ts', 'contract may not read exchange'],
  ['contract/claim.ts', '@fastify/static', 'contract may not use the package @fastify/static'],
  ['exchange/x12/a.ts', '#server/claim/a.ts', 'exchange may not read server'],
  ['exchange/x12/a.ts', '#contract/claim.ts', 'exchange may not read contract'],
  ['server/claim/a.ts', '#cli/archway.ts', 'server may not read cli'],
  ['server/claim/a.ts', '../../web/claim/a.tsx', 'server may not read web'],
  [
    'server/claim/a.ts',
    '../../domain/claim/claim.ts',
    'write #domain/claim/claim.ts instead of ../../domain/claim/claim.ts',
  ],
  ['cli/archway.ts', '../web/main.tsx', 'cli may not read web'],
  ['web/claim/a.tsx', '#server/claim/a.ts', 'web may not read server'],
  ['web/claim/a.tsx', 'node:crypto', 'web may not use Node (node:crypto)'],
  ['bootstrap/archway.mjs', 'yaml', 'bootstrap may not use the package yaml'],
  [
    'server/claim/a.ts',
    '#server/database/internal/postmaster.ts',
    'server/database/internal/postmaster.ts is internal to server/database',
  ],
])('%s may not import %s', (path, specifier, message) => {
  expect(messages(path, `import { a } from '${specifier}';`)).toEqual([message]);
});

test.each([
  ['domain/claim/claim.ts', '#domain/kernel/cents.ts'],
  ['domain/claim/claim.ts', 'typebox'],
  ['domain/code-guide/search/search-guide.ts', 'minisearch'],
  ['domain/claim/claim.test.ts', 'fast-check'],
  ['domain/claim/claim.test.ts', 'node:fs'],
  ['contract/claim.ts', 'typebox/value'],
  ['exchange/x12/a.ts', 'node:crypto'],
  ['exchange/pdf/a.ts', '#contract/messages/en.json'],
  ['server/database/embedded.ts', './internal/postmaster.ts'],
  ['server/database/internal/a.ts', './b.ts'],
  ['server/database/test-database.ts', 'vitest'],
  ['cli/archway.ts', '#server/http/serve.ts'],
  ['web/claim/a.tsx', '#contract/claim.ts'],
  ['vitest.config.ts', 'vitest/config'],
])('%s may import %s', (path, specifier) => {
  expect(messages(path, `import { a } from '${specifier}';`)).toEqual([]);
});

test.each([
  `import type { A } from '#server/a.ts';`,
  `export { a } from '#server/a.ts';`,
  `export * from '#server/a.ts';`,
  `const a = await import('#server/a.ts');`,
  `type A = import('#server/a.ts').A;`,
])('the fence sees %s', (statement) => {
  expect(messages('domain/claim/claim.ts', statement)).toEqual(['domain may not read server']);
});
