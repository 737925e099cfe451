import { isNeverService } from '../activity/service-seconds.ts';
import { standingOf } from '../consent/standing.ts';
import type { Instant } from '../kernel/calendar-date.ts';
import { statedEvidence } from '../necessity/necessity-statement.ts';
import type { Patient } from '../patient/patient.ts';
import type { CoordinationCase } from './case.ts';
import { decisionOf, isOnLiveClaim, standingActivities } from './standing-activities.ts';

/** What a case still needs before it can be billed, in the order in which it is best done. */
const caseGaps = [
  'consent',
  'necessity',
  'coverage',
  'team',
  'plan',
  'contacts',
  'signatures',
  'code',
  'attestation',
  'claim',
  'release',
  'close',
] as const;
export type CaseGap = (typeof caseGaps)[number];

export interface Seen {
  readonly patient: Patient;
  readonly now: Instant;
  readonly timeZone: string;
}

/** The first gap of a case. There always is one: when all is done, the case wants closing. */
export function firstGap(state: CoordinationCase, seen: Seen): CaseGap {
  return caseGaps.find((gap) => isOpen[gap](state, seen)) ?? 'close';
}

const isOpen: Record<CaseGap, (state: CoordinationCase, seen: Seen) => boolean> = {
  consent: (_state, { patient, now, timeZone }) =>
    ![...patient.consents.values()].some(
      (recorded) =>
        recorded.consent.kind === 'coordination-agreement' &&
        standingOf(recorded, { asOf: now, timeZone, birthDate: patient.demographics?.birthDate }) ===
          'active',
    ),
  necessity: (state, { patient }) =>
    ![...state.factors.values()].some((recorded) => statedEvidence(recorded, state, patient).length > 0),
  coverage: (_state, { patient }) => patient.coverages.size === 0,
  team: (state) => state.members.size < 2,
  plan: (state) => state.planItems.size === 0,
  contacts: (state) => standingActivities(state).length === 0,
  signatures: (state) => standingActivities(state).some((recorded) => !recorded.signed),
  // A call that reached nobody, and office work, are no service whatever is decided.
  code: (state) =>
    standingActivities(state).some(
      (recorded) => !isNeverService(recorded) && !decisionOf(state, recorded.activity.activityId),
    ),
  attestation: (state) => standingActivities(state).some((recorded) => !isAttested(state, recorded)),
  claim: (state) =>
    standingActivities(state).some(
      ({ activity: { activityId } }) =>
        decisionOf(state, activityId)?.decision.code === 'D9992' && !isOnLiveClaim(state, activityId),
    ),
  release: (state) =>
    [...state.claims.values()].some(({ releases, withdrawn }) => !withdrawn && releases.length === 0),
  close: () => true,
};

/** An attestation covers an activity as it then read: an amendment afterwards has to be attested anew. */
export function isAttested(
  state: CoordinationCase,
  recorded: {
    readonly activity: { readonly activityId: string };
    readonly amendments: readonly { readonly position: number }[];
  },
): boolean {
  const lastChange = recorded.amendments.at(-1)?.position ?? 0;
  return state.attestations.some(
    ({ attestation }) =>
      attestation.activityIds.includes(recorded.activity.activityId) &&
      attestation.upToPosition >= lastChange,
  );
}
