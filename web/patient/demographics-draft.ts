import type { Demographics } from '#domain/patient/patient-events.ts';
import { languageName, languageTag } from '#domain/patient/spoken-language.ts';
import { digitsOf, optional, present, readDate, readText, readWord } from '../ui/reading.ts';

/** Who a patient is, as typed; what the form does not show is kept from `before`. */
export interface DemographicsDraft {
  readonly firstName: string;
  readonly middleName: string;
  readonly lastName: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly telephone: string;
  readonly email: string;
  readonly language: string;
  readonly interpreterNeeded: boolean;
  readonly line1: string;
  readonly line2: string;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
}

export const sexes = ['female', 'male', 'unknown'] as const;

export function demographicsDraft(reader: string, before?: Demographics): DemographicsDraft {
  const of = (route: string) => before?.contacts.find((point) => point.route === route)?.value ?? '';
  return {
    firstName: before?.firstName ?? '',
    middleName: before?.middleName ?? '',
    lastName: before?.lastName ?? '',
    birthDate: before?.birthDate ?? '',
    sex: before?.sex ?? 'unknown',
    telephone: of('telephone'),
    email: of('email'),
    language: before?.language === undefined ? '' : languageName(before.language, reader),
    interpreterNeeded: before?.interpreterNeeded ?? false,
    line1: before?.address?.line1 ?? '',
    line2: before?.address?.line2 ?? '',
    city: before?.address?.city ?? '',
    state: before?.address?.state ?? '',
    postalCode: before?.address?.postalCode ?? '',
  };
}

/** The same language stays in the words in which it came, whatever it is called on the screens. */
function languageAsKept(typed: string, before: string | undefined): string | undefined {
  const tag = languageTag(typed);
  return tag !== undefined && before !== undefined && tag === languageTag(before) ? before : optional(typed);
}

export function readDemographics(draft: DemographicsDraft, before?: Demographics): Demographics {
  return present({
    lastName: readText(draft.lastName, '/demographics/lastName'),
    firstName: readText(draft.firstName, '/demographics/firstName'),
    middleName: optional(draft.middleName),
    birthDate: readDate(draft.birthDate, '/demographics/birthDate'),
    sex: readWord(sexes, draft.sex, '/demographics/sex'),
    language: languageAsKept(draft.language, before?.language),
    interpreterNeeded: draft.interpreterNeeded
      ? true
      : before?.interpreterNeeded === undefined
        ? undefined
        : false,
    address: readAddress(draft),
    addressAsReceived: before?.addressAsReceived,
    contacts: readContacts(draft, before),
    identifiers: before?.identifiers ?? [],
    deceased: before?.deceased,
  });
}

function readAddress(draft: DemographicsDraft): Demographics['address'] {
  const { line1, city, state, postalCode } = draft;
  if ([line1, city, state, postalCode].every((text) => text.trim() === '')) return undefined;
  return present({
    line1: readText(line1, '/address/line1'),
    line2: optional(draft.line2),
    city: readText(city, '/address/city'),
    state: readText(state, '/address/state').toUpperCase(),
    postalCode: digitsOf(readText(postalCode, '/address/postalCode')),
  });
}

/** The first number and address are those on the form; others stay as they were. */
function readContacts(draft: DemographicsDraft, before: Demographics | undefined): Demographics['contacts'] {
  const typed = (['telephone', 'email'] as const).flatMap((route) => {
    const value = route === 'telephone' ? draft.telephone.trim() : draft.email.trim();
    return value === '' ? [] : [{ route, value }];
  });
  const shown = new Set(
    (['telephone', 'email'] as const).map((route) => before?.contacts.find((point) => point.route === route)),
  );
  return [...typed, ...(before?.contacts.filter((point) => !shown.has(point)) ?? [])];
}
