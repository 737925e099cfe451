import { Type } from 'typebox';

const Bytes = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' });

/** How the OpenAPI document describes an answer that is a file of one of these media types. */
export function fileResponse(description: string, mediaTypes: readonly string[]) {
  return {
    description,
    content: Object.fromEntries(mediaTypes.map((mediaType) => [mediaType, { schema: Bytes }])),
  };
}
