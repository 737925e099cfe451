import { createHash } from 'node:crypto';
import type { Language } from '#contract/say.ts';
import { headMessage, headOf, type ChainedEvent, type SignedHead } from '#domain/audit/chain.ts';
import type { CoordinationCase } from '#domain/case/case.ts';
import { timeZoneOf } from '#domain/case/deciding.ts';
import { latestClaim } from '#domain/case/standing-activities.ts';
import { dataCategories, type DataCategory, type Purpose } from '#domain/consent/consent.ts';
import type { ReleaseDecision } from '#domain/consent/release-decision.ts';
import { dayOf, type CalendarDate } from '#domain/kernel/calendar-date.ts';
import { isRefusal, type Refusal } from '#domain/kernel/refusal.ts';
import { necessityStatement } from '#domain/necessity/necessity-statement.ts';
import { protectedCategoriesOf } from '#domain/necessity/protected-evidence.ts';
import type { Patient } from '#domain/patient/patient.ts';
import { askedFirst } from '#domain/coverage/coverage-on-day.ts';
import { caseToBundle } from '#exchange/fhir/to-bundle.ts';
import { sealPacket } from '#exchange/packet/seal-packet.ts';
import { auditPacket } from '#exchange/pdf/audit-packet.ts';
import { printOrRefuse } from '../release/print-or-refuse.ts';
import type { Archway } from '../archway.ts';
import { actOnCase } from '../case/acting-on-case.ts';
import { readinessInput } from '../case/surroundings.ts';
import type { LeavingFile } from '../claim/release-claim.ts';
import type { Person } from '../http/signed-in.ts';
import type { Writing } from '../record/record.ts';
import { verifiedEvents } from '../record/verify-record.ts';
import { decideLeaving, recordDisclosure, type Leaving } from '../release/release.ts';
import { resolveRecipient, type RecipientRecord } from '../release/resolve-recipient.ts';
import type { PacketRecipient } from './packet-recipients.ts';
import { readinessFor } from './readiness-for-recipient.ts';
import { recordForRecipient } from './record-for-recipient.ts';
import { citedPatientPositions, cutEvents, releasedEvents, type Cut } from './events-for-recipient.ts';

export interface PacketRequest {
  readonly packetId: string;
  readonly language: Language;
  /** Without a name, the payer of the latest claim or of the first coverage. */
  readonly recipient: { readonly kind: PacketRecipient; readonly name?: string; readonly partyId?: string };
  readonly emergency?: { readonly reason: string };
}

const purposes: Record<PacketRecipient, Purpose> = {
  provider: 'treatment',
  payer: 'payment',
  patient: 'individual-request',
  representative: 'individual-request',
  auditor: 'audit',
  'own-use': 'operations',
};

/** Who gets what spans the patient's cases as well; a representative stands for the patient (45 CFR 164.502(g)(1)). */
const wholeRecord: readonly PacketRecipient[] = ['patient', 'representative', 'own-use'];

/** Seals the evidence of a case for a recipient, records the packet and the disclosure, and gives the file. */
export async function sealCasePacket(
  archway: Archway,
  person: Person,
  caseId: string,
  request: PacketRequest,
): Promise<LeavingFile | Refusal> {
  return actOnCase<LeavingFile>(archway, person, caseId, 'seal-packet', true, async (writing, state) => {
    const patient = await writing.patient(state.patientId);
    if (!patient) throw new Error(`case ${caseId} names patient ${state.patientId}, who has no chain`);
    const practice = await writing.practice();
    const today = dayOf(writing.now, timeZoneOf(practice));
    const { publicKeyPem } = archway.record.signer;
    const caseEvents = await verifiedEvents(writing, { kind: 'case', id: caseId }, publicKeyPem);
    if (isRefusal(caseEvents)) return caseEvents;
    const patientEvents = await verifiedEvents(
      writing,
      { kind: 'patient', id: state.patientId },
      publicKeyPem,
    );
    if (isRefusal(patientEvents)) return patientEvents;
    const leaving = leavingOf({ state, patient, practice }, request, today);
    if (isRefusal(leaving)) return leaving;
    const decision = await decideLeaving(writing, leaving);
    if (isRefusal(decision)) return decision;
    const content = { state, patient, caseEvents, patientEvents, leaving, decision, request };
    const bytes = await packetBytes(archway, writing, content);
    if (isRefusal(bytes)) return bytes;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await writing.appendToCase(caseId, [
      {
        type: 'packet.sealed',
        occurredAt: writing.now,
        data: {
          packet: {
            packetId: request.packetId,
            recipientName: leaving.recipient.name,
            recipientKind: request.recipient.kind,
            sha256,
            upToPosition: state.position,
          },
        },
        reliedOn: decision.reliedOn,
      },
    ]);
    await recordDisclosure(writing, leaving, decision, `packet ${request.packetId}`, sha256);
    return { fileName: `${caseId}.archway-packet.zip`, mediaType: 'application/zip', bytes };
  });
}

function leavingOf(
  record: RecipientRecord,
  { recipient: asked, emergency }: PacketRequest,
  today: CalendarDate,
): Leaving | Refusal {
  const { state, patient } = record;
  const payer = latestClaim(state)?.payer;
  const coverages = [...patient.coverages.values()].map(({ value }) => value);
  const coverage = askedFirst(coverages, today);
  const assumed = asked.kind === 'payer' ? (payer?.name ?? coverage?.payerName) : undefined;
  const recipient = resolveRecipient(
    asked.name === undefined && asked.partyId === undefined && assumed !== undefined
      ? { ...asked, name: assumed }
      : asked,
    record,
  );
  if (isRefusal(recipient)) return recipient;
  return {
    patientId: state.patientId,
    caseId: state.caseId,
    wayOut: 'packet',
    recipient,
    purpose: purposes[asked.kind],
    categories: dataCategories,
    needed: ['demographics', 'coordination-record'],
    ...(emergency ? { emergency } : {}),
  };
}

interface PacketContent {
  readonly state: CoordinationCase;
  readonly patient: Patient;
  readonly caseEvents: readonly ChainedEvent[];
  readonly patientEvents: readonly ChainedEvent[];
  readonly leaving: Leaving;
  readonly decision: ReleaseDecision;
  readonly request: PacketRequest;
}

async function packetBytes(
  archway: Archway,
  writing: Writing,
  content: PacketContent,
): Promise<Uint8Array | Refusal> {
  const { caseEvents, patientEvents, leaving, decision, request } = content;
  const practice = await writing.practice();
  const input = await readinessInput(archway, writing, content.state, {
    now: writing.now,
    practice,
    patient: content.patient,
  });
  const { state, patient, billed } = recordForRecipient(input, leaving);
  const released: ReadonlySet<DataCategory> = new Set(decision.released);
  // A payer's record has no withdrawn document; which events are of one is told by the whole record.
  const { withdrawnDocuments } = content.patient;
  const record = { ...state, patient: { ...patient, withdrawnDocuments } };
  const necessity = released.has('medical-history')
    ? necessityStatement(state, patient).sentences.filter(({ factorId }) => {
        const factor = state.factors.get(factorId)?.factor;
        return factor && protectedCategoriesOf(factor, record).every((category) => released.has(category));
      })
    : [];
  const places = necessity.flatMap(({ evidence }) => [...evidence]);
  const whole = wholeRecord.includes(request.recipient.kind);
  const patientPositions = whole ? 'all' : citedPatientPositions(state, caseEvents, places, patientEvents);
  const ownUse = request.recipient.kind === 'own-use';
  const cut: Cut = { released, patientPositions, ownUse, record, ...(billed ? { billed } : {}) };
  const heads = [caseEvents, patientEvents].flatMap((events) => signedHead(archway, events));
  const claim = latestClaim(state);
  const pdf = await printOrRefuse(
    auditPacket(
      {
        coordinationCase: state,
        patient,
        recipient: leaving.recipient.name,
        allowed: released,
        ...(claim ? { claim } : {}),
        necessity,
        readiness: readinessFor(request.recipient.kind, input, request.language),
        consents: [...patient.consents.values()],
        ...(whole ? { disclosures: patient.disclosures } : {}),
        events: releasedEvents([...caseEvents, ...patientEvents], cut),
        heads: heads.map(({ head }) => head),
        keyFingerprint: archway.record.signer.fingerprint,
      },
      { practice, language: request.language, madeAt: writing.now },
    ),
  );
  if (isRefusal(pdf)) return pdf;
  // Whoever treats the patient gets all that is released: the minimum necessary does not bind treatment.
  const forTreatment = patientPositions === 'all' || leaving.purpose === 'treatment';
  const bundle = caseToBundle({
    case: state,
    patient,
    practice,
    allowed: released,
    asOf: writing.now,
    partial: billed !== undefined,
    ...(forTreatment || billed ? {} : { neededPositions: patientPositions }),
  });
  return sealPacket({
    packetId: request.packetId,
    createdAt: writing.now,
    practice: {
      name: practice.profile?.name ?? '',
      ...(practice.profile ? { npi: practice.profile.billingNpi } : {}),
    },
    caseControlNumber: claim?.controlNumber ?? state.caseId,
    recipient: { name: leaving.recipient.name, kind: leaving.recipient.kind },
    purpose: leaving.purpose,
    release: decision,
    parts: [
      { name: 'case.pdf', bytes: pdf },
      { name: 'bundle.json', bytes: Buffer.from(`${JSON.stringify(bundle, null, 2)}\n`) },
    ],
    events: cutEvents([...caseEvents, ...patientEvents], cut),
    heads,
    key: archway.record.signer,
  });
}

function signedHead(archway: Archway, events: readonly ChainedEvent[]): SignedHead[] {
  const last = events.at(-1);
  if (!last) return [];
  const head = headOf(last);
  return [{ head, signature: archway.record.signer.sign(headMessage(head)) }];
}
