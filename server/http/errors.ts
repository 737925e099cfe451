import type { FastifyError } from 'fastify';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { App } from './fastify.ts';
import { unreadableRequest } from './unreadable-request.ts';

/** A refusal on its way out of a route: thrown so that every route's success type stays its own. */
export class RefusedRequest extends Error {
  readonly refusal: Refusal;
  readonly status: number;

  constructor(refusal: Refusal) {
    super(refusal.what);
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

interface ValidationPlace {
  readonly instancePath?: string;
  readonly message?: string;
  readonly keyword?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Input that does not fit its schema, said as what, why and what next, with the place. */
function refusalOfValidation(error: FastifyError): Refusal {
  const first: ValidationPlace = error.validation?.[0] ?? {};
  const missing =
    typeof first.params?.['missingProperty'] === 'string' ? first.params['missingProperty'] : undefined;
  const unknown = first.params?.['additionalProperty'];
  const member = missing ?? (typeof unknown === 'string' ? unknown : undefined);
  const place = `${first.instancePath ?? ''}${member === undefined ? '' : `/${member}`}`;
  const name = place.split('/').at(-1) || 'the request';
  const [what, why] =
    missing !== undefined
      ? [`"${name}" is missing.`, 'It is needed for this.']
      : unknown !== undefined
        ? [`"${name}" is not known here.`, 'Nothing of that name belongs to this request.']
        : [`"${name}" cannot be taken as it is.`, `It ${first.message ?? 'does not fit what is expected'}.`];
  return refuse(
    `input/${first.keyword ?? 'invalid'}`,
    what,
    why,
    'Correct it and send it again; nothing was recorded.',
    place,
  );
}

const databaseGone = refuse(
  'outage/database',
  'The database does not answer.',
  'The connection to it was lost; it is being looked for.',
  'Send it again in a moment: what was recorded already is not recorded twice.',
);

/** Connection exceptions and shutdowns of PostgreSQL (classes 08 and 57P), those of the system, and those of pg. */
function isOutage(error: FastifyError): boolean {
  return (
    /^(08|57P0[1-5])/.test(error.code ?? '') ||
    ('syscall' in error && ['connect', 'read', 'write'].includes(String(error.syscall))) ||
    /^Connection terminated|not queryable/.test(error.message)
  );
}

/** Every error leaves as what happened, why, and what to do next; a bug says nothing about the inside. */
export function answerErrors(app: App): void {
  app.setErrorHandler((error: FastifyError | RefusedRequest, request, reply) => {
    if (error instanceof RefusedRequest) return reply.code(error.status).send(error.refusal);
    if (error.validation) return reply.code(400).send(refusalOfValidation(error));
    if (error.statusCode !== undefined && error.statusCode < 500)
      return reply.code(error.statusCode).send(unreadableRequest(error));
    request.log.error({ err: { message: error.message, stack: error.stack } }, 'unexpected');
    if (isOutage(error)) return reply.code(503).send(databaseGone);
    return reply
      .code(500)
      .send(
        refuse(
          'fault/unexpected',
          'Something went wrong here.',
          'This is a fault of the program, and it was written to its log.',
          'Try again; what you typed is kept on this screen. If it happens again, tell whoever runs Archway.',
        ),
      );
  });
}
