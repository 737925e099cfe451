import { createHash } from 'node:crypto';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import { refuseUnknownPlace } from '#domain/patient/document-place.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { PatientDocument } from '#domain/patient/patient-events.ts';
import type { Archway } from '../archway.ts';
import type { Person } from '../http/signed-in.ts';
import { casesOf } from '../case/surroundings.ts';
import { refuseAuditor } from '../patient/change-patient.ts';
import type { Reading, Writing } from '../record/record.ts';
import { isWebPage } from './web-page.ts';

/** What a practice scans, photographs or receives; told by the first bytes, not by what the sender says. */
const signatures: readonly (readonly [mediaType: string, test: (bytes: Buffer) => boolean])[] = [
  ['application/pdf', (bytes) => bytes.subarray(0, 5).toString('latin1') === '%PDF-'],
  ['image/png', (bytes) => bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff],
  ['image/tiff', (bytes) => ['II*\0', 'MM\0*'].includes(bytes.subarray(0, 4).toString('latin1'))],
  ['image/webp', (bytes) => bytes.subarray(8, 12).toString('latin1') === 'WEBP'],
  ['text/plain', (bytes) => isText(bytes)],
];

export const attachableMediaTypes = signatures.map(([mediaType]) => mediaType);

function isText(bytes: Buffer): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\0');
  } catch {
    return false;
  }
}

export interface Attaching extends Pick<PatientDocument, 'title' | 'kind' | 'attachedTo'> {
  readonly documentId: string;
  readonly bytes: Buffer;
}

/** Attaches a document to a patient, and to a case, contact, consent, coverage or referral of that patient. */
export async function attachDocument(
  archway: Archway,
  person: Person,
  patientId: string,
  attaching: Attaching,
): Promise<number | Refusal> {
  const forbidden = refuseAuditor(person);
  if (forbidden) return forbidden;
  const { bytes, ...described } = attaching;
  const mediaType = signatures.find(([, test]) => test(bytes))?.[0];
  if (bytes.length === 0 || mediaType === undefined)
    return refuse(bytes.length === 0 ? 'document/empty' : 'document/unreadable', {}, '/file');
  if (isWebPage(bytes)) return refuse('document/web-page', {}, '/file');
  return archway.record.write(person.organizationId, person.who, { patientId }, async (writing) => {
    const patient = await writing.patient(patientId);
    if (!patient?.demographics) return refuse('absent/patient');
    const misplaced = await refuseMisplaced(writing, patient, described.attachedTo);
    if (misplaced) return misplaced;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const there = patient.documents.get(described.documentId);
    if (there?.value.sha256 === sha256) return patient.position;
    if (patient.withdrawnDocuments.has(described.documentId))
      return refuse('document/withdrawn', {}, '/documentId');
    if (!(await keepContent(writing, described.documentId, sha256, bytes)))
      return refuse('duplicate/document', {}, '/documentId');
    return writing.appendToPatient(patientId, [
      {
        type: 'patient.document-attached',
        occurredAt: writing.now,
        data: { document: { ...described, mediaType, byteLength: bytes.length, sha256 } },
      },
    ]);
  });
}

/** The patient's cases are read only where the document is to belong to something in one of them. */
async function refuseMisplaced(
  writing: Writing,
  patient: Patient,
  attachedTo: Attaching['attachedTo'],
): Promise<Refusal | undefined> {
  const inCases = attachedTo.some(({ kind }) => kind === 'case' || kind === 'contact' || kind === 'referral');
  return refuseUnknownPlace(attachedTo, patient, inCases ? await casesOf(writing, patient.patientId) : []);
}

/** Keeps bytes under an id. False when the id holds other bytes already: those stay. */
export async function keepContent(
  writing: Writing,
  contentId: string,
  sha256: string,
  bytes: Buffer,
): Promise<boolean> {
  await writing.tenant
    .insertInto('document_content')
    .values({ organization_id: writing.organizationId, content_id: contentId, sha256, bytes })
    .onConflict((conflict) => conflict.columns(['organization_id', 'content_id']).doNothing())
    .execute();
  const kept = await writing.tenant
    .selectFrom('document_content')
    .select('sha256')
    .where('organization_id', '=', writing.organizationId)
    .where('content_id', '=', contentId)
    .executeTakeFirstOrThrow();
  return kept.sha256 === sha256;
}

export async function readContent(reading: Reading, contentId: string): Promise<Buffer | undefined> {
  const row = await reading.tenant
    .selectFrom('document_content')
    .select('bytes')
    .where('organization_id', '=', reading.organizationId)
    .where('content_id', '=', contentId)
    .executeTakeFirst();
  return row?.bytes;
}
