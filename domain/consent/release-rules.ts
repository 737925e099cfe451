import { dayOf, type Instant } from '../kernel/calendar-date.ts';
import type { Patient } from '../patient/patient.ts';
import {
  findAgreement,
  findAuthorization,
  isSameParty,
  type Obstacle,
  type Recipient,
} from './authorization-scope.ts';
import type {
  ConsentKind,
  DataCategory,
  Purpose,
  RecordedConsent,
  Restriction,
  SignerAuthority,
  WayOut,
} from './consent.ts';
import { isNecessary, type minimumNecessary } from './minimum-necessary.ts';
import { isAdult, type Moment } from './standing.ts';

export interface ReleaseRequest {
  readonly patient: Patient;
  readonly asOf: Instant;
  /** IANA name of the practice's zone. */
  readonly timeZone: string;
  readonly wayOut: WayOut;
  /** `authority` says by what right a representative acts; without it nobody is one. */
  readonly recipient: Recipient & { readonly authority?: Exclude<SignerAuthority, 'self'> | undefined };
  readonly purpose: Purpose;
  readonly categories: readonly DataCategory[];
  /** A bona fide medical emergency in which consent cannot be had first; the reason is kept with the decision. */
  readonly emergency?: { readonly reason: string } | undefined;
}

/** Every reason a category goes out or stays, with the rule that it comes from. */
export const releaseReasons = {
  'restricted-paid-in-full': { released: false, source: '45 CFR 164.522(a)(1)(vi)' },
  'restricted-by-agreement': { released: false, source: '45 CFR 164.522(a)(1)(iii)' },
  'psychotherapy-notes-authorized': { released: true, source: '45 CFR 164.508(a)(2)' },
  'psychotherapy-notes-need-authorization': { released: false, source: '45 CFR 164.508(a)(2)' },
  'substance-use-own-record': { released: true, source: '42 CFR 2.23' },
  'substance-use-emergency': { released: true, source: '42 CFR 2.51' },
  'substance-use-consented': { released: true, source: '42 CFR 2.31, 2.33' },
  'substance-use-needs-consent': { released: false, source: '42 CFR 2.13, 2.31' },
  'minor-consented': { released: false, source: '45 CFR 164.502(g)(3)' },
  'own-record': { released: true, source: '45 CFR 164.502(a)(1)(i)' },
  'personal-representative': { released: true, source: '45 CFR 164.502(g)(1)' },
  'own-use': { released: true, source: '45 CFR 164.506(c)(1)' },
  treatment: { released: true, source: '45 CFR 164.506(c)(2)' },
  payment: { released: true, source: '45 CFR 164.506(c)(1), (3)' },
  operations: { released: true, source: '45 CFR 164.506(c)(4)' },
  review: { released: true, source: '45 CFR 164.506(c)(1), 164.512(d)' },
  authorized: { released: true, source: '45 CFR 164.508' },
  'beyond-minimum-necessary': { released: false, source: '45 CFR 164.502(b), 164.514(d)' },
  'authorization-needed': { released: false, source: '45 CFR 164.508(a)(1)' },
} as const satisfies Record<string, { released: boolean; source: string }>;
export type ReleaseReason = keyof typeof releaseReasons;

/** What the rules say of one category. `consent` is what the ruling relies on. */
export interface Ruling {
  readonly reason: ReleaseReason;
  readonly consent?: RecordedConsent;
  readonly obstacle?: { readonly kind: Obstacle; readonly consentId: string | undefined };
}

/** Hard stops first, in the order of the law's strictness; then what the recipient and the purpose allow. */
export function ruleOn(request: ReleaseRequest, category: DataCategory): Ruling {
  return (
    restrictionOn(request, category) ?? specialProtectionOf(request, category) ?? ordinary(request, category)
  );
}

/** A restriction that the practice agreed to, or had to: a plan is not told of what was paid in full without it. */
function restrictionOn(request: ReleaseRequest, category: DataCategory): Ruling | undefined {
  const today = dayOf(request.asOf, request.timeZone);
  for (const restriction of request.patient.restrictions) {
    const touches = restriction.categories.length === 0 || restriction.categories.includes(category);
    if (!touches || restriction.agreedOn > today) continue;
    if (restriction.kind === 'other' && forbidsRecipient(restriction, request))
      return { reason: 'restricted-by-agreement' };
    if (restriction.kind === 'not-to-health-plan-paid-in-full' && forbidsPlan(restriction, request))
      return { reason: 'restricted-paid-in-full' };
  }
  return undefined;
}

/** An emergency lifts it for treatment: 45 CFR 164.522(a)(1)(iii). It never binds the patient or the practice's own use. */
function forbidsRecipient(restriction: Restriction, request: ReleaseRequest): boolean {
  const { recipient, purpose } = request;
  if (recipient.kind === 'patient' || recipient.kind === 'own-use') return false;
  if (isEmergency(request) && purpose === 'treatment') return false;
  return isSameParty({ name: restriction.recipientName, partyId: restriction.partyId }, recipient);
}

/** A clearinghouse passes on to a plan that is not named here, so it is stopped as the plan would be. */
function forbidsPlan(restriction: Restriction, { recipient, purpose }: ReleaseRequest): boolean {
  if (purpose === 'treatment' || purpose === 'individual-request') return false;
  if (recipient.kind === 'clearinghouse') return true;
  const sameParty = isSameParty({ name: restriction.recipientName, partyId: restriction.partyId }, recipient);
  if (recipient.kind === 'payer') return sameParty || restriction.recipientName.trim() === '';
  return recipient.kind === 'auditor' && sameParty;
}

function specialProtectionOf(request: ReleaseRequest, category: DataCategory): Ruling | undefined {
  const { recipient, purpose } = request;
  switch (category) {
    case 'psychotherapy-notes':
      // Not part of the patient's own right of access either: 45 CFR 164.524(a)(1)(i).
      return withAuthorization(request, category, {
        kind: 'hipaa-authorization',
        yes: 'psychotherapy-notes-authorized',
        no: 'psychotherapy-notes-need-authorization',
      });
    case 'substance-use-treatment':
      if (recipient.kind === 'patient') return { reason: 'substance-use-own-record' };
      if (isEmergency(request) && recipient.kind === 'provider' && purpose === 'treatment')
        return { reason: 'substance-use-emergency' };
      return withAuthorization(request, category, {
        kind: 'part2-consent',
        yes: 'substance-use-consented',
        no: 'substance-use-needs-consent',
      });
    case 'minor-consented':
      if (recipient.kind !== 'representative') return undefined;
      return withAuthorization(request, category, {
        kind: 'hipaa-authorization',
        yes: 'authorized',
        no: 'minor-consented',
        signedBySelf: true,
      });
    default:
      return undefined;
  }
}

function ordinary(request: ReleaseRequest, category: DataCategory): Ruling {
  const { recipient, purpose } = request;
  switch (recipient.kind) {
    case 'patient':
      return { reason: 'own-record' };
    case 'own-use':
      return { reason: 'own-use' };
    case 'representative':
      return speaksForPatient(request)
        ? { reason: 'personal-representative' }
        : authorizationNeeded(request, category);
    case 'provider':
      if (purpose === 'treatment') return treatment(request, category);
      if (purpose === 'payment' || purpose === 'operations')
        return necessary(request, category, purpose, purpose);
      return authorizationNeeded(request, category);
    case 'payer':
    case 'clearinghouse':
      if (purpose === 'payment' || purpose === 'operations')
        return necessary(request, category, purpose, purpose);
      if (purpose === 'audit') return necessary(request, category, 'audit', 'review');
      return authorizationNeeded(request, category);
    case 'auditor':
      if (purpose === 'audit' || purpose === 'payment' || purpose === 'operations')
        return necessary(request, category, 'audit', 'review');
      return authorizationNeeded(request, category);
    case 'other':
      return authorizationNeeded(request, category);
  }
}

/** Needs no consent; one that is there is cited, and one that ended counts as none. */
function treatment(request: ReleaseRequest, category: DataCategory): Ruling {
  const search = authorizationFor(request, category, 'hipaa-authorization');
  const consent = search.found ?? findAgreement(request.patient.consents.values(), momentOf(request));
  if (consent) return { reason: 'treatment', consent };
  return { reason: 'treatment', ...(!search.found && { obstacle: obstacleIn(search) }) };
}

function necessary(
  request: ReleaseRequest,
  category: DataCategory,
  purpose: keyof typeof minimumNecessary,
  reason: ReleaseReason,
): Ruling {
  if (isNecessary(purpose, request.wayOut, category)) return { reason };
  return withAuthorization(request, category, {
    kind: 'hipaa-authorization',
    yes: 'authorized',
    no: 'beyond-minimum-necessary',
  });
}

function authorizationNeeded(request: ReleaseRequest, category: DataCategory): Ruling {
  return withAuthorization(request, category, {
    kind: 'hipaa-authorization',
    yes: 'authorized',
    no: 'authorization-needed',
  });
}

interface Need {
  readonly kind: ConsentKind;
  readonly yes: ReleaseReason;
  readonly no: ReleaseReason;
  /** Only what the patient signed in person counts. */
  readonly signedBySelf?: true;
}

function withAuthorization(request: ReleaseRequest, category: DataCategory, need: Need): Ruling {
  const search = authorizationFor(request, category, need.kind, need.signedBySelf);
  return search.found
    ? { reason: need.yes, consent: search.found }
    : { reason: need.no, obstacle: obstacleIn(search) };
}

function authorizationFor(
  request: ReleaseRequest,
  category: DataCategory,
  kind: ConsentKind,
  signedBySelf = false,
) {
  const consents = [...request.patient.consents.values()].filter(
    ({ consent }) => !signedBySelf || consent.signer.authority === 'self',
  );
  const { recipient, purpose } = request;
  return findAuthorization(consents, [kind], { recipient, purpose, category }, momentOf(request));
}

function obstacleIn(search: { readonly obstacle: Obstacle; readonly consentId: string | undefined }) {
  return { kind: search.obstacle, consentId: search.consentId };
}

function momentOf({ asOf, timeZone, patient }: ReleaseRequest): Moment {
  return { asOf, timeZone, birthDate: patient.demographics?.birthDate };
}

function isEmergency({ emergency }: ReleaseRequest): boolean {
  return emergency !== undefined && emergency.reason.trim() !== '';
}

/** A parent speaks for a minor; other authorities speak for whom they were given. */
function speaksForPatient({ recipient, patient, asOf, timeZone }: ReleaseRequest): boolean {
  if (recipient.authority === undefined) return false;
  if (recipient.authority !== 'parent') return true;
  const birthDate = patient.demographics?.birthDate;
  return birthDate !== undefined && !isAdult(birthDate, dayOf(asOf, timeZone));
}
