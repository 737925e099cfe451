import { RefusalView } from '#contract/views.ts';
import type { App } from './fastify.ts';

/**
 * A request holds what its schema declares and nothing else: a misspelled member is told, neither dropped in
 * silence nor kept in the record unread. And every route declares that it may refuse, in the one shape of refusals.
 */
export function refuseUndeclaredMembers(app: App): void {
  app.addHook('onRoute', (route) => {
    const { schema } = route;
    if (!schema || schema.hide) return;
    const { body, querystring, response } = schema;
    route.schema = {
      ...schema,
      ...(body === undefined ? {} : { body: declaredOnly(body) }),
      ...(querystring === undefined ? {} : { querystring: declaredOnly(querystring) }),
      response: { ...(isObject(response) ? response : {}), '4xx': RefusalView, '5xx': RefusalView },
    };
  });
}

/** A copy: the same schema also describes what the server answers, where what is not declared is cut off. */
export function declaredOnly<Schema>(schema: Schema): Schema {
  return closed(schema) as Schema;
}

function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!isObject(schema)) return schema;
  const copy = Object.fromEntries(Object.entries(schema).map(([name, member]) => [name, closed(member)]));
  return copy['type'] === 'object' && (isObject(copy['properties']) || isObject(copy['patternProperties']))
    ? { ...copy, additionalProperties: false }
    : copy;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
