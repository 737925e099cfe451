import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runHere } from './test-terminal.ts';

/** Needs no database: the environment names one that does not exist. */
const environment = { DATABASE_URL: 'postgresql://nobody@localhost:1/none' };
const reference = (name: string) => fileURLToPath(new URL(`../docs/reference/${name}`, import.meta.url));
const example = reference('estimate.example.json');
const run = (...argv: string[]) => runHere(['estimate', ...argv], environment);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'archway-estimate-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(content: string): string {
  const path = join(folder, 'request.json');
  writeFileSync(path, content);
  return path;
}

it.each([
  ['that it reads by', [], 'estimate.schema.json'],
  ['of what it prints', ['answer'], 'estimate-answer.schema.json'],
])('publishes the schema %s', async (_name, which, published) => {
  const { code, out } = await run('--schema', ...which);
  expect(code).toBe(0);
  expect(JSON.parse(out.toString())).toEqual(JSON.parse(readFileSync(reference(published), 'utf8')));
});

it('says of the example what the documentation says', async () => {
  const { code, out, err } = await run(example);
  expect([code, err]).toEqual([0, '']);
  expect(readFileSync(reference('estimate.md'), 'utf8')).toContain(out.toString().trim());
});

it('speaks Spanish, and JSON', async () => {
  expect((await run(example, '--language', 'es')).out.toString()).toContain('nunca una promesa');
  const { total } = JSON.parse((await run(example, '--json')).out.toString());
  expect(total).toEqual({
    fee: 144000,
    plans: { low: 50400, high: 59400 },
    writeOff: { low: 36000, high: 36000 },
    patient: { low: 48600, high: 57600 },
  });
});

const changed = (change: (request: { lines: { fee: number; code: string }[] }) => void) => {
  const request = JSON.parse(readFileSync(example, 'utf8'));
  change(request);
  return JSON.stringify(request);
};

it.each<[name: string, content: () => string, refusal: string, at?: string]>([
  ['nothing', () => '', 'file/not-json'],
  ['half a file', () => readFileSync(example, 'utf8').slice(0, 900), 'file/not-json'],
  ['a list in a list in a list', () => '['.repeat(100_000) + ']'.repeat(100_000), 'estimate/value', ''],
  ['a web page', () => '<html>', 'file/not-json'],
  ['one request a line', () => '{}\n{}', 'file/not-json'],
  ['too large a file', () => ' '.repeat(9 * 1024 * 1024), 'file/too-large'],
  [
    'a negative fee',
    () => changed(({ lines }) => Object.assign(lines[1] ?? {}, { fee: -1 })),
    'estimate/value',
    '/lines/1/fee',
  ],
  [
    '10,000 lines',
    () => changed((request) => void (request.lines = Array(10_000).fill(request.lines[0]))),
    'estimate/too-many',
    '/lines',
  ],
])('refuses %s with what, why and next', async (_name, content, refusal, at) => {
  const path = file(content());
  const { code, out } = await run(path, '--json');
  const said = JSON.parse(out.toString());
  expect([code, said.code, said.at]).toEqual([1, refusal, at]);
  const inWords = await run(path);
  expect(inWords.err).toMatch(/\n {2}Why: {2}.+\n {2}Next: .+/);
  if (at) expect(inWords.err).toContain(at);
});

it('prints the cost for the order of a plan, and the days on which it changes', async () => {
  const { code, out } = await run(example, '--from', '2026-10-01', '--through', '2027-12-31');
  const { cost, days, asSoonAsPossible } = JSON.parse(out.toString());
  expect(code).toBe(0);
  expect(days).toEqual(expect.arrayContaining(['2026-10-01', '2027-01-01', '2027-07-01']));
  expect(cost.estimate).toEqual(JSON.parse(readFileSync(example, 'utf8')));
  expect(asSoonAsPossible).toBeGreaterThan(0);
});

it.each([
  ['no end', ['--from', '2026-10-01']],
  ['a day that is none', ['--from', '2026-10-01', '--through', '2026-13-01']],
  ['backwards', ['--from', '2026-10-01', '--through', '2026-09-30']],
  ['eleven years', ['--from', '2026-10-01', '--through', '2037-10-01']],
])('does not count costs over %s', async (_name, argv) => {
  const { code, err } = await run(example, ...argv);
  expect([code, err]).toEqual([2, expect.stringContaining('--from and --through')]);
});

it('refuses in Spanish where Spanish is asked for', async () => {
  const path = file(changed(({ lines }) => Object.assign(lines[1] ?? {}, { fee: -1 })));
  expect((await run(path, '--language', 'es')).err).toContain('centavos');
});

it('names a file that is not there', async () => {
  const { code, err } = await run(join(folder, 'none.json'));
  expect([code, err]).toEqual([1, expect.stringContaining('does not exist')]);
});

it('takes a byte order mark', async () => {
  expect((await run(file(`\uFEFF${readFileSync(example, 'utf8')}`))).code).toBe(0);
});

it('says of bytes that are no text only that, and of broken JSON where it breaks', async () => {
  const path = join(folder, 'request.json');
  writeFileSync(path, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x1b, 0x5b, 0xff]));
  const { code, err } = await run(path);
  expect([code, err.includes('request.json is not a text file')]).toEqual([1, true]);
  expect(err.includes('\u001b')).toBe(false);
  const broken = await run(file('{\n  "asOf": 2026-01-01\n}'));
  expect(broken.err).toContain('request.json is not JSON at line 2, column 15');
});

it.each<[name: string, content: () => string, words: string]>([
  ['a list', () => '[]', 'Expected here: an object with its members.'],
  [
    'a quantity of 100',
    () => changed(({ lines }) => Object.assign(lines[0] ?? {}, { quantity: 100 })),
    'Expected here: 99 or less.',
  ],
  [
    'a negative fee',
    () => changed(({ lines }) => Object.assign(lines[0] ?? {}, { fee: -1 })),
    'Expected here: whole cents',
  ],
])('says in its own words what is expected instead of %s', async (_name, content, words) => {
  const { err } = await run(file(content()));
  expect(err).toContain(words);
});
