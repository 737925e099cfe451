import type { DataCategory } from '#domain/consent/consent.ts';
import type { FhirCoding } from './read-shapes.ts';
import { systems } from './read-values.ts';

/** Labels by which a sender says that a resource is sensitive. Source: HL7 v3 ActCode, ActInformationSensitivityPolicy and ActUSPrivacyLaw. */
const labels: Readonly<Record<string, DataCategory>> = {
  '42CFRPart2': 'substance-use-treatment',
  ETH: 'substance-use-treatment',
  ETHUD: 'substance-use-treatment',
  OPIOIDUD: 'substance-use-treatment',
  SUD: 'substance-use-treatment',
  PSYTHPN: 'psychotherapy-notes',
  BH: 'mental-health',
  MH: 'mental-health',
  PSY: 'mental-health',
  EMOTDIS: 'mental-health',
  HIV: 'hiv',
  SEX: 'reproductive-health',
  PREGNANT: 'reproductive-health',
  GDIS: 'genetic',
};

export function sensitivityOfLabels(security: readonly FhirCoding[] | undefined): DataCategory | undefined {
  const found = (security ?? []).find(
    ({ system, code }) => system === systems.actCode && code !== undefined && Object.hasOwn(labels, code),
  );
  return found?.code === undefined ? undefined : labels[found.code];
}

/** A label that asks for restraint without naming a category. Source: HL7 v3 Confidentiality, codes R and V. */
export function isRestricted(security: readonly FhirCoding[] | undefined): boolean {
  return (security ?? []).some(
    ({ system, code }) =>
      system === 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality' && (code === 'R' || code === 'V'),
  );
}
