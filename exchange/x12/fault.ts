import type { Segment } from './tokenize.ts';

/** What can be wrong in an 837D, in our words; each has a test that plants it and finds it. */
export const faultCodes = [
  'out-of-order',
  'unexpected-segment',
  'too-many',
  'missing',
  'control-number',
  'segment-count',
  'version',
  'hierarchy',
  'characters',
  'small-letters',
  'element-length',
  'element-form',
  'element-missing',
  'element-not-used',
  'postal-code',
  'npi',
  'patient-place',
  'other-payer',
  'other-payer-balance',
  'total',
  'diagnosis',
  'diagnosis-pointer',
  'place-of-service',
  'procedure-code',
  'frequency',
  'payer-claim-number',
  'service-date',
  'line-numbers',
  'tooth-on-coordination',
  'duplicate-qualifier',
] as const;
export type FaultCode = (typeof faultCodes)[number];

/** Something wrong in a file, with its place: `segment` counts from 1, `offset` is in bytes from the start. */
export interface Fault {
  readonly code: FaultCode;
  readonly segment: number;
  readonly offset: number;
  readonly what: string;
}

export function faultAt(segment: Segment, code: FaultCode, what: string): Fault {
  return { code, segment: segment.number, offset: segment.offset, what };
}
