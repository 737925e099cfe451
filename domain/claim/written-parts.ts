import type { Coverage } from '../coverage/benefit-fact.ts';
import type { Demographics } from '../patient/patient-events.ts';
import type { Payer, PostalAddress, PracticeProfile, Provider } from '../practice/practice-events.ts';
import { spellExactly, spellProse } from './claim-spelling.ts';

/** Why a value cannot stand on an electronic claim, as the values of a message. */
export type Unwritable =
  | { readonly why: 'characters'; readonly params: { readonly value: string; readonly characters: string } }
  | {
      readonly why: 'length';
      readonly params: {
        readonly value: string;
        readonly length: number;
        readonly shortest: number;
        readonly longest: number;
      };
    };

/** A value that the claim writes, and the length of the element that takes it as written (standards-facts 2.2). */
interface Written {
  readonly value: string;
  readonly as: 'exact' | 'prose';
  readonly shortest: number;
  readonly longest: number;
}

/** Names and identifiers. */
const exact = (value: string, longest: number, shortest = 1): Written => ({
  value,
  as: 'exact',
  shortest,
  longest,
});
/** A value that is left out where it is blank. */
const ifFilled = (value: string | undefined, longest: number): readonly Written[] =>
  value?.trim() ? [exact(value, longest)] : [];

function findUnwritable(values: readonly Written[]): Unwritable | undefined {
  for (const each of values) {
    const fault = faultOf(each);
    if (fault) return fault;
  }
  return undefined;
}

function faultOf({ value, as, shortest, longest }: Written): Unwritable | undefined {
  const { text, strange } = as === 'exact' ? spellExactly(value) : { text: spellProse(value), strange: [] };
  if (strange.length > 0) return { why: 'characters', params: { value, characters: strange.join(' ') } };
  if (text.length >= shortest && text.length <= longest) return undefined;
  return { why: 'length', params: { value, length: text.length, shortest, longest } };
}

/** Loops 1000A, 1000B and 2010AA. */
export function unwritableInPractice(profile: PracticeProfile): Unwritable | undefined {
  const { name, entity, submitterId, receiverId, receiverName, address } = profile;
  const person = entity === 'person' ? billingPersonName(name) : undefined;
  return findUnwritable([
    ...(person ? [exact(person.lastName, 60), exact(person.firstName, 35)] : []),
    exact(submitterId, 15, 2),
    exact(receiverId, 15, 2),
    exact(name, 60),
    exact(receiverName, 60),
    ...addressValues(address),
  ]);
}

/** Loop 2310B, and 2010AA where the dentist bills in the own name. */
export function unwritableInDentist({ lastName = '', firstName = '' }: Provider): Unwritable | undefined {
  return findUnwritable([exact(lastName, 60), ...ifFilled(firstName, 35)]);
}

/** Loop 2010BA or 2010CA. */
export function unwritableInPatient({ lastName, firstName, address }: Demographics): Unwritable | undefined {
  return findUnwritable([
    exact(lastName, 60),
    ...ifFilled(firstName, 35),
    ...(address ? addressValues(address) : []),
  ]);
}

/** Loops 2000B, 2010BA and 2010BB, and 2320 to 2330B for a coverage besides the billed one. */
export function unwritableInCoverage(coverage: Coverage, payer: Payer): Unwritable | undefined {
  const { memberId, groupNumber, planName, subscriber } = coverage;
  const { relationship, lastName, firstName } = subscriber;
  return findUnwritable([
    ...ifFilled(groupNumber, 50),
    // The plan's name is for plans without a group number.
    ...(groupNumber?.trim() ? [] : ifFilled(planNameOnClaim(planName), 60)),
    exact(memberId, 80, 2),
    ...(relationship === 'self' ? [] : [exact(lastName, 60), ...ifFilled(firstName, 35)]),
    exact(payer.name, 60),
    exact(payer.claimPayerId, 80, 2),
    exact(payer.filingIndicator, 2),
  ]);
}

/** A claim has sixty characters for it, and it identifies nobody. */
export function planNameOnClaim(planName: string | undefined): string | undefined {
  return planName?.slice(0, 60);
}

function addressValues({ line1, line2, city }: PostalAddress): readonly Written[] {
  const street = (value: string): Written => ({ value, as: 'prose', shortest: 1, longest: 55 });
  return [street(line1), ...(line2?.trim() ? [street(line2)] : []), exact(city, 30, 2)];
}

/**
 * Last and first name of a practice that bills as a person, whose name is then written "Last, First"; undefined where
 * the name does not tell them apart.
 */
export function billingPersonName(name: string): { lastName: string; firstName: string } | undefined {
  const [lastName = '', firstName = ''] = name.split(',', 2).map((part) => part.trim());
  return lastName === '' || firstName === '' ? undefined : { lastName, firstName };
}
