import { expect, test } from 'vitest';
import { addresses } from './addresses.ts';
import { fixture } from './test-fixture.ts';

const found = (path: string, text: string) =>
  addresses.find(fixture({ [path]: text })).map((problem) => problem.message);

test.each([
  ['.npmrc', 'registry=https://packages.example.com/', 'package registry'],
  ['README.md', 'see https://registry.npmjs.org/archway', 'package registry'],
  ['bootstrap/a.mjs', `const from = 'https://registry.yarnpkg.com';`, 'package registry'],
  ['package-lock.json', '      "resolved": "https://packages.example.com/a.tgz",', 'download address'],
  ['server/a.ts', `const data = '/home/someone/data';`, 'one machine'],
  ['docs/a.md', 'run /root/archway', 'one machine'],
  ['docs/a.md', '/Users/someone/archway', 'one machine'],
  ['cli/a.ts', `open('/work/main')`, 'one machine'],
  ['cli/a.ts', 'C:\\Users\\someone', 'one machine'],
])('%s: %s', (path, text, message) => {
  expect(found(path, text)).toEqual([expect.stringContaining(message)]);
});

test.each([
  ['.npmrc', 'omit-lockfile-registry-resolved=true'],
  ['README.md', 'set ARCHWAY_DATA=/var/lib/archway'],
  ['server/a.ts', `app.get('/api/work/items')`],
  ['server/a.ts', `import { home } from '#domain/home/a.ts';`],
])('%s: %s is fine', (path, text) => {
  expect(found(path, text)).toEqual([]);
});
