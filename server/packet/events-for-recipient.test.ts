import { expect, test } from 'vitest';
import type { ChainedEvent } from '#domain/audit/chain.ts';
import { dataCategories } from '#domain/consent/consent.ts';
import {
  cora,
  sampleCase,
  sampleNow,
  samplePatient,
  samplePatientSteps,
} from '#domain/readiness/ready-case.samples.ts';
import { releasedEvents } from './events-for-recipient.ts';

const fax = (documentId: string) => ({
  type: 'patient.document-attached' as const,
  data: {
    document: {
      documentId,
      title: documentId,
      kind: 'fax' as const,
      mediaType: 'application/pdf',
      byteLength: 900,
      sha256: 'a'.repeat(64),
      attachedTo: [],
    },
  },
});
const steps = [
  ...samplePatientSteps,
  fax('mistake'),
  fax('right'),
  { type: 'patient.document-withdrawn' as const, data: { documentId: 'mistake', reason: 'Of another one' } },
];
const hash = 'a'.repeat(64);
const events = steps.map(({ type, data }, index): ChainedEvent => ({
  organizationId: 'organization-1',
  stream: { kind: 'patient', id: 'patient-1' },
  position: index + 1,
  eventId: `event-${index}`,
  type,
  occurredAt: sampleNow,
  recordedAt: sampleNow,
  who: cora,
  data: { ...data },
  reliedOn: [],
  salt: hash,
  partHashes: {},
  previousHash: hash,
  hash,
}));

test.each([
  ['for own use', true, ['mistake', 'right', 'taken back']],
  ['for everybody else', false, ['right']],
])('%s, of documents: %j', (_name, ownUse, expected) => {
  const released = releasedEvents(events, {
    released: new Set(dataCategories),
    patientPositions: 'all',
    ownUse,
    record: { ...sampleCase(), patient: samplePatient(steps) },
  });
  expect(
    released.flatMap((event) =>
      event.type === 'patient.document-attached'
        ? event.data.document.documentId
        : event.type === 'patient.document-withdrawn'
          ? 'taken back'
          : [],
    ),
  ).toEqual(expected);
});
