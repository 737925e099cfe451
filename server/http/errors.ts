import type { FastifyError } from 'fastify';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { isDiskFull, isOutage } from '../database/outage.ts';
import { refuseInput } from './invalid-input.ts';
import { sendRefusal } from './send-refusal.ts';
import type { App } from './fastify.ts';
import { unreadableRequest } from './unreadable-request.ts';

/** A refusal on its way out of a route: thrown so that every route's success type stays its own. */
export class RefusedRequest extends Error {
  readonly refusal: Refusal;
  readonly status: number;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
    this.status = statusOf(refusal);
  }
}

/** The value, or the refusal thrown. */
export function orThrow<Value>(value: Value | Refusal): Value {
  if (isRefusal(value)) throw new RefusedRequest(value);
  return value;
}

const statuses: readonly (readonly [prefix: string, status: number])[] = [
  ['sign-in/', 401],
  ['permission/', 403],
  ['action/not-in-this-state', 409],
  ['action/', 403],
  ['absent/', 404],
  ['stale/', 409],
  ['duplicate/', 409],
  ['id/in-use', 409],
  ['limit/', 429],
];

function statusOf(refusal: Refusal): number {
  return statuses.find(([prefix]) => refusal.code.startsWith(prefix))?.[1] ?? 422;
}

/**
 * Where an unexpected error came from, for the log: its kind, its code and the places in the program. Its message is
 * left out, because what a person typed and what the record holds may stand in it.
 */
function withoutWords(error: FastifyError): { kind: string; code: string | undefined; at: string[] } {
  const { name, code, message, stack = '' } = error;
  const places = stack.slice(stack.indexOf(message) + message.length).split('\n');
  return { kind: name, code, at: places.map((line) => line.trim()).filter((line) => line.startsWith('at ')) };
}

/** Every error leaves as what happened, why, and what to do next; a bug says nothing about the inside. */
export function answerErrors(app: App): void {
  app.setErrorHandler((error: FastifyError | RefusedRequest, request, reply) => {
    const tell = (status: number, refusal: Refusal) => sendRefusal(request, reply, status, refusal);
    if (error instanceof RefusedRequest) return tell(error.status, error.refusal);
    if (error.validation) return tell(400, refuseInput(error.validation, request));
    if (error.statusCode !== undefined && error.statusCode < 500)
      return tell(error.statusCode, unreadableRequest(error));
    request.log.error({ err: withoutWords(error) }, 'unexpected');
    if (isDiskFull(error)) return tell(507, refuse('outage/disk-full'));
    return isOutage(error) ? tell(503, refuse('outage/database')) : tell(500, refuse('fault/unexpected'));
  });
}
