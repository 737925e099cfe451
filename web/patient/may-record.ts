import { mayChangePatient, type PatientChange } from '#domain/patient/patient-permissions.ts';
import { useSession } from '../api/session.ts';

/** Whether this person may record it about a patient; the server holds the same table. */
export function useMayRecord(): (change: PatientChange) => boolean {
  const { role } = useSession();
  return (change) => mayChangePatient(role, change);
}
