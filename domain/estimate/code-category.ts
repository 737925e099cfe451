import type { ProcedureCode } from '../kernel/procedure-code.ts';

/** The service categories of the code set, by number alone; each with its last number. */
const lastNumbers = [
  ['diagnostic', 999],
  ['preventive', 1999],
  ['restorative', 2999],
  ['endodontics', 3999],
  ['periodontics', 4999],
  ['removable-prosthodontics', 5899],
  ['maxillofacial-prosthetics', 5999],
  ['implants', 6199],
  ['fixed-prosthodontics', 6999],
  ['oral-surgery', 7999],
  ['orthodontics', 8999],
  ['adjunctive', 9999],
] as const;
export type CodeCategory = (typeof lastNumbers)[number][0];

export const codeCategories = lastNumbers.map(([category]) => category);

/** The category that these numbers are, "all" where they are all of them: whoever says it has words for it. */
export function categoryOfCodes(codes: string): CodeCategory | 'all' | undefined {
  return [...codeCategories, undefined]
    .filter((category) => codesOf(category) === codes)
    .map((category) => category ?? ('all' as const))[0];
}

/** Replaces a tooth: the categories for which clauses about missing teeth are usual [general knowledge]. */
const replacing: readonly CodeCategory[] = ['removable-prosthodontics', 'implants', 'fixed-prosthodontics'];

export function replacesTeeth(category: CodeCategory): boolean {
  return replacing.includes(category);
}

/** Done in one visit or lasting from a preparation or an impression to the day it is completed [general knowledge]. */
const lasting: readonly CodeCategory[] = [
  'restorative',
  'endodontics',
  'removable-prosthodontics',
  'maxillofacial-prosthetics',
  'implants',
  'fixed-prosthodontics',
  'adjunctive',
];

export function mayLast(category: CodeCategory): boolean {
  return lasting.includes(category);
}

export function categoryOf(code: ProcedureCode): CodeCategory {
  const number = Number(code.slice(1));
  return lastNumbers.find(([, last]) => number <= last)?.[0] ?? 'adjunctive';
}

/** "D2000-D2999": the numbers of a category, or of all of them. */
export function codesOf(category: CodeCategory | undefined): string {
  const index = lastNumbers.findIndex(([name]) => name === category);
  const first = lastNumbers[index - 1]?.[1];
  const number = (value: number) => `D${String(value).padStart(4, '0')}`;
  if (index < 0) return 'D0001-D9999';
  return `${number(first === undefined ? 1 : first + 1)}-${number(lastNumbers[index]?.[1] ?? 9999)}`;
}
