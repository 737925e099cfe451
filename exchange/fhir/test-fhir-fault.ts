/** What can be wrong in a resource that we write; each has a test that plants it and finds it. */
export const fhirFaultCodes = [
  'not-a-resource',
  'required',
  'code',
  'empty',
  'id',
  'full-url',
  'duplicate',
  'reference',
  'reference-type',
  'contained',
  'date',
  'currency',
  'coding',
  'extension',
  'identifier',
  'nomenclature',
  'invariant',
  'profile',
  'balance',
  'sequence',
  'tooth-on-coordination',
] as const;
export type FhirFaultCode = (typeof fhirFaultCodes)[number];

export interface FhirFault {
  readonly code: FhirFaultCode;
  /** Where in the JSON: 'Bundle.entry[3].resource.status'. */
  readonly path: string;
  readonly what: string;
}
