import { timeZoneOf } from '#domain/case/deciding.ts';
import type { Instant } from '#domain/kernel/calendar-date.ts';
import type { Json } from '#domain/kernel/canonical-json.ts';
import type { Demographics } from '#domain/patient/patient-events.ts';
import type { Practice } from '#domain/practice/practice.ts';
import type { PdfDocument, PdfLanguage, PdfTemplate } from './pdf-document.ts';
import { fill, wordsOf } from './words.ts';
import { writtenMoment } from './written-values.ts';

/** What every document is told about its printing. */
export interface Printing {
  readonly practice: Practice;
  readonly language: PdfLanguage;
  readonly madeAt: Instant;
}

export function printedDocument(
  printing: Printing,
  template: PdfTemplate,
  is: {
    readonly title: string;
    readonly footer: string;
    readonly patient: string;
    readonly reference: string;
  },
  body: Readonly<Record<string, Json>>,
): PdfDocument {
  const { practice, language, madeAt } = printing;
  const words = wordsOf(language);
  const made = fill(words.made, { when: writtenMoment(madeAt, timeZoneOf(practice), language) });
  return {
    template,
    language,
    title: is.title,
    madeAt,
    header: { practice: practice.profile?.name ?? '', patient: is.patient, reference: is.reference },
    footer: `${is.footer} · ${made}`,
    body: { ...body, common: { page: words.page, of: words.of, none: words.none } },
  };
}

export function fullName(person: Pick<Demographics, 'firstName' | 'middleName' | 'lastName'>): string {
  return [person.firstName, person.middleName, person.lastName].filter(Boolean).join(' ');
}

/** Name and credential: 'Nora Feld, DDS'. */
export function withCredential(person: { readonly name: string; readonly credential?: string }): string {
  return person.credential ? `${person.name}, ${person.credential}` : person.name;
}
