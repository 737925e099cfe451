import { message } from '#domain/kernel/message.ts';
import { isOnLiveClaim, liveClaims, liveClaimWith } from '../case/standing-activities.ts';
import type { Coverage } from '../coverage/benefit-fact.ts';
import { dayOf, type Instant } from '../kernel/calendar-date.ts';
import { cents, sumCents } from '../kernel/money.ts';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import type { Demographics } from '../patient/patient-events.ts';
import { feeOn } from '../practice/practice.ts';
import type { Payer, PracticeProfile, Provider } from '../practice/practice-events.ts';
import { assessDossier, type ReadinessResult } from '../readiness/assess-readiness.ts';
import { coordinationCode, openDossier, type Dossier } from '../readiness/dossier.ts';
import type { ReadinessInput } from '../readiness/readiness-input.ts';
import type { Claim, ClaimLine, ClaimPerson } from './claim.ts';
import { chargesOf, signedAssignment, signedRelease } from './claim-agreements.ts';
import { claimPlaces } from './claim-places.ts';
import { claimCategories } from './claim-categories.ts';
import { claimDiagnoses } from './claim-diagnoses.ts';
import { whyNotStanding } from './standing-claims.ts';
import { tellNarrative } from './narrative.ts';
import { otherCoverages } from './other-coverages.ts';
import { planNameOnClaim } from './written-parts.ts';

export interface ClaimOrder extends ReadinessInput {
  readonly coverageId: string;
  readonly claimId: string;
  /** CLM01: letters and digits, at most 20. */
  readonly controlNumber: string;
  readonly createdAt: Instant;
  readonly frequency: Claim['frequency'];
  /** The payer's number of the claim that is replaced or voided. */
  readonly payerClaimNumber?: string;
}

/** Refused because something blocks; `blocking` says what, for whoever shows it in the reader's language. */
export interface NotReady extends Refusal {
  readonly blocking: readonly ReadinessResult[];
}

/** Lines that an 837D carries. */
const mostLines = 50;
/** Units: no known rule gives this code a unit length, so a line has one (field-facts 1.2, 3.1). */
const quantity = 1;

/**
 * The claim that follows from the record. Refusals in this order:
 * 'claim/original-changes-nothing', 'claim/payer-number-needed'; where the claim
 * to change is named, 'absent/claim', why it stands no more, 'claim/other-payer'; else 'claim/nothing-to-change',
 * 'claim/which-claim'; then 'claim/nothing-left', 'claim/already-claimed', 'claim/same-day',
 * 'claim/not-ready' or 'claim/replacement-not-ready' (a `NotReady`),
 * 'claim/too-many-lines'. A void repeats what it takes back, and needs no readiness of what was done since.
 */
export function buildClaim(order: ClaimOrder): Claim | Refusal | NotReady {
  const original = order.frequency === 'original';
  if (original && order.replacesClaimId !== undefined)
    return refuse('claim/original-changes-nothing', {}, '/frequency');
  const changed = original ? undefined : changedClaim(order);
  if (isRefusal(changed)) return changed;
  if (changed && order.frequency === 'void') return voidOf(changed, order);
  const dossier = openDossier(changed ? { ...order, replacesClaimId: changed.claimId } : order);
  return refuseClaim(dossier, changed) ?? writeClaim(order, dossier, changed);
}

function changedClaim(order: ClaimOrder): Claim | Refusal {
  const { state, coverageId, patient, replacesClaimId, payerClaimNumber } = order;
  if (!payerClaimNumber?.trim()) return refuse('claim/payer-number-needed', {}, '/payerClaimNumber');
  const payerId = patient.coverages.get(coverageId)?.value.payerId;
  if (replacesClaimId !== undefined) return namedClaim(order, replacesClaimId, payerId);
  const candidates = liveClaims(state).filter(({ payer }) => payer.payerId === payerId);
  const [only, ...others] = candidates;
  if (!only) return refuse('claim/nothing-to-change', {}, '/frequency');
  if (others.length > 0)
    return refuse(
      'claim/which-claim',
      { numbers: candidates.map(({ controlNumber }) => controlNumber) },
      '/replacesClaimId',
    );
  return only;
}

/** The claim that is named. A replacement goes to the payer that has the claim: nobody else knows its number. */
function namedClaim(
  { state, frequency }: ClaimOrder,
  replacesClaimId: string,
  payerId: string | undefined,
): Claim | Refusal {
  const at = '/replacesClaimId';
  const recorded = state.claims.get(replacesClaimId);
  if (!recorded) return refuse('absent/claim', { claimId: replacesClaimId }, at);
  const { claim } = recorded;
  const gone = whyNotStanding(state.claims.values(), recorded);
  if (gone) return { ...gone, at };
  if (claim.frequency === 'void') return refuse('claim/nothing-to-change', {}, at);
  if (frequency === 'replacement' && claim.payer.payerId !== payerId)
    return refuse(
      'claim/other-payer',
      { claim: claim.controlNumber, payer: claim.payer.name },
      '/coverageId',
    );
  return claim;
}

function voidOf(
  claim: Claim,
  { claimId, controlNumber, createdAt, payerClaimNumber = '' }: ClaimOrder,
): Claim {
  return {
    ...claim,
    claimId,
    controlNumber,
    createdAt,
    frequency: 'void',
    payerClaimNumber,
    replacesClaimId: claim.claimId,
  };
}

function refuseClaim(dossier: Dossier, replaced: Claim | undefined): Refusal | NotReady | undefined {
  const { state, work, lines } = dossier;
  if (replaced && work.length === 0) return refuse('claim/nothing-left', { claim: replaced.controlNumber });
  const own = new Set(replaced?.lines.flatMap(({ activityIds }) => activityIds));
  const taken = work.filter(
    ({ activity: { activityId } }) => !own.has(activityId) && isOnLiveClaim(state, activityId),
  );
  const first = taken[0] && liveClaimWith(state, taken[0].activity.activityId);
  if (first) return refuse('claim/already-claimed', { claim: first.controlNumber, code: first.code });
  const twin = replaced ? undefined : sameDayClaim(dossier);
  if (twin) return twin;
  const { ready, results } = assessDossier(dossier);
  if (!ready)
    return notReady(
      results.filter(({ result }) => result === 'blocks'),
      replaced,
    );
  if (lines.length <= mostLines) return undefined;
  return refuse('claim/too-many-lines', { lines: lines.length, most: mostLines });
}

/** A standing claim for the same payer, code and day: what was added belongs on its replacement. */
function sameDayClaim({ state, lines, payer }: Dossier): Refusal | undefined {
  for (const { controlNumber, payer: billed, lines: claimed } of liveClaims(state)) {
    const twin = claimed.find(
      ({ code, serviceDate }) =>
        code === coordinationCode && lines.some((line) => line.serviceDate === serviceDate),
    );
    if (twin && billed.payerId === payer?.payerId)
      return refuse('claim/same-day', { claim: controlNumber, code: twin.code, day: twin.serviceDate });
  }
  return undefined;
}

/** The readiness screen tells of new work: a replacement is held up by the work of the claim whose place it takes. */
function notReady(blocking: readonly ReadinessResult[], replaced: Claim | undefined): NotReady {
  const checks = blocking.map(({ checkId }) => message(`readiness.${checkId}.title`));
  const refusal = replaced
    ? refuse('claim/replacement-not-ready', { claim: replaced.controlNumber, checks })
    : refuse('claim/not-ready', { checks });
  return { ...refusal, blocking };
}

function writeClaim(order: ClaimOrder, dossier: Dossier, replaced: Claim | undefined): Claim {
  const { profile, demographics, treating, payer, coverage } = partsOf(dossier);
  const diagnoses = claimDiagnoses(dossier.state, dossier.patient, dossier.completedOn).chosen;
  const lines = writeLines(dossier, profile, diagnoses.length);
  const { sentences, remarks } = tellNarrative(dossier);
  const patient = personOf(demographics);
  const days = lines.map(({ serviceDate }) => serviceDate);
  const others = otherCoverages({ ...dossier, days });
  const { placeOf } = claimPlaces(
    dossier.patient,
    dossier.practice,
    coverage,
    days[0] ?? dossier.completedOn,
  );
  return {
    claimId: order.claimId,
    caseId: dossier.state.caseId,
    patientId: dossier.patient.patientId,
    controlNumber: order.controlNumber,
    frequency: order.frequency,
    ...(order.payerClaimNumber === undefined ? {} : { payerClaimNumber: order.payerClaimNumber }),
    ...(replaced ? { replacesClaimId: replaced.claimId } : {}),
    billing: profile,
    treating: dentistOf(treating),
    patient,
    subscriber: subscriberOf(coverage, patient, placeOf(coverage)),
    payer: payerOf(payer),
    otherCoverages: others.flatMap((other) =>
      other.standing === 'named'
        ? [
            {
              kind: other.value.kind,
              subscriber: subscriberOf(other.value, patient, other.place),
              payer: payerOf(other.payer),
            },
          ]
        : [],
    ),
    agreements: {
      ...(payer.acceptsAssignment === undefined ? {} : { acceptsAssignment: payer.acceptsAssignment }),
      ...signedAssignment({
        patient: dossier.patient,
        payer,
        asOf: order.createdAt,
        timeZone: dossier.timeZone,
      }),
      ...signedRelease({
        patient: dossier.patient,
        payer,
        categories: claimCategories({ diagnoses }),
        asOf: order.createdAt,
        timeZone: dossier.timeZone,
      }),
      charges: chargesOf(
        dossier.state,
        dossier.lines.map(({ work }) => ({ code: coordinationCode, work })),
      ),
    },
    ...attestedIn(dossier),
    diagnoses: diagnoses.map(({ code }) => code),
    lines,
    total: sumCents(lines.map(({ fee }) => fee)),
    remarks: [...remarks],
    narrative: [...sentences],
    rulebookVersion: dossier.rulebook.version,
    createdAt: order.createdAt,
  };
}

function writeLines(dossier: Dossier, profile: PracticeProfile, diagnosisCount: number): ClaimLine[] {
  return dossier.lines.map((line, index) => {
    const fee = feeOn(dossier.practice, coordinationCode, line.serviceDate);
    if (fee === undefined) throw new Error('a ready claim has a fee on every line');
    return {
      lineNumber: index + 1,
      code: coordinationCode,
      serviceDate: line.serviceDate,
      fee: cents(fee * quantity),
      quantity,
      statesQuantity: line.answers.some(({ statesQuantity }) => statesQuantity),
      placeOfService: profile.placeOfService,
      diagnosisPointers: Array.from({ length: diagnosisCount }, (_, place) => place + 1),
      activityIds: line.work.map(({ activity }) => activity.activityId),
      minutes: line.minutes,
    };
  });
}

interface Parts {
  readonly profile: PracticeProfile;
  readonly demographics: Demographics;
  readonly treating: Provider;
  readonly payer: Payer;
  readonly coverage: Coverage;
}

/** The checks guarantee them; without one of them a check has a hole. */
function partsOf({
  practice: { profile },
  patient: { demographics },
  treating,
  payer,
  coverage,
}: Dossier): Parts {
  if (!profile || !demographics || !treating || !payer || !coverage)
    throw new Error('a ready claim has practice, patient, treating dentist, payer and coverage');
  return { profile, demographics, treating, payer, coverage };
}

function personOf({ lastName, firstName, birthDate, sex, address }: Demographics): ClaimPerson {
  return { lastName, firstName, birthDate, sex, ...(address ? { address } : {}) };
}

function dentistOf({ lastName, firstName, npi, taxonomy, license }: Provider): Claim['treating'] {
  if (lastName === undefined || firstName === undefined || npi === undefined || taxonomy === undefined)
    throw new Error('a ready claim has a treating dentist with name, NPI and taxonomy');
  return { lastName, firstName, npi, taxonomy, ...(license === undefined ? {} : { license }) };
}

/** The last attestation; readiness has seen to it that it is the treating dentist's, and covers the work. */
function attestedIn({ state, timeZone }: Dossier): Pick<Claim, 'attested'> {
  const last = state.attestations.at(-1);
  if (!last) return {};
  const { name, credential } = last.who;
  const on = dayOf(last.occurredAt, timeZone);
  return { attested: { name: credential ? `${name}, ${credential}` : name, on } };
}

function payerOf({ payerId, name, claimPayerId, filingIndicator }: Payer): Claim['payer'] {
  return { payerId, name, claimPayerId, filingIndicator };
}

function subscriberOf(
  coverage: Coverage,
  patient: ClaimPerson,
  priority: Coverage['priority'],
): Claim['subscriber'] {
  const { relationship, lastName, firstName, birthDate, sex = 'unknown' } = coverage.subscriber;
  const planName = planNameOnClaim(coverage.planName);
  const other: ClaimPerson = { lastName, firstName, sex, ...(birthDate ? { birthDate } : {}) };
  return {
    relationship,
    memberId: coverage.memberId,
    ...(coverage.groupNumber === undefined ? {} : { groupNumber: coverage.groupNumber }),
    ...(planName === undefined ? {} : { planName }),
    person: relationship === 'self' ? patient : other,
    priority,
  };
}
