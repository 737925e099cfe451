import { Type, type Static, type TProperties } from 'typebox';
import { Compile } from 'typebox/compile';

/**
 * The elements of FHIR R4 resources that the import reads, and nothing else: what is not named here is kept
 * word for word. A value of the wrong form in one of them is a broken file; an element that is absent is not,
 * because real records leave out what the standard requires.
 * Source: HL7 FHIR R4 (4.0.1) StructureDefinitions.
 */
const text = Type.Optional(Type.String());
const flag = Type.Optional(Type.Boolean());
const date = Type.Optional(Type.String({ pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' }));
const dateTime = Type.Optional(
  Type.String({
    pattern: '^\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})?)?)?)?$',
  }),
);
const instant = dateTime;
/** A null stands where only an extension says something, such as why a name is absent. */
const texts = Type.Optional(Type.Array(Type.Union([Type.String(), Type.Null()])));

const Coding = Type.Object({ system: text, code: text, display: text });
const codings = Type.Optional(Type.Array(Coding));
const Concept = Type.Object({ coding: codings, text });
const concept = Type.Optional(Concept);
const concepts = Type.Optional(Type.Array(Concept));
const Identifier = Type.Object({ use: text, type: concept, system: text, value: text });
const identifiers = Type.Optional(Type.Array(Identifier));
const Reference = Type.Object({
  reference: text,
  type: text,
  display: text,
  identifier: Type.Optional(Identifier),
});
const reference = Type.Optional(Reference);
const references = Type.Optional(Type.Array(Reference));
const Period = Type.Object({ start: dateTime, end: dateTime });
const period = Type.Optional(Period);
const HumanName = Type.Object({
  use: text,
  text,
  family: text,
  given: texts,
  prefix: texts,
  suffix: texts,
  period,
});
const names = Type.Optional(Type.Array(HumanName));
const Telecom = Type.Object({
  system: text,
  value: text,
  use: text,
  rank: Type.Optional(Type.Number()),
  period,
});
const telecoms = Type.Optional(Type.Array(Telecom));
const Address = Type.Object({
  use: text,
  type: text,
  text,
  line: texts,
  city: text,
  state: text,
  postalCode: text,
  country: text,
  period,
});
const addresses = Type.Optional(Type.Array(Address));
const Quantity = Type.Object({
  value: Type.Optional(Type.Number()),
  comparator: text,
  unit: text,
  code: text,
});
const quantity = Type.Optional(Quantity);
const notes = Type.Optional(Type.Array(Type.Object({ text })));
const dosages = Type.Optional(Type.Array(Type.Object({ text })));
const values = {
  valueQuantity: quantity,
  valueCodeableConcept: concept,
  valueString: text,
  valueBoolean: flag,
  valueInteger: Type.Optional(Type.Integer()),
  valueRange: Type.Optional(Type.Object({ low: quantity, high: quantity })),
  valueRatio: Type.Optional(Type.Object({ numerator: quantity, denominator: quantity })),
  valueDateTime: dateTime,
  dataAbsentReason: concept,
};
const extensions = Type.Optional(
  Type.Array(
    Type.Object({
      url: Type.String(),
      valueReference: reference,
      valueBoolean: flag,
      valueCoding: Type.Optional(Coding),
      valueCode: text,
    }),
  ),
);

function Resource<const Name extends string, Properties extends TProperties>(
  name: Name,
  properties: Properties,
) {
  return Type.Object({
    resourceType: Type.Literal(name),
    id: text,
    meta: Type.Optional(
      Type.Object({
        security: codings,
        profile: Type.Optional(Type.Array(Type.String())),
        lastUpdated: instant,
      }),
    ),
    contained: Type.Optional(Type.Array(Type.Object({ resourceType: Type.String(), id: text }))),
    extension: extensions,
    ...properties,
  });
}

const Performed = {
  performedDateTime: dateTime,
  performedPeriod: period,
};

const shapes = {
  Patient: Resource('Patient', {
    identifier: identifiers,
    active: flag,
    name: names,
    telecom: telecoms,
    gender: text,
    birthDate: date,
    deceasedBoolean: flag,
    deceasedDateTime: dateTime,
    address: addresses,
    contact: Type.Optional(
      Type.Array(Type.Object({ relationship: concepts, name: Type.Optional(HumanName), telecom: telecoms })),
    ),
    communication: Type.Optional(Type.Array(Type.Object({ language: concept, preferred: flag }))),
  }),
  RelatedPerson: Resource('RelatedPerson', {
    identifier: identifiers,
    active: flag,
    patient: reference,
    relationship: concepts,
    name: names,
    telecom: telecoms,
    birthDate: text,
  }),
  Coverage: Resource('Coverage', {
    identifier: identifiers,
    status: text,
    type: concept,
    subscriber: reference,
    subscriberId: text,
    beneficiary: reference,
    relationship: concept,
    period,
    payor: references,
    class: Type.Optional(Type.Array(Type.Object({ type: concept, value: text, name: text }))),
    order: Type.Optional(Type.Integer()),
  }),
  Condition: Resource('Condition', {
    clinicalStatus: concept,
    verificationStatus: concept,
    category: concepts,
    code: concept,
    bodySite: concepts,
    subject: reference,
    onsetDateTime: dateTime,
    onsetPeriod: period,
    abatementDateTime: dateTime,
    abatementPeriod: period,
    asserter: reference,
  }),
  MedicationRequest: Resource('MedicationRequest', {
    status: text,
    intent: text,
    doNotPerform: flag,
    medicationCodeableConcept: concept,
    medicationReference: reference,
    subject: reference,
    authoredOn: dateTime,
    requester: reference,
    dosageInstruction: dosages,
  }),
  MedicationStatement: Resource('MedicationStatement', {
    status: text,
    medicationCodeableConcept: concept,
    medicationReference: reference,
    subject: reference,
    effectiveDateTime: dateTime,
    effectivePeriod: period,
    dateAsserted: dateTime,
    dosage: dosages,
  }),
  Medication: Resource('Medication', { code: concept }),
  AllergyIntolerance: Resource('AllergyIntolerance', {
    clinicalStatus: concept,
    verificationStatus: concept,
    criticality: text,
    code: concept,
    patient: reference,
    onsetDateTime: dateTime,
    recordedDate: dateTime,
    reaction: Type.Optional(Type.Array(Type.Object({ manifestation: concepts, severity: text }))),
  }),
  Practitioner: Resource('Practitioner', {
    identifier: identifiers,
    active: flag,
    name: names,
    telecom: telecoms,
    address: addresses,
  }),
  PractitionerRole: Resource('PractitionerRole', {
    identifier: identifiers,
    active: flag,
    practitioner: reference,
    organization: reference,
    code: concepts,
    specialty: concepts,
    telecom: telecoms,
  }),
  Organization: Resource('Organization', {
    identifier: identifiers,
    active: flag,
    type: concepts,
    name: text,
    telecom: telecoms,
    address: addresses,
  }),
  ServiceRequest: Resource('ServiceRequest', {
    status: text,
    intent: text,
    category: concepts,
    priority: text,
    doNotPerform: flag,
    code: concept,
    subject: reference,
    occurrenceDateTime: dateTime,
    authoredOn: dateTime,
    requester: reference,
    performer: references,
    reasonCode: concepts,
    reasonReference: references,
    insurance: references,
    supportingInfo: references,
    bodySite: concepts,
    note: notes,
  }),
  Task: Resource('Task', {
    status: text,
    code: concept,
    focus: reference,
    for: reference,
    businessStatus: concept,
    description: text,
  }),
  Communication: Resource('Communication', {
    status: text,
    category: concepts,
    subject: reference,
    sent: dateTime,
    received: dateTime,
    sender: reference,
    payload: Type.Optional(Type.Array(Type.Object({ contentString: text }))),
  }),
  Procedure: Resource('Procedure', {
    status: text,
    category: concept,
    code: concept,
    subject: reference,
    ...Performed,
    bodySite: concepts,
  }),
  Observation: Resource('Observation', {
    status: text,
    category: concepts,
    code: concept,
    subject: reference,
    effectiveDateTime: dateTime,
    effectivePeriod: period,
    effectiveInstant: instant,
    issued: instant,
    ...values,
    component: Type.Optional(Type.Array(Type.Object({ code: concept, ...values }))),
  }),
  Consent: Resource('Consent', { status: text, patient: reference, dateTime, category: concepts }),
  Composition: Resource('Composition', {
    status: text,
    type: concept,
    subject: reference,
    title: text,
    date: dateTime,
    author: references,
    section: Type.Optional(Type.Array(Type.Object({ title: text, code: concept, entry: references }))),
  }),
  BodyStructure: Resource('BodyStructure', {
    location: concept,
    locationQualifier: concepts,
    patient: reference,
  }),
};

export type KnownType = keyof typeof shapes;
export type Known<Name extends KnownType> = Static<(typeof shapes)[Name]>;
export type KnownResource = { [Name in KnownType]: Known<Name> }[KnownType];

export type FhirCoding = Static<typeof Coding>;
export type FhirConcept = Static<typeof Concept>;
export type FhirIdentifier = Static<typeof Identifier>;
export type FhirReference = Static<typeof Reference>;
export type FhirPeriod = Static<typeof Period>;
export type FhirName = Static<typeof HumanName>;
export type FhirTelecom = Static<typeof Telecom>;
export type FhirAddress = Static<typeof Address>;
export type FhirQuantity = Static<typeof Quantity>;
export type FhirValues = Static<typeof valuesShape>;

const valuesShape = Type.Object(values);

export function isKnownType(name: string): name is KnownType {
  return Object.hasOwn(shapes, name);
}

/** The elements that nearly every resource of one patient uses to say whose it is. */
export const SubjectShape = Compile(
  Type.Object({ subject: reference, patient: reference, beneficiary: reference, for: reference }),
);

interface Validator {
  readonly Check: (value: unknown) => boolean;
  readonly Errors: (value: unknown) => readonly ShapeProblem[];
}

const compiled = new Map<KnownType, Validator>();

export interface ShapeProblem {
  readonly instancePath: string;
  readonly message: string;
}

/** What is wrong with the form of a resource; empty when it can be read. */
export function shapeProblems(type: KnownType, value: unknown): readonly ShapeProblem[] {
  return hasForm(type, value) ? [] : validatorOf(type).Errors(value);
}

export function hasForm<Name extends KnownType>(type: Name, value: unknown): value is Known<Name> {
  return validatorOf(type).Check(value);
}

function validatorOf(type: KnownType): Validator {
  let validator = compiled.get(type);
  if (!validator) {
    validator = Compile(shapes[type]);
    compiled.set(type, validator);
  }
  return validator;
}
