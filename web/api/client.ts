import i18next from 'i18next';
import type { RefusalView } from '#contract/views.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { recordNotGiven, sayNotGiven } from './not-given-here.ts';
import { wordsHere } from './refusal-words.ts';

/** A refusal on its way to the form that asked: one of the server's in its words, or one found here. */
export class Refused extends Error {
  readonly refusal: RefusalView;
  readonly status: number;

  constructor(refusal: RefusalView | Refusal, status = 0) {
    super(refusal.code);
    this.refusal = 'what' in refusal ? refusal : wordsHere(refusal);
    this.status = status;
  }
}

/** Called when the session is found to have ended, so that the sign-in page can be shown in place. */
let onSessionEnded = () => {};

export function whenSessionEnds(run: () => void): void {
  onSessionEnded = run;
}

async function send(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    const headers = { 'accept-language': i18next.language, ...init.headers };
    response = await fetch(path, { credentials: 'same-origin', ...init, headers });
  } catch {
    throw new Refused(refuse('network/unreachable'));
  }
  if (response.ok) return response;
  const refusal = await readRefusal(response);
  if (refusal.code === 'sign-in/needed') onSessionEnded();
  throw new Refused(refusal, response.status);
}

async function readRefusal(response: Response): Promise<RefusalView | Refusal> {
  try {
    const body: unknown = JSON.parse(await response.text(), sayNotGiven);
    if (typeof body === 'object' && body !== null && 'refused' in body) return body as RefusalView;
  } catch {
    return refuse('network/unreadable');
  }
  return refuse('network/unreadable');
}

/** The type is that of the server's response schema, which drops whatever it does not declare. */
async function readJson<Answer>(response: Response): Promise<Answer> {
  return JSON.parse(await response.text(), sayNotGiven) as Answer;
}

function writeJson(body: unknown): string {
  return JSON.stringify(body, recordNotGiven);
}

export async function get<Answer>(path: string): Promise<Answer> {
  return readJson<Answer>(await send(path, {}));
}

/** The same where an empty answer says that there is none. */
export async function getIfAny<Answer>(path: string): Promise<Answer | null> {
  const response = await send(path, {});
  return response.status === 204 ? null : readJson<Answer>(response);
}

export async function post<Answer>(
  path: string,
  body: unknown,
  method: 'POST' | 'PUT' = 'POST',
  signal: AbortSignal | null = null,
): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  return readJson<Answer>(await send(path, { method, headers, body: writeJson(body), signal }));
}

export async function remove(path: string): Promise<void> {
  await send(path, { method: 'DELETE' });
}

export async function upload<Answer>(path: string, form: FormData): Promise<Answer> {
  return readJson<Answer>(await send(path, { method: 'POST', body: form }));
}

/** Saves what the server sends as a file, under the name that it proposes. */
export async function download(path: string, fallbackName: string, body?: unknown): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const init = body === undefined ? {} : { method: 'POST', headers, body: writeJson(body) };
  const response = await send(path, init);
  const named = /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '');
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = named?.[1] ?? fallbackName;
  link.click();
  URL.revokeObjectURL(address);
}

/** A path with its query: names with a value, in order. */
export function withQuery(path: string, values: Readonly<Record<string, string | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (value !== undefined && value !== '') query.set(name, value);
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
