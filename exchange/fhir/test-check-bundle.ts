import { checkForms } from './test-check-forms.ts';
import { checkInvariants } from './test-check-invariants.ts';
import type { FhirFault } from './test-fhir-fault.ts';
import { resourceShapes } from './test-required-elements.ts';
import { isObject, type JsonObject, listOf, objectsIn, textOf, valuesAt, walk } from './test-walk-json.ts';

/**
 * Checks a FHIR R4 Bundle, or a single resource, of the kinds that we write: required elements and codes,
 * references that resolve to the right type, contained resources (dom-2, dom-3), ids and addresses, dates,
 * money, codings, and the invariants of base R4 that can be broken by what we write. It is light on purpose: a
 * full validator needs the definitions of all profiles. Reads plain JSON, and shares nothing with the writer.
 */
export function checkFhir(document: unknown): FhirFault[] {
  if (!isObject(document) || textOf(document['resourceType']) === '')
    return [{ code: 'not-a-resource', path: '', what: 'This is no FHIR resource.' }];
  if (document['resourceType'] !== 'Bundle')
    return [...checkResource(document, textOf(document['resourceType']), new Map()), ...checkForms(document)];
  return [
    ...checkResource(document, 'Bundle', new Map()),
    ...checkEntries(document),
    ...checkForms(document),
  ];
}

function checkEntries(bundle: JsonObject): FhirFault[] {
  const faults: FhirFault[] = [];
  const types = new Map<string, string>();
  for (const [index, entry] of objectsIn(bundle['entry']).entries()) {
    const path = `Bundle.entry[${index}]`;
    const resource = entry['resource'];
    if (!isObject(resource)) {
      faults.push({ code: 'required', path, what: 'The entry has no resource.' });
      continue;
    }
    const address = `${textOf(resource['resourceType'])}/${textOf(resource['id'])}`;
    const fullUrl = textOf(entry['fullUrl']);
    if (
      !/^(https?:\/\/|urn:)/.test(fullUrl) ||
      (fullUrl.startsWith('http') && !fullUrl.endsWith(`/${address}`))
    )
      faults.push({
        code: 'full-url',
        path,
        what: `The address "${fullUrl}" does not belong to ${address}.`,
      });
    if (types.has(address) || types.has(fullUrl))
      faults.push({ code: 'duplicate', path, what: `${address} stands twice.` });
    types.set(address, textOf(resource['resourceType']));
    types.set(fullUrl, textOf(resource['resourceType']));
  }
  for (const [index, entry] of objectsIn(bundle['entry']).entries())
    if (isObject(entry['resource']))
      faults.push(...checkResource(entry['resource'], `Bundle.entry[${index}].resource`, types));
  return faults;
}

/** `types` maps what a reference may say to the type of the resource that is there. */
function checkResource(resource: JsonObject, path: string, types: ReadonlyMap<string, string>): FhirFault[] {
  const type = textOf(resource['resourceType']);
  const shape = resourceShapes[type];
  if (!shape) return [{ code: 'not-a-resource', path, what: `"${type}" is no resource that we write.` }];
  const faults: FhirFault[] = [];
  if (type !== 'Bundle' && !/^[A-Za-z0-9.-]{1,64}$/.test(textOf(resource['id'])))
    faults.push({ code: 'id', path: `${path}.id`, what: `"${textOf(resource['id'])}" is no FHIR id.` });
  for (const required of shape.required) faults.push(...checkRequired(resource, required, path));
  for (const [element, codes] of Object.entries(shape.codes))
    for (const value of valuesAt(resource, element))
      if (!codes.includes(textOf(value)))
        faults.push({
          code: 'code',
          path: `${path}.${element}`,
          what: `"${textOf(value)}" is not in the list.`,
        });
  if (type === 'Bundle') return faults;
  const contained = objectsIn(resource['contained']);
  const known = new Map(types);
  for (const inner of contained) known.set(`#${textOf(inner['id'])}`, textOf(inner['resourceType']));
  return [
    ...faults,
    ...checkReferences(resource, path, known),
    ...checkTargets(resource, shape.targets, path, known),
    ...checkContained(resource, contained, path, known),
    ...checkInvariants(resource, path),
  ];
}

function checkRequired(resource: JsonObject, element: string, path: string): FhirFault[] {
  const names = element.split('.');
  const last = names.pop() ?? '';
  const parents = names.length === 0 ? [resource] : valuesAt(resource, names.join('.')).filter(isObject);
  return parents
    .filter((parent) => listOf(parent[last]).length === 0)
    .map(() => ({ code: 'required', path: `${path}.${element}`, what: `${element} is required.` }));
}

function checkReferences(
  resource: JsonObject,
  path: string,
  known: ReadonlyMap<string, string>,
): FhirFault[] {
  const { contained: _contained, ...own } = resource;
  return [...walk(own, path)].flatMap(({ path: place, value }) => {
    if (!isObject(value) || typeof value['reference'] !== 'string') return [];
    const target = value['reference'];
    return known.has(target)
      ? []
      : [{ code: 'reference' as const, path: place, what: `"${target}" leads nowhere.` }];
  });
}

function checkTargets(
  resource: JsonObject,
  targets: Readonly<Record<string, readonly string[]>>,
  path: string,
  known: ReadonlyMap<string, string>,
): FhirFault[] {
  return Object.entries(targets).flatMap(([element, allowed]) =>
    valuesAt(resource, element).flatMap((value) => {
      const type = isObject(value) ? known.get(textOf(value['reference'])) : undefined;
      return type === undefined || allowed.includes(type)
        ? []
        : [
            {
              code: 'reference-type' as const,
              path: `${path}.${element}`,
              what: `A ${type} cannot stand here.`,
            },
          ];
    }),
  );
}

/** dom-2: no contained in contained; dom-3: what is contained is referred to. */
function checkContained(
  resource: JsonObject,
  contained: readonly JsonObject[],
  path: string,
  known: ReadonlyMap<string, string>,
): FhirFault[] {
  const referred = new Set(
    [...walk(resource, path)].flatMap(({ value }) => (isObject(value) ? [textOf(value['reference'])] : [])),
  );
  return contained.flatMap((inner, index) => {
    const place = `${path}.contained[${index}]`;
    const id = textOf(inner['id']);
    const faults = checkResource({ ...inner, contained: undefined }, place, known);
    if (!referred.has(`#${id}`))
      faults.push({ code: 'contained', path: place, what: `Nothing refers to the contained "${id}".` });
    if (inner['contained'] !== undefined || isObject(inner['meta']))
      faults.push({
        code: 'contained',
        path: place,
        what: 'A contained resource contains none and has no meta.',
      });
    return faults;
  });
}
