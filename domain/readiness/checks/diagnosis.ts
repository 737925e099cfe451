import { claimDiagnoses, mostDiagnoses } from '../../claim/claim-diagnoses.ts';
import { finding, inPatient, type ReadinessCheck } from '../readiness-check.ts';

export const diagnosis: ReadinessCheck = {
  id: 'diagnosis',
  belongsTo: 'code',
  outcomes: ['passes', 'warns', 'blocks'],
  says: ['present', 'tooMany', 'missing'],
  mend: { screen: 'patient', action: 'record-condition' },
  assess: ({ state, patient, completedOn }) => {
    const { chosen, leftOut } = claimDiagnoses(state, patient, completedOn);
    const evidence = inPatient(chosen.map(({ position }) => position));
    const codes = chosen.map(({ code }) => code).join(', ');
    if (chosen.length === 0) return finding('blocks', 'diagnosis.missing');
    if (leftOut.length > 0)
      return {
        ...finding('warns', 'diagnosis.tooMany', { codes, most: mostDiagnoses, leftOut: leftOut.join(', ') }),
        evidence,
      };
    return { ...finding('passes', 'diagnosis.present', { codes }), evidence };
  },
};
