import { checkUsCore } from './test-check-us-core.ts';
import type { FhirFault } from './test-fhir-fault.ts';
import { codesOf, type JsonObject, isObject, objectsIn, textOf, valuesAt } from './test-walk-json.ts';

/** Invariants of base R4 and of money, by resource; `key` is HL7's name where there is one. */
export function checkInvariants(resource: JsonObject, path: string): FhirFault[] {
  return [...checkBase(resource, path), ...checkUsCore(resource, path)];
}

function checkBase(resource: JsonObject, path: string): FhirFault[] {
  const broken = (what: string): FhirFault => ({ code: 'invariant', path, what });
  switch (resource['resourceType']) {
    case 'Consent':
      return resource['policyRule'] === undefined && resource['policy'] === undefined
        ? [broken('ppc-1: a policy or a policyRule is needed.')]
        : [];
    case 'Task':
      return textOf(resource['lastModified']) !== '' &&
        textOf(resource['authoredOn']) !== '' &&
        Date.parse(textOf(resource['lastModified'])) < Date.parse(textOf(resource['authoredOn']))
        ? [broken('inv-1: lastModified lies before authoredOn.')]
        : [];
    case 'Condition':
      return resource['abatementDateTime'] !== undefined &&
        codesOf(resource['clinicalStatus']).includes('active')
        ? [broken('con-4: what has abated is not active.')]
        : [];
    case 'CarePlan':
      return checkCarePlan(resource, path);
    case 'Claim':
      return checkClaim(resource, path);
    default:
      return [];
  }
}

function checkCarePlan(plan: JsonObject, path: string): FhirFault[] {
  const faults: FhirFault[] = [];
  const both = objectsIn(plan['activity']).some(
    (activity) => activity['detail'] !== undefined && activity['reference'] !== undefined,
  );
  if (both) faults.push({ code: 'invariant', path, what: 'cpl-3: detail and reference exclude each other.' });
  const text = plan['text'];
  const div = isObject(text) ? textOf(text['div']) : '';
  const wellFormed =
    /^<div xmlns="http:\/\/www\.w3\.org\/1999\/xhtml">.*\S.*<\/div>$/s.test(div) && isBalanced(div);
  if (isObject(text) && !wellFormed)
    faults.push({
      code: 'invariant',
      path: `${path}.text`,
      what: 'txt-1: the text is not well-formed XHTML.',
    });
  return faults;
}

/** Tags that open and close in turn, and no bare '<' or '&'. */
function isBalanced(html: string): boolean {
  const open: string[] = [];
  for (const [, closing, name = ''] of html.matchAll(/<(\/?)([a-z]+)(?: [a-z]+="[^"<]*")*>/g)) {
    if (closing === '') open.push(name);
    else if (open.pop() !== name) return false;
  }
  const bare = html.replace(/<\/?[a-z]+(?: [a-z]+="[^"<]*")*>/g, '').replace(/&(amp|lt|gt|quot|#\d+);/g, '');
  return open.length === 0 && !/[<>&]/.test(bare);
}

function checkClaim(claim: JsonObject, path: string): FhirFault[] {
  const faults: FhirFault[] = [];
  const items = objectsIn(claim['item']);
  const sum = items.reduce((total, item) => total + centsOf(item['net']), 0);
  if (sum !== centsOf(claim['total']))
    faults.push({ code: 'balance', path, what: `The total is not the sum of the items, ${sum} cents.` });
  for (const [list, pointer] of sequencePointers) {
    const known = new Set(valuesAt(claim, `${list}.sequence`));
    if (known.size !== objectsIn(claim[list]).length)
      faults.push({ code: 'sequence', path: `${path}.${list}`, what: 'A sequence number stands twice.' });
    if (pointer !== undefined && valuesAt(claim, `item.${pointer}`).some((number) => !known.has(number)))
      faults.push({ code: 'sequence', path: `${path}.item.${pointer}`, what: `It points beyond ${list}.` });
  }
  for (const [index, item] of items.entries()) {
    const coordination = codesOf(item['productOrService']).some((code) => /^D999\d$/.test(code));
    if (coordination && (item['bodySite'] !== undefined || item['subSite'] !== undefined))
      faults.push({
        code: 'tooth-on-coordination',
        path: `${path}.item[${index}]`,
        what: 'A coordination item names a body site.',
      });
  }
  return faults;
}

const sequencePointers = [
  ['item', undefined],
  ['careTeam', 'careTeamSequence'],
  ['diagnosis', 'diagnosisSequence'],
  ['supportingInfo', 'informationSequence'],
  ['insurance', undefined],
] as const;

function centsOf(money: unknown): number {
  return isObject(money) && typeof money['value'] === 'number' ? Math.round(money['value'] * 100) : 0;
}
