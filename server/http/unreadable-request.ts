import type { FastifyError } from 'fastify';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';

/** What never reaches a route: an address that is none, a body that is too large or no JSON. */
export function unreadableRequest({ code, message }: FastifyError): Refusal {
  return refuse(
    `request/${code}`,
    'The request could not be read.',
    `${message}.`.replace('..', '.'),
    'Correct it and send it again; nothing was recorded.',
  );
}
