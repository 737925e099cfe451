import type { DataCategory } from '../consent/consent.ts';
import type { DiagnosisCode } from '../kernel/diagnosis-code.ts';
import type { Condition } from './patient-events.ts';

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

/** What a condition is specially protected as: as it was labeled, else as its code says, however it was entered. */
export function sensitivityOfCondition({
  sensitive,
  diagnosis,
}: Pick<Condition, 'sensitive' | 'diagnosis'>): DataCategory | undefined {
  return sensitive ?? sensitivityOfDiagnosis(diagnosis);
}
