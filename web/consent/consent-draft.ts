import {
  consentKinds,
  dataCategories,
  purposes,
  recipientClasses,
  signerAuthorities,
  type Consent,
  type ConsentRecipient,
} from '#domain/consent/consent.ts';
import { addDays, type CalendarDate, type Instant } from '#domain/kernel/calendar-date.ts';
import { optional, present, readOptionalDate, readText, readWord } from '../ui/reading.ts';
import type { usualSigner } from './usual-signer.ts';

export const onScreen = 'signed-on-screen';
export const methods = [onScreen, 'paper', 'documented-word'] as const;

/** A consent as it is being filled in; recipients are keys of a list that the form offers. */
export interface ConsentDraft {
  readonly consentId: string;
  readonly kind: string;
  readonly method: string;
  readonly signerName: string;
  readonly authority: string;
  readonly authorityEvidence: string;
  readonly strokes: string;
  readonly documentId: string;
  readonly discloser: string;
  readonly recipients: readonly string[];
  readonly otherRecipient: string;
  readonly categories: readonly string[];
  readonly description: string;
  readonly purposes: readonly string[];
  readonly rightToRevoke: boolean;
  readonly conditioning: boolean;
  readonly redisclosure: boolean;
  readonly copyGiven: boolean;
  readonly language: string;
  readonly interpreter: string;
  readonly signedOn: string;
  readonly expiresOn: string;
  readonly expiryEvent: string;
}

/** What a kind is about by itself: an assignment names plans that pay, and nothing that is shared. */
export function contentOf(
  kind: string,
  { parties, practiceName, description, today }: Omit<Start, 'consentId' | 'signer' | 'language' | 'kind'>,
) {
  return kind === 'benefits-assignment'
    ? {
        recipients: ['health-plans'],
        categories: [],
        purposes: [],
        description: '',
        discloser: '',
        expiresOn: '',
      }
    : {
        recipients: parties.map(({ key }) => key),
        categories: usual,
        purposes: ['treatment', 'payment'],
        description,
        discloser: practiceName,
        expiresOn: addDays(today, 365),
      };
}

/** What coordination needs; records that the law protects specially are ticked by hand, one by one. */
const usual = [
  'demographics',
  'dental-record',
  'medical-history',
  'medications',
  'images',
  'coverage-and-billing',
  'coordination-record',
];

interface Start {
  readonly kind: string;
  readonly consentId: string;
  readonly signer: ReturnType<typeof usualSigner>;
  readonly practiceName: string;
  readonly description: string;
  readonly today: CalendarDate;
  readonly language: string;
  readonly parties: readonly RecipientChoice[];
}

export function newConsent(start: Start): ConsentDraft {
  return {
    consentId: start.consentId,
    ...contentOf(start.kind, start),
    kind: start.kind,
    method: onScreen,
    ...statementsToldBy(onScreen),
    ...start.signer,
    strokes: '',
    documentId: '',
    otherRecipient: '',
    language: start.language,
    interpreter: '',
    signedOn: start.today,
    expiryEvent: '',
  };
}

/** The text on the screen makes every statement; of a paper or a word somebody says which of them it made. */
export function statementsToldBy(method: string) {
  const told = method === onScreen;
  return { rightToRevoke: told, conditioning: told, redisclosure: told, copyGiven: told };
}

export interface RecipientChoice {
  readonly key: string;
  readonly recipient: ConsentRecipient;
}

/** Recipients in the order of the form, then the one that was typed. */
export function chosenRecipients(
  { recipients, otherRecipient }: ConsentDraft,
  offered: readonly RecipientChoice[],
): ConsentRecipient[] {
  const other = optional(otherRecipient);
  return [
    ...offered.filter(({ key }) => recipients.includes(key)).map(({ recipient }) => recipient),
    ...(other === undefined ? [] : [{ kind: 'named' as const, name: other }]),
  ];
}

/** `signedAt` is now for what is signed on screen, else the day on the paper. */
export function readConsent(
  draft: ConsentDraft,
  offered: readonly RecipientChoice[],
  signedAt: Instant,
): Consent {
  const method = readWord(methods, draft.method, '/consent/method');
  return present({
    consentId: draft.consentId,
    kind: readWord(consentKinds, draft.kind, '/consent/kind'),
    signer: present({
      name: readText(draft.signerName, '/consent/signer/name'),
      authority: readWord(signerAuthorities, draft.authority, '/consent/signer/authority'),
      authorityEvidence: optional(draft.authorityEvidence),
    }),
    method,
    signatureStrokes: method === onScreen ? optional(draft.strokes) : undefined,
    documentId: method === 'paper' ? optional(draft.documentId) : undefined,
    disclosers: optional(draft.discloser) === undefined ? [] : [draft.discloser.trim()],
    recipients: chosenRecipients(draft, offered),
    categories: dataCategories.filter((category) => draft.categories.includes(category)),
    description: draft.description.trim(),
    purposes: purposes.filter((purpose) => draft.purposes.includes(purpose)),
    statements: {
      rightToRevoke: draft.rightToRevoke,
      conditioning: draft.conditioning,
      redisclosure: draft.redisclosure,
      copyGiven: draft.copyGiven,
    },
    language: readWord(['en', 'es', 'other'], draft.language, '/consent/language'),
    interpreter: optional(draft.interpreter),
    signedAt,
    expiresOn: readOptionalDate(draft.expiresOn, '/consent/expiresOn'),
    expiryEvent: optional(draft.expiryEvent),
  });
}

/** Classes first, then everybody by name. */
export function recipientChoices(
  classNames: (name: (typeof recipientClasses)[number]) => string,
  parties: readonly { readonly id: string; readonly name: string }[],
): RecipientChoice[] {
  const classes = recipientClasses.map((each) => ({
    key: each,
    recipient: { kind: 'class' as const, name: classNames(each), class: each },
  }));
  const named = parties.map(({ id, name }) => ({
    key: id,
    recipient: { kind: 'named' as const, name, partyId: id },
  }));
  return [...classes, ...named];
}
