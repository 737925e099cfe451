import { describe, expect, it } from 'vitest';
import type { AssistantAnswer } from '#domain/assistant/assistant-answer.ts';
import { commands } from './commands.ts';
import { runHere } from './test-terminal.ts';

/** What is wrong with a command line is said before anything is opened: none of these needs a database. */

const names = commands.map(({ name }) => name);

describe('archway', () => {
  it.each([
    ['nothing', [], 2],
    ['help', ['help'], 0],
    ['--help', ['--help'], 0],
    ['-h', ['-h'], 0],
  ] as const)('with %s lists every command on standard output', async (_what, argv, code) => {
    const ran = await runHere(argv);
    expect([ran.code, ran.err]).toEqual([code, '']);
    for (const name of names) expect(ran.out.toString()).toContain(`archway ${name}`);
  });

  it.each([['nonsense'], ['Serve'], ['rulebook'], ['rulebook', 'burn'], ['--json']])(
    'does not know "%s %s"',
    async (...argv) => {
      const ran = await runHere(argv.filter((word) => typeof word === 'string'));
      expect([ran.code, ran.out.toString()]).toEqual([2, '']);
      expect(ran.err).toContain('has no command');
    },
  );

  it.each([
    ['rulebook', '--help', 0],
    ['plan', '-h', 0],
    ['plan', 'burn', 2],
    ['cdt-list', undefined, 2],
  ] as const)('"%s %s" lists what begins with the word, and nothing else', async (word, next, code) => {
    const ran = await runHere(next === undefined ? [word] : [word, next]);
    expect(ran.code).toBe(code);
    const told = code === 0 ? ran.out.toString() : ran.err;
    for (const name of names)
      expect([name, told.includes(`archway ${name} `)]).toEqual([name, name.startsWith(word)]);
  });

  it('has the commands that the work needs', () => {
    expect(names).toEqual([
      'serve',
      'ask',
      'import',
      'cdt-list import',
      'export',
      'eligibility',
      'estimate',
      'readiness',
      'claim',
      'packet',
      'verify',
      'plan solve',
      'plan slip',
      'plan schema',
      'rebuild',
      'rulebook check',
    ]);
  });
});

describe.each(commands)('archway $name', ({ name, usage }) => {
  it('explains itself on standard output', async () => {
    for (const flag of ['--help', '-h']) {
      const ran = await runHere([...name.split(' '), flag]);
      expect([ran.code, ran.out.toString(), ran.err]).toEqual([0, `${usage}\n`, '']);
    }
    expect(usage).toContain(`archway ${name}`);
    expect(usage).toContain('--json');
  });

  it('refuses an option that it does not know, with its usage', async () => {
    const ran = await runHere([...name.split(' '), '--unheard-of']);
    expect([ran.code, ran.out.toString()]).toEqual([2, '']);
    expect(ran.err).toContain('--unheard-of');
    expect(ran.err).toContain(usage);
  });
});

describe('a command line', () => {
  it.each<[string, string]>([
    ['import', 'FILE is missing'],
    ['cdt-list import', 'FILE is missing'],
    ['cdt-list import f', '--year is missing'],
    ['cdt-list import f --year 26', '--year 26 is not a code year'],
    ['cdt-list import f g --year 2026', 'only one FILE'],
    ['export', 'CASE is missing'],
    ['export a b', 'only one CASE'],
    ['export a --json', '--json needs -o FILE'],
    ['estimate', 'FILE is missing'],
    ['estimate a b', 'only one FILE'],
    ['estimate a --language fr', '--language is en or es'],
    ['estimate a --schema', '"a" is left over'],
    ['readiness', 'CASE is missing'],
    ['readiness a b', 'only one CASE'],
    ['claim', 'CASE is missing'],
    ['claim a', '--format is one of x12, pdf, fhir'],
    ['claim a --format gif', '--format is one of x12, pdf, fhir'],
    ['claim a --format', 'format'],
    ['claim a --format pdf --json', '--json needs -o FILE'],
    ['packet', 'CASE is missing'],
    ['packet a', '-o FILE is missing'],
    ['packet a -o f --for everybody', '--for is one of'],
    ['packet a -o f --language fr', '--language is en or es'],
    ['verify a b', 'only one FILE'],
    ['rebuild everything', '"everything" is left over'],
    ['serve now', '"now" is left over'],
    ['serve --port ninety', '"ninety" is not a port'],
    ['serve --port 65536', '"65536" is not a port'],
    ['serve --port -1', 'port'],
    ['ask', 'QUESTION is missing'],
    ['ask a b', 'only one QUESTION'],
    ['ask a --on 2026-02-30', 'is not a date'],
    ['rulebook check twice', '"twice" is left over'],
  ])('"archway %s" is wrong: %s', async (line, said) => {
    const ran = await runHere(line.split(' '));
    expect([ran.code, ran.out.toString()]).toEqual([2, '']);
    expect(ran.err).toContain(said);
  });
});

describe('archway ask', () => {
  it('answers without server and database, as JSON of the agreed members', async () => {
    const ran = await runHere(
      ['ask', 'Will Washington Medicaid pay D9992?', '--on', '2026-11-27', '--json'],
      {
        DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nowhere',
      },
    );
    const answer: AssistantAnswer = JSON.parse(ran.out.toString());
    expect([ran.code, ran.err, Object.keys(answer)]).toEqual([
      0,
      '',
      ['status', 'answer', 'codes', 'citations', 'missing', 'safety'],
    ]);
    expect([answer.status, answer.codes]).toEqual(['not-known', ['D9992']]);
    expect(answer.citations.map(({ id }) => id)).toContain('rulebook/washington-apple-health/d9992-status');
  });

  it('shows people the answer, how far it goes and where it comes from', async () => {
    const ran = await runHere(['ask', '¿Qué debo documentar para el D9992?']);
    expect(ran.out.toString()).toMatch(
      /el expediente debe contener[^]*\[answered\][^]*guide\/D9992#record-time/u,
    );
  });
});
