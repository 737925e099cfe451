import type { DataCategory } from '#domain/consent/consent.ts';
import type { DiagnosisCode } from '#domain/kernel/diagnosis-code.ts';
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

interface Block {
  readonly from: string;
  readonly through: string;
  readonly category: DataCategory;
}

/**
 * Blocks of the ICD-10-CM tabular list whose heading alone says what they are about; the first that fits counts.
 * Left out on purpose: F17 (42 CFR 2.11 excludes tobacco), F01-F09 and F70-F89 (dementia, intellectual and
 * developmental conditions, which a team that cares for special needs must know).
 */
const blocks: readonly Block[] = [
  { from: 'B20', through: 'B20', category: 'hiv' },
  { from: 'R75', through: 'R75', category: 'hiv' },
  { from: 'Z21', through: 'Z21', category: 'hiv' },
  { from: 'F10', through: 'F16', category: 'substance-use-treatment' },
  { from: 'F18', through: 'F19', category: 'substance-use-treatment' },
  { from: 'F20', through: 'F69', category: 'mental-health' },
  { from: 'F90', through: 'F99', category: 'mental-health' },
  { from: 'O00', through: 'O9A', category: 'reproductive-health' },
  { from: 'Z14', through: 'Z15', category: 'genetic' },
  { from: 'Z30', through: 'Z39', category: 'reproductive-health' },
];

/** A category follows from a stated ICD-10-CM code only; it is never guessed from words, medications or other code systems. */
export function sensitivityOfDiagnosis(code: DiagnosisCode | undefined): DataCategory | undefined {
  const head = code?.slice(0, 3);
  if (head === undefined) return undefined;
  return blocks.find(({ from, through }) => from <= head && head <= through)?.category;
}
