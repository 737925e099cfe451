import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { JsonObject } from './read-json.ts';

/** Resource types that R4 no longer has or does not have yet. Source: HL7 R4 "Resource Type changes" pages. */
const otherVersionTypes: Readonly<Record<string, string>> = {
  ReferralRequest: 'STU3',
  ProcedureRequest: 'STU3',
  EligibilityRequest: 'STU3',
  EligibilityResponse: 'STU3',
  BodySite: 'STU3',
  ImagingManifest: 'STU3',
  ProcessRequest: 'STU3',
  ProcessResponse: 'STU3',
  DataElement: 'STU3',
  ExpansionProfile: 'STU3',
  ServiceDefinition: 'STU3',
  DeviceComponent: 'STU3',
  MedicationOrder: 'DSTU2',
  DiagnosticOrder: 'DSTU2',
  Conformance: 'DSTU2',
  DeviceUseRequest: 'DSTU2',
  ImagingObjectSelection: 'DSTU2',
};

interface Sign {
  readonly element: string;
  readonly version: string;
  readonly fits: (value: unknown) => boolean;
}

const isText = (value: unknown) => typeof value === 'string';
const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isCodeableReference = (value: unknown) =>
  typeof value === 'object' && value !== null && ('concept' in value || 'reference' in value);
const isThere = (value: unknown) => value !== undefined;

/** Elements that another version has and R4 has not, or that have another form there. Source: R4 and R5 diff pages of each resource. */
const signs: Readonly<Record<string, readonly Sign[]>> = {
  Condition: [
    { element: 'clinicalStatus', version: 'STU3', fits: isText },
    { element: 'verificationStatus', version: 'STU3', fits: isText },
    { element: 'assertedDate', version: 'STU3', fits: isThere },
    { element: 'participant', version: 'R5', fits: isThere },
  ],
  AllergyIntolerance: [
    { element: 'clinicalStatus', version: 'STU3', fits: isText },
    { element: 'verificationStatus', version: 'STU3', fits: isText },
    { element: 'assertedDate', version: 'STU3', fits: isThere },
    { element: 'participant', version: 'R5', fits: isThere },
    { element: 'type', version: 'R5', fits: isObject },
  ],
  MedicationRequest: [
    { element: 'context', version: 'STU3', fits: isThere },
    { element: 'medication', version: 'R5', fits: isObject },
    { element: 'reason', version: 'R5', fits: isThere },
  ],
  MedicationStatement: [
    { element: 'taken', version: 'STU3', fits: isThere },
    { element: 'medication', version: 'R5', fits: isObject },
    { element: 'reason', version: 'R5', fits: isThere },
  ],
  Observation: [{ element: 'context', version: 'STU3', fits: isThere }],
  Procedure: [
    { element: 'context', version: 'STU3', fits: isThere },
    { element: 'notDone', version: 'STU3', fits: isThere },
    { element: 'occurrenceDateTime', version: 'R5', fits: isThere },
    { element: 'reason', version: 'R5', fits: isThere },
  ],
  Patient: [{ element: 'animal', version: 'STU3', fits: isThere }],
  Coverage: [
    { element: 'grouping', version: 'STU3', fits: isThere },
    { element: 'insurer', version: 'R5', fits: isThere },
    { element: 'kind', version: 'R5', fits: isThere },
  ],
  Immunization: [{ element: 'notGiven', version: 'STU3', fits: isThere }],
  Communication: [
    { element: 'context', version: 'STU3', fits: isThere },
    { element: 'notDone', version: 'STU3', fits: isThere },
    { element: 'reason', version: 'R5', fits: isThere },
  ],
  ServiceRequest: [
    { element: 'code', version: 'R5', fits: isCodeableReference },
    { element: 'reason', version: 'R5', fits: isThere },
  ],
};

/** Reading another version as R4 would lose meaning without a word, so the file is refused. */
export function otherVersion(type: string, resource: JsonObject, place: string): Refusal | undefined {
  const typeOf = Object.hasOwn(otherVersionTypes, type) ? otherVersionTypes[type] : undefined;
  if (typeOf !== undefined) return refuseVersion(typeOf, type, `${place}.resourceType`);
  const sign = (Object.hasOwn(signs, type) ? signs[type] : undefined)?.find(({ element, fits }) =>
    fits(resource[element]),
  );
  return sign && refuseVersion(sign.version, `${type}.${sign.element}`, `${place}.${sign.element}`);
}

function refuseVersion(version: string, what: string, at: string): Refusal {
  return refuse('fhir/version', { version, at, what }, at);
}
