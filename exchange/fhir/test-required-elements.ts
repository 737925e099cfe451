/** What base R4 requires of the resources that we write, and the codes of their required bindings. */
export interface ResourceShape {
  /** Paths that must be there wherever their parent is: 'item.sequence'. */
  readonly required: readonly string[];
  /** Elements bound to a closed list. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
  /** Types that a reference may point at; elements that are not named may point anywhere. */
  readonly targets: Readonly<Record<string, readonly string[]>>;
}

const words = (text: string): readonly string[] => text.split(' ');
const person = words('Practitioner PractitionerRole Organization Patient RelatedPerson');
const requestStatus = words('draft active on-hold revoked completed entered-in-error unknown');

/** Source: standards-facts 1.2, and HL7's definitions of the resources. */
export const resourceShapes: Readonly<Record<string, ResourceShape>> = {
  Bundle: { required: ['type'], codes: { type: words('document collection transaction') }, targets: {} },
  Patient: {
    required: ['communication.language'],
    codes: { gender: words('male female other unknown') },
    targets: {},
  },
  RelatedPerson: { required: ['patient'], codes: {}, targets: { patient: ['Patient'] } },
  Practitioner: { required: [], codes: {}, targets: {} },
  PractitionerRole: {
    required: [],
    codes: {},
    targets: { practitioner: ['Practitioner'], organization: ['Organization'] },
  },
  // org-1: a name or an identifier; we write both.
  Organization: { required: ['name'], codes: {}, targets: {} },
  Condition: { required: ['subject'], codes: {}, targets: { subject: ['Patient'] } },
  Coverage: {
    required: ['status', 'beneficiary', 'payor', 'class.type', 'class.value'],
    codes: { status: words('active cancelled draft entered-in-error') },
    targets: {
      beneficiary: ['Patient'],
      payor: words('Organization Patient RelatedPerson'),
      subscriber: words('Patient RelatedPerson'),
    },
  },
  Consent: {
    required: ['status', 'scope', 'category'],
    codes: {
      status: words('draft proposed active rejected inactive entered-in-error'),
      'provision.type': words('deny permit'),
    },
    targets: { patient: ['Patient'], sourceReference: words('Consent DocumentReference Contract') },
  },
  DocumentReference: {
    required: ['status', 'content', 'content.attachment'],
    codes: { status: words('current superseded entered-in-error') },
    targets: { subject: words('Patient Practitioner Group Device') },
  },
  MedicationStatement: {
    required: ['status', 'medicationCodeableConcept', 'subject'],
    codes: {
      status: words('active completed entered-in-error intended stopped on-hold unknown not-taken'),
    },
    targets: { subject: ['Patient'] },
  },
  AllergyIntolerance: { required: ['code', 'patient'], codes: {}, targets: { patient: ['Patient'] } },
  Procedure: {
    required: ['status', 'code', 'subject'],
    codes: {
      status: words('preparation in-progress not-done on-hold stopped completed entered-in-error unknown'),
    },
    targets: { subject: ['Patient'] },
  },
  BodyStructure: { required: ['patient'], codes: {}, targets: { patient: ['Patient'] } },
  Observation: {
    required: ['status', 'code', 'subject'],
    codes: {
      status: words('registered preliminary final amended corrected cancelled entered-in-error unknown'),
    },
    targets: { subject: ['Patient'] },
  },
  Flag: {
    required: ['status', 'code', 'subject'],
    codes: { status: words('active inactive entered-in-error') },
    targets: { subject: ['Patient'] },
  },
  // US Core asks for one role and one member of each participant.
  CareTeam: {
    required: ['subject', 'participant', 'participant.role', 'participant.member'],
    codes: { status: words('proposed active suspended inactive entered-in-error') },
    targets: { subject: ['Patient'], 'participant.member': [...person, 'CareTeam'] },
  },
  // US Core asks for a text and a category.
  CarePlan: {
    required: ['status', 'intent', 'subject', 'text', 'category', 'activity.detail.status'],
    codes: {
      status: words('draft active on-hold revoked completed entered-in-error unknown'),
      intent: words('proposal plan order option'),
      'activity.detail.status': words(
        'not-started scheduled in-progress on-hold completed cancelled stopped unknown entered-in-error',
      ),
    },
    targets: {
      subject: words('Patient Group'),
      careTeam: ['CareTeam'],
      addresses: ['Condition'],
      'activity.detail.performer': [...person, 'CareTeam'],
    },
  },
  ServiceRequest: {
    required: ['status', 'intent', 'subject', 'code'],
    codes: {
      status: requestStatus,
      intent: words(
        'proposal plan directive order original-order reflex-order filler-order instance-order option',
      ),
      priority: words('routine urgent asap stat'),
    },
    targets: { subject: ['Patient'], requester: person, performer: [...person, 'CareTeam'] },
  },
  Task: {
    required: ['status', 'intent'],
    codes: {
      status: words(
        'draft requested received accepted rejected ready cancelled in-progress on-hold failed completed entered-in-error',
      ),
      intent: words(
        'unknown proposal plan order original-order reflex-order filler-order instance-order option',
      ),
      priority: words('routine urgent asap stat'),
    },
    targets: { for: ['Patient'], requester: person, owner: [...person, 'CareTeam'] },
  },
  Communication: {
    required: ['status'],
    codes: {
      status: words('preparation in-progress not-done on-hold stopped completed entered-in-error unknown'),
    },
    targets: { subject: words('Patient Group'), sender: person, recipient: [...person, 'CareTeam'] },
  },
  Provenance: {
    required: ['target', 'recorded', 'agent', 'agent.who'],
    codes: {},
    targets: { 'agent.who': person, 'agent.onBehalfOf': person },
  },
  Claim: {
    required: [
      ...words('status type use patient created provider priority insurance'),
      ...words('careTeam.sequence careTeam.provider supportingInfo.sequence supportingInfo.category'),
      ...words('diagnosis.sequence insurance.sequence insurance.focal insurance.coverage'),
      ...words('item item.sequence item.productOrService payee.type total'),
    ],
    codes: {
      status: words('active cancelled draft entered-in-error'),
      use: words('claim preauthorization predetermination'),
    },
    targets: {
      patient: ['Patient'],
      insurer: ['Organization'],
      provider: words('Practitioner PractitionerRole Organization'),
      'careTeam.provider': words('Practitioner PractitionerRole Organization'),
      'insurance.coverage': ['Coverage'],
    },
  },
};
