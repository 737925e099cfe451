import { message } from '#domain/kernel/message.ts';
import type { CoordinationCase } from '#domain/case/case.ts';
import type { RecipientKind } from '#domain/consent/consent.ts';
import type { ReleaseRequest } from '#domain/consent/release-decision.ts';
import { refuse, type Refusal } from '#domain/kernel/refusal.ts';
import type { Patient } from '#domain/patient/patient.ts';
import type { Practice } from '#domain/practice/practice.ts';

type Recipient = ReleaseRequest['recipient'];

export interface NamedRecipient {
  readonly kind: RecipientKind;
  readonly name?: string;
  readonly partyId?: string;
}

export interface RecipientRecord {
  readonly state: CoordinationCase;
  readonly patient: Patient;
  readonly practice: Practice;
}

/**
 * Who the record says that this recipient is. What may leave depends on the kind of recipient, so the kind is not
 * taken from whoever asks: the patient is the patient by name, a provider is of the team or the directory, a payer is
 * one of the patient's coverages or of the directory, a representative is a related person. Refused:
 * 'release/no-recipient' without a name, 'release/unknown-recipient' for anybody else.
 */
export function resolveRecipient(asked: NamedRecipient, record: RecipientRecord): Recipient | Refusal {
  switch (asked.kind) {
    case 'own-use':
      return { kind: 'own-use', name: record.practice.profile?.name ?? 'own use' };
    case 'patient':
      return patientOf(asked, record);
    case 'provider':
    case 'payer':
    case 'representative':
      return known(asked, partiesOf(asked.kind, record));
    case 'clearinghouse':
    case 'auditor':
    case 'other':
      return asked.name === undefined
        ? nobodyNamed()
        : {
            kind: asked.kind,
            name: asked.name,
            ...(asked.partyId === undefined ? {} : { partyId: asked.partyId }),
          };
  }
}

interface Party {
  /** The id by which consents and restrictions name the party; absent, they know it by name. */
  readonly id: string | undefined;
  readonly otherId?: string;
  readonly name: string;
}

function partiesOf(
  kind: 'provider' | 'payer' | 'representative',
  { state, patient, practice }: RecipientRecord,
): readonly Party[] {
  const members = [...state.members.values()].map(({ member }) => member);
  switch (kind) {
    case 'provider':
      return [
        ...members
          .filter(({ role }) => !notProviders.has(role))
          .map(({ providerId, memberId, name }) => ({ id: providerId ?? memberId, otherId: memberId, name })),
        ...[...practice.providers.values()].map(({ providerId, name }) => ({ id: providerId, name })),
      ];
    case 'payer':
      return [
        ...[...patient.coverages.values()].map(({ value }) => ({ id: value.payerId, name: value.payerName })),
        ...[...practice.payers.values()].map(({ payerId, name }) => ({ id: payerId, name })),
      ];
    case 'representative':
      return [...patient.relatedPersons.values()].map(({ relatedPersonId, name }) => ({
        id: relatedPersonId,
        name,
      }));
  }
}

const notProviders: ReadonlySet<string> = new Set(['payer', 'caregiver', 'community']);

function known(asked: NamedRecipient, parties: readonly Party[]): Recipient | Refusal {
  const { kind, name, partyId } = asked;
  if (name === undefined && partyId === undefined) return nobodyNamed();
  const found = parties.find((party) =>
    partyId === undefined
      ? party.name === name
      : (party.id === partyId || party.otherId === partyId) && (name === undefined || party.name === name),
  );
  if (!found) return unknown(asked.name ?? asked.partyId ?? '', kind);
  return { kind, name: found.name, ...(found.id === undefined ? {} : { partyId: found.id }) };
}

function patientOf({ name }: NamedRecipient, { patient }: RecipientRecord): Recipient | Refusal {
  const { demographics } = patient;
  if (!demographics) return unknown(name ?? 'the patient', 'patient');
  const onRecord = `${demographics.firstName} ${demographics.lastName}`;
  if (name !== undefined && name.trim().toLowerCase() !== onRecord.toLowerCase())
    return unknown(name, 'patient');
  return { kind: 'patient', name: onRecord, partyId: patient.patientId };
}

function nobodyNamed(): Refusal {
  return refuse('release/no-recipient', {}, '/recipientName');
}

function unknown(name: string, kind: RecipientKind): Refusal {
  return refuse(
    'release/unknown-recipient',
    { name, kind: message(`pdf.recipientKind.${kind}`) },
    '/recipientName',
  );
}
