import type { CalendarDate } from '#domain/kernel/calendar-date.ts';
import type { Claim, ClaimPerson } from '#domain/claim/claim.ts';
import type { PdfDocument, PdfLanguage } from './pdf-document.ts';
import { printedDocument, type Printing } from './printing.ts';
import { fill, wordsOf, type PdfWords } from './words.ts';
import { writtenAddress, writtenDate, writtenMoney, writtenTelephone } from './written-values.ts';

type Value = string | string[] | null;
type Item = keyof PdfWords['claimForm']['item'];

/**
 * The values of the numbered items of the dental claim form, in a layout and words of our own: never the form's text
 * or design. Which items a coordination claim leaves blank: field-facts 3.1.
 */
export function claimFormData(claim: Claim, printing: Printing): PdfDocument {
  const { language } = printing;
  const words = wordsOf(language);
  const { claimForm } = words;
  return printedDocument(
    printing,
    'claim-form-data',
    {
      title: claimForm.title,
      footer: claimForm.footer,
      patient: personName(claim.patient),
      reference: claim.controlNumber,
    },
    {
      words: { ...claimForm },
      kind: kindOf(claim, words),
      priority: claimForm.priority[claim.subscriber.priority],
      items: {
        ...payerItems(claim, words),
        ...otherCoverageItems(claim, words, language),
        ...subscriberItems(claim, words, language),
        ...patientItems(claim, words, language),
        ...serviceItems(claim),
        ...agreementItems(claim, words, language),
        ...treatmentItems(claim, words),
        ...billingItems(claim),
        ...treatingItems(claim, words, language),
      } satisfies Record<Exclude<Item, LineItem>, Value>,
      lines: claim.lines.map((line) => ({
        date: writtenDate(line.serviceDate, language),
        code: line.code,
        pointers: line.diagnosisPointers.map(pointerLetter).join(''),
        units: String(line.quantity).padStart(2, '0'),
        // What goes on the form is read by the payer: English, whatever the language of the labels.
        text: fill(wordsOf('en').claimForm.lineText, { minutes: String(line.minutes) }),
        fee: writtenMoney(line.fee),
      })),
    },
  );
}

/** Items that each line has, besides those that a coordination line never has (25 to 28). */
type LineItem = '24' | '25' | '26' | '27' | '28' | '29' | '29a' | '29b' | '30' | '31';

function kindOf(claim: Claim, { claimForm }: PdfWords): string {
  return fill(claimForm[claim.frequency], { number: claim.payerClaimNumber ?? claimForm.numberUnknown });
}

function payerItems(claim: Claim, { claimForm }: PdfWords) {
  return { '1': claimForm.services, '2': null, '3': claim.payer.name, '3a': claim.payer.claimPayerId };
}

/** The form has room for one; the one that is asked next. */
function otherCoverageItems({ otherCoverages = [] }: Claim, words: PdfWords, language: PdfLanguage) {
  const [other] = otherCoverages;
  const person = other?.subscriber.person;
  return {
    '4': other ? words.coverageKind[other.kind] : null,
    '5': person ? personName(person) : null,
    '6': person?.birthDate ? writtenDate(person.birthDate, language) : null,
    '7': person ? words.sexes[person.sex] : null,
    '8': other?.subscriber.memberId ?? null,
    '9': other?.subscriber.groupNumber ?? null,
    '10': other ? words.relationship[other.subscriber.relationship] : null,
    '11': other?.payer.name ?? null,
    '11a': other?.payer.claimPayerId ?? null,
  };
}

function subscriberItems({ subscriber }: Claim, words: PdfWords, language: PdfLanguage) {
  const { person } = subscriber;
  return {
    '12': nameAndAddress(person),
    '13': person.birthDate ? writtenDate(person.birthDate, language) : null,
    '14': words.sexes[person.sex],
    '15': subscriber.memberId,
    '16': [subscriber.planName, subscriber.groupNumber].filter(Boolean).join(' / ') || null,
    '17': null,
  };
}

function patientItems({ patient, subscriber, controlNumber }: Claim, words: PdfWords, language: PdfLanguage) {
  return {
    '18': words.relationship[subscriber.relationship],
    '19': null,
    '20': nameAndAddress(patient),
    '21': patient.birthDate ? writtenDate(patient.birthDate, language) : null,
    '22': words.sexes[patient.sex],
    '23': controlNumber,
  };
}

function serviceItems({ diagnoses, total, remarks }: Claim) {
  return {
    '31a': null,
    '32': writtenMoney(total),
    '33': null,
    // AB says that the codes are ICD-10-CM.
    '34': diagnoses.length > 0 ? 'AB' : null,
    '34a': diagnoses.map((code, index) => `${pointerLetter(index + 1)}  ${code}`),
    '35': [...remarks],
  };
}

function agreementItems({ agreements }: Claim, { claimForm }: PdfWords, language: PdfLanguage) {
  const onFile = (signed: CalendarDate | undefined) =>
    signed === undefined ? null : fill(claimForm.onFile, { date: writtenDate(signed, language) });
  return { '36': onFile(agreements?.releaseSignedOn), '37': onFile(agreements?.benefitsAssignedOn) };
}

/** Orthodontics, prostheses and accidents are no part of a coordination line. */
function treatmentItems({ lines, attachmentControlNumber }: Claim, words: PdfWords) {
  const { claimForm, no } = words;
  return {
    '38': [...new Set(lines.map((line) => line.placeOfService))].join(', '),
    '39': attachmentControlNumber ? fill(claimForm.enclosed, { number: attachmentControlNumber }) : no,
    '39a': null,
    '40': no,
    '41': null,
    '42': null,
    '43': no,
    '44': null,
    '45': null,
    '46': null,
    '47': null,
  };
}

function billingItems({ billing }: Claim) {
  return {
    '48': [billing.name, ...writtenAddress(billing.address)],
    // Only an organization's NPI goes here; a person who bills alone leaves it blank (field-facts 3.1, item 49).
    '49': billing.entity === 'organization' ? billing.billingNpi : null,
    '50': null,
    '51': writtenTaxId(billing),
    '52': writtenTelephone(billing.telephone),
    '52a': null,
  };
}

function treatingItems(
  { treating, billing, attested }: Claim,
  { claimForm }: PdfWords,
  language: PdfLanguage,
) {
  return {
    '53': attested
      ? fill(claimForm.attested, { who: attested.name, date: writtenDate(attested.on, language) })
      : null,
    '53a': null,
    '54': treating.npi,
    '55': treating.license ?? null,
    '56': writtenAddress(billing.address),
    '56a': treating.taxonomy,
    '57': writtenTelephone(billing.telephone),
    '58': null,
  };
}

function pointerLetter(pointer: number): string {
  return 'ABCD'.charAt(pointer - 1);
}

function personName(person: { readonly lastName: string; readonly firstName: string }): string {
  return [person.lastName, person.firstName].filter(Boolean).join(', ');
}

function nameAndAddress(person: ClaimPerson): string[] {
  return [personName(person), ...(person.address ? writtenAddress(person.address) : [])];
}

function writtenTaxId({ taxIdKind, taxId }: Claim['billing']): string {
  return taxIdKind === 'EIN'
    ? `EIN ${taxId.slice(0, 2)}-${taxId.slice(2)}`
    : `SSN ${taxId.slice(0, 3)}-${taxId.slice(3, 5)}-${taxId.slice(5)}`;
}
