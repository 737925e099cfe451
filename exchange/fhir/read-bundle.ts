import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { readJson, type JsonObject, type JsonValue } from './read-json.ts';
import { hasForm, isKnownType, shapeProblems, type KnownResource } from './read-shapes.ts';
import { otherVersion } from './read-version.ts';

/** Bundles that hold resources to record. A history or a response says what a server did, and a message asks for an answer. */
const bundleTypes = ['transaction', 'batch', 'collection', 'document', 'searchset'] as const;

/** One resource of the file; or an entry without one. */
export interface Entry {
  /** 'Bundle.entry[3].resource', or the resource type of a single resource. */
  readonly place: string;
  readonly resourceType: string;
  readonly id: string | undefined;
  /** As stated; undefined for a single resource. */
  readonly fullUrl: string | undefined;
  /** The HTTP verb of a transaction or batch. */
  readonly method: string | undefined;
  readonly resource: JsonObject;
  /** The same, when it is of a type that we translate. */
  readonly known: KnownResource | undefined;
  /** Word for word, without white space between the tokens. */
  readonly text: string;
}

export interface FhirFile {
  readonly kind: 'bundle' | 'single';
  readonly entries: readonly Entry[];
  /** Places of entries that hold no resource. */
  readonly empty: readonly string[];
  /** A decimal as it was written, with its trailing zeros; undefined when the object does not state it. */
  readonly numberAsWritten: (object: object, name: string) => string | undefined;
}

/** Text of a file -> its resources, each of readable form; or the place where the file is broken. */
export function readFhir(text: string): FhirFile | Refusal {
  const document = readJson(text);
  if ('refused' in document) return document;
  const root = document.value;
  if (!isObject(root)) return refuse('fhir/not-an-object', {}, 'line 1, column 1');
  const numberAsWritten = (object: object, name: string) =>
    new RegExp(`"${name}":(-?[0-9.eE+-]+)`).exec(document.textOf(object))?.[1];
  if (root['resourceType'] !== 'Bundle') {
    const only = readEntry(root, undefined, document.textOf);
    return 'refused' in only ? only : { kind: 'single', entries: [only], empty: [], numberAsWritten };
  }
  const type = root['type'];
  if (!bundleTypes.some((known) => known === type)) return refuseBundleType(type);
  const listed = root['entry'] ?? [];
  if (!Array.isArray(listed)) return wrongForm('Bundle.entry', 'must be array');
  const entries: Entry[] = [];
  const empty: string[] = [];
  for (const [index, item] of (listed as readonly JsonValue[]).entries()) {
    const place = `Bundle.entry[${index}]`;
    if (!isObject(item)) return wrongForm(place, 'must be object');
    if (item['resource'] === undefined) {
      empty.push(place);
      continue;
    }
    if (!isObject(item['resource'])) return wrongForm(`${place}.resource`, 'must be object');
    const wrapper = readWrapper(item, place);
    if ('refused' in wrapper) return wrapper;
    const entry = readEntry(item['resource'], wrapper, document.textOf);
    if ('refused' in entry) return entry;
    entries.push(entry);
  }
  return { kind: 'bundle', entries, empty, numberAsWritten };
}

interface Wrapper {
  readonly place: string;
  readonly fullUrl: string | undefined;
  readonly method: string | undefined;
}

function readWrapper(item: JsonObject, place: string): Wrapper | Refusal {
  const fullUrl = item['fullUrl'];
  if (fullUrl !== undefined && typeof fullUrl !== 'string')
    return wrongForm(`${place}.fullUrl`, 'must be string');
  const request = item['request'];
  const method = isObject(request) ? request['method'] : undefined;
  return { place: `${place}.resource`, fullUrl, method: typeof method === 'string' ? method : undefined };
}

function readEntry(
  resource: JsonObject,
  wrapper: Wrapper | undefined,
  textOf: (object: object) => string,
): Entry | Refusal {
  const type = resource['resourceType'];
  if (typeof type !== 'string' || !/^[A-Z][A-Za-z]{1,63}$/.test(type)) {
    const at = wrapper ? `${wrapper.place}.resourceType` : 'resourceType';
    return type === undefined
      ? refuse('fhir/not-fhir', { at }, at)
      : refuse('fhir/no-resource-type', { at, type: JSON.stringify(type) }, at);
  }
  const place = wrapper?.place ?? type;
  const old = otherVersion(type, resource, place);
  if (old) return old;
  const id = resource['id'];
  if (id !== undefined && typeof id !== 'string') return wrongForm(`${place}.id`, 'must be string');
  let known: KnownResource | undefined;
  if (isKnownType(type)) {
    if (hasForm(type, resource)) known = resource;
    else {
      const problem = shapeProblems(type, resource)[0];
      return wrongForm(`${place}${pathOf(problem?.instancePath ?? '')}`, problem?.message ?? 'unreadable');
    }
  }
  return {
    place,
    resourceType: type,
    id,
    fullUrl: wrapper?.fullUrl,
    method: wrapper?.method,
    resource,
    known,
    text: textOf(resource),
  };
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** '/name/0/family' -> '.name[0].family' */
function pathOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`))
    .join('');
}

function wrongForm(at: string, detail: string): Refusal {
  return refuse('fhir/form', { at, detail }, at);
}

function refuseBundleType(type: JsonValue | undefined): Refusal {
  return type === undefined
    ? refuse('fhir/bundle-without-type', { types: bundleTypes }, 'Bundle.type')
    : refuse('fhir/bundle-type', { type: JSON.stringify(type), types: bundleTypes }, 'Bundle.type');
}
