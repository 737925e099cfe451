import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRefusal } from '#domain/kernel/refusal.ts';
import { systemNow } from '../../clock.ts';
import { answerInquiry } from './answer-inquiry.ts';

export interface LoopbackPayer {
  /** http://127.0.0.1:port/core */
  readonly address: string;
  /** What was asked, by trace, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export interface LoopbackCredentials {
  readonly userName: string;
  readonly password: string;
}

/** The invented payer behind the envelope of CAQH CORE Connectivity, on this machine only. */
export async function startLoopbackPayer(credentials: LoopbackCredentials): Promise<LoopbackPayer> {
  const asked: string[] = [];
  const closing = new AbortController();
  const server = createServer((request, response) => {
    answer(request, response, credentials, asked, closing.signal).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/core`,
    asked,
    close: async () => {
      closing.abort();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { userName, password }: LoopbackCredentials,
  asked: string[],
  closing: AbortSignal,
): Promise<void> {
  if (request.method !== 'POST') {
    response.writeHead(405, { allow: 'POST' }).end();
    return;
  }
  const form = await readForm(request);
  const member = (name: string) => String(form.get(name) ?? '');
  const envelope = {
    PayloadID: member('PayloadID'),
    SenderID: member('ReceiverID'),
    ReceiverID: member('SenderID'),
  };
  if (member('UserName') !== userName || member('Password') !== password) {
    response.writeHead(401).end();
    return;
  }
  const wrong = ['PayloadType', 'ProcessingMode', 'PayloadID', 'TimeStamp', 'SenderID', 'ReceiverID'].find(
    (name) => member(name) === '',
  );
  if (wrong !== undefined)
    return send(response, {
      ...envelope,
      ErrorCode: `${wrong}Required`,
      ErrorMessage: `${wrong} is missing`,
    });
  if (member('CORERuleVersion') !== '2.2.0')
    return send(response, { ...envelope, ErrorCode: 'VersionMismatch', ErrorMessage: 'only 2.2.0' });
  const answered = answerInquiry(member('Payload'), systemNow());
  if (isRefusal(answered))
    return send(response, { ...envelope, ErrorCode: 'PayloadNotUnderstood', ErrorMessage: answered.code });
  asked.push(answered.trace);
  await sleep(answered.afterSeconds * 1000, undefined, { signal: closing });
  switch (answered.conduct) {
    case 'SILENT':
      return;
    case 'UNAVAILABLE':
      response.writeHead(503).end();
      return;
    case 'NOTACCEPTED':
      return send(response, {
        ...envelope,
        ErrorCode: 'SenderIDNotUnderstood',
        ErrorMessage: 'unknown sender',
      });
    default:
      return send(response, { ...envelope, ErrorCode: 'Success', ErrorMessage: '', Payload: answered.text });
  }
}

async function readForm(request: IncomingMessage): Promise<FormData> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  return new Response(new Uint8Array(Buffer.concat(chunks)), { headers }).formData();
}

async function send(response: ServerResponse, members: Readonly<Record<string, string>>): Promise<void> {
  const form = new FormData();
  form.append(
    'PayloadType',
    members['Payload'] === undefined ? 'CoreEnvelopeError' : 'X12_271_Response_005010X279A1',
  );
  form.append('ProcessingMode', 'RealTime');
  form.append('TimeStamp', `${systemNow().slice(0, 19)}Z`);
  form.append('CORERuleVersion', '2.2.0');
  for (const [name, value] of Object.entries(members)) form.append(name, value);
  const encoded = new Response(form);
  response.writeHead(200, { 'content-type': encoded.headers.get('content-type') ?? '' });
  response.end(Buffer.from(await encoded.arrayBuffer()));
}
