export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Canonical JSON (RFC 8785): keys sorted by UTF-16 code units, no white space, ECMAScript number form.
 * Undefined members are left out, as JSON itself does. Throws on what JSON has no form for: NaN,
 * infinities, lone surrogates, functions, bigints.
 */
export function canonicalJson(value: unknown): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'boolean':
      return String(value);
    case 'number':
      if (!Number.isFinite(value)) throw new Error('canonical JSON has no form for NaN and infinities');
      return JSON.stringify(value);
    case 'string':
      if (!value.isWellFormed()) throw new Error('canonical JSON has no form for a lone surrogate');
      return JSON.stringify(value);
    case 'object':
      return Array.isArray(value) ? `[${value.map(canonicalJson).join(',')}]` : canonicalObject(value);
    default:
      throw new Error(`canonical JSON has no form for a ${typeof value}`);
  }
}

function canonicalObject(value: object): string {
  const members = new Map<string, unknown>(Object.entries(value));
  return `{${[...members.keys()]
    .sort()
    .filter((key) => members.get(key) !== undefined)
    .map((key) => `${JSON.stringify(key)}:${canonicalJson(members.get(key))}`)
    .join(',')}}`;
}
