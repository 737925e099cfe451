import { afterAll, beforeAll, expect, it } from 'vitest';
import type { WhichCodeView } from '#contract/which-code.ts';
import { openTestServer, type TestServer } from '../test-practice.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer();
});
afterAll(() => server.close());

const ask = async (query: string) => {
  const response = await server.app.inject({ url: `/api/guide/which-code${query}` });
  return { status: response.statusCode, body: response.json<WhichCodeView>() };
};

it('answers somebody who is not signed in, as far as the answers go', async () => {
  const start = await ask('');
  expect([start.status, start.body]).toMatchObject([200, { settled: false, next: { question: 'work' } }]);
  expect(start.body.choice).toBeUndefined();
  expect(start.body.next?.answers).toContain('missed-appointment');
  const end = await ask(
    '?work=coordination-with-provider&who=coordinator&with=provider&reached=yes&several=yes',
  );
  expect(end.body).toMatchObject({ settled: true, possible: ['D9992'], choice: { code: 'D9992' } });
  expect(
    end.body.choice?.neighbors.find(({ code }) => code === 'D9311')?.needs.map(({ id }) => id),
  ).toContain('codeChoice.need.dentistOwnConsultation');
});

it.each(['?work=gardening', '?who=dentist&who=other', '?color=red'])('refuses %s', async (query) => {
  const { status, body } = await ask(query);
  expect([status, body]).toMatchObject([400, { refused: true }]);
});
