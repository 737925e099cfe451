import type { CoordinationCase } from '#domain/case/case.ts';
import { timeZoneOf } from '#domain/case/deciding.ts';
import type { Instant } from '#domain/kernel/calendar-date.ts';
import type { Json } from '#domain/kernel/canonical-json.ts';
import { notGiven } from '#domain/kernel/not-given.ts';
import type { Demographics } from '#domain/patient/patient-events.ts';
import { message } from '#domain/kernel/message.ts';
import type { Practice } from '#domain/practice/practice.ts';
import type { PdfDocument, PdfLanguage, PdfTemplate } from './pdf-document.ts';
import { fill, sayMessage, wordsOf } from './words.ts';
import { writtenDay, writtenMoment } from './written-values.ts';

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
    /** What tells it from another sheet of the same patient, in words of a person; never an identifier of ours. */
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
    header: {
      practice: practice.profile?.name ?? '',
      patient: sayNotGiven(is.patient, language),
      reference: is.reference,
    },
    footer: `${is.footer} · ${made}`,
    body: {
      ...inLanguage(body, language),
      common: { page: words.page, of: words.of, none: words.none },
    },
  };
}

function sayNotGiven(text: string, language: PdfLanguage): string {
  return text.replaceAll(notGiven, () => sayMessage(language, message('notGiven')));
}

/** What a file did not give stands in the record as one word for all languages, alone or within a name; it is said here. */
function inLanguage(body: Readonly<Record<string, Json>>, language: PdfLanguage): Record<string, Json> {
  const said = (value: Json): Json => {
    if (typeof value === 'string') return sayNotGiven(value, language);
    if (isList(value)) return value.map(said);
    return typeof value === 'object' && value !== null ? inLanguage(value, language) : value;
  };
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, said(value)]));
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

/** By when it was opened: the identifier of a case says nothing to who reads it, and its title may say too much. */
export function caseInWords({ occurredAt }: CoordinationCase['opened'], printing: Printing): string {
  const { language, practice } = printing;
  return fill(wordsOf(language).caseOf, { date: writtenDay(occurredAt, timeZoneOf(practice), language) });
}

export function fullName(person: Pick<Demographics, 'firstName' | 'middleName' | 'lastName'>): string {
  return [person.firstName, person.middleName, person.lastName].filter(Boolean).join(' ');
}

/** Name and credential: 'Nora Feld, DDS'. */
export function withCredential(person: { readonly name: string; readonly credential?: string }): string {
  return person.credential ? `${person.name}, ${person.credential}` : person.name;
}
