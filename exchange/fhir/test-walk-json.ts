export interface JsonObject {
  readonly [key: string]: unknown;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectsIn(value: unknown): JsonObject[] {
  return listOf(value).filter(isObject);
}

/** A repeating element as a list, absent ones as none. */
export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Everything inside a value with its path; array members as path[0]. The value itself is first. */
export function* walk(
  value: unknown,
  path: string,
): Generator<{ path: string; key: string; value: unknown }> {
  yield {
    path,
    key:
      path
        .replace(/\[\d+\]$/, '')
        .split('.')
        .at(-1) ?? '',
    value,
  };
  if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* walk(item, `${path}[${index}]`);
  else if (isObject(value))
    for (const [key, member] of Object.entries(value)) yield* walk(member, `${path}.${key}`);
}

/** The values at 'item.productOrService' below an object, through lists. */
export function valuesAt(value: JsonObject, path: string): unknown[] {
  let found: unknown[] = [value];
  for (const name of path.split('.'))
    found = found.flatMap((one) => objectsIn(one).flatMap((object) => listOf(object[name])));
  return found;
}

/** The codes of a CodeableConcept, whatever their systems. */
export function codesOf(concept: unknown): string[] {
  return isObject(concept) ? objectsIn(concept['coding']).map((coding) => textOf(coding['code'])) : [];
}
