import type { Message } from './message.ts';

/** What fills a gap of a refusal's text: a value as it is, or words that each language says for itself. */
export type RefusalParam = string | number | Message | readonly (string | Message)[];

/**
 * A refusal is an expected "no": a named value that callers switch over and people can act on. Its texts (what
 * happened, why, what to do next) lie under `refusal.<code>` in contract/messages, in every language.
 * `code` is stable and never parsed out of a text; `at` is a JSON-pointer-like path into the input.
 */
export interface Refusal {
  readonly refused: true;
  readonly code: string;
  readonly params: Readonly<Record<string, RefusalParam>>;
  readonly at?: string;
}

export function refuse(code: string, params: Refusal['params'] = {}, at?: string): Refusal {
  return at === undefined ? { refused: true, code, params } : { refused: true, code, params, at };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
}

/** A bug, not a refusal: reaching it means that a union was not handled. */
export function unreachable(value: never): never {
  throw new Error(`unhandled value: ${JSON.stringify(value)}`);
}
