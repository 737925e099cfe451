import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import {
  chainEvent,
  chainStart,
  headMessage,
  headOf,
  withhold,
  type ChainedEvent,
  type SignedHead,
} from '#domain/audit/chain.ts';
import type { StreamKind } from '#domain/audit/event.ts';
import { decideRelease } from '#domain/consent/release-decision.ts';
import { instant } from '#domain/kernel/calendar-date.ts';
import { foldPatient } from '#domain/patient/patient.ts';
import type { PacketInput } from './seal-packet.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

export function newKey() {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return keyOf(privateKey, publicKey);
}

function keyOf(privateKey: KeyObject, publicKey: KeyObject) {
  return {
    sign: (text: string) => sign(null, Buffer.from(text), privateKey).toString('base64'),
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    fingerprint: createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex'),
  };
}
type Key = ReturnType<typeof newKey>;

function chainOf(kind: StreamKind, length: number): ChainedEvent[] {
  const chain: ChainedEvent[] = [];
  for (let position = 1; position <= length; position++)
    chain.push(
      chainEvent(
        {
          organizationId: 'org-1',
          stream: { kind, id: `${kind}-1` },
          position,
          eventId: `${kind}-event-${position}`,
          type: 'activity.logged',
          who: { kind: 'staff', id: 'staff-1', name: 'Ana Ruiz', role: 'coordinator' },
          occurredAt: instant('2026-03-05T10:00:00Z'),
          recordedAt: instant('2026-03-05T10:01:00Z'),
          data: { note: `spoke with the periodontist, ${position}`, private: 'kept at home' },
          reliedOn: [],
        },
        { salt: sha256(`${kind} ${position}`), previousHash: chain.at(-1)?.hash ?? chainStart },
        sha256,
      ),
    );
  return chain;
}

/** A packet of two chains with one part withheld everywhere, to be sealed with a key. */
export function packetInput(key: Key): PacketInput {
  const chains = [chainOf('case', 4), chainOf('patient', 2)];
  return {
    packetId: 'packet-1',
    createdAt: instant('2026-03-06T12:00:00Z'),
    practice: { name: 'Maple Dental', npi: '1234567893' },
    caseControlNumber: 'CASE0001',
    recipient: { name: 'Evergreen Dental Plan', kind: 'payer' },
    purpose: 'payment',
    release: decideRelease({
      patient: foldPatient('patient-1', []),
      asOf: instant('2026-03-06T12:00:00Z'),
      timeZone: 'UTC',
      wayOut: 'packet',
      recipient: { kind: 'payer', name: 'Evergreen Dental Plan' },
      purpose: 'payment',
      categories: ['coordination-record', 'images'],
    }),
    parts: [
      { name: 'case.pdf', bytes: Buffer.from('%PDF-1.7 the case') },
      { name: 'bundle.json', bytes: Buffer.from('{"resourceType":"Bundle"}') },
    ],
    events: chains.flat().map((event) => withhold(event, (name) => name === 'data.private', sha256)),
    heads: chains.flatMap((chain): SignedHead[] => {
      const last = chain.at(-1);
      if (!last) return [];
      const head = headOf(last);
      return [{ head, signature: key.sign(headMessage(head)) }];
    }),
    key,
  };
}
