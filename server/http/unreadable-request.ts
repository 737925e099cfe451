import type { FastifyError } from 'fastify';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { largestBody } from './largest-body.ts';

/** What never reaches a route: an address that is none, a body that is too large or no JSON. */
export function unreadableRequest({ message, statusCode }: FastifyError): Refusal {
  if (statusCode === 413) return refuse('request/too-large', { megabytes: largestBody / 1024 / 1024 });
  return refuse('request/unreadable', { detail: message.replace(/\\.$/, '') });
}
