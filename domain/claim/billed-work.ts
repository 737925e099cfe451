import type { CoordinationCase, RecordedActivity } from '../case/case.ts';
import { isSameParty } from '../consent/authorization-scope.ts';
import type { RecordedConsent } from '../consent/consent.ts';
import type { Coverage } from '../coverage/benefit-fact.ts';
import { statedEvidence } from '../necessity/necessity-statement.ts';
import type { Evidence } from '../necessity/factor.ts';
import type { At, Patient } from '../patient/patient.ts';
import { coordinationCode, openDossier } from '../readiness/dossier.ts';
import type { ReadinessInput } from '../readiness/readiness-input.ts';
import { chargesOf } from './claim-agreements.ts';
import { claimDiagnoses } from './claim-diagnoses.ts';
import type { Claim } from './claim.ts';

/** The payer that asks, as the record knows it. */
export interface Asking {
  readonly name: string;
  /** Payer of the directory; absent where a coverage names one that is not in it. */
  readonly partyId?: string | undefined;
}

type Ids = ReadonlySet<string>;

/**
 * What belongs to the work that a payer is asked to pay: the minimum that shows that it was done, needed, agreed to and
 * covered (45 CFR 164.502(b), 164.514(d)). Everything else in the record is no business of a payer.
 */
export interface BilledWork {
  readonly activityIds: Ids;
  /** Whom the contacts were with, the treating dentists, and who shows that the coordination was needed. */
  readonly memberIds: Ids;
  /** Next actions that a billed contact led to. */
  readonly taskIds: Ids;
  readonly referralIds: Ids;
  readonly planItemIds: Ids;
  readonly factorIds: Ids;
  readonly claimIds: Ids;
  readonly agreementIds: Ids;
  /** The payer's own coverages, and those that its claims name besides. */
  readonly coverageIds: Ids;
  readonly ownCoverageIds: Ids;
  /** Who pays by each of the coverages, as the record knows it now. */
  readonly payerOfCoverage: ReadonlyMap<string, Asking>;
  readonly consentIds: Ids;
  readonly documentIds: Ids;
  readonly conditionIds: Ids;
  readonly historyIds: Ids;
  readonly accommodationIds: Ids;
  readonly relatedPersonIds: Ids;
  readonly receivedReferralIds: Ids;
  readonly payer: Asking;
}

/** The coverage of the record that a claim names, by payer and member number. */
export function coverageOfClaim(
  patient: Patient,
  { payer, subscriber }: Pick<Claim, 'payer' | 'subscriber'>,
): At<Coverage> | undefined {
  return [...patient.coverages.values()].find(
    ({ value }) => value.payerId === payer.payerId && value.memberId === subscriber.memberId,
  );
}

/**
 * The billed work of a case for one payer: of its claims, also those that were replaced or voided; before there is
 * one, the work that its claim would have.
 */
export function billedWork(input: ReadinessInput, payer: Asking): BilledWork {
  const { state, patient } = input;
  // What was taken back before it was sent never asked anybody to pay.
  const claims = [...state.claims.values()]
    .filter(({ claim, withdrawn }) => !withdrawn && isOf(claim, payer))
    .map(({ claim }) => claim);
  const own = [...patient.coverages.values()].filter(({ value }) =>
    isSameParty({ name: value.payerName, partyId: value.payerId }, payer),
  );
  const future = claims.length === 0 ? futureClaim(input, own) : undefined;
  const activityIds = new Set(
    future?.activityIds ?? claims.flatMap(({ lines }) => lines.flatMap((line) => line.activityIds)),
  );
  const activities = [...activityIds].flatMap((id) => state.activities.get(id) ?? []);
  const factors = [...state.factors.values()].filter(
    (recorded) => statedEvidence(recorded, state, patient).length > 0,
  );
  const evidence = factors.flatMap(({ factor }) => factor.evidence);
  const shown = (kind: Evidence['kind']) => evidence.filter((each) => each.kind === kind).map(({ id }) => id);
  const referralIds = new Set([...activities.flatMap(referralOf), ...shown('referral')]);
  const memberIds = new Set([
    ...activities.flatMap(membersOf),
    ...treatingDentists(state),
    ...shown('team-member'),
    ...[...referralIds].flatMap((id) => state.referrals.get(id)?.referral.toMemberId ?? []),
  ]);
  const named = claims.flatMap((claim) => [claim, ...(claim.otherCoverages ?? [])]);
  const ownCoverageIds = own.map(({ value }) => value.coverageId);
  const coverageIds = new Set([
    ...ownCoverageIds,
    ...named.flatMap((billed) => coverageOfClaim(patient, billed)?.value.coverageId ?? []),
  ]);
  const consents = consentsBehind(patient, activities, claims, payer);
  return {
    payer,
    activityIds,
    memberIds,
    referralIds,
    coverageIds,
    taskIds: new Set(
      [...state.tasks.values()].flatMap(({ task }) =>
        task.activityId !== undefined && activityIds.has(task.activityId) ? [task.taskId] : [],
      ),
    ),
    planItemIds: new Set([
      ...activities.flatMap(({ activity }) => activity.planItemId ?? []),
      ...shown('plan-item'),
    ]),
    factorIds: new Set(factors.map(({ factor }) => factor.factorId)),
    claimIds: new Set(claims.map(({ claimId }) => claimId)),
    agreementIds: new Set(
      future?.agreementIds ??
        claims.flatMap(({ agreements }) => (agreements?.charges ?? []).map(({ agreementId }) => agreementId)),
    ),
    ownCoverageIds: new Set(ownCoverageIds),
    payerOfCoverage: new Map(
      [...patient.coverages.values()].flatMap(({ value }) =>
        coverageIds.has(value.coverageId)
          ? [[value.coverageId, { name: value.payerName, partyId: value.payerId }] as const]
          : [],
      ),
    ),
    consentIds: new Set(consents.map(({ consent }) => consent.consentId)),
    documentIds: documentsBehind(
      patient,
      { activityIds, referralIds, coverageIds, consents },
      shown('document'),
    ),
    conditionIds: new Set([
      ...shown('condition'),
      ...conditionsOf(patient, future?.diagnoses ?? claims.flatMap(({ diagnoses }) => diagnoses)),
    ]),
    historyIds: new Set(shown('history')),
    accommodationIds: new Set(shown('accommodation')),
    relatedPersonIds: new Set(
      [...memberIds].flatMap((id) => state.members.get(id)?.member.relatedPersonId ?? []),
    ),
    receivedReferralIds: new Set(shown('referral')),
  };
}

function isOf({ payer }: Claim, asking: Asking): boolean {
  return isSameParty({ name: payer.name, partyId: payer.payerId }, asking);
}

/** What the claim to this payer would hold, while there is none. */
function futureClaim(input: ReadinessInput, own: readonly At<Coverage>[]) {
  const coverageId = own[0]?.value.coverageId;
  const dossier = openDossier(coverageId === undefined ? input : { ...input, coverageId });
  const lines = dossier.lines.map(({ work }) => ({ code: coordinationCode, work }));
  return {
    activityIds: dossier.work.map(({ activity }) => activity.activityId),
    agreementIds: chargesOf(input.state, lines).map(({ agreementId }) => agreementId),
    diagnoses: claimDiagnoses(input.state, input.patient, dossier.completedOn).chosen.map(({ code }) => code),
  };
}

/** As it reads now, and as it read before its amendments. */
function versionsOf({ activity, amendments }: RecordedActivity) {
  return [activity, ...amendments.map(({ original }) => original)];
}

function membersOf(recorded: RecordedActivity): readonly string[] {
  return versionsOf(recorded).flatMap(({ contact }) =>
    (contact?.parties ?? []).flatMap(({ memberId }) => memberId ?? []),
  );
}

function referralOf(recorded: RecordedActivity): readonly string[] {
  return versionsOf(recorded).flatMap(({ contact }) => contact?.referralId ?? []);
}

function treatingDentists({ members }: CoordinationCase): readonly string[] {
  return [...members.values()]
    .filter(({ member }) => member.role === 'treating-dentist')
    .map(({ member }) => member.memberId);
}

/** The consents that billed work relied on, that its narrative cites, and that the patient gave for this payer. */
function consentsBehind(
  patient: Patient,
  activities: readonly RecordedActivity[],
  claims: readonly Claim[],
  payer: Asking,
): readonly RecordedConsent[] {
  const cited = new Set([
    ...activities.flatMap(({ reliedOn }) =>
      reliedOn.filter(({ stream }) => stream === 'patient').map(({ position }) => `patient#${position}`),
    ),
    ...claims.flatMap(({ narrative }) => narrative.flatMap(({ evidence }) => evidence)),
  ]);
  return [...patient.consents.values()].filter(
    ({ consent, position }) =>
      cited.has(`patient#${position}`) ||
      consent.recipients.some((recipient) => isSameParty(recipient, payer)),
  );
}

/** Papers of the billed contacts, referrals, coverages and consents; a paper of the case as a whole is not one. */
function documentsBehind(
  patient: Patient,
  behind: {
    readonly activityIds: Ids;
    readonly referralIds: Ids;
    readonly coverageIds: Ids;
    readonly consents: readonly RecordedConsent[];
  },
  shown: readonly string[],
): Ids {
  const consentIds = new Set(behind.consents.map(({ consent }) => consent.consentId));
  const ids = {
    case: new Set<string>(),
    contact: behind.activityIds,
    referral: behind.referralIds,
    coverage: behind.coverageIds,
    consent: consentIds,
  };
  const attached = [...patient.documents.values()].filter(({ value }) =>
    value.attachedTo.some(({ kind, id }) => ids[kind].has(id)),
  );
  return new Set([
    ...shown,
    ...behind.consents.flatMap(({ consent }) => consent.documentId ?? []),
    ...attached.map(({ value }) => value.documentId),
  ]);
}

function conditionsOf({ conditions }: Patient, diagnoses: readonly string[]): readonly string[] {
  return [...conditions.values()].flatMap(({ value }) =>
    value.diagnosis !== undefined && diagnoses.includes(value.diagnosis) ? [value.conditionId] : [],
  );
}
