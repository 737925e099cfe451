import { timeZoneOf } from '#domain/case/deciding.ts';
import { consentElements, type ConsentTerms } from '#domain/consent/consent-elements.ts';
import type { Consent, RecordedConsent } from '#domain/consent/consent.ts';
import { toldStatements } from '#domain/consent/told-statements.ts';
import type { Message } from '#domain/kernel/message.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { PdfDocument } from './pdf-document.ts';
import { fullName, printedDocument, type Printing } from './printing.ts';
import { readStrokes } from './signature-strokes.ts';
import { fill, sayMessage, wordsOf, type PdfWords } from './words.ts';
import { writtenAddress, writtenDate, writtenDay, writtenMessage, writtenMoment } from './written-values.ts';

export interface AuthorizationInput {
  readonly patient: Patient;
  /** Terms to be signed on paper, or a consent as it was recorded. */
  readonly form:
    | { readonly kind: 'to-sign'; readonly terms: ConsentTerms }
    | { readonly kind: 'recorded'; readonly recorded: RecordedConsent };
}

/** A consent to be signed on paper, or as it was signed, with its core elements and statements in our own words. */
export function authorization({ patient, form }: AuthorizationInput, printing: Printing): PdfDocument {
  const { language } = printing;
  const words = wordsOf(language);
  const texts = words.authorization;
  const recorded = form.kind === 'recorded' ? form.recorded : undefined;
  const terms = form.kind === 'recorded' ? form.recorded.consent : form.terms;
  const { demographics } = patient;
  return printedDocument(
    printing,
    'authorization',
    {
      title: texts.title[terms.kind],
      footer: texts.footer[terms.kind],
      patient: demographics ? fullName(demographics) : '',
      reference: recorded ? whenSigned(recorded.consent, printing) : texts.toSign,
    },
    {
      words: { ...texts },
      lead: texts.lead[terms.kind],
      state: recorded ? methodOf(recorded.consent, words) : texts.toSign,
      revoked: recorded?.revocation ? revokedOf(recorded.revocation, printing) : null,
      facts: [
        { label: words.patient, value: demographics ? fullName(demographics) : '' },
        { label: words.birthDate, value: demographics ? writtenDate(demographics.birthDate, language) : '' },
        { label: words.practice, value: printing.practice.profile?.name ?? '' },
      ],
      elements: elementsOf(terms, recorded !== undefined, printing),
      statements: statementsOf(terms.kind, recorded?.consent, printing),
      notGiven: recorded ? notGivenOf(recorded.consent, words) : null,
      signed: recorded ? signedOf(recorded.consent, printing) : null,
    },
  );
}

function whenSigned(consent: Consent, { language, practice }: Printing): string {
  const day = writtenDay(consent.signedAt, timeZoneOf(practice), language);
  return `${methodOf(consent, wordsOf(language))}, ${day}`;
}

function methodOf({ method }: Consent, { authorization: texts }: PdfWords): string {
  return {
    'signed-on-screen': texts.signedOnScreen,
    paper: texts.signedOnPaper,
    'documented-word': texts.spoken,
  }[method];
}

function revokedOf(
  revocation: NonNullable<RecordedConsent['revocation']>,
  { language, practice }: Printing,
): string {
  const texts = wordsOf(language).authorization;
  const date = writtenDay(revocation.receivedAt, timeZoneOf(practice), language);
  return `${fill(texts.revoked, { date })}, ${texts.revokedHow[revocation.how]}`;
}

/** An empty element that the law names gets a line to write on. */
function elementsOf(terms: ConsentTerms, recorded: boolean, { language }: Printing) {
  const { toClass } = wordsOf(language).authorization;
  const said = (words: Message | string): string =>
    typeof words === 'string' ? words : sayMessage(language, writtenMessage(words, language));
  return consentElements(terms, recorded).map(({ name, values, note }) => ({
    name: said(name),
    values: values.map(({ words, isGroup }) =>
      isGroup === true ? fill(toClass, { name: said(words) }) : said(words),
    ),
    note: note && said(note),
    toFillIn: values.length === 0 && !recorded,
  }));
}

/** Of a recorded consent only the statements that were recorded as told: paper must not claim more than the record. */
function statementsOf(
  kind: Consent['kind'],
  consent: Consent | undefined,
  { practice, language }: Printing,
): string[] {
  const texts = wordsOf(language).authorization;
  const { profile } = practice;
  const gaps = {
    practice: profile?.name ?? '',
    address: profile ? writtenAddress(profile.address).join(', ') : '',
  };
  const told = toldStatements[kind].filter(([flag]) => !consent || consent.statements[flag]);
  return [
    ...told.map(([, text]) => fill(texts.statement[text], gaps)),
    ...(kind === 'coordination-agreement' ? [texts.statement.charge] : []),
  ];
}

function notGivenOf(consent: Consent, { authorization: texts }: PdfWords): string | null {
  const missing = toldStatements[consent.kind].filter(([flag]) => !consent.statements[flag]);
  return missing.length === 0
    ? null
    : fill(texts.notGiven, { what: missing.map(([flag]) => texts.statementName[flag]).join('; ') });
}

function signedOf(consent: Consent, { language, practice }: Printing) {
  const words = wordsOf(language);
  const texts = words.authorization;
  const { signer } = consent;
  const strokes = consent.signatureStrokes ? (readStrokes(consent.signatureStrokes) ?? null) : null;
  return {
    strokes,
    alt: fill(words.signature, { who: signer.name }),
    instead: strokes ? null : withoutDrawing(consent, words),
    facts: [
      { label: texts.name, value: signer.name },
      { label: texts.relation, value: words.authority[signer.authority] },
      { label: texts.dateTime, value: writtenMoment(consent.signedAt, timeZoneOf(practice), language) },
      ...(signer.authorityEvidence ? [{ label: texts.evidence, value: signer.authorityEvidence }] : []),
      ...(consent.interpreter ? [{ label: texts.interpreter, value: consent.interpreter }] : []),
    ],
  };
}

function withoutDrawing(consent: Consent, words: PdfWords): string {
  const texts = words.authorization;
  switch (consent.method) {
    case 'signed-on-screen':
      return words.signatureNotDrawn;
    case 'documented-word':
      return texts.spokenNote;
    case 'paper':
      return consent.documentId
        ? fill(texts.paperOnFile, { document: consent.documentId })
        : texts.paperNotFiled;
  }
}
