import { message } from '#domain/kernel/message.ts';
import { createHash } from 'node:crypto';
import { dataCategories } from '#domain/consent/consent.ts';
import { isRefusal, refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { caseToBundle } from '#exchange/fhir/to-bundle.ts';
import type { Archway } from '../archway.ts';
import { noCase, patientOfCase } from '../case/acting-on-case.ts';
import type { LeavingFile } from '../claim/release-claim.ts';
import type { Person } from '../http/signed-in.ts';
import { decideLeaving, recordDisclosure, type Leaving } from '../release/release.ts';

/** Everything of a case for the practice's own use, as one FHIR Bundle, cut by the release decision like any way out. */
export async function exportCase(
  archway: Archway,
  person: Person,
  caseId: string,
): Promise<LeavingFile | Refusal> {
  if (person.staff.role === 'biller' || person.staff.role === 'hygienist')
    return refuse('permission/export', { role: message(`web.word.staffRole.${person.staff.role}`) });
  const patientId = await patientOfCase(archway, person, caseId);
  if (patientId === undefined) return noCase(caseId);
  return archway.record.write<LeavingFile>(
    person.organizationId,
    person.who,
    { patientId },
    async (writing) => {
      const state = await writing.coordinationCase(caseId);
      const patient = await writing.patient(patientId);
      if (!state || !patient) return noCase(caseId);
      const practice = await writing.practice();
      const leaving: Leaving = {
        patientId,
        caseId,
        wayOut: 'export',
        recipient: { kind: 'own-use', name: practice.profile?.name ?? 'own use' },
        purpose: 'treatment',
        categories: dataCategories,
        needed: ['demographics'],
      };
      const decision = await decideLeaving(writing, leaving);
      if (isRefusal(decision)) return decision;
      const bundle = caseToBundle({
        case: state,
        patient,
        practice,
        allowed: new Set(decision.released),
        asOf: writing.now,
      });
      const bytes = Buffer.from(`${JSON.stringify(bundle, null, 2)}\n`);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      await recordDisclosure(writing, leaving, decision, 'case as FHIR Bundle', sha256);
      return { fileName: `${caseId}.fhir.json`, mediaType: 'application/fhir+json', bytes };
    },
  );
}
