import { unwritableInPatient } from '../../claim/written-parts.ts';
import { finding, inPatient, type ReadinessCheck } from '../readiness-check.ts';

export const patientIdentity: ReadinessCheck = {
  id: 'patient-identity',
  belongsTo: 'practice',
  outcomes: ['passes', 'warns', 'blocks'],
  says: ['complete', 'missing', 'address', 'characters', 'length', 'sex'],
  mend: { screen: 'patient', action: 'change-demographics' },
  assess: ({ patient: { demographics, demographicsPosition } }) => {
    const evidence = inPatient(demographicsPosition === undefined ? [] : [demographicsPosition]);
    if (!demographics) return finding('blocks', 'patient-identity.missing');
    if (!demographics.address) return { ...finding('blocks', 'patient-identity.address'), evidence };
    const unwritable = unwritableInPatient(demographics);
    if (unwritable)
      return { ...finding('blocks', `patient-identity.${unwritable.why}`, unwritable.params), evidence };
    if (demographics.sex === 'unknown') return { ...finding('warns', 'patient-identity.sex'), evidence };
    return { ...finding('passes', 'patient-identity.complete'), evidence };
  },
};
