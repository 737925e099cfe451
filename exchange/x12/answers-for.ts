import type { Coverage } from '#domain/coverage/benefit-fact.ts';
import { spellPlainly } from '#domain/claim/claim-spelling.ts';
import { message, type Message } from '#domain/kernel/message.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Demographics } from '#domain/patient/patient-events.ts';
import type { AnsweredPerson, Answer271 } from './answer-271.ts';
import { isSameFirstName } from './same-first-name.ts';

/** What of a person in a file can differ from the record, or be missing in the file. */
type Difference = 'last-name' | 'first-name' | 'birth-date' | 'no-birth-date' | 'member-number';

/** It may be somebody else of the family, who has last name, number and perhaps the day of birth in common. */
const doubtful: readonly Difference[] = ['first-name', 'no-birth-date'];

export interface OwnAnswer {
  readonly answer: Answer271;
  readonly person: AnsweredPerson;
  /** What the payer has otherwise than the record: shown, so that it can be put right. */
  readonly differs: readonly Difference[];
}

/**
 * The answer for this patient among those of a file. A day of birth that is told must be the same; of last name and
 * member number one may differ: payers spell names their own way and give out new numbers. Who bears the first name
 * goes before who does not. Refused: a file about somebody else, one that names nobody, one with two answers for the
 * patient.
 */
export function answerFor(
  answers: readonly Answer271[],
  patient: Demographics,
  coverage: Coverage,
): OwnAnswer | Refusal {
  const all = answers.flatMap((answer) => answer.people.map((person) => ({ answer, person })));
  const compared = all.map((one) => ({ ...one, differs: differ(one.person, patient, coverage) }));
  const possible = compared.filter(({ person, differs }) => isNamed(person) && mayBeSame(differs));
  const byFirstName = possible.filter(({ differs }) => !differs.includes('first-name'));
  const own = byFirstName.length > 0 ? byFirstName : possible;
  const [first, second] = own;
  if (second) return refuse('eligibility/several-answers', { count: own.length });
  if (first) return first;
  const [nearest] = compared.toSorted((one, other) => one.differs.length - other.differs.length);
  if (!nearest || !isNamed(nearest.person)) return refuse('eligibility/nobody-named');
  return refuse('eligibility/another-patient', { differs: namesOf(nearest.differs) });
}

/**
 * Why a person has to say first that an answer is about the patient; undefined where nothing speaks against it, and
 * where the answer says nothing of a plan.
 */
export function refuseDoubtful({ person, differs }: OwnAnswer): Refusal | undefined {
  if (person.lines.length === 0 || !differs.some((each) => doubtful.includes(each))) return undefined;
  return refuse('eligibility/to-confirm', {
    name: `${person.firstName} ${person.lastName}`.trim() || '–',
    birthDate: person.birthDate ?? '–',
    memberId: person.memberId || '–',
    differs: namesOf(differs),
  });
}

function namesOf(differs: readonly Difference[]): readonly Message[] {
  return differs.map((what) => message(`eligibility.difference.${what}`));
}

/** A subscriber who is not the patient is no answer; a rejection may name nobody and is told elsewhere. */
function isNamed({ lastName, birthDate, memberId }: AnsweredPerson): boolean {
  return [lastName, birthDate ?? '', memberId].filter((value) => value !== '').length >= 2;
}

function mayBeSame(differs: readonly Difference[]): boolean {
  const both = (one: Difference, other: Difference) => differs.includes(one) && differs.includes(other);
  return (
    !differs.includes('birth-date') && !both('last-name', 'member-number') && !both('last-name', 'first-name')
  );
}

function differ(person: AnsweredPerson, patient: Demographics, coverage: Coverage): readonly Difference[] {
  const other = (theirs: string, ours: string) => theirs !== '' && plain(theirs) !== plain(ours);
  return [
    ...(other(person.lastName, patient.lastName) ? ['last-name' as const] : []),
    ...(isSameFirstName(person.firstName, patient.firstName) ? [] : ['first-name' as const]),
    ...(person.birthDate === undefined ? ['no-birth-date' as const] : []),
    ...(other(person.birthDate ?? '', patient.birthDate) ? ['birth-date' as const] : []),
    ...(other(person.memberId, coverage.memberId) ? ['member-number' as const] : []),
  ];
}

function plain(text: string): string {
  return spellPlainly(text).replace(/[^A-Z0-9]/g, '');
}
