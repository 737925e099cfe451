import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ruleKinds } from '#domain/rulebook/rule.ts';
import { checkRulebook } from './check-rulebook.ts';
import { loadRulebook, loadRulebookFrom, rulebookFolder } from './load-rulebook.ts';

let scratch: string;
beforeAll(async () => void (scratch = await mkdtemp(path.join(tmpdir(), 'archway rulebook '))));
afterAll(() => rm(scratch, { recursive: true }));

/** A copy of the rulebook with one file changed, under its own name. */
async function changed(name: string, file: string, change: (text: string) => string): Promise<string> {
  const folder = path.join(scratch, name);
  await cp(rulebookFolder, folder, { recursive: true });
  const place = path.join(folder, file);
  await writeFile(place, change(await readFile(place, 'utf8').catch(() => '')));
  return folder;
}

test('the rulebook reads, every example holds, and every rule is proved by its examples', async () => {
  const report = await checkRulebook();
  expect(report.problems).toEqual([]);
  expect(report.rules).toBeGreaterThan(25);
  expect(report.examples).toBeGreaterThan(130);
  expect([report.guidePages, report.statements]).toEqual([17, expect.toSatisfy((count) => count > 250)]);
});

test('the version changes with the content, and only with it', async () => {
  const one = await loadRulebook();
  const same = await loadRulebookFrom(
    await changed('same', 'code-sets/cdt.yaml', (text) => `# said otherwise\n${text}`),
  );
  const other = await loadRulebookFrom(
    await changed('other', 'payers/medicare/payer.yaml', (text) =>
      text.replace('name: Medicare', 'name: Medicare B'),
    ),
  );
  expect(one.version).toMatch(/^sha256:[0-9a-f]{64}$/);
  expect(same.version).toBe(one.version);
  expect(other.version).not.toBe(one.version);
  const words = await loadRulebookFrom(
    await changed('words', 'code-guide/D9992.yaml', (text) =>
      text.replace('group: coordination', 'group: consultation'),
    ),
  );
  expect(words.guide.get('D9992')?.group).toBe('consultation');
  expect(words.version).toBe(one.version);
});

const wa = 'payers/washington-apple-health';
const bright = 'payers/bright-harbor-dental-plan';
const faults: { name: string; file: string; change: (text: string) => string; what: string }[] = [
  {
    name: 'a fee that the examples contradict',
    file: `${wa}/d9992-fee.yaml`,
    change: (text) => text.replace('amount: 1500', 'amount: 1600'),
    what: 'fee should be 1500, but the answer is 1600',
  },
  {
    name: 'a period one day too long',
    file: `${wa}/d9992-status.yaml`,
    change: (text) => text.replace('through: 2020-04-24', 'through: 2020-04-25'),
    what: 'has no example on 2020-04-26, the day after its last confirmed day',
  },
  {
    name: 'a period one day too early',
    file: `${wa}/d9992-fee.yaml`,
    change: (text) => text.replace('from: 2020-04-01', 'from: 2020-03-31'),
    what: 'fee should be "unknown", but the answer is 1500',
  },
  {
    name: 'no examples',
    file: `${wa}/d9992-fee.yaml`,
    change: (text) => text.slice(0, text.indexOf('examples:')),
    what: 'at its top',
  },
  {
    name: 'an empty list of examples',
    file: `${wa}/d9992-fee.yaml`,
    change: (text) => `${text.slice(0, text.indexOf('examples:'))}examples: []\n`,
    what: 'at /examples',
  },
  {
    name: 'examples that would hold without the rule',
    file: `${bright}/d9992-fee.yaml`,
    change: (text) =>
      text
        .replaceAll('{ fee: 6000 }', '{ status: paid }')
        .replaceAll('{ fee: unknown }', '{ status: unknown }'),
    what: 'they do not prove the rule',
  },
  {
    name: 'examples that say nothing of the rule',
    file: `${bright}/d9992-fee.yaml`,
    change: (text) =>
      text
        .replaceAll('{ fee: 6000 }', '{ status: paid }')
        .replaceAll('{ fee: unknown }', '{ status: unknown }'),
    what: 'has no example that states fee',
  },
  {
    name: 'an unknown kind',
    file: `${wa}/d9992-fee.yaml`,
    change: (text) => text.replace('kind: fee', 'kind: formula'),
    what: 'at /kind',
  },
  {
    name: 'a member that the kind does not have',
    file: `${wa}/d9992-fee.yaml`,
    change: (text) => text.replace('per: client-day', 'per: client-day\nwhen: always'),
    what: 'at its top',
  },
  {
    name: 'a day that does not exist',
    file: `${wa}/d9992-fee.yaml`,
    change: (text) => text.replace('through: 2020-04-24', 'through: 2020-04-31'),
    what: 'at /period/through: must match format "date"',
  },
  {
    name: 'a period that ends before it begins',
    file: `${wa}/d9992-fee.yaml`,
    change: (text) => text.replace('from: 2020-04-01', 'from: 2020-05-01'),
    what: 'ends before it begins',
  },
  {
    name: 'a source without a Spanish title',
    file: `${wa}/d9992-fee.yaml`,
    change: (text) => text.replace(/ {4}es: .*\n/, ''),
    what: 'at /source/title',
  },
  { name: 'no YAML', file: `${wa}/d9992-fee.yaml`, change: () => 'kind: [fee', what: 'is not YAML' },
  {
    name: 'no code',
    file: `${wa}/d9992-fee.yaml`,
    change: (text) => text.replace('code: D9992\n', ''),
    what: 'names no code',
  },
  {
    name: 'two statuses at once',
    file: `${wa}/d9992-again.yaml`,
    change: () =>
      'kind: coverage-status\ncode: D9992\nstatus: not-a-benefit\nperiod: { from: 2020-04-10, startEstablished: true, through: open }\nsource: { title: { en: x, es: x }, seen: 2026-11-23 }\nmark: weak\nexamples:\n  - { name: x, situation: { day: 2020-04-10, performer: dentist, work: [plan-conference] }, expect: { status: paid } }\n',
    what: 'and only one can be',
  },
  {
    name: 'a code set that begins a day late',
    file: 'code-sets/icd-10-cm.yaml',
    change: (text) => text.replace("'10-01'", "'10-02'"),
    what: 'the edition should be 2026, but is 2025',
  },
  {
    name: 'a code dated a year early',
    file: 'code-sets/cdt.yaml',
    change: (text) => text.replace('D9997: 2020', 'D9997: 2019'),
    what: 'D9997 should be not-yet, but is in-force',
  },
];

const d9992 = 'code-guide/D9992.yaml';
const guideFaults: typeof faults = [
  {
    name: 'a page under the name of another code',
    file: 'code-guide/D9998.yaml',
    change: () => 'code: D9992\n',
    what: 'at its top',
  },
  {
    name: 'a statement without a source',
    file: d9992,
    change: (text) => text.replace(/ {6}source: \*aapd\n/, ''),
    what: 'at /sections/whatFor/1',
  },
  {
    name: 'a statement without Spanish',
    file: d9992,
    change: (text) => text.replace(/ {8}es: .*\n/, ''),
    what: 'at /sections/whatFor/0/text',
  },
  {
    name: 'the words of a licensor',
    file: d9992,
    change: (text) => text.replace('group: coordination', 'group: coordination\ndescriptor: made up'),
    what: 'at its top',
  },
  {
    name: 'an anchor twice',
    file: d9992,
    change: (text) => text.replace('id: other-party', 'id: what-for'),
    what: 'has the anchor "what-for" twice',
  },
  {
    name: 'a link to a code without a page',
    file: d9992,
    change: (text) => text.replace('insteadCode: D9311', 'insteadCode: D9312'),
    what: 'names D9312, which has no page',
  },
];

test.each([...faults, ...guideFaults])('finds $name', async ({ name, file, change, what }) => {
  const report = await checkRulebook(await changed(name, file, change));
  expect(report.problems.map((problem) => `${problem.file} ${problem.what}`).join('\n')).toContain(what);
});

test('finds a rule of a payer that has no file of its own', async () => {
  const fee = await readFile(path.join(rulebookFolder, wa, 'd9992-fee.yaml'), 'utf8');
  const report = await checkRulebook(await changed('nobody', 'payers/d9992-fee.yaml', () => fee));
  expect(report.problems.map((problem) => problem.what)).toContain(
    'is neither in payers/<payer>/ nor in code-sets/, code-guide/ or pathways/',
  );
  const folder = await changed('nobody again', `${wa}/payer.yaml`, () => 'name: 1\n');
  expect((await checkRulebook(folder)).problems.map((problem) => problem.what)).toContain(
    'has no payer.yaml beside it that can be read',
  );
});

test('a program does not start on half a rulebook, and says which file to mend', async () => {
  const folder = await changed('half', `${wa}/d9992-fee.yaml`, () => 'kind: fee\n');
  await expect(loadRulebookFrom(folder)).rejects.toThrow('payers/washington-apple-health/d9992-fee.yaml');
});

test('the reference page names every kind of rule and every payer', async () => {
  const page = await readFile(path.join(rulebookFolder, '..', 'docs', 'reference', 'rulebook.md'), 'utf8');
  const { payers } = await loadRulebook();
  const missing = [...ruleKinds, ...payers.keys()].filter(
    (name) => !page.includes(`\`${name}\``) && !page.includes(`| ${name} `),
  );
  expect(missing).toEqual([]);
});
