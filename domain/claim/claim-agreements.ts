import type { CoordinationCase, RecordedActivity } from '../case/case.ts';
import { missingElements } from '../consent/authorization-elements.ts';
import { findAuthorization, isFor } from '../consent/authorization-scope.ts';
import type { DataCategory, RecordedConsent } from '../consent/consent.ts';
import { standingOf } from '../consent/standing.ts';
import { dayOf, type Instant } from '../kernel/calendar-date.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import type { Patient } from '../patient/patient.ts';
import type { Payer } from '../practice/practice-events.ts';
import type { ClaimAgreements } from './claim.ts';

type RecordedAgreement = CoordinationCase['chargeAgreements'][number];

/** The work of a line, which a charge has to have been told before. */
export interface BilledLine {
  readonly code: ProcedureCode;
  readonly work: readonly RecordedActivity[];
}

/** What was told about the charge for a line before its work began, the latest; whether or not it was agreed to. */
export function chargeToldFor(
  { chargeAgreements }: Pick<CoordinationCase, 'chargeAgreements'>,
  { code, work }: BilledLine,
): RecordedAgreement | undefined {
  const begun = work.map(({ activity }) => activity.time.startedAt).toSorted()[0];
  return chargeAgreements
    .filter(({ agreement }) => agreement.code === code)
    .filter(({ agreement }) => begun !== undefined && agreement.toldAt <= begun)
    .toSorted((one, other) => (one.agreement.toldAt < other.agreement.toldAt ? -1 : 1))
    .at(-1);
}

/** The charges that hold for the lines of a claim, each with its lines: told in time and agreed to. */
export function chargesOf(
  state: Pick<CoordinationCase, 'chargeAgreements'>,
  lines: readonly BilledLine[],
): ClaimAgreements['charges'] {
  const byAgreement = Map.groupBy(
    lines.flatMap((line, index) => {
      const told = chargeToldFor(state, line);
      return told?.agreement.agreed ? [{ told, lineNumber: index + 1 }] : [];
    }),
    ({ told }) => told,
  );
  return [...byAgreement].map(([{ agreement }, own]) => ({
    agreementId: agreement.agreementId,
    lineNumbers: own.map(({ lineNumber }) => lineNumber),
    amount: agreement.amount,
    toldAt: agreement.toldAt,
  }));
}

interface Signed {
  readonly patient: Patient;
  readonly payer: Payer;
  readonly asOf: Instant;
  readonly timeZone: string;
}

interface Release extends Signed {
  readonly categories: readonly DataCategory[];
}

/**
 * Whether the patient signed that this payer may have what the claim says. HIPAA asks for none (45 CFR 164.506(c));
 * a claim states a signature only where there is one.
 */
export function signedRelease({
  patient,
  payer,
  categories,
  asOf,
  timeZone,
}: Release): Pick<ClaimAgreements, 'releaseSigned' | 'releaseSignedOn'> {
  const recipient = { kind: 'payer', name: payer.name, partyId: payer.payerId } as const;
  const moment = { asOf, timeZone, birthDate: patient.demographics?.birthDate };
  const found = categories.map(
    (category) =>
      findAuthorization(
        patient.consents.values(),
        ['hipaa-authorization'],
        { recipient, purpose: 'payment', category },
        moment,
      ).found,
  );
  const signed = found.flatMap((recorded) => recorded?.consent.signedAt ?? []).toSorted();
  const last = signed.at(-1);
  return last !== undefined && signed.length === categories.length
    ? { releaseSigned: true, releaseSignedOn: dayOf(last, timeZone) }
    : { releaseSigned: false };
}

/** The assignment of benefits to the practice that stands for this payer at a moment. */
export function standingAssignment({
  patient,
  payer,
  asOf,
  timeZone,
}: Omit<Signed, 'payer'> & {
  readonly payer: Pick<Payer, 'payerId' | 'name'>;
}): RecordedConsent | undefined {
  const recipient = { kind: 'payer', name: payer.name, partyId: payer.payerId } as const;
  const moment = { asOf, timeZone, birthDate: patient.demographics?.birthDate };
  return [...patient.consents.values()].findLast(
    (recorded) =>
      recorded.consent.kind === 'benefits-assignment' &&
      recorded.consent.recipients.some((named) => isFor(named, recipient)) &&
      missingElements(recorded.consent).length === 0 &&
      standingOf(recorded, moment) === 'active',
  );
}

/** Whether the plan is told to pay the practice: only where somebody signed that it shall. */
export function signedAssignment(
  signed: Signed,
): Pick<ClaimAgreements, 'benefitsAssigned' | 'benefitsAssignedOn'> {
  const found = standingAssignment(signed);
  return found
    ? { benefitsAssigned: true, benefitsAssignedOn: dayOf(found.consent.signedAt, signed.timeZone) }
    : { benefitsAssigned: false };
}
