import type { Coverage } from '#domain/coverage/benefit-fact.ts';
import type { AskedItem, Predetermination } from '#domain/coverage/predetermination.ts';
import { cents } from '#domain/kernel/money.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { PdfDocument } from './pdf-document.ts';
import { fullName, printedDocument, type Printing } from './printing.ts';
import { wordsOf } from './words.ts';
import { writtenDate, writtenMoney, writtenTelephone } from './written-values.ts';

export interface PredeterminationInput {
  readonly predetermination: Predetermination;
  readonly coverage: Coverage;
  readonly patient: Pick<Patient, 'demographics'>;
}

/** The question to a payer on paper. It has no date of service: nothing is done yet (standards-facts). */
export function predeterminationDocument(
  { predetermination, coverage, patient: { demographics } }: PredeterminationInput,
  printing: Printing,
): PdfDocument {
  const { language, practice } = printing;
  const words = wordsOf(language).predetermination;
  const { profile } = practice;
  const { subscriber, memberId, groupNumber = '', planName = '' } = coverage;
  const { address } = profile ?? {};
  return printedDocument(
    printing,
    'predetermination',
    {
      title: words.title,
      footer: words.footer,
      patient: demographics ? fullName(demographics) : '',
      reference: coverage.payerName,
    },
    {
      words: { ...words },
      facts: stated([
        [words.payer, [coverage.payerName, planName].filter((part) => part !== '').join(', ')],
        [words.member, memberId],
        [words.group, groupNumber],
        [words.subscriber, fullName(subscriber)],
        [words.patient, demographics ? fullName(demographics) : ''],
        [words.born, demographics ? writtenDate(demographics.birthDate, language) : ''],
      ]),
      rows: predetermination.items.map(asRow),
      total: writtenMoney(cents(predetermination.items.reduce((sum, { fee }) => sum + fee, 0))),
      note: predetermination.note ?? null,
      practice: stated([
        [words.practice, profile?.name ?? ''],
        [words.npi, profile?.billingNpi ?? ''],
        [
          words.address,
          address ? [address.line1, address.city, `${address.state} ${address.postalCode}`].join(', ') : '',
        ],
        [words.telephone, profile ? writtenTelephone(profile.telephone) : ''],
      ]),
    },
  );
}

function stated(facts: readonly (readonly [label: string, value: string])[]) {
  return facts.flatMap(([label, value]) => (value.trim() === '' ? [] : [{ label, value }]));
}

function asRow({ text, code, tooth, area, surfaces, fee }: AskedItem) {
  return { text, code, place: tooth ?? area ?? '', surfaces: surfaces.join(''), fee: writtenMoney(fee) };
}
