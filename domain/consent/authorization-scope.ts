import { plainName } from '../kernel/text.ts';
import { missingElements } from './authorization-elements.ts';
import type {
  Consent,
  ConsentKind,
  ConsentRecipient,
  DataCategory,
  Purpose,
  RecipientClass,
  RecipientKind,
  RecordedConsent,
} from './consent.ts';
import { standingOf, type Moment } from './standing.ts';

export interface Recipient {
  readonly kind: RecipientKind;
  readonly name: string;
  /** Id in the directory, of a payer, of a team member or of a related person, when the recipient is one. */
  readonly partyId?: string | undefined;
}

/** What an authorization would have to cover. */
export interface Wanted {
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  readonly category: DataCategory;
}

/** Why no authorization covers what is wanted, nearest miss last. */
export const obstacles = [
  'none',
  'other-category',
  'not-separate',
  'other-recipient',
  'other-purpose',
  'not-yet-signed',
  'incomplete',
  'expired',
  'lapsed-at-majority',
  'revoked',
] as const;
export type Obstacle = (typeof obstacles)[number];

export type AuthorizationSearch =
  | { readonly found: RecordedConsent }
  | { readonly found: undefined; readonly obstacle: Obstacle; readonly consentId: string | undefined };

/** The authorization of one of the kinds that covers what is wanted at a moment, else the nearest miss. */
export function findAuthorization(
  consents: Iterable<RecordedConsent>,
  kinds: readonly ConsentKind[],
  wanted: Wanted,
  moment: Moment,
): AuthorizationSearch {
  let nearest: Obstacle = 'none';
  let consentId: string | undefined;
  for (const recorded of consents) {
    if (!kinds.includes(recorded.consent.kind)) continue;
    const obstacle = obstacleOf(recorded, wanted, moment);
    if (obstacle === undefined) return { found: recorded };
    if (obstacles.indexOf(obstacle) > obstacles.indexOf(nearest)) {
      nearest = obstacle;
      consentId = recorded.consent.consentId;
    }
  }
  return { found: undefined, obstacle: nearest, consentId };
}

function obstacleOf(recorded: RecordedConsent, wanted: Wanted, moment: Moment): Obstacle | undefined {
  const { consent } = recorded;
  if (!consent.categories.includes(wanted.category)) return 'other-category';
  if (wanted.category === 'psychotherapy-notes' && consent.categories.length > 1) return 'not-separate';
  if (!consent.recipients.some((named) => isFor(named, wanted.recipient))) return 'other-recipient';
  if (!coversPurpose(consent, wanted.purpose)) return 'other-purpose';
  const standing = standingOf(recorded, moment);
  if (standing !== 'active') return standing;
  return missingElements(consent).length > 0 ? 'incomplete' : undefined;
}

/** "At the request of the individual" is purpose enough: 45 CFR 164.508(c)(1)(iv), 42 CFR 2.31(a). */
function coversPurpose(consent: Consent, purpose: Purpose): boolean {
  return consent.purposes.includes(purpose) || consent.purposes.includes('individual-request');
}

const classMembers = {
  'treating-providers': ['provider'],
  'health-plans': ['payer', 'clearinghouse'],
  'personal-representatives': ['representative'],
} satisfies Record<RecipientClass, readonly RecipientKind[]>;

export function isFor(named: ConsentRecipient, recipient: Recipient): boolean {
  if (named.kind === 'class') {
    const members: readonly RecipientKind[] = named.class ? classMembers[named.class] : [];
    return members.includes(recipient.kind);
  }
  return isSameParty(named, recipient);
}

/** The same id, or the same name where one of the two has no id. */
export function isSameParty(
  a: { readonly name: string; readonly partyId?: string | undefined },
  b: { readonly name: string; readonly partyId?: string | undefined },
): boolean {
  if (a.partyId !== undefined && b.partyId !== undefined) return a.partyId === b.partyId;
  return plainName(a.name) === plainName(b.name);
}

/** A signed agreement to coordination in force: what the documentation of D9992 expects. */
export function findAgreement(
  consents: Iterable<RecordedConsent>,
  moment: Moment,
): RecordedConsent | undefined {
  for (const recorded of consents)
    if (
      recorded.consent.kind === 'coordination-agreement' &&
      standingOf(recorded, moment) === 'active' &&
      missingElements(recorded.consent).length === 0
    )
      return recorded;
  return undefined;
}
