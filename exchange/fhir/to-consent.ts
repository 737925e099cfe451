import type { CodeableConcept, Coding, Consent as FhirConsent } from 'fhir/r4';
import { timeZoneOf } from '#domain/case/deciding.ts';
import type { Consent, ConsentKind, Purpose, RecordedConsent } from '#domain/consent/consent.ts';
import { toldByConsent } from '#domain/consent/told-by-consent.ts';
import { dayOf } from '#domain/kernel/calendar-date.ts';
import { concept, hl7, ourCoding, ourConcept, periodOf, positionExtension, systems } from './fhir-codes.ts';
import { practiceReference } from './to-directory.ts';
import { patientReference } from './to-patient.ts';
import type { Scene } from './to-scene.ts';
import { sensitivityMeta } from './to-sensitivity.ts';

/** A consent about protected records tells that there are such records, so it goes with them only. */
export function putConsents(scene: Scene): void {
  for (const recorded of scene.patient.consents.values())
    if (scene.allows('coordination-record', ...toldByConsent(recorded.consent)))
      scene.put(consentOf(scene, recorded));
}

const scopes: Record<ConsentKind, CodeableConcept> = {
  'coordination-agreement': concept(hl7('consentscope'), 'treatment'),
  'hipaa-authorization': concept(hl7('consentscope'), 'patient-privacy'),
  'part2-consent': concept(hl7('consentscope'), 'patient-privacy'),
  'text-message': concept(hl7('consentscope'), 'patient-privacy'),
  // None of the published scopes is about money; the binding is extensible.
  'benefits-assignment': ourConcept('consent-scope', 'benefits-assignment'),
};

/** ppc-1 asks for a policy; only the HIPAA authorization has a code of its own. */
const policies: Record<ConsentKind, CodeableConcept> = {
  'coordination-agreement': concept(systems.actCode, 'OPTIN', 'agreement to coordination'),
  'hipaa-authorization': concept(hl7('consentpolicycodes'), 'hipaa-auth', '45 CFR 164.508'),
  'part2-consent': concept(systems.actCode, 'OPTIN', '42 CFR 2.31'),
  'text-message': concept(systems.actCode, 'OPTIN', 'agreement to text messages'),
  'benefits-assignment': concept(systems.actCode, 'OPTIN', 'assignment of benefits'),
};

const purposeCodes: Partial<Record<Purpose, string>> = {
  treatment: 'TREAT',
  payment: 'HPAYMT',
  operations: 'HOPERAT',
  'individual-request': 'PATRQT',
  legal: 'HLEGAL',
};

function consentOf(scene: Scene, { consent, position, revocation }: RecordedConsent): FhirConsent {
  const today = dayOf(scene.asOf, timeZoneOf(scene.practice));
  const revoked = revocation !== undefined && revocation.receivedAt <= scene.asOf;
  const expired = consent.expiresOn !== undefined && consent.expiresOn < today;
  const self = consent.signer.authority === 'self';
  return {
    resourceType: 'Consent',
    id: scene.idOf('Consent', 'consent', consent.consentId),
    ...sensitivityMeta(scene, toldByConsent(consent)[0]),
    extension: [positionExtension('patient', position)],
    status: revoked || expired ? 'inactive' : 'active',
    scope: scopes[consent.kind],
    category: [concept(systems.loinc, '59284-0'), ourConcept('consent-kind', consent.kind)],
    patient: patientReference(scene),
    dateTime: consent.signedAt,
    performer: [self ? patientReference(scene) : signerOf(scene, consent)],
    organization: [practiceReference(scene)],
    ...sourceOf(scene, consent),
    policyRule: policies[consent.kind],
    provision: {
      type: 'permit',
      period: periodOf(consent.signedAt, revoked ? revocation.receivedAt : consent.expiresOn),
      actor: consent.recipients.map((recipient) => ({
        role: concept(systems.participation, 'IRCP'),
        reference: { display: recipient.name },
      })),
      purpose: consent.purposes.map(purposeCoding),
      code: consent.categories.map((category) => ourConcept('data-category', category)),
    },
  };
}

function signerOf(scene: Scene, consent: Consent) {
  return {
    display: scene.allows('demographics')
      ? `${consent.signer.name} (${consent.signer.authority})`
      : consent.signer.authority,
  };
}

function sourceOf(scene: Scene, consent: Consent): Pick<FhirConsent, 'sourceReference'> {
  const { documentId } = consent;
  if (documentId === undefined || !scene.has('DocumentReference', 'document', documentId)) return {};
  return { sourceReference: scene.reference('DocumentReference', 'document', documentId) };
}

function purposeCoding(purpose: Purpose): Coding {
  const code = purposeCodes[purpose];
  return code === undefined ? ourCoding('purpose', purpose) : { system: systems.actReason, code };
}
