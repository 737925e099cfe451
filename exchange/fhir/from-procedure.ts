import { notGiven } from '#domain/kernel/not-given.ts';
import { parseTooth } from '#domain/kernel/tooth.ts';
import type { ImportMessage } from './from-outcome.ts';
import {
  becameHistory,
  dayAndFlags,
  keptOnly,
  rejected,
  sensitivityFlags,
  withdrawnHistory,
  type Mapping,
  type Scene,
} from './from-scene.ts';
import { flag } from './from-words.ts';
import { containedOf } from './read-references.ts';
import type { FhirConcept, Known } from './read-shapes.ts';
import { cdtSystems, clip, codingsOf, conceptText, filled, systems } from './read-values.ts';

const bodySiteExtension = 'http://hl7.org/fhir/StructureDefinition/bodySite';

export function fromProcedure(resource: Known<'Procedure'>, scene: Scene): Mapping {
  const text = conceptText(resource.code, 400);
  const status = clip(resource.status ?? '', 40);
  if (status === 'entered-in-error')
    return rejected(text, 'enteredInError', withdrawnHistory(scene, 'entered-in-error'));
  if (status === 'not-done') return rejected(text, 'notDone', withdrawnHistory(scene, 'not-done'));
  const [on, dayFlags] = dayAndFlags(
    'performed',
    resource.performedDateTime ?? resource.performedPeriod?.start,
  );
  const site = siteOf(resource, resource.bodySite, scene);
  return becameHistory(
    scene,
    resource,
    {
      kind: 'procedure',
      text: text ?? notGiven,
      codings: codingsOf(resource.code),
      status,
      ...(site.words === undefined ? {} : { value: site.words }),
      ...(site.tooth === undefined ? {} : { tooth: site.tooth }),
      ...(on === undefined ? {} : { on }),
    },
    [
      ...(text === undefined ? [flag('nothingStated')] : []),
      ...(resource.category || !isDentalProcedure(resource.code) ? [] : [flag('categoryMissing')]),
      ...(status === '' ? [flag('statusUnstated')] : []),
      ...((resource.performedDateTime ?? resource.performedPeriod?.start)
        ? []
        : [flag('dateMissing', { element: 'performed' })]),
      ...site.flags,
      ...dayFlags,
      ...sensitivityFlags(resource, undefined),
    ],
  );
}

/** A dental procedure that was ordered or planned and is no referral: history with the status of an order. */
export function fromProcedureOrder(resource: Known<'ServiceRequest'>, scene: Scene): Mapping {
  const text = conceptText(resource.code, 400);
  const [on, dayFlags] = dayAndFlags('date', resource.occurrenceDateTime ?? resource.authoredOn);
  const site = siteOf(resource, resource.bodySite, scene);
  return becameHistory(
    scene,
    resource,
    {
      kind: 'procedure',
      text: text ?? notGiven,
      codings: codingsOf(resource.code),
      status: clip(`${resource.intent ?? 'order'}: ${resource.status ?? 'unknown'}`, 40),
      ...(site.words === undefined ? {} : { value: site.words }),
      ...(site.tooth === undefined ? {} : { tooth: site.tooth }),
      ...(on === undefined ? {} : { on }),
    },
    [flag('orderedOnly'), ...site.flags, ...dayFlags, ...sensitivityFlags(resource, undefined)],
  );
}

export function isDentalProcedure(concept: FhirConcept | undefined): boolean {
  return (concept?.coding ?? []).some(
    ({ system, code }) => cdtSystems.includes(system ?? '') && code !== undefined,
  );
}

/** A body structure of its own is read where a resource names it. */
export function fromBodyStructure(resource: Known<'BodyStructure'>): Mapping {
  return keptOnly(conceptText(resource.location, 200), 'siteOfResource');
}

interface Site {
  /** Universal number, with the surfaces that are stated by ADA's own codes. */
  readonly tooth: string | undefined;
  readonly words: string | undefined;
  readonly flags: readonly ImportMessage[];
}

/**
 * Where in the mouth: a BodyStructure behind HL7's bodySite extension (dental-data-exchange), or bodySite itself.
 * A tooth number is taken from the Universal system only; SNOMED and SNODENT sites stay words.
 */
function siteOf(
  resource: Known<'Procedure'> | Known<'ServiceRequest'>,
  bodySite: readonly FhirConcept[] | undefined,
  scene: Scene,
): Site {
  const structures = (resource.extension ?? []).flatMap(({ url, valueReference }) => {
    if (url !== bodySiteExtension || !valueReference) return [];
    const contained = containedOf(resource, valueReference, 'BodyStructure');
    const named = scene.entryOf(valueReference, scene.entry)?.known;
    return contained ?? (named?.resourceType === 'BodyStructure' ? named : []);
  });
  const places = [...structures.flatMap(({ location }) => location ?? []), ...(bodySite ?? [])];
  const qualifiers = structures.flatMap(({ locationQualifier }) => locationQualifier ?? []);
  const stated = places.flatMap(({ coding }) =>
    (coding ?? []).flatMap(({ system, code }) => (system === systems.universalTooth ? (code ?? []) : [])),
  );
  const teeth = stated.flatMap((code) => {
    const tooth = parseTooth(code);
    return typeof tooth === 'string' ? [tooth] : [];
  });
  const surfaces = qualifiers
    .flatMap(({ coding }) =>
      (coding ?? []).flatMap(({ system, code }) => (system === systems.toothSurface ? (code ?? []) : [])),
    )
    .join('');
  const words = [...places, ...qualifiers].flatMap((place) => conceptText(place, 140) ?? []).join('; ');
  return {
    tooth: filled([teeth.join(', '), surfaces].join(' '), 40),
    words: filled(words, 300),
    flags: stated
      .filter((code) => typeof parseTooth(code) !== 'string')
      .map((value) => flag('toothUnknown', { value })),
  };
}
