import type { FastifyReply, FastifyRequest } from 'fastify';
import { sayRefusal } from '#contract/say-refusal.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import { languageOf } from './language.ts';

/** Answers with a refusal in the words of the caller's language. */
export function sendRefusal(
  request: Pick<FastifyRequest, 'headers'>,
  reply: FastifyReply,
  status: number,
  refusal: Refusal,
): FastifyReply {
  const language = languageOf(request);
  return reply
    .code(status)
    .headers({ 'content-language': language, vary: 'accept-language' })
    .send(sayRefusal(language, refusal));
}
