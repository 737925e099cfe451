import type { FastifyError } from 'fastify';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';

/** What never reaches a route: an address that is none, a body that is too large or no JSON. */
export function unreadableRequest({ message }: FastifyError): Refusal {
  return refuse('request/unreadable', { detail: message.replace(/\\.$/, '') });
}
