import { refuse } from '#domain/kernel/refusal.ts';
import { RefusedRequest } from './errors.ts';
import type { App } from './fastify.ts';

/**
 * Reading here is work with consequences: it is logged, and giving out a claim or a print is recorded as a
 * disclosure. A browser that guesses what may be wanted next is told no. Sec-Purpose: Fetch Standard; the other
 * two are what browsers sent before.
 */
export function refusePrefetch(app: App): void {
  app.addHook('onRequest', async ({ url, headers }) => {
    const purposes = [headers['sec-purpose'], headers['purpose'], headers['x-moz']].flat();
    if (url.startsWith('/api/') && purposes.some((purpose) => purpose?.includes('prefetch')))
      throw new RefusedRequest(refuse('request/prefetch'));
  });
}
