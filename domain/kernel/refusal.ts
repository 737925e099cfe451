/**
 * A refusal is an expected "no": a named value that callers switch over and people can act on.
 * `code` is stable and never parsed out of a message; `at` is a JSON-pointer-like path into the input.
 */
export interface Refusal {
  readonly refused: true;
  readonly code: string;
  readonly what: string;
  readonly why: string;
  readonly next: string;
  readonly at?: string;
}

export function refuse(code: string, what: string, why: string, next: string, at?: string): Refusal {
  return at === undefined
    ? { refused: true, code, what, why, next }
    : { refused: true, code, what, why, next, at };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && value.refused === true;
}

/** A bug, not a refusal: reaching it means that a union was not handled. */
export function unreachable(value: never): never {
  throw new Error(`unhandled value: ${JSON.stringify(value)}`);
}
