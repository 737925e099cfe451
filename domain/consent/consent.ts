import { Type, type Static } from 'typebox';
import type { Instant } from '../kernel/calendar-date.ts';
import {
  DateSchema,
  FilledTextSchema,
  IdSchema,
  InstantSchema,
  oneOf,
  TextSchema,
} from '../kernel/schema.ts';

export const consentKinds = [
  /** The patient agrees that this practice coordinates the care; the only one that a documented word can carry. */
  'coordination-agreement',
  /** 45 CFR 164.508 authorization. */
  'hipaa-authorization',
  /** 42 CFR 2.31 consent for substance-use treatment records. */
  'part2-consent',
  'text-message',
  /** Who is covered sends the plan's benefits to this practice (claim form item 37, CLM08). */
  'benefits-assignment',
] as const;
export type ConsentKind = (typeof consentKinds)[number];

export const dataCategories = [
  'demographics',
  'dental-record',
  'medical-history',
  'medications',
  'images',
  'coverage-and-billing',
  'coordination-record',
  'substance-use-treatment',
  'psychotherapy-notes',
  'mental-health',
  'hiv',
  'reproductive-health',
  'genetic',
  'minor-consented',
] as const;
export type DataCategory = (typeof dataCategories)[number];

/** Categories that a mere mention gives away, and that many laws protect (field-facts 4.1). */
const telling: readonly DataCategory[] = [
  'substance-use-treatment',
  'psychotherapy-notes',
  'mental-health',
  'hiv',
  'reproductive-health',
  'genetic',
  'minor-consented',
];

export function isTelling(category: DataCategory): boolean {
  return telling.includes(category);
}

export const purposes = [
  'treatment',
  'payment',
  'operations',
  'individual-request',
  'audit',
  'legal',
  'other',
] as const;
export type Purpose = (typeof purposes)[number];

/** The doors through which a patient's data can leave. Each asks for a release decision first. */
export const waysOut = [
  'claim',
  'packet',
  'export',
  'print',
  'api',
  'contact',
  'referral',
  'eligibility-inquiry',
  'predetermination',
] as const;
export type WayOut = (typeof waysOut)[number];

export const recipientKinds = [
  'provider',
  'payer',
  'clearinghouse',
  'patient',
  /** Who acts for the patient: a parent, a guardian, a health care agent. */
  'representative',
  'auditor',
  'own-use',
  'other',
] as const;
export type RecipientKind = (typeof recipientKinds)[number];

export const signerAuthorities = [
  'self',
  'parent',
  'legal-guardian',
  'health-care-agent',
  'court-appointed',
  'other-personal-representative',
] as const;
export type SignerAuthority = (typeof signerAuthorities)[number];

const Signer = Type.Object({
  name: FilledTextSchema(120),
  authority: oneOf(signerAuthorities),
  /** The document or fact that shows the authority; needed when somebody else than the patient signs. */
  authorityEvidence: Type.Optional(TextSchema(300)),
});

/** Classes of recipients that a decision can recognize; other classes are kept as text and never match. */
export const recipientClasses = ['treating-providers', 'health-plans', 'personal-representatives'] as const;
export type RecipientClass = (typeof recipientClasses)[number];

export const ConsentRecipient = Type.Object({
  kind: oneOf(['named', 'class']),
  name: FilledTextSchema(160),
  /** Which class, when the recipient is one: 45 CFR 164.508(c)(1)(iii), 42 CFR 2.31(a)(4). */
  class: Type.Optional(oneOf(recipientClasses)),
  /** Provider or payer of the directory, or member of a team, when the recipient is one. */
  partyId: Type.Optional(IdSchema),
});
export type ConsentRecipient = Static<typeof ConsentRecipient>;

/**
 * A consent or authorization. Core elements and required statements: 45 CFR 164.508(c)(1) and (2);
 * 42 CFR 2.31 for part2-consent (field-facts 4.1, 4.3).
 */
export const Consent = Type.Object({
  consentId: IdSchema,
  kind: oneOf(consentKinds),
  signer: Signer,
  method: oneOf(['signed-on-screen', 'paper', 'documented-word']),
  /** Strokes drawn on screen as an SVG path, in a box of 600 by 160. */
  signatureStrokes: Type.Optional(Type.String({ maxLength: 60_000, pattern: '^[MLml0-9 .,-]*$' })),
  /** The scan, when recorded from paper. */
  documentId: Type.Optional(IdSchema),
  disclosers: Type.Array(FilledTextSchema(160), { maxItems: 20 }),
  recipients: Type.Array(ConsentRecipient, { maxItems: 50 }),
  categories: Type.Array(oneOf(dataCategories), { maxItems: dataCategories.length }),
  description: TextSchema(1000),
  purposes: Type.Array(oneOf(purposes), { maxItems: purposes.length }),
  statements: Type.Object({
    rightToRevoke: Type.Boolean(),
    conditioning: Type.Boolean(),
    redisclosure: Type.Boolean(),
    copyGiven: Type.Boolean(),
  }),
  language: oneOf(['en', 'es', 'other']),
  interpreter: Type.Optional(TextSchema(120)),
  signedAt: InstantSchema,
  expiresOn: Type.Optional(DateSchema),
  expiryEvent: Type.Optional(TextSchema(200)),
});
export type Consent = Static<typeof Consent>;

export const Revocation = Type.Object({
  consentId: IdSchema,
  how: oneOf(['written', 'spoken', 'portal']),
  reason: TextSchema(500),
  receivedAt: InstantSchema,
});
export type Revocation = Static<typeof Revocation>;

/** A restriction on disclosure that the practice agreed to. 45 CFR 164.522(a). */
export const Restriction = Type.Object({
  restrictionId: IdSchema,
  kind: oneOf(['not-to-health-plan-paid-in-full', 'other']),
  recipientName: TextSchema(160),
  partyId: Type.Optional(IdSchema),
  categories: Type.Array(oneOf(dataCategories)),
  agreedOn: DateSchema,
  note: TextSchema(500),
});
export type Restriction = Static<typeof Restriction>;

/** A consent in the patient's chain, with the position that cites it. */
export interface RecordedConsent {
  readonly consent: Consent;
  readonly position: number;
  /** When it was written down, which may be long after it was signed; absent where only the consent is looked at. */
  readonly recordedAt?: Instant;
  readonly revocation: (Revocation & { readonly position: number }) | undefined;
}
