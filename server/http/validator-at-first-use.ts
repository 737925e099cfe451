import buildCompilers from '@fastify/ajv-compiler';
import type { FastifySchemaCompiler } from 'fastify';

/**
 * Validators of requests, each compiled when its route is first asked: compiling all of them was a third of every
 * start, and most routes are not asked for hours. A request is taken as it is: nothing is coerced or cut off.
 */
export function validatorAtFirstUse(): FastifySchemaCompiler<unknown> {
  const customOptions = { removeAdditional: false, coerceTypes: false, allErrors: false } as const;
  const compile = buildCompilers()({}, { customOptions });
  return (route) => {
    let compiled: ReturnType<typeof compile> | undefined;
    return (value) => {
      compiled ??= compile({ ...route });
      return compiled(value) === true || { error: compiled.errors ?? [] };
    };
  };
}
