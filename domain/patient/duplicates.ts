import { calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import type { Demographics } from './patient-events.ts';

/** What the list of patients knows of each, enough to compare. */
export interface PatientSummary {
  readonly patientId: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly birthDate: string;
  /** Last ten digits of each telephone number. */
  readonly telephoneDigits: readonly string[];
}

/** The rules by which two records may be one person, the surest first. */
const rules = [
  'sameNameAndBirthDate',
  'namesSwapped',
  'similarNameAndBirthDate',
  'sameNameCloseBirthDate',
  'sameTelephoneAndBirthDate',
  'sameTelephoneAndName',
] as const;
type Rule = (typeof rules)[number];

export interface DuplicateCandidate {
  readonly patientId: string;
  readonly name: string;
  readonly birthDate: CalendarDate;
  /** A message id of contract/messages: which rule found it. */
  readonly reason: { readonly id: string; readonly params: Record<string, string | number> };
}

/**
 * Who of `existing` may be the same person, the surest first, each with the first rule that fits. Names are
 * compared without accents, case, hyphens and spaces; twins are found by telephone and birth date, so a person
 * decides. Our own rules: no standard fixes them.
 */
export function duplicateCandidates(
  demographics: Pick<Demographics, 'lastName' | 'firstName' | 'birthDate' | 'contacts'>,
  existing: readonly PatientSummary[],
): DuplicateCandidate[] {
  const person: Compared = {
    last: folded(demographics.lastName),
    first: folded(demographics.firstName),
    birthDate: demographics.birthDate,
    telephones: demographics.contacts.flatMap(({ value }) => telephoneKey(value) ?? []),
  };
  return existing
    .flatMap((summary) => {
      const rule = fittingRule(person, compared(summary));
      return rule === undefined ? [] : [{ summary, rule }];
    })
    .toSorted((one, other) => rules.indexOf(one.rule) - rules.indexOf(other.rule))
    .map(({ summary, rule }) => ({
      patientId: summary.patientId,
      name: `${summary.firstName} ${summary.lastName}`.trim(),
      birthDate: calendarDate(summary.birthDate),
      reason: { id: `duplicate.${rule}`, params: {} },
    }));
}

interface Compared {
  readonly last: string;
  readonly first: string;
  readonly birthDate: string;
  readonly telephones: readonly string[];
}

function compared(summary: PatientSummary): Compared {
  return {
    last: folded(summary.lastName),
    first: folded(summary.firstName),
    birthDate: summary.birthDate,
    telephones: summary.telephoneDigits.flatMap((digits) => telephoneKey(digits) ?? []),
  };
}

function fittingRule(one: Compared, other: Compared): Rule | undefined {
  const sameBirth = one.birthDate === other.birthDate;
  const sameName = one.last === other.last && one.first === other.first;
  const sameTelephone = one.telephones.some((number) => other.telephones.includes(number));
  if (sameBirth && sameName) return 'sameNameAndBirthDate';
  if (sameBirth && one.last === other.first && one.first === other.last) return 'namesSwapped';
  if (sameBirth && similar(one.last, other.last) && similarFirst(one.first, other.first))
    return 'similarNameAndBirthDate';
  if (sameName && closeDates(one.birthDate, other.birthDate)) return 'sameNameCloseBirthDate';
  if (sameBirth && sameTelephone) return 'sameTelephoneAndBirthDate';
  return sameName && sameTelephone ? 'sameTelephoneAndName' : undefined;
}

function folded(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}]/gu, '');
}

/** The ten digits of a US number; undefined for anything shorter, such as an extension. */
function telephoneKey(value: string): string | undefined {
  const digits = value.replaceAll(/\D/g, '').slice(-10);
  return digits.length === 10 ? digits : undefined;
}

/** Equal, one a beginning of the other (double names), or one slip of the pen apart in names of four letters or more. */
function similar(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.length >= 3 && (long.startsWith(short) || (short.length >= 4 && oneSlip(short, long)));
}

/** First names are also said short: "Jo" or "J" for "Jose". */
function similarFirst(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return similar(one, other) || (short.length > 0 && long.startsWith(short));
}

/** One letter added, left out, changed, or two neighbors swapped. `short` is not longer than `long`. */
function oneSlip(short: string, long: string): boolean {
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = short.slice(at);
  if (long.length - short.length === 1) return long.slice(at + 1) === rest;
  if (long.length !== short.length) return false;
  const swapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return long.slice(at + 1) === rest.slice(1) || (swapped && long.slice(at + 2) === rest.slice(2));
}

/** One digit differs, or day and month changed places. */
function closeDates(one: string, other: string): boolean {
  const differing = [...one].filter((digit, index) => digit !== other[index]).length;
  const [year, month, day] = one.split('-');
  return differing === 1 || `${year}-${day}-${month}` === other;
}
