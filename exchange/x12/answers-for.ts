import type { Coverage } from '#domain/coverage/benefit-fact.ts';
import { spellPlainly } from '#domain/claim/claim-spelling.ts';
import { message } from '#domain/kernel/message.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Demographics } from '#domain/patient/patient-events.ts';
import type { AnsweredPerson, Answer271 } from './answer-271.ts';

/** What of a person in a file can differ from the record. */
export type Difference = 'last-name' | 'birth-date' | 'member-number';

export interface OwnAnswer {
  readonly answer: Answer271;
  readonly person: AnsweredPerson;
  /** One thing that the payer has otherwise than the record: shown, so that it can be put right. */
  readonly differs: readonly Difference[];
}

/**
 * The answer for this patient among those of a file. The day of birth must be the same, and of last name and member
 * number one may differ: payers spell names their own way and give out new numbers. Refused: a file about somebody
 * else, one that names nobody, one with two answers for the patient.
 */
export function answerFor(
  answers: readonly Answer271[],
  patient: Demographics,
  coverage: Coverage,
): OwnAnswer | Refusal {
  const all = answers.flatMap((answer) => answer.people.map((person) => ({ answer, person })));
  const compared = all.map((one) => ({ ...one, differs: differ(one.person, patient, coverage) }));
  const own = compared.filter(({ person, differs }) => isNamed(person) && isSame(differs));
  const [first, second] = own;
  if (second) return refuse('eligibility/several-answers', { count: own.length });
  if (first) return first;
  const [nearest] = compared.toSorted((one, other) => one.differs.length - other.differs.length);
  if (!nearest || !isNamed(nearest.person)) return refuse('eligibility/nobody-named');
  return refuse('eligibility/another-patient', {
    differs: nearest.differs.map((what) => message(`eligibility.difference.${what}`)),
  });
}

/** A subscriber who is not the patient is no answer; a rejection may name nobody and is told elsewhere. */
function isNamed({ lastName, birthDate, memberId }: AnsweredPerson): boolean {
  return [lastName, birthDate ?? '', memberId].filter((value) => value !== '').length >= 2;
}

function isSame(differs: readonly Difference[]): boolean {
  return !differs.includes('birth-date') && differs.length <= 1;
}

function differ(person: AnsweredPerson, patient: Demographics, coverage: Coverage): readonly Difference[] {
  const other = (theirs: string, ours: string) => theirs !== '' && plain(theirs) !== plain(ours);
  return [
    ...(other(person.lastName, patient.lastName) ? ['last-name' as const] : []),
    ...(other(person.birthDate ?? '', patient.birthDate) ? ['birth-date' as const] : []),
    ...(other(person.memberId, coverage.memberId) ? ['member-number' as const] : []),
  ];
}

function plain(text: string): string {
  return spellPlainly(text).replace(/[^A-Z0-9]/g, '');
}
