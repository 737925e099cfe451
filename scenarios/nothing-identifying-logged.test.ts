import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { asOwner } from '#server/database/connect.ts';
import { completes, openModelEndpoint, type ModelEndpoint } from '#server/assistant/test-model-endpoint.ts';
import { buildApp } from '#server/http/app.ts';
import type { App } from '#server/http/fastify.ts';
import type { Archway } from '#server/archway.ts';
import { TestClient } from '#server/test-client.ts';
import {
  cookieOf,
  foundTestPractice,
  openTestArchway,
  staffIdOf,
  testOrganization,
  testPassword,
} from '#server/test-practice.ts';
import { openTestCase, registerTestPatient } from '#server/test-ready-case.ts';
import { runArchway } from './child-process.ts';

/**
 * Questions full of personal data on every path, to a server that logs all that it can: nothing of them is in its
 * log, and nothing that is known for personal data in any table.
 */

const personal =
  'Patient: Zebulon Quartermaine, SSN 123-45-6789, DOB 03/14/1985, MRN 88442211, tel. 206-555-0143, zeb@mail.example';
/** Recognized for what they are, and so neither logged nor kept. */
const recognized = [
  'Zebulon',
  'Quartermaine',
  '123-45-6789',
  '03/14/1985',
  '88442211',
  '555-0143',
  'zeb@mail',
];
/** A name that nothing marks as one: it may stand in a question that is kept, and never in a log. */
const unmarked = 'Oglethorpina';
const found = (text: string, words: readonly string[]) => words.filter((word) => text.includes(word));

let archway: Archway;
let app: App;
let endpoint: ModelEndpoint;
let coordinator: TestClient;
let nobody: TestClient;
const lines: string[] = [];
const logged = () => lines.join('');

beforeAll(async () => {
  endpoint = await openModelEndpoint();
  for (const stream of [process.stderr, process.stdout])
    vi.spyOn(stream, 'write').mockImplementation((chunk) => lines.push(String(chunk)) > 0);
  vi.stubEnv('ARCHWAY_MODEL_URL', endpoint.url);
  vi.stubEnv('ARCHWAY_MODEL', 'test');
  vi.stubEnv('ARCHWAY_MODEL_TIMEOUT', '300');
  archway = await openTestArchway();
  await foundTestPractice(archway, testOrganization);
  app = await buildApp(archway, { logLevel: 'trace' });
  await app.listen({ port: 0, host: '127.0.0.1' });
  coordinator = new TestClient(app, await cookieOf(archway, testOrganization, 'coordinator'));
  nobody = new TestClient(app, undefined);
  const team = {
    coordinator,
    dentist: coordinator,
    dentistPassword: testPassword,
    coordinatorStaffId: staffIdOf('coordinator'),
  };
  await registerTestPatient(team, 'patient-1', 1);
  await openTestCase(team, { caseId: 'case-1', patientId: 'patient-1' });
});
afterAll(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await app.close();
  await archway.close();
  await endpoint.close();
});

/** Over the wire, as a browser asks; the status of what came back. */
async function ask(question: string, body: object = {}, client = coordinator): Promise<number> {
  const { status } = await client.send('POST', '/api/assistant', { body: { question, ...body } });
  return status;
}

/** All rows of all tables, as text. */
async function kept(): Promise<string> {
  const tables = await sql<{ name: string }>`
    SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`.execute(archway.record.db);
  const rows = await Promise.all(
    tables.rows.map(({ name }) =>
      asOwner(archway.record.db, (owner) =>
        sql<{ row: string }>`SELECT each::text AS row FROM ${sql.raw(name)} AS each`.execute(owner),
      ),
    ),
  );
  return rows.flatMap((table) => table.rows.map(({ row }) => row)).join('\n');
}

describe('the server', () => {
  const onCase = { caseId: 'case-1' };

  it.each<[string, () => Promise<number>, number]>([
    ['answered', () => ask(`${personal}. What must I document for D9992, ${unmarked}?`), 200],
    ['answered to a stranger', () => ask(`${personal}. ${unmarked}: is D9992 paid?`, {}, nobody), 200],
    ['answered on a case', () => ask(`${personal}. Is this case of ${unmarked} ready?`, onCase), 200],
    ['declined', () => ask(`${personal}. What dose of amoxicillin for ${unmarked}?`, onCase), 200],
    ['not understood', () => ask(`${personal}. Whom does ${unmarked} ring first thing?`, onCase), 200],
    ['too long', () => ask(`${personal} ${unmarked} `.repeat(30), onCase), 200],
    ['refused: signed out', () => ask(`${personal} ${unmarked} ready?`, onCase, nobody), 401],
    ['refused: no such case', () => ask(`${personal} ${unmarked}?`, { caseId: 'case-of-nobody' }), 404],
    ['refused: far too long', () => ask(`${personal} ${unmarked} `.repeat(300)), 400],
    ['refused: a member that is none', () => ask('What is D9992?', { [unmarked]: personal }), 400],
    [
      'refused: a place that is no id',
      () => ask('What is D9992?', { caseId: `${unmarked} ${personal}` }),
      400,
    ],
    ['refused: control characters', () => ask('What is D9992?', { inquiryId: `${unmarked}\u0007` }), 422],
  ])('%s', async (_path, asked, status) => {
    endpoint.behave((_received, response) => completes(response, `${personal} ${unmarked}`));
    expect(await asked()).toBe(status);
  });

  it('unreadable: a body that is no JSON, an address that is none', async () => {
    const body = `{"question": "${unmarked} ${personal}`;
    const headers = { 'content-type': 'application/json' };
    const sent = await fetch(`${app.listeningOrigin}/api/assistant`, { method: 'POST', headers, body });
    const query = encodeURIComponent(`${unmarked} ${personal}`);
    const nowhere = await fetch(`${app.listeningOrigin}/api/${query}?question=${query}`);
    expect([sent.status, nowhere.status]).toEqual([400, 404]);
  });

  it.each<[string, Parameters<ModelEndpoint['behave']>[0]]>([
    ['no answer in time', () => undefined],
    ['an error with what it was told', ({ text }, response) => void response.writeHead(500).end(text)],
    ['no JSON', ({ text }, response) => void response.writeHead(200).end(`<html>${text}${unmarked}`)],
    ['a connection that is cut', (_received, response) => void response.destroy()],
  ])('a model that fails: %s', async (_name, behavior) => {
    endpoint.behave(behavior);
    expect(await ask(`${personal}. What must I document for D9992, ${unmarked}?`, onCase)).toBe(200);
    expect(await ask(`${personal}. Whom does ${unmarked} ring first thing?`, onCase)).toBe(200);
  });

  it('an unexpected fault whose message holds the question', async () => {
    endpoint.behave((_received, response) => response.destroy());
    await asOwner(archway.record.db, async (owner) => {
      await sql`CREATE FUNCTION tell_row() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        RAISE EXCEPTION E'fault in %\\n at %', NEW, NEW; END $$`.execute(owner);
      await sql`CREATE TRIGGER tell_row BEFORE INSERT ON event
        FOR EACH ROW EXECUTE FUNCTION tell_row()`.execute(owner);
    });
    const before = lines.length;
    expect(await ask(`${personal}. Is this case of ${unmarked} ready?`, onCase)).toBe(500);
    const [fault = ''] = lines.slice(before).filter((line) => line.includes('"unexpected"'));
    // Enough to find the place: the code of the database and the file that asked.
    expect(fault).toContain('"code":"P0001"');
    expect(fault).toContain('server/');
    await asOwner(archway.record.db, (owner) => sql`DROP TRIGGER tell_row ON event`.execute(owner));
  });

  it('logged nothing of them, and did log', () => {
    expect(found(logged(), [...recognized, unmarked])).toEqual([]);
    expect(
      logged()
        .split('\n')
        .filter((line) => line.includes('/api/assistant')).length,
    ).toBeGreaterThan(15);
    app.log.trace({ question: `${personal} ${unmarked}` }, 'a seeded line');
    expect(found(logged(), [...recognized, unmarked])).toEqual([...recognized, unmarked]);
  });

  it('kept the questions of the case without what is known for personal data', async () => {
    const rows = await kept();
    expect(found(rows, recognized)).toEqual([]);
    expect(found(rows, ['[ssn]', 'Whom does', 'Is this case of'])).toEqual([
      '[ssn]',
      'Whom does',
      'Is this case of',
    ]);
    // What the record does hold of a person is found by the same search.
    expect(found(rows, ['Quarrington1'])).toEqual(['Quarrington1']);
  });
});

describe('the command line', () => {
  const environment = () => ({
    ARCHWAY_MODEL_URL: endpoint.url,
    ARCHWAY_MODEL: 'test',
    ARCHWAY_MODEL_TIMEOUT: '300',
    ARCHWAY_LOG: 'trace',
  });

  it.each([
    ['answered', `${personal}. What must I document for D9992?`],
    ['declined', `${personal}. What dose of amoxicillin?`],
    ['not understood', `${personal}. Whom do I ring first thing?`],
  ])('%s, with a model that fails', async (_path, question) => {
    endpoint.behave(({ text }, response) => void response.writeHead(500).end(text));
    const { code, stdout, stderr } = await runArchway(['ask', question], environment());
    expect([code, found(`${stdout.toString()}${stderr}`, recognized)]).toEqual([0, []]);
  });

  it('a seeded line is found', async () => {
    const { stderr } = await runArchway(['ask', 'What is D9992?', '--on', '123-45-6789'], environment());
    expect(found(stderr, recognized)).toEqual(['123-45-6789']);
  });
});
