/** A request body with one thing wrong in it, and what that is. */
export interface BadBody {
  readonly what: string;
  readonly body: unknown;
}

type Path = readonly string[];

/** Bodies that are wrong as a whole, whatever is asked for. */
export const wholeBodies: readonly BadBody[] = [
  { what: 'no body', body: undefined },
  { what: 'an empty object', body: {} },
  { what: 'an empty list', body: [] },
  { what: 'a text', body: '"text"' },
  { what: 'null', body: 'null' },
  { what: 'a number', body: '7' },
  { what: 'half of an object', body: '{"a":' },
  { what: 'a poisoned prototype', body: '{"__proto__":{"admin":true}}' },
  { what: 'a hundred thousand brackets', body: `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}` },
];

/**
 * Every way to spoil one place of a good body: another type, a member nobody knows, ten thousand characters, a
 * NUL, half a character, a number beyond every measure; and each member of the top left out in its turn.
 */
export function spoiled(good: object, required: readonly string[]): BadBody[] {
  return [
    ...required.map((name) => ({
      what: `without ${name}`,
      body: Object.fromEntries(Object.entries(good).filter(([key]) => key !== name)),
    })),
    ...places(good, []).flatMap(([path, value]) =>
      spoilings(value).map(([what, spoil]) => ({
        what: `${path.join('/') || 'body'}: ${what}`,
        body: replaced(good, path, spoil),
      })),
    ),
  ];
}

/** Every value inside a value, with its path, the whole first. */
function places(value: unknown, path: Path): [Path, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return [
    [path, value],
    ...Object.entries(value).flatMap(([name, member]) => places(member, [...path, name])),
  ];
}

function spoilings(value: unknown): [what: string, spoil: unknown][] {
  switch (typeof value) {
    case 'string':
      return [
        ['a number', 12_345],
        ['an object', {}],
        ['ten thousand characters', 'x'.repeat(10_000)],
        ['a NUL', `${value}\u0000`],
        ['an escape', `\u001b[2J${value}`],
        ['half a character', `${value}\ud83d`],
      ];
    case 'number':
      return [
        ['a text', String(value)],
        ['a negative number', -1],
        ['a fraction', 0.5],
        ['a number beyond every measure', 1e300],
        ['null', null],
      ];
    case 'boolean':
      return [['a text', 'true']];
    default:
      return Array.isArray(value)
        ? [['an object', {}]]
        : value === null
          ? [['false', false]]
          : [
              ['an unknown member', { ...value, unheardOf: true }],
              ['a list', [value]],
            ];
  }
}

function replaced(value: unknown, [name, ...rest]: Path, by: unknown): unknown {
  if (name === undefined) return by;
  if (Array.isArray(value))
    return value.map((member: unknown, index) =>
      String(index) === name ? replaced(member, rest, by) : member,
    );
  if (typeof value !== 'object' || value === null) throw new Error(`no place ${name}`);
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, key === name ? replaced(member, rest, by) : member]),
  );
}
