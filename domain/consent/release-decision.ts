import type { Citation } from '../audit/event.ts';
import type { Instant } from '../kernel/calendar-date.ts';
import { message, type Message } from '../kernel/message.ts';
import type { Obstacle } from './authorization-scope.ts';
import type { DataCategory } from './consent.ts';
import { isSignedByMinorAlone } from './standing.ts';
import { releaseReasons, ruleOn, type ReleaseReason, type ReleaseRequest } from './release-rules.ts';

export type { ReleaseRequest } from './release-rules.ts';

export const releaseWarnings = [
  /** HIPAA asks for none, and whoever reads the record of D9992 expects one. */
  'consent-expected',
  /** The patient took an authorization back for this recipient; the law needs none here, the wish is known. */
  'authorization-revoked',
  'authorization-expired',
  /** Many states protect these more than HIPAA does, and their rules are not known here. */
  'state-law-unknown',
  /** The consent relied on is dated before this, and was written down only afterwards. */
  'consent-recorded-later',
  /** The consent relied on was signed by a minor alone: whether it binds is for the state's law to say. */
  'minor-signed-alone',
  /** 42 CFR 2.32: the notice against use in proceedings goes with the records. */
  'redisclosure-notice-due',
] as const;
export type ReleaseWarning = (typeof releaseWarnings)[number];

/** What the law leaves to the states, and what most of them protect. */
const protectedByStates: readonly DataCategory[] = [
  'hiv',
  'mental-health',
  'reproductive-health',
  'genetic',
  'minor-consented',
];

export interface CategoryDecision {
  readonly category: DataCategory;
  readonly outcome: 'released' | 'withheld';
  readonly reason: ReleaseReason;
  readonly source: string;
  /** The consent relied on, by its position in the patient's chain. */
  readonly consent?: { readonly consentId: string; readonly position: number };
  /** Where an authorization is needed: what is wrong with the one that comes nearest. */
  readonly obstacle?: { readonly kind: Obstacle; readonly consentId: string | undefined };
  readonly messages: readonly Message[];
}

export const releaseOutcomes = ['permitted', 'permitted-with-warning', 'partly-withheld', 'refused'] as const;
export type ReleaseOutcome = (typeof releaseOutcomes)[number];

export interface ReleaseDecision {
  readonly outcome: ReleaseOutcome;
  readonly asOf: Instant;
  readonly decisions: readonly CategoryDecision[];
  readonly released: readonly DataCategory[];
  readonly withheld: readonly DataCategory[];
  readonly warnings: readonly ReleaseWarning[];
  readonly emergencyReason: string | undefined;
  /** For the event that records the release. */
  readonly reliedOn: readonly Citation[];
  readonly summary: Message;
  readonly warningMessages: readonly Message[];
}

/**
 * Decides what of a patient's data may leave, to whom, through which door, as of a moment. Every way out asks
 * this function first and sends only `released`. It reads federal law as cited in `releaseReasons`; stricter
 * state law is not known here and is warned of.
 */
export function decideRelease(request: ReleaseRequest): ReleaseDecision {
  const { patient, recipient, asOf } = request;
  const decisions = [...new Set(request.categories)].map((category) => decide(request, category));
  const released = decisions.filter(({ outcome }) => outcome === 'released').map(({ category }) => category);
  const withheld = decisions.filter(({ outcome }) => outcome === 'withheld').map(({ category }) => category);
  const warnings = warningsOf(decisions, request);
  const outcome = overall(released.length, withheld.length, warnings.length);
  const positions = new Set(decisions.flatMap(({ consent }) => (consent ? [consent.position] : [])));
  return {
    outcome,
    asOf,
    decisions,
    released,
    withheld,
    warnings,
    emergencyReason: request.emergency?.reason,
    reliedOn: [...positions]
      .sort((a, b) => a - b)
      .map((position) => ({ stream: 'patient', id: patient.patientId, position, as: 'consent' })),
    summary: message(`release.outcome.${outcome}`, { recipient: recipient.name }),
    warningMessages: warnings.map((warning) =>
      message(`release.warning.${warning}`, { recipient: recipient.name }),
    ),
  };
}

function decide(request: ReleaseRequest, category: DataCategory): CategoryDecision {
  const { reason, consent, obstacle } = ruleOn(request, category);
  const { released, source } = releaseReasons[reason];
  const params = { recipient: request.recipient.name, source };
  const messages = [message(`release.reason.${reason}`, params)];
  if (!released && obstacle) messages.push(message(`release.obstacle.${obstacle.kind}`, params));
  return {
    category,
    outcome: released ? 'released' : 'withheld',
    reason,
    source,
    ...(consent && { consent: { consentId: consent.consent.consentId, position: consent.position } }),
    ...(obstacle && { obstacle }),
    messages,
  };
}

function overall(released: number, withheld: number, warnings: number): ReleaseOutcome {
  if (withheld > 0) return released > 0 ? 'partly-withheld' : 'refused';
  return warnings > 0 ? 'permitted-with-warning' : 'permitted';
}

const withoutConsent: readonly ReleaseReason[] = ['treatment', 'payment', 'operations', 'review'];
const substanceUseSent: readonly ReleaseReason[] = ['substance-use-consented', 'substance-use-emergency'];

/** A warning a rule, in the order in which they matter. */
function warningsOf(
  decisions: readonly CategoryDecision[],
  { patient, asOf, timeZone }: ReleaseRequest,
): ReleaseWarning[] {
  const relied = decisions.flatMap(({ consent }) => patient.consents.get(consent?.consentId ?? '') ?? []);
  const birthDate = patient.demographics?.birthDate;
  const unsupported = decisions.filter(({ reason, consent }) => reason === 'treatment' && !consent);
  const ended = (...kinds: readonly Obstacle[]) =>
    unsupported.some(({ obstacle }) => obstacle && kinds.includes(obstacle.kind));
  const given = {
    'consent-expected': unsupported.length > 0,
    'authorization-revoked': ended('revoked'),
    'authorization-expired': ended('expired', 'lapsed-at-majority'),
    'state-law-unknown': decisions.some(
      ({ category, reason }) => protectedByStates.includes(category) && withoutConsent.includes(reason),
    ),
    'consent-recorded-later': relied.some(({ recordedAt }) => recordedAt !== undefined && recordedAt > asOf),
    'minor-signed-alone': relied.some(({ consent }) =>
      isSignedByMinorAlone(consent, { timeZone, birthDate }),
    ),
    'redisclosure-notice-due': decisions.some(({ reason }) => substanceUseSent.includes(reason)),
  } satisfies Record<ReleaseWarning, boolean>;
  return releaseWarnings.filter((warning) => given[warning]);
}
