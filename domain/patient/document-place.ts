import type { CoordinationCase } from '../case/case.ts';
import { message } from '../kernel/message.ts';
import { refuse, type Refusal, unreachable } from '../kernel/refusal.ts';
import type { Patient } from './patient.ts';
import type { PatientDocument } from './patient-events.ts';

type Place = PatientDocument['attachedTo'][number];

/**
 * What a document is attached to has to be there, and to be of this patient: 'document/unknown-place' with the first
 * that is not. `cases` are all cases of the patient.
 */
export function refuseUnknownPlace(
  attachedTo: readonly Place[],
  patient: Patient,
  cases: readonly CoordinationCase[],
): Refusal | undefined {
  const index = attachedTo.findIndex((place) => !isThere(place, patient, cases));
  const place = attachedTo[index];
  if (!place) return undefined;
  return refuse(
    'document/unknown-place',
    { kind: message(`thing.${place.kind}`), id: place.id },
    `/attachedTo/${index}`,
  );
}

function isThere({ kind, id }: Place, patient: Patient, cases: readonly CoordinationCase[]): boolean {
  const own = cases.filter(({ patientId }) => patientId === patient.patientId);
  switch (kind) {
    case 'case':
      return own.some(({ caseId }) => caseId === id);
    case 'contact':
      return own.some(({ activities }) => activities.has(id));
    case 'referral':
      return patient.receivedReferrals.has(id) || own.some(({ referrals }) => referrals.has(id));
    case 'consent':
      return patient.consents.has(id);
    case 'coverage':
      return patient.coverages.has(id);
    default:
      return unreachable(kind);
  }
}
