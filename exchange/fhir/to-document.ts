import type { CodeableConcept, DocumentReference } from 'fhir/r4';
import type { DataCategory } from '#domain/consent/consent.ts';
import type { PatientDocument } from '#domain/patient/patient-events.ts';
import type { At } from '#domain/patient/patient.ts';
import { ourConcept, positionExtension, systems } from './fhir-codes.ts';
import { sensitivityMeta } from './to-sensitivity.ts';
import { patientReference } from './to-patient.ts';
import type { Scene } from './to-scene.ts';

/** What a document of a kind may hold. A scan or letter can hold anything of the chart. */
const contentCategories: Record<PatientDocument['kind'], readonly DataCategory[]> = {
  scan: ['dental-record', 'medical-history'],
  fax: ['dental-record', 'medical-history'],
  report: ['dental-record', 'medical-history'],
  letter: ['dental-record', 'medical-history'],
  'imported-record': ['dental-record', 'medical-history', 'medications'],
  other: ['dental-record', 'medical-history'],
  image: ['images'],
  'insurance-card': ['coverage-and-billing'],
  'eligibility-answer': ['coverage-and-billing'],
  consent: ['coordination-record'],
};

/** Documents are named with size and hash; the file itself travels beside the bundle. */
export function putDocuments(scene: Scene): void {
  for (const document of scene.patient.documents.values()) {
    const { kind, sensitive } = document.value;
    if (scene.needs(document.position) && scene.allows(...contentCategories[kind], sensitive))
      scene.put(documentOf(scene, document));
  }
}

function documentOf(scene: Scene, { value, position }: At<PatientDocument>): DocumentReference {
  return {
    resourceType: 'DocumentReference',
    id: scene.idOf('DocumentReference', 'document', value.documentId),
    ...sensitivityMeta(scene, value.sensitive),
    extension: [positionExtension('patient', position)],
    status: 'current',
    type: typeOf(value.kind),
    category: [ourConcept('document-kind', value.kind)],
    subject: patientReference(scene),
    description: value.title,
    content: [
      {
        attachment: {
          contentType: value.mediaType,
          // Attachment.hash is SHA-1; a name by SHA-256 (RFC 6920) says more.
          url: `ni:///sha-256;${Buffer.from(value.sha256, 'hex').toString('base64url')}`,
          size: value.byteLength,
          title: value.title,
        },
      },
    ],
  };
}

/** US Core asks for a LOINC code of a document, or UNK: a scan or a fax can be anything. */
function typeOf(kind: PatientDocument['kind']): CodeableConcept {
  const coding =
    kind === 'consent'
      ? { system: systems.loinc, code: '59284-0' }
      : { system: systems.nullFlavor, code: 'UNK' };
  return { coding: [coding], text: kind.replaceAll('-', ' ') };
}
