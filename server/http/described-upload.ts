import type { SwaggerTransform } from '@fastify/swagger';
import { Type, type TProperties } from 'typebox';
import { describeOperation } from './describe-operation.ts';
import { declaredOnly } from './declared-members.ts';

/**
 * Describes a form with files in the OpenAPI document only: the parts are read one by one as they arrive, so there
 * is no body to hold against a schema.
 */
export function describedUpload(parts: TProperties): { readonly swaggerTransform: SwaggerTransform } {
  return {
    swaggerTransform: (operation) =>
      describeOperation({
        ...operation,
        schema: { ...operation.schema, body: declaredOnly(Type.Object(parts)) },
      }),
  };
}

/** A file in such a form. */
export const FilePart = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' });
