import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { domainPurity } from './domain-purity.ts';
import { fixture } from './test-fixture.ts';

const messages = (path: string, text: string) =>
  domainPurity.find(fixture({ [path]: text })).map((problem) => problem.message);

test.each([
  ['const now = Date.now();', 'Date.now'],
  ['const clock = Date.now;', 'Date.now'],
  ['const now = new Date();', 'new Date()'],
  ['const now = new Date;', 'new Date()'],
  ['const now = Date();', 'Date()'],
  ['const luck = Math.random();', 'Math.random'],
  ['const here = import.meta.url;', 'import.meta'],
  ['const later = async () => 1;', 'async'],
  ['const found = await asked;', 'await'],
  ['let asked: Promise<number>;', 'Promise'],
])('%s is seen', (text, name) => {
  expect(messages('domain/claim/claim.ts', text)).toEqual([`${name} is not pure`]);
  expect(messages('contract/claim.ts', text)).toHaveLength(1);
});

test.each(['const day = new Date(text);', 'const at = Date.parse(text);', '// Date.now() is not used here'])(
  '%s is pure',
  (text) => {
    expect(messages('domain/claim/claim.ts', text)).toEqual([]);
  },
);

test('tests of the domain and other layers may ask the clock', () => {
  expect(messages('domain/claim/claim.test.ts', 'Date.now();')).toEqual([]);
  expect(messages('server/claim/claim.ts', 'Date.now();')).toEqual([]);
});

const compiler = resolve('node_modules/typescript-native/bin/tsc');

/** What the compiler says to this line in the domain, under the domain's own settings. */
function compile(line: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'archway-fence-'));
  writeFileSync(join(folder, 'fenced.ts'), `export const it = ${line};\n`);
  const settings = { extends: resolve('tsconfig.domain.json'), include: ['fenced.ts'], exclude: [] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(settings));
  try {
    return execFileSync(process.execPath, [compiler, '-p', folder], { encoding: 'utf8' });
  } catch (error) {
    if (error instanceof Error && 'stdout' in error) return String(error.stdout);
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('the compiler keeps the browser and Node out of the domain, and accepts the language itself', () => {
  expect(compile('[document, fetch, process, Buffer, console]').match(/TS\d+/g)).toHaveLength(5);
  expect(compile('[1, 2].toSorted()')).toBe('');
});
