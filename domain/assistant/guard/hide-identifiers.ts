import type { RecordedEvent } from '../../audit/event.ts';

/** Members of an event's data that name or reach a person, whatever the event is. */
const identifying = new Set([
  'firstName',
  'lastName',
  'middleName',
  'name',
  'signerName',
  'toldBy',
  'toldTo',
  'representative',
  'organization',
  'memberId',
  'npi',
  'value',
  'routeValue',
  'birthDate',
  'line1',
  'line2',
  'city',
  'postalCode',
  'reference',
  'groupNumber',
  'payerClaimNumber',
  'telephone',
  'recipientName',
]);
const shortest = 3;

/** What in these events names or reaches somebody, the longest first; names also word by word. */
export function identifiersIn(events: readonly RecordedEvent[]): readonly string[] {
  const found = new Set<string>();
  for (const { data, who } of events) {
    collect(data, found);
    found.add(who.name);
  }
  for (const name of [...found])
    for (const word of name.split(/[\s,]+/)) if (/^\p{Lu}[\p{L}'’-]{2,}$/u.test(word)) found.add(word);
  return [...found]
    .filter((text) => text.trim().length >= shortest)
    .sort((one, other) => other.length - one.length);
}

function collect(value: unknown, found: Set<string>): void {
  if (Array.isArray(value)) return value.forEach((item) => collect(item, found));
  if (typeof value !== 'object' || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    if (typeof member === 'string') {
      if (identifying.has(name)) found.add(member);
    } else collect(member, found);
  }
}

export interface Hidden {
  /** The text with every identifier as a token such as `[[3]]`; the same one is the same token throughout. */
  readonly hide: (text: string) => string;
  /** Puts the identifiers back; a token that was never given stays as it is. */
  readonly reveal: (text: string) => string;
}

/** Days of a person's care and long numbers, whatever they are of: NPI, tax, member, account. */
const dayOrNumber = /(?<![\d-])(?:\d{4}-\d{2}-\d{2}|\d{9,})(?![\d-])/g;

export function hiding(identifiers: readonly string[]): Hidden {
  const tokens = new Map<string, string>();
  const originals = new Map<string, string>();
  const tokenOf = (text: string) => {
    const known = tokens.get(text.toLowerCase());
    const token = known ?? `[[${tokens.size + 1}]]`;
    if (known === undefined) {
      tokens.set(text.toLowerCase(), token);
      originals.set(token, text);
    }
    return token;
  };
  for (const text of identifiers) tokenOf(text);
  const pattern =
    identifiers.length === 0
      ? undefined
      : new RegExp(`(?<![\\p{L}\\d])(?:${identifiers.map(escaped).join('|')})(?![\\p{L}\\d])`, 'giu');
  return {
    hide: (text) => (pattern ? text.replaceAll(pattern, tokenOf).replaceAll(dayOrNumber, tokenOf) : text),
    reveal: (text) => text.replaceAll(/\[\[\d+\]\]/g, (token) => originals.get(token) ?? token),
  };
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
