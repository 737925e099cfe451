import type { CoordinationCase } from '#domain/case/case.ts';
import { latestClaim } from '#domain/case/standing-activities.ts';
import { billedWork, type BilledWork } from '#domain/claim/billed-work.ts';
import { narrowCase, narrowPatient } from '#domain/claim/narrow-to-billed-work.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { ReadinessInput } from '#domain/readiness/readiness-input.ts';
import type { Leaving } from '../release/release.ts';

export interface SeenRecord {
  readonly state: CoordinationCase;
  readonly patient: Patient;
  /** Set where the recipient gets no more than the work that it is asked to pay. */
  readonly billed: BilledWork | undefined;
}

/**
 * The record from which everything for a recipient is made. Whoever pays sees the billed work and nothing else; for
 * treatment, and for the patient, the release decision alone says what they get.
 */
export function recordForRecipient(
  input: ReadinessInput,
  { recipient, purpose }: Pick<Leaving, 'recipient' | 'purpose'>,
): SeenRecord {
  const { state, patient } = input;
  if (purpose !== 'payment') return { state, patient, billed: undefined };
  const claim = latestClaim(state);
  // A clearinghouse passes on the latest claim.
  const payer =
    recipient.kind === 'clearinghouse' && claim
      ? { name: claim.payer.name, partyId: claim.payer.payerId }
      : recipient;
  const billed = billedWork(input, payer);
  return { state: narrowCase(state, billed), patient: narrowPatient(patient, billed), billed };
}
