import { type Delimiters, listed } from './delimiters.ts';

/** An element, or a composite of components. */
export type ElementValue = string | readonly string[];

/**
 * Writes one segment with its terminator; empty elements and components at the end are left out. Throws when
 * data holds a delimiter: values pass the element writer first, so it would be a bug of ours.
 */
export function writeSegment(
  delimiters: Delimiters,
  id: string,
  ...elements: readonly ElementValue[]
): string {
  const written = elements.map((element) =>
    typeof element === 'string'
      ? withoutDelimiters(delimiters, id, element)
      : withoutEmptyEnd(element.map((part) => withoutDelimiters(delimiters, id, part))).join(
          delimiters.component,
        ),
  );
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
