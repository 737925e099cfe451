import type { Instant } from '../kernel/calendar-date.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { NewPatientEvent } from './patient-events.ts';
import type { Patient } from './patient.ts';

/**
 * Takes back a document that was attached by mistake, to the wrong patient for instance. It stays in the record, marked;
 * it is evidence of nothing and goes to nobody. Refused: what is not there, and what something that counts rests on.
 */
export function decideWithdrawDocument(
  patient: Patient,
  { documentId, reason }: { readonly documentId: string; readonly reason: string },
  now: Instant,
): NewPatientEvent | 'repeated' | Refusal {
  if (patient.withdrawnDocuments.has(documentId)) return 'repeated';
  if (!patient.documents.has(documentId)) return refuse('absent/document', {}, '/documentId');
  const inForce = [...patient.consents.values()].some(
    ({ consent, revocation }) => consent.documentId === documentId && !revocation,
  );
  if (inForce) return refuse('document/of-consent', {}, '/documentId');
  const told = [...patient.benefitFacts, ...patient.planAnswers].some(
    ({ value }) => value.source.documentId === documentId,
  );
  if (told) return refuse('document/read-from', {}, '/documentId');
  return { type: 'patient.document-withdrawn', occurredAt: now, data: { documentId, reason } };
}
