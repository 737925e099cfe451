import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openArchway } from './archway.ts';

/** Speaks as much of PostgreSQL's protocol (version 3) as says which version it is, and hangs up at anything else. */
function postgresOf(version: string): Server {
  const said = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const ready = said('Z', Buffer.from('I'));
  const column = Buffer.concat([Buffer.from('server_version\0'), Buffer.alloc(18)]);
  const value = Buffer.from(version);
  const answer = Buffer.concat([
    said('T', Buffer.concat([Buffer.from([0, 1]), column])),
    said('D', Buffer.concat([Buffer.from([0, 1, 0, 0, 0, value.length]), value])),
    said('C', Buffer.from('SHOW\0')),
    ready,
  ]);
  const hear = (socket: Socket) => (heard: Buffer) => {
    if (heard[0] === 0) socket.write(Buffer.concat([said('R', Buffer.alloc(4)), ready]));
    else if (heard.includes('SHOW server_version')) socket.write(answer);
    else socket.destroy();
  };
  return createServer((socket) => socket.on('data', hear(socket)).on('error', () => undefined));
}

const dataFolder = mkdtempSync(join(tmpdir(), 'archway-too-old-'));
const servers = new Map(
  ['9.6.24', '15.14 (Debian 15.14-0)', '16.0', '18.1'].map((of) => [of, postgresOf(of)]),
);
beforeAll(() =>
  Promise.all(
    [...servers.values()].map((server) => new Promise<void>((done) => server.listen(0, '127.0.0.1', done))),
  ),
);
afterAll(() => {
  for (const server of servers.values()) server.close();
  rmSync(dataFolder, { recursive: true });
});

/** What opening refuses, or `undefined` where it gets past the version and fails at what this server does not speak. */
async function refusalOf(version: string): Promise<unknown> {
  const { port } = servers.get(version)?.address() as AddressInfo;
  const databaseUrl = `postgres://archway@127.0.0.1:${port}/archway`;
  return openArchway({ dataFolder, databaseUrl }).then(
    () => expect.fail('nothing but a version was behind it'),
    (error: unknown) => (error instanceof Error && 'refusal' in error ? error.refusal : undefined),
  );
}

it.each(['9.6.24', '15.14 (Debian 15.14-0)'])('PostgreSQL %s is refused', async (version) => {
  expect(await refusalOf(version)).toMatchObject({
    code: 'database-too-old',
    params: { found: version, oldest: 16 },
  });
});

it.each(['16.0', '18.1'])('PostgreSQL %s is new enough', async (version) => {
  expect(await refusalOf(version)).toBeUndefined();
});
