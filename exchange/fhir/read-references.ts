import type { Entry } from './read-bundle.ts';
import { hasForm, type Known, type KnownType, type FhirReference } from './read-shapes.ts';

/** Finds what a reference names inside the file. */
export interface ReferenceIndex {
  /** The entry that is named, or undefined when the file does not hold it. */
  readonly entryOf: (reference: FhirReference | undefined, from: Entry) => Entry | undefined;
}

/**
 * Absolute and urn references meet an entry's fullUrl; relative ones are read against the fullUrl of the
 * resource that holds them, then against ResourceType/id within the file; conditional ones
 * ('Practitioner?identifier=system|value') and logical ones meet a stated identifier.
 * Source: FHIR R4, bundle.html "Resolving references in Bundles".
 * An address that two different entries share names neither.
 */
export function indexReferences(entries: readonly Entry[]): ReferenceIndex {
  const byUrl = new Map<string, Entry | null>();
  const byPath = new Map<string, Entry | null>();
  const byIdentifier = new Map<string, Entry | null>();
  const add = (map: Map<string, Entry | null>, key: string, entry: Entry) => {
    const there = map.get(key);
    map.set(key, there === undefined || there === entry ? entry : null);
  };
  for (const entry of entries) {
    if (entry.fullUrl !== undefined) {
      add(byUrl, withoutVersion(entry.fullUrl), entry);
      const path = tailOf(entry.fullUrl);
      if (path !== undefined) add(byPath, path, entry);
    }
    if (entry.id !== undefined) add(byPath, `${entry.resourceType}/${entry.id}`, entry);
    for (const { system, value } of identifiersOf(entry))
      add(byIdentifier, `${entry.resourceType}?${system}|${value}`, entry);
  }
  return {
    entryOf(reference, from) {
      const stated = reference?.reference;
      if (stated === undefined || stated.startsWith('#')) {
        const logical = reference?.identifier;
        return logical?.value !== undefined && reference?.type !== undefined
          ? (byIdentifier.get(`${reference.type}?${logical.system ?? ''}|${logical.value}`) ?? undefined)
          : undefined;
      }
      const address = withoutVersion(stated);
      const conditional = /^(\w+)\?identifier=(.*)$/.exec(address);
      if (conditional)
        return byIdentifier.get(`${conditional[1]}?${decode(conditional[2] ?? '')}`) ?? undefined;
      if (isAbsolute(address)) return byUrl.get(address) ?? undefined;
      const base = baseOf(from);
      return (base !== undefined ? byUrl.get(base + address) : undefined) ?? byPath.get(address) ?? undefined;
    },
  };
}

/** The contained resource that '#id' names, when it is of this type and readable. */
export function containedOf<Name extends KnownType>(
  holder: { readonly contained?: readonly { readonly resourceType: string; readonly id?: string }[] },
  reference: FhirReference | undefined,
  type: Name,
): Known<Name> | undefined {
  const id = reference?.reference?.startsWith('#') ? reference.reference.slice(1) : undefined;
  const found = holder.contained?.find((resource) => id !== undefined && resource.id === id);
  return hasForm(type, found) ? found : undefined;
}

export function isAbsolute(address: string): boolean {
  return /^(https?|urn):/i.test(address);
}

/** 'http://host/fhir/' of 'http://host/fhir/Patient/1', against which the resource's relative references are read. */
export function baseOf(entry: Entry): string | undefined {
  const url = entry.fullUrl;
  const tail = url !== undefined && /^https?:/i.test(url) ? tailOf(url) : undefined;
  return url !== undefined && tail !== undefined ? withoutVersion(url).slice(0, -tail.length) : undefined;
}

function tailOf(url: string): string | undefined {
  return /(?:^|\/)([A-Z][A-Za-z]+\/[A-Za-z0-9.-]+)$/.exec(withoutVersion(url))?.[1];
}

export function withoutVersion(address: string): string {
  return address.replace(/\/_history\/[^/]*$/, '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray percent sign: the text is meant as it stands
  }
}

function identifiersOf(entry: Entry): readonly { readonly system: string; readonly value: string }[] {
  const known = entry.known;
  switch (known?.resourceType) {
    case 'Patient':
    case 'RelatedPerson':
    case 'Coverage':
    case 'Practitioner':
    case 'PractitionerRole':
    case 'Organization':
      return (known.identifier ?? []).flatMap(({ system, value }) =>
        value === undefined ? [] : [{ system: system ?? '', value }],
      );
    default:
      return [];
  }
}
