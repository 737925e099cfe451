import type { ClaimPerson } from '#domain/claim/claim.ts';
import type { PostalAddress } from '#domain/practice/practice-events.ts';
import { d8, type ElementWriter } from './element-writer.ts';
import type { ElementValue } from './write-segment.ts';

export type SegmentSink = (id: string, ...elements: readonly ElementValue[]) => void;

/** NM103 and NM104. A person with one name has no NM104. */
export function personName(
  person: { readonly lastName: string; readonly firstName: string },
  at: string,
  elements: ElementWriter,
): readonly [string, string] {
  const last = elements.exact(person.lastName, { at: `${at}/lastName`, longest: 60 });
  const first = person.firstName.trim();
  return [last, first === '' ? '' : elements.exact(first, { at: `${at}/firstName`, longest: 35 })];
}

/** N3 and N4. */
export function writeAddress(
  address: PostalAddress,
  at: string,
  elements: ElementWriter,
  put: SegmentSink,
): void {
  const line2 = address.line2?.trim() ?? '';
  put(
    'N3',
    elements.prose(address.line1, { at: `${at}/line1`, longest: 55 }),
    line2 === '' ? '' : elements.prose(line2, { at: `${at}/line2`, longest: 55 }),
  );
  put(
    'N4',
    elements.exact(address.city, { at: `${at}/city`, shortest: 2, longest: 30 }),
    address.state,
    address.postalCode,
  );
}

export const genderCodes = { female: 'F', male: 'M', unknown: 'U' } as const satisfies Record<
  ClaimPerson['sex'],
  string
>;

/** DMG; nothing when the birth date is unknown. */
export function writeBirthAndSex(person: ClaimPerson, put: SegmentSink): void {
  if (person.birthDate) put('DMG', 'D8', d8(person.birthDate), genderCodes[person.sex]);
}
