import type { Consent, ConsentKind } from './consent.ts';

/** An element that the law asks of a consent, and where it says so. */
interface Element {
  readonly source: Partial<Record<ConsentKind, string>>;
  readonly isThere: (consent: Consent) => boolean;
}

const hipaa = (paragraph: string) => `45 CFR 164.508(c)${paragraph}`;
const part2 = (paragraph: string) => `42 CFR 2.31(a)${paragraph}`;
/** No law was read on what makes an assignment good; the claim only asks for a signature. Unverified. */
const assignmentItem = 'claim form item 37';
const filled = (text: string | undefined) => text !== undefined && text.trim() !== '';

/**
 * Paragraphs (5) to (10) of 42 CFR 2.31(a) are cited without their number: only (1) to (4) were read in the
 * text in force since 2024. Core elements and required statements, each asked only of the kinds of consent that its sources name. The
 * patient's name is part of every record here. The last two hold for every kind.
 */
const elements = {
  description: {
    source: { 'hipaa-authorization': hipaa('(1)(i)'), 'part2-consent': part2('(3)') },
    isThere: (consent) => filled(consent.description) && consent.categories.length > 0,
  },
  disclosers: {
    source: { 'hipaa-authorization': hipaa('(1)(ii)'), 'part2-consent': part2('(2)') },
    isThere: (consent) => consent.disclosers.length > 0,
  },
  recipients: {
    source: {
      'hipaa-authorization': hipaa('(1)(iii)'),
      'part2-consent': part2('(4)'),
      'benefits-assignment': assignmentItem,
    },
    isThere: (consent) => consent.recipients.length > 0,
  },
  purposes: {
    source: { 'hipaa-authorization': hipaa('(1)(iv)'), 'part2-consent': part2('') },
    isThere: (consent) => consent.purposes.length > 0,
  },
  expiry: {
    source: { 'hipaa-authorization': hipaa('(1)(v)'), 'part2-consent': part2('') },
    isThere: (consent) => consent.expiresOn !== undefined || filled(consent.expiryEvent),
  },
  'right-to-revoke': {
    source: { 'hipaa-authorization': hipaa('(2)(i)'), 'part2-consent': part2('') },
    isThere: (consent) => consent.statements.rightToRevoke,
  },
  conditioning: {
    source: { 'hipaa-authorization': hipaa('(2)(ii)'), 'part2-consent': part2('') },
    isThere: (consent) => consent.statements.conditioning,
  },
  redisclosure: {
    source: { 'hipaa-authorization': hipaa('(2)(iii)'), 'part2-consent': part2('') },
    isThere: (consent) => consent.statements.redisclosure,
  },
  copy: {
    source: { 'hipaa-authorization': hipaa('(4)') },
    isThere: (consent) => consent.statements.copyGiven,
  },
  signature: {
    source: {
      'hipaa-authorization': hipaa('(1)(vi)'),
      'part2-consent': part2(''),
      'coordination-agreement': 'D9992 documentation',
      'text-message': 'practice rule',
      'benefits-assignment': assignmentItem,
    },
    isThere: isSigned,
  },
  authority: {
    source: {
      'hipaa-authorization': hipaa('(1)(vi)'),
      'part2-consent': part2(''),
      'coordination-agreement': '45 CFR 164.502(g)',
      'text-message': '45 CFR 164.502(g)',
      'benefits-assignment': assignmentItem,
    },
    isThere: ({ signer }) => signer.authority === 'self' || filled(signer.authorityEvidence),
  },
} satisfies Record<string, Element>;

export type ElementName = keyof typeof elements;
export const elementNames = Object.keys(elements) as readonly ElementName[];

export interface MissingElement {
  readonly element: ElementName;
  readonly source: string;
}

/** The elements that a consent lacks for what it claims to be, in the order of the law. None: it is complete. */
export function missingElements(consent: Consent): MissingElement[] {
  const missing: MissingElement[] = [];
  for (const element of elementNames) {
    const { source, isThere }: Element = elements[element];
    const asked = source[consent.kind];
    if (asked !== undefined && !isThere(consent)) missing.push({ element, source: asked });
  }
  return missing;
}

/** A documented word carries the agreement to coordination and nothing else. */
function isSigned(consent: Consent): boolean {
  switch (consent.method) {
    case 'signed-on-screen':
      return filled(consent.signatureStrokes);
    case 'paper':
      return filled(consent.documentId);
    case 'documented-word':
      return consent.kind === 'coordination-agreement';
  }
}
