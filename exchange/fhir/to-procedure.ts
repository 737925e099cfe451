import type { BodyStructure, CodeableConcept, Extension, Procedure, ServiceRequest } from 'fhir/r4';
import { parseTooth } from '#domain/kernel/tooth.ts';
import type { HistoryItem } from '#domain/patient/patient-events.ts';
import { absent, concept, dentalCategory, systems } from './fhir-codes.ts';
import { conceptOf, isDental, itemParts, statusIn } from './to-history-item.ts';
import { patientReference } from './to-patient.ts';
import type { Scene } from './to-scene.ts';

/** us-core-7: what is completed or under way says when, or that it is not known when. */
export function procedureOf(scene: Scene, item: HistoryItem): Procedure {
  const status =
    statusIn(
      ['preparation', 'in-progress', 'not-done', 'on-hold', 'stopped', 'completed', 'entered-in-error'],
      item.status,
    ) ?? 'unknown';
  const when = item.on === undefined && (status === 'completed' || status === 'in-progress');
  return {
    resourceType: 'Procedure',
    id: scene.idOf('Procedure', 'history', item.itemId),
    ...siteOf(scene, item),
    status,
    category: isDental(item) ? dentalCategory : undefined,
    code: conceptOf(item),
    subject: patientReference(scene),
    performedDateTime: item.on,
    _performedDateTime: when ? { extension: [absent('unknown')] } : undefined,
  };
}

const requestStatuses = ['draft', 'active', 'on-hold', 'revoked', 'completed', 'entered-in-error'] as const;
const intents = [
  'proposal',
  'plan',
  'directive',
  'order',
  'original-order',
  'reflex-order',
  'filler-order',
  'instance-order',
  'option',
] as const;

/** A procedure that was only ordered or planned; its status in the record is 'order: active'. */
export function orderOf(scene: Scene, item: HistoryItem): ServiceRequest {
  const [intent = '', status = ''] = item.status.split(': ');
  return {
    resourceType: 'ServiceRequest',
    id: scene.idOf('ServiceRequest', 'history', item.itemId),
    ...siteOf(scene, item),
    status: statusIn(requestStatuses, status) ?? 'unknown',
    intent: statusIn(intents, intent) ?? 'order',
    category: isDental(item) ? [dentalCategory] : [],
    code: conceptOf(item),
    subject: patientReference(scene),
    occurrenceDateTime: item.on,
  };
}

interface Site {
  readonly contained?: BodyStructure[];
  readonly bodySite?: CodeableConcept[];
  readonly extension: Extension[];
}

/**
 * Where in the mouth. One place is said as dental-data-exchange does: a contained BodyStructure with the tooth and
 * its surfaces, behind HL7's bodySite extension, which may stand once. Several teeth are a bodySite each.
 */
function siteOf(scene: Scene, item: HistoryItem): Site {
  const { extension, ...labels } = itemParts(scene, item);
  const { teeth, surfaces, words } = placeOf(item);
  const text = words === '' ? undefined : words;
  const sites = teeth.map((tooth) => concept(systems.tooth, tooth));
  if (sites.length > 1)
    return { ...labels, extension, bodySite: [...sites, ...(text === undefined ? [] : [{ text }])] };
  if (sites.length + words.length === 0) return { ...labels, extension };
  const site: BodyStructure = {
    resourceType: 'BodyStructure',
    id: 'site',
    location: { ...sites[0], text },
    locationQualifier: surfaces.map((surface) => concept(systems.surface, surface)),
    patient: patientReference(scene),
  };
  const valueReference = { reference: '#site' };
  return {
    ...labels,
    contained: [site],
    extension: [...extension, { url: 'http://hl7.org/fhir/StructureDefinition/bodySite', valueReference }],
  };
}

/** The record has teeth with surfaces as '14, 15 MO', and the place in words, which may repeat them. */
function placeOf({ tooth = '', value = '' }: HistoryItem) {
  const [, before, letters = ''] = /^(.*[^,]) ([BDFILMO]{1,5})$/.exec(tooth) ?? [];
  const stated = (before ?? tooth).split(', ').map((each) => parseTooth(each));
  const teeth = stated.filter((each) => typeof each === 'string');
  const surfaces = [...letters];
  const said: readonly string[] = [...teeth, ...surfaces];
  const words = value.split('; ').filter((word) => word !== '' && !said.includes(word));
  // What is no tooth number, or surfaces of several teeth, stays in words.
  const read = teeth.length === stated.length && (teeth.length === 1 || letters === '');
  if (!read && tooth !== '' && !words.includes(tooth)) words.push(tooth);
  return { teeth, surfaces, words: words.join('; ') };
}
