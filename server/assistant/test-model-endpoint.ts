import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the endpoint was asked: the request of the protocol, and all of it as one text. */
export interface Received {
  readonly text: string;
  readonly authorization: string | undefined;
  /** With `intents` when it is to choose one, with `answer` and `passages` when it is to put them into words. */
  readonly task: {
    readonly answer: string;
    readonly passages: readonly string[];
    readonly question: string;
    readonly intents?: readonly { readonly intent: string; readonly about: string }[];
  };
}

export type Behavior = (received: Received, response: ServerResponse) => void;

export interface ModelEndpoint {
  readonly url: string;
  readonly received: readonly Received[];
  behave(behavior: Behavior): void;
  close(): Promise<void>;
}

/** A model's endpoint on this machine that behaves as it is told: the wire is real, the model is none. */
export async function openModelEndpoint(): Promise<ModelEndpoint> {
  const received: Received[] = [];
  let behavior: Behavior = (_received, response) => response.end();
  const server = createServer((request, response) => {
    void bodyOf(request).then((text) => {
      const one = readRequest(text, request.headers.authorization);
      received.push(one);
      behavior(one, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    received,
    behave: (next) => {
      behavior = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString('utf8');
}

function readRequest(text: string, authorization: string | undefined): Received {
  const { messages }: { messages: readonly { role: string; content: string }[] } = JSON.parse(text);
  const user = messages.find(({ role }) => role === 'user')?.content ?? '{}';
  return { text, authorization, task: JSON.parse(user) };
}

/** An answer in the form of the protocol; `more` is laid over the message, such as calls of tools. */
export function completes(response: ServerResponse, content: unknown, more: object = {}): void {
  response.setHeader('content-type', 'application/json');
  response.end(
    JSON.stringify({
      id: 'completion-1',
      object: 'chat.completion',
      created: 0,
      model: 'test',
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content, ...more } }],
    }),
  );
}
