import { type Delimiters, listed } from './delimiters.ts';

/** An element, a composite of components, or an element that is repeated. */
export type ElementValue = string | readonly string[] | { readonly repeated: readonly string[] };

/**
 * Writes one segment with its terminator; empty elements and components at the end are left out. Throws when
 * data holds a delimiter: values pass the element writer first, so it would be a bug of ours.
 */
export function writeSegment(
  delimiters: Delimiters,
  id: string,
  ...elements: readonly ElementValue[]
): string {
  const plain = (value: string) => withoutDelimiters(delimiters, id, value);
  const written = elements.map((element) => {
    if (typeof element === 'string') return plain(element);
    if ('repeated' in element) return element.repeated.map(plain).join(delimiters.repetition);
    return withoutEmptyEnd(element.map(plain)).join(delimiters.component);
  });
  return [id, ...withoutEmptyEnd(written)].join(delimiters.element) + delimiters.segment;
}

function withoutEmptyEnd(values: readonly string[]): readonly string[] {
  return values.slice(0, values.findLastIndex((value) => value !== '') + 1);
}

function withoutDelimiters(delimiters: Delimiters, id: string, value: string): string {
  for (const delimiter of listed(delimiters))
    if (value.includes(delimiter)) throw new Error(`"${value}" in ${id} holds the delimiter ${delimiter}`);
  return value;
}
