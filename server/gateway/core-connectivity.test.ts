import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { sayRefusal } from '#contract/say-refusal.ts';
import { mostCharacters } from '#exchange/x12/from-271.ts';
import { CoreConnectivity } from './core-connectivity.ts';
import type { SendOutcome } from './gateway.ts';
import { selfSignedCertificate } from './test-certificate.ts';

/** Everything that an endpoint can do instead of answering: a refusal in both languages, tried again or not. */

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  server?.close();
  if (server) await once(server, 'close');
  server = undefined;
});

async function listening(at: Server, scheme: string): Promise<string> {
  server = at;
  at.listen(0, '127.0.0.1');
  await once(at, 'listening');
  return `${scheme}://127.0.0.1:${(at.address() as AddressInfo).port}/core`;
}

const send = (address: string, timeoutSeconds = 10): Promise<SendOutcome> =>
  new CoreConnectivity({
    name: 'harbor',
    organizations: undefined,
    address,
    credentials: { userName: 'cedar', password: 'a-secret' },
    timeoutSeconds,
  }).send(
    {
      organizationId: 'first',
      inquiryId: 'inquiry-1',
      trace: 'AW000000001',
      interchange: 'ISA*secret',
      senderId: 'S',
      receiverId: 'R',
    },
    new AbortController().signal,
  );

/** The refusal has its words in both languages, and none of them tells what was sent or where to. */
function expectFailed(outcome: SendOutcome, code: string, again: boolean): void {
  expect(outcome).toMatchObject({ kind: 'failed', again, problem: { code } });
  if (outcome.kind !== 'failed') return;
  for (const language of ['en', 'es'] as const) {
    const { what, why, next } = sayRefusal(language, outcome.problem);
    for (const words of [what, why, next]) {
      expect(words.length).toBeGreaterThan(10);
      expect(words).not.toMatch(/secret|127\.0\.0\.1|\{\{/);
    }
  }
}

const part = (name: string, value: string) =>
  `--cut\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const form = (members: Readonly<Record<string, string>>): RequestListener => {
  const body = `${Object.entries(members)
    .map(([name, value]) => part(name, value))
    .join('')}--cut--\r\n`;
  return (_request, response) =>
    response.writeHead(200, { 'content-type': 'multipart/form-data; boundary=cut' }).end(body);
};
const status =
  (code: number, headers: Readonly<Record<string, string>> = {}, body = ''): RequestListener =>
  (_request, response) =>
    response.writeHead(code, headers).end(body);
const html = '<html><body>Welcome to the portal</body></html>';

const tryOut = (address: string, timeoutSeconds = 10) =>
  new CoreConnectivity({
    name: 'harbor',
    organizations: undefined,
    address,
    credentials: { userName: 'cedar', password: 'a-secret' },
    timeoutSeconds,
  }).tryOut(new AbortController().signal);

describe('a connection that is tried', () => {
  it('carries neither patient nor password, whatever answers', async () => {
    for (const code of [200, 204, 401, 404, 405, 503]) {
      const heard: string[] = [];
      const address = await listening(
        createServer((request, response) => {
          request.setEncoding('utf8').on('data', (text: string) => heard.push(text));
          heard.push(`${request.method} ${JSON.stringify(request.headers)}`);
          request.on('end', () => response.writeHead(code).end());
        }),
        'http',
      );
      expect(await tryOut(address)).toEqual({ status: code });
      expect(heard).toHaveLength(1);
      expect(heard[0]).toMatch(/^OPTIONS /);
      expect(heard[0]).not.toMatch(/cedar|secret|authorization/i);
      server?.closeAllConnections();
      server?.close();
    }
  });

  it.each<[string, () => Promise<string>, string]>([
    [
      'to where nobody answers',
      () =>
        listening(
          createServer(() => undefined),
          'http',
        ),
      'gateway/not-reached',
    ],
    ['to where nobody listens', () => Promise.resolve('http://127.0.0.1:9/core'), 'gateway/not-reached'],
    [
      'to a name that no computer has',
      () => Promise.resolve('https://no-such-host.invalid/core'),
      'gateway/not-reached',
    ],
    [
      'that nobody vouches for',
      () => listening(createSecureServer(selfSignedCertificate()), 'https'),
      'gateway/certificate',
    ],
    [
      'that leads elsewhere',
      () => listening(createServer(status(302, { location: 'http://127.0.0.1:9/' })), 'http'),
      'gateway/redirects',
    ],
  ])('%s says so', async (_what, address, code) => {
    const tried = await tryOut(await address(), 0.5);
    expect(tried).toMatchObject({ code });
  });
});

describe('an endpoint', () => {
  it('that answers in the envelope is taken at its word', async () => {
    const address = await listening(
      createServer(
        form({ PayloadType: 'X12_271_Response_005010X279A1', ErrorCode: 'Success', Payload: 'ISA*' }),
      ),
      'http',
    );
    expect(await send(address)).toMatchObject({ kind: 'answered', file: { bytes: Buffer.from('ISA*') } });
  });

  it.each<[string, RequestListener, string, boolean]>([
    ['is out of order', status(500, { 'content-type': 'text/html' }, html), 'gateway/unavailable', true],
    ['is overrun', status(429), 'gateway/unavailable', true],
    ['does not know us', status(401), 'gateway/not-let-in', false],
    ['does not know the address', status(404), 'gateway/not-taken', false],
    ['sends us elsewhere', status(302, { location: 'http://127.0.0.1:9/' }), 'gateway/redirects', false],
    ['shows a web page', status(200, { 'content-type': 'text/html' }, html), 'gateway/no-envelope', false],
    [
      'says that it is a form and is none',
      status(200, { 'content-type': 'multipart/form-data; boundary=cut' }, html),
      'gateway/no-envelope',
      false,
    ],
    ['has a form of something else', form({ color: 'blue' }), 'gateway/no-envelope', false],
    ['has an envelope without a payload', form({ ErrorCode: 'Success' }), 'gateway/no-payload', false],
    [
      'does not take the envelope',
      form({ ErrorCode: 'VersionMismatch', ErrorMessage: 'only 2.2.0' }),
      'gateway/envelope-error',
      false,
    ],
    [
      'sends far more than an answer',
      status(200, { 'content-type': 'text/plain' }, 'x'.repeat(mostCharacters + 200_000)),
      'gateway/answer-too-large',
      false,
    ],
    ['hangs up', (request) => request.socket.destroy(), 'gateway/no-answer', true],
  ])('that %s is told', async (_what, listener, code, again) => {
    expectFailed(await send(await listening(createServer(listener), 'http')), code, again);
  });

  it('that shows a web page has it set aside', async () => {
    const address = await listening(createServer(status(200, { 'content-type': 'text/html' }, html)), 'http');
    expect(await send(address)).toMatchObject({ unread: { bytes: Buffer.from(html) } });
  });

  it.each<[string, RequestListener]>([
    ['says nothing', () => undefined],
    [
      'drips',
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'multipart/form-data; boundary=cut' });
        const drip = setInterval(() => response.write('-'), 20);
        response.on('close', () => clearInterval(drip));
      },
    ],
  ])('that %s is given up after its time', async (_what, listener) => {
    expectFailed(await send(await listening(createServer(listener), 'http'), 0.3), 'gateway/too-slow', true);
  });

  it('with a certificate that nobody vouches for is told nothing', async () => {
    let asked = 0;
    const secure = createSecureServer(selfSignedCertificate(), (_request, response) => {
      asked++;
      response.end();
    });
    expectFailed(await send(await listening(secure, 'https')), 'gateway/certificate', false);
    expect(asked).toBe(0);
  });

  it.each<[string, string, string]>([
    ['of a name that no computer has', 'https://no-such-host.invalid/core', 'gateway/unknown-host'],
    ['where nobody listens', 'http://127.0.0.1:9/core', 'gateway/no-answer'],
  ])('%s is tried again', async (_what, address, code) => {
    expectFailed(await send(address), code, true);
  });
});
