import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { isKeepable } from '#domain/kernel/text.ts';
import { RefusedRequest } from './errors.ts';
import type { App } from './fastify.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Places in the body of texts that the route itself frees of control characters, such as `/question`. */
    readonly cleans?: readonly string[];
    /** Whether it answers a session whose screen was handed to a patient. */
    readonly whileHandedOver?: true;
  }
}

/**
 * Every text of every request is looked at once, before anybody reads it: body, query and address alike. A body
 * that is one text is a file: whoever reads it names the place in it.
 */
export function refuseUnkeepableTexts(app: App): void {
  app.addHook('preValidation', async ({ body, query, params, routeOptions }) => {
    const refusal =
      (typeof body === 'string' ? undefined : refuseUnkeepable(body, routeOptions.config.cleans)) ??
      refuseUnkeepable(query) ??
      refuseUnkeepable(params);
    if (refusal) throw new RefusedRequest(refusal);
  });
}

/** Looks at every text inside a value, however deep, and at the names of its members; not at `except`. */
export function refuseUnkeepable(value: unknown, except: readonly string[] = []): Refusal | undefined {
  const waiting: { readonly value: unknown; readonly at: string }[] = [{ value, at: '' }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value === 'string' && !isKeepable(next.value) && !except.includes(next.at))
      return unkeepable(next.at);
    if (typeof next.value !== 'object' || next.value === null || Buffer.isBuffer(next.value)) continue;
    for (const [name, member] of Object.entries(next.value)) {
      if (!isKeepable(name)) return unkeepable(next.at);
      waiting.push({ value: member, at: `${next.at}/${name}` });
    }
  }
  return undefined;
}

function unkeepable(at: string): Refusal {
  const name = at.split('/').at(-1) || 'the request';
  return refuse('text/control-characters', { name }, at);
}
