import type { Instant } from '#domain/kernel/calendar-date.ts';
import type { Json } from '#domain/kernel/canonical-json.ts';

/** Names of the files in templates/ that print a document; look.typ is the look they share. */
export type PdfTemplate =
  | 'audit-packet'
  | 'authorization'
  | 'case-summary'
  | 'claim-form-data'
  | 'estimate'
  | 'options'
  | 'plan'
  | 'predetermination';

export const pdfLanguages = ['en', 'es'] as const;
export type PdfLanguage = (typeof pdfLanguages)[number];

/** A document ready to be printed: every text is already in its language, the template only places it. */
export interface PdfDocument {
  readonly template: PdfTemplate;
  readonly language: PdfLanguage;
  /** Shown as heading, as window title, and in the document's metadata. */
  readonly title: string;
  /** Printed in the footer and kept as the creation date; the only time in the file. */
  readonly madeAt: Instant;
  /** On every page. An empty patient leaves the name out. */
  readonly header: { readonly practice: string; readonly patient: string; readonly reference: string };
  /** What the document is and when it was made, on every page. */
  readonly footer: string;
  readonly body: Json;
}
