import { isDeepStrictEqual } from 'node:util';
import { CompiledQuery } from 'kysely';

/** Texts of statements by shape. Rare shapes, such as an import of many events, are built each time. */
const texts = new Map<string, string>();
const mostShapes = 200;

/**
 * A statement whose text follows from its shape alone (which tables, how many rows): it is built once, since that
 * takes longer than running it, and afterwards only filled with other values.
 */
export function shapedStatement(
  shape: string,
  values: readonly unknown[],
  build: () => CompiledQuery,
): CompiledQuery {
  const text = texts.get(shape);
  if (text !== undefined) return CompiledQuery.raw(text, [...values]);
  const built = build();
  if (!isDeepStrictEqual([...built.parameters], [...values]))
    throw new Error(`the values given for "${shape}" are not those of its statement, in its order`);
  if (texts.size < mostShapes) texts.set(shape, built.sql);
  return built;
}
