import { standingAssignment } from '../../claim/claim-agreements.ts';
import type { Dossier } from '../dossier.ts';
import { finding, inPatient, type ReadinessCheck } from '../readiness-check.ts';

/** Whom the plan is told to pay: the practice only where somebody signed that it shall (CLM08, form item 37). */
export const benefitsAssignment: ReadinessCheck = {
  id: 'benefits-assignment',
  belongsTo: 'practice',
  outcomes: ['passes', 'warns', 'not-applicable'],
  says: ['signed', 'unsigned', 'noPayer'],
  mend: { screen: 'patient', action: 'record-assignment' },
  assess: ({ payer, patient, timeZone, now: asOf }: Dossier) => {
    if (!payer) return finding('not-applicable', 'benefits-assignment.noPayer');
    const signed = standingAssignment({ patient, payer, asOf, timeZone });
    const params = { payer: payer.name };
    return signed
      ? { ...finding('passes', 'benefits-assignment.signed', params), evidence: inPatient([signed.position]) }
      : finding('warns', 'benefits-assignment.unsigned', params);
  },
};
