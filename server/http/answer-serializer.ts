import fastJson, { type AnySchema } from 'fast-json-stringify';

/**
 * Turns answers of a schema into JSON, compiled when the first of them is written. Where the schema leaves a choice among schemas, the value is written as it is:
 * telling which of them it is of, the serializer would at the first such value compile a validator of the whole answer,
 * and nobody is answered meanwhile (0.4 to 1.7 s for a case, after every start), only to write the same text.
 */
export function answerSerializer({ schema }: { readonly schema: unknown }): (answer: unknown) => string {
  let serialize: ReturnType<typeof fastJson> | undefined;
  return (answer) => {
    serialize ??= fastJson(withoutChoices(schema) as AnySchema);
    return serialize(answer);
  };
}

function withoutChoices(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutChoices);
  if (typeof schema !== 'object' || schema === null) return schema;
  if ('anyOf' in schema && Array.isArray(schema.anyOf)) return {};
  return Object.fromEntries(Object.entries(schema).map(([key, part]) => [key, withoutChoices(part)]));
}
