import { attestation } from './checks/attestation.ts';
import { authorAllowed } from './checks/author-allowed.ts';
import { benefitsAssignment } from './checks/benefits-assignment.ts';
import { billingIdentifiers } from './checks/billing-identifiers.ts';
import { chargeTold } from './checks/charge-told.ts';
import { codeDecision } from './checks/code-decision.ts';
import { codeIsInForce } from './checks/code-in-force.ts';
import { consent } from './checks/consent.ts';
import { coverageActive } from './checks/coverage-active.ts';
import { coverageStatus } from './checks/coverage-status.ts';
import { diagnosis } from './checks/diagnosis.ts';
import { exclusions } from './checks/exclusions.ts';
import { fee } from './checks/fee.ts';
import { frequency } from './checks/frequency.ts';
import { lateEntries } from './checks/late-entries.ts';
import { minutes } from './checks/minutes.ts';
import { necessity } from './checks/necessity.ts';
import { noteFields } from './checks/note-fields.ts';
import { otherCoverage } from './checks/other-coverage.ts';
import { overlaps } from './checks/overlaps.ts';
import { patientIdentity } from './checks/patient-identity.ts';
import { payerDocumentation } from './checks/payer-documentation.ts';
import { payerIdentifiers } from './checks/payer-identifiers.ts';
import { payerParticipation } from './checks/payer-participation.ts';
import { placeOfService } from './checks/place-of-service.ts';
import { reachedContact } from './checks/reached-contact.ts';
import { severalParties } from './checks/several-parties.ts';
import { signatures } from './checks/signatures.ts';
import { timelyFiling } from './checks/timely-filing.ts';
import { treatingDentist } from './checks/treating-dentist.ts';
import { workCovered } from './checks/work-covered.ts';
import type { ReadinessCheck } from './readiness-check.ts';

/** Every check, in the order in which gaps are best mended: the case, its work, the payer, the claim. */
export const readinessChecks: readonly ReadinessCheck[] = [
  consent,
  necessity,
  severalParties,
  reachedContact,
  minutes,
  overlaps,
  noteFields,
  lateEntries,
  signatures,
  codeDecision,
  codeIsInForce,
  attestation,
  diagnosis,
  coverageActive,
  coverageStatus,
  authorAllowed,
  workCovered,
  frequency,
  exclusions,
  payerDocumentation,
  timelyFiling,
  placeOfService,
  chargeTold,
  fee,
  treatingDentist,
  billingIdentifiers,
  payerIdentifiers,
  otherCoverage,
  payerParticipation,
  benefitsAssignment,
  patientIdentity,
];
