import { createHash } from 'node:crypto';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { ConsentTerms } from '#domain/consent/consent-elements.ts';
import { authorization } from '#exchange/pdf/authorization.ts';
import type { PdfLanguage } from '#exchange/pdf/pdf-document.ts';
import { printOrRefuse } from '../release/print-or-refuse.ts';
import type { Archway } from '../archway.ts';
import type { LeavingFile } from '../claim/release-claim.ts';
import type { Person } from '../http/signed-in.ts';
import { decideLeaving, recordDisclosure, type Leaving } from '../release/release.ts';

/** A consent or authorization to be signed on paper, with its terms filled in; given to the patient. */
export async function printConsentForm(
  archway: Archway,
  person: Person,
  patientId: string,
  terms: ConsentTerms,
  language: PdfLanguage,
): Promise<LeavingFile | Refusal> {
  return archway.record.write<LeavingFile>(
    person.organizationId,
    person.who,
    { patientId },
    async (writing) => {
      const patient = await writing.patient(patientId);
      if (!patient?.demographics) return refuse('absent/patient');
      const { firstName, lastName } = patient.demographics;
      const leaving: Leaving = {
        patientId,
        wayOut: 'print',
        recipient: { kind: 'patient', name: `${firstName} ${lastName}` },
        purpose: 'individual-request',
        categories: ['demographics'],
        needed: ['demographics'],
      };
      const decision = await decideLeaving(writing, leaving);
      if (isRefusal(decision)) return decision;
      const bytes = await printOrRefuse(
        authorization(
          { patient, form: { kind: 'to-sign', terms } },
          { practice: await writing.practice(), language, madeAt: writing.now },
        ),
      );
      if (isRefusal(bytes)) return bytes;
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await recordDisclosure(writing, leaving, decision, `${terms.kind} to be signed`, sha256);
      return { fileName: `${terms.kind}.pdf`, mediaType: 'application/pdf', bytes };
    },
  );
}
