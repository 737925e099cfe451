import type { CalendarDate } from '../kernel/calendar-date.ts';
import { circleFrom } from '../kernel/circle.ts';
import { plainName } from '../kernel/text.ts';
import type { Coverage } from './benefit-fact.ts';

type Holder = Coverage['subscriber'];

/** Somebody of whom it is known by whose plans they are covered. */
export interface FamilyMember {
  readonly personId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly birthDate: CalendarDate;
  readonly coverages: readonly Coverage[];
}

/** Everybody who may be the holder: of the name, and of the birth date where that is known. */
export type FindHolder = (holder: Holder) => readonly FamilyMember[];

export function isHolder(holder: Holder, member: Omit<FamilyMember, 'coverages'>): boolean {
  return (
    plainName(holder.lastName) === plainName(member.lastName) &&
    plainName(holder.firstName) === plainName(member.firstName) &&
    (holder.birthDate === undefined || holder.birthDate === member.birthDate)
  );
}

/**
 * The names of people of whom each would be the child of the next, back to the first, once the first has this coverage.
 * Birth dates tell such a circle, too; where the holders' are not entered, only the names do.
 */
export function circleOfChildren(
  first: FamilyMember,
  coverage: Coverage,
  find: FindHolder,
): readonly string[] | undefined {
  if (coverage.subscriber.relationship !== 'child') return undefined;
  const met = new Map([[first.personId, first]]);
  const holdersOf = (coverages: readonly Coverage[]) =>
    coverages
      .filter(({ subscriber }) => subscriber.relationship === 'child')
      .flatMap(({ subscriber }) => [
        ...(isHolder(subscriber, first) ? [first] : []),
        ...find(subscriber).filter(({ personId }) => personId !== first.personId),
      ])
      .map((holder) => {
        met.set(holder.personId, holder);
        return holder.personId;
      });
  const circle = circleFrom(first.personId, (personId) => {
    const member = met.get(personId);
    if (!member) throw new Error('only people who were met are walked');
    return holdersOf(personId === first.personId ? [coverage] : member.coverages);
  });
  return circle?.map((personId) => {
    const { firstName = '', lastName = '' } = met.get(personId) ?? {};
    return `${firstName} ${lastName}`.trim();
  });
}
