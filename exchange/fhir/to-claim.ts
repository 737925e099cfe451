import type {
  Claim as FhirClaim,
  ClaimItem,
  ClaimSupportingInfo,
  Coverage,
  FhirResource,
  Money,
  Organization,
  Patient,
  Practitioner,
  Reference,
} from 'fhir/r4';
import type { Claim, ClaimLine, ClaimPerson, ClaimSubscriber } from '#domain/claim/claim.ts';
import type { Cents } from '#domain/kernel/money.ts';
import type { PostalAddress } from '#domain/practice/practice-events.ts';
import {
  concept,
  extensionUrls,
  fhirId,
  hl7,
  npiIdentifiers,
  ourIdentifier,
  systems,
  telephoneOf,
  withoutEmpty,
} from './fhir-codes.ts';

/** Where the parties of a claim stand: in a Bundle, or contained in the claim itself. */
export interface ClaimReferences {
  readonly patient: Reference;
  readonly billing: Reference;
  readonly treating: Reference;
  readonly payer: Reference;
  readonly coverage: Reference;
  /** One for each of the claim's other coverages, in their order. */
  readonly otherCoverages: readonly Reference[];
}

/** A FHIR R4 Claim of the oral type that stands alone: patient, coverage, payer, practice and dentist are contained. */
export function claimToFhir(claim: Claim): FhirClaim {
  const references: ClaimReferences = {
    patient: { reference: '#patient' },
    billing: { reference: '#billing' },
    treating: { reference: '#treating' },
    payer: { reference: '#payer' },
    coverage: { reference: '#coverage' },
    otherCoverages: (claim.otherCoverages ?? []).map((_, index) => ({
      reference: `#other-coverage-${index + 1}`,
    })),
  };
  return withoutEmpty({ ...claimWith(claim, references), contained: containedParties(claim, references) });
}

/**
 * The claim as a resource that refers to its parties. Amounts are US dollars; a line's `net` is the charge of
 * the whole line. One that was taken back before it was sent is 'cancelled'. CDT codes go without display: the nomenclature belongs to its owner. A coordination line has
 * no body site (field-facts 3.1).
 */
export function claimWith(
  claim: Claim,
  references: ClaimReferences,
  status: FhirClaim['status'] = 'active',
): FhirClaim {
  const days = claim.lines.map((line) => line.serviceDate).toSorted();
  const supportingInfo = supportingInfoOf(claim);
  return withoutEmpty<FhirClaim>({
    resourceType: 'Claim',
    id: fhirId(claim.claimId),
    extension: [{ url: extensionUrls.claimFrequency, valueCode: claim.frequency }],
    identifier: [ourIdentifier('claim-control-number', claim.controlNumber)],
    status,
    type: concept(hl7('claim-type'), 'oral'),
    use: 'claim',
    patient: references.patient,
    billablePeriod: { start: days[0], end: days.at(-1) },
    created: claim.createdAt,
    insurer: references.payer,
    provider: references.billing,
    priority: concept(hl7('processpriority'), 'normal'),
    related: claim.payerClaimNumber
      ? [
          {
            relationship: concept(hl7('ex-relatedclaimrelationship'), 'prior'),
            reference: { value: claim.payerClaimNumber },
          },
        ]
      : [],
    payee: {
      type: concept(hl7('payeetype'), claim.agreements?.benefitsAssigned ? 'provider' : 'subscriber'),
    },
    careTeam: [
      {
        sequence: 1,
        provider: references.treating,
        responsible: true,
        role: concept(hl7('claimcareteamrole'), 'primary'),
        qualification: concept(systems.taxonomy, claim.treating.taxonomy),
      },
    ],
    supportingInfo,
    diagnosis: claim.diagnoses.map((code, index) => ({
      sequence: index + 1,
      diagnosisCodeableConcept: concept(systems.icd10, code),
      // FHIR's own list has no word for a diagnosis that is not the principal one; CARIN's has.
      type: [
        index === 0
          ? concept(hl7('ex-diagnosistype'), 'principal')
          : concept(systems.laterDiagnosis, 'secondary'),
      ],
    })),
    insurance: [
      { sequence: 1, focal: true, coverage: references.coverage },
      ...references.otherCoverages.map((coverage, index) => ({
        sequence: index + 2,
        focal: false,
        coverage,
      })),
    ],
    item: claim.lines.map((line) => itemOf(line, supportingInfo)),
    total: money(claim.total),
  });
}

function itemOf(line: ClaimLine, supportingInfo: readonly ClaimSupportingInfo[]): ClaimItem {
  return {
    extension: [
      {
        url: extensionUrls.coordinationMinutes,
        valueDuration: { value: line.minutes, unit: 'min', system: systems.units, code: 'min' },
      },
    ],
    sequence: line.lineNumber,
    careTeamSequence: [1],
    diagnosisSequence: [...line.diagnosisPointers],
    informationSequence: supportingInfo.map((info) => info.sequence),
    productOrService: concept(systems.cdt, line.code),
    servicedDate: line.serviceDate,
    locationCodeableConcept: concept(systems.placeOfService, line.placeOfService),
    quantity: { value: line.quantity },
    net: money(line.fee),
  };
}

/** The narrative with the places that it rests on, the remarks of the paper form, and the attachment's number. */
function supportingInfoOf(claim: Claim): ClaimSupportingInfo[] {
  const category = (code: string) => concept(hl7('claiminformationcategory'), code);
  const sentences = claim.narrative.map(({ text, evidence }) => ({
    extension: evidence.map((place) => ({ url: extensionUrls.evidence, valueString: place })),
    category: category('info'),
    valueString: text,
  }));
  const remarks = claim.remarks.map((remark) => ({ category: category('info'), valueString: remark }));
  const attachment =
    claim.attachmentControlNumber === undefined
      ? []
      : [{ category: category('attachment'), valueString: claim.attachmentControlNumber }];
  return [...sentences, ...remarks, ...attachment].map((info, index) => ({ sequence: index + 1, ...info }));
}

/** FHIR amounts are decimals: 7550 cents is 75.5. */
function money(amount: Cents): Money {
  return { value: amount / 100, currency: 'USD' };
}

function containedParties(claim: Claim, references: ClaimReferences): FhirResource[] {
  return [
    containedPatient(claim),
    containedCoverage('coverage', claim.subscriber, references.payer, references),
    payerOf('payer', claim.payer),
    ...(claim.otherCoverages ?? []).flatMap(({ subscriber, payer }, index) => {
      const payerId = `other-payer-${index + 1}`;
      return [
        containedCoverage(
          `other-coverage-${index + 1}`,
          subscriber,
          { reference: `#${payerId}` },
          references,
        ),
        payerOf(payerId, payer),
      ];
    }),
    practiceOf(claim),
    treatingOf(claim),
  ];
}

function containedPatient(claim: Claim): Patient {
  return {
    resourceType: 'Patient',
    id: 'patient',
    identifier: [ourIdentifier('patient-id', claim.patientId)],
    name: [humanName(claim.patient)],
    gender: claim.patient.sex,
    birthDate: claim.patient.birthDate,
    address: claim.patient.address ? [addressOf(claim.patient.address)] : [],
  };
}

function humanName(person: Pick<ClaimPerson, 'lastName' | 'firstName'>) {
  return { family: person.lastName, given: [person.firstName] };
}

export function addressOf(address: PostalAddress) {
  const { line1, line2 = '', city, state, postalCode } = address;
  const zip = postalCode.length === 9 ? `${postalCode.slice(0, 5)}-${postalCode.slice(5)}` : postalCode;
  return { line: [line1, line2], city, state, postalCode: zip, country: 'US' };
}

const priorities = { primary: 1, secondary: 2, tertiary: 3 } as const;

function containedCoverage(
  id: string,
  subscriber: ClaimSubscriber,
  payer: Reference,
  references: ClaimReferences,
): Coverage {
  const self = subscriber.relationship === 'self';
  const name = `${subscriber.person.firstName} ${subscriber.person.lastName}`.trim();
  return {
    resourceType: 'Coverage',
    id,
    status: 'active',
    subscriber: self ? references.patient : { display: name },
    subscriberId: subscriber.memberId,
    beneficiary: references.patient,
    relationship: concept(hl7('subscriber-relationship'), subscriber.relationship),
    payor: [payer],
    class: coverageClasses(subscriber.groupNumber, subscriber.planName),
    order: priorities[subscriber.priority],
  };
}

export function coverageClasses(group: string | undefined, plan: string | undefined) {
  const of = (code: string, value: string | undefined) =>
    value?.trim() ? [{ type: concept(hl7('coverage-class'), code), value: value.trim() }] : [];
  return [...of('group', group), ...of('plan', plan)];
}

function payerOf(id: string, payer: Claim['payer']): Organization {
  return {
    resourceType: 'Organization',
    id,
    identifier: [ourIdentifier('claim-payer-id', payer.claimPayerId)],
    active: true,
    type: [concept(hl7('organization-type'), 'pay')],
    name: payer.name,
  };
}

function practiceOf(claim: Claim): Organization {
  const { billing } = claim;
  return {
    resourceType: 'Organization',
    id: 'billing',
    identifier: [
      ...npiIdentifiers(billing.billingNpi),
      // A social security number stays out of FHIR: the payer has it from the 837D.
      ...(billing.taxIdKind === 'EIN' ? [{ system: systems.employerId, value: billing.taxId }] : []),
    ],
    active: true,
    type: [concept(hl7('organization-type'), 'prov')],
    name: billing.name,
    telecom: telephoneOf(billing.telephone),
    address: [addressOf(billing.address)],
  };
}

function treatingOf(claim: Claim): Practitioner {
  return {
    resourceType: 'Practitioner',
    id: 'treating',
    identifier: npiIdentifiers(claim.treating.npi),
    name: [humanName(claim.treating)],
  };
}
