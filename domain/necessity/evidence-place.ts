import type { CoordinationCase } from '../case/case.ts';
import type { Patient } from '../patient/patient.ts';
import type { Evidence } from './factor.ts';

/** Where a piece of evidence stands: 'case#12' or 'patient#3'. */
export type Place = `case#${number}` | `patient#${number}`;

/**
 * The place of a piece of evidence in its chain; undefined when the record does not hold it. What an author
 * saw for themselves stands where the factor itself does, so `factorPosition` answers for it.
 */
export function placeOfEvidence(
  evidence: Pick<Evidence, 'kind' | 'id'>,
  state: CoordinationCase,
  patient: Patient,
  factorPosition: number,
): Place | undefined {
  const { id } = evidence;
  switch (evidence.kind) {
    case 'condition':
      return inPatient(patient.conditions.get(id)?.position);
    case 'history':
      return inPatient(patient.historyPositions.get(id));
    case 'accommodation':
      return inPatient(patient.accommodations.get(id)?.position);
    case 'document':
      return inPatient(patient.documents.get(id)?.position);
    case 'coverage':
      return inPatient(patient.coverages.get(id)?.position);
    case 'contact': {
      const recorded = state.activities.get(id);
      return recorded && !recorded.withdrawn ? inCase(recorded.position) : undefined;
    }
    case 'team-member':
      return inCase(state.members.get(id)?.position);
    case 'plan-item':
      return inCase(state.planItems.get(id)?.position);
    case 'referral':
      return (
        inCase(state.referrals.get(id)?.position) ?? inPatient(patient.receivedReferrals.get(id)?.position)
      );
    case 'observation-by-author':
      return inCase(factorPosition);
  }
}

function inCase(position: number | undefined): Place | undefined {
  return position === undefined ? undefined : `case#${position}`;
}

function inPatient(position: number | undefined): Place | undefined {
  return position === undefined ? undefined : `patient#${position}`;
}
