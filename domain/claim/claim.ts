import { Type, type Static } from 'typebox';
import {
  CentsSchema,
  DateSchema,
  DiagnosisCodeSchema,
  FilledTextSchema,
  IdSchema,
  InstantSchema,
  NpiSchema,
  oneOf,
  ProcedureCodeSchema,
  TextSchema,
} from '../kernel/schema.ts';
import { PostalAddress, PracticeProfile } from '../practice/practice-events.ts';

/** A sentence of the narrative and the events that it rests on; a sentence without evidence cannot leave. */
export const EvidencedSentence = Type.Object({
  text: FilledTextSchema(400),
  /** Places in the chains: 'case#12', 'patient#3'. */
  evidence: Type.Array(Type.String({ pattern: '^(case|patient|practice)#\\d+$' }), { minItems: 1 }),
});
export type EvidencedSentence = Static<typeof EvidencedSentence>;

/** A coordination line never carries tooth, area or surface (field-facts 3.1). */
export const ClaimLine = Type.Object({
  lineNumber: Type.Integer({ minimum: 1, maximum: 50 }),
  code: ProcedureCodeSchema,
  serviceDate: DateSchema,
  /** The practice's full charge for the whole line, all units together. */
  fee: CentsSchema,
  /** Units; 1 unless the payer's rule says otherwise. */
  quantity: Type.Integer({ minimum: 1, maximum: 99 }),
  /** Washington and Colorado Medicaid want the quantity even when it is 1 (field-facts 3.2). */
  statesQuantity: Type.Boolean(),
  placeOfService: Type.String({ pattern: '^\\d{2}$' }),
  /** Indexes into `diagnoses`, from 1, primary first. */
  diagnosisPointers: Type.Array(Type.Integer({ minimum: 1, maximum: 4 }), { maxItems: 4 }),
  activityIds: Type.Array(IdSchema, { minItems: 1 }),
  minutes: Type.Integer({ minimum: 0 }),
});
export type ClaimLine = Static<typeof ClaimLine>;

export const ClaimPerson = Type.Object({
  lastName: FilledTextSchema(60),
  firstName: TextSchema(35),
  birthDate: Type.Optional(DateSchema),
  sex: oneOf(['female', 'male', 'unknown']),
  address: Type.Optional(PostalAddress),
});
export type ClaimPerson = Static<typeof ClaimPerson>;

const ClaimProvider = Type.Object({
  lastName: FilledTextSchema(60),
  firstName: FilledTextSchema(35),
  npi: NpiSchema,
  taxonomy: Type.String({ pattern: '^[A-Z0-9]{10}$' }),
  license: Type.Optional(TextSchema(30)),
});

/** Absent: nothing is asserted that needs a patient's signature, so that no claim states one that does not exist. */
const ClaimAgreements = Type.Object({
  /** The practice accepts what the plan allows for covered services; absent where the record does not say. */
  acceptsAssignment: Type.Optional(Type.Boolean()),
  /** A signed statement sends the benefits to the practice. */
  benefitsAssigned: Type.Boolean(),
  benefitsAssignedOn: Type.Optional(DateSchema),
  /** A signed statement permits the release of information for this claim. */
  releaseSigned: Type.Boolean(),
  releaseSignedOn: Type.Optional(DateSchema),
  /** What the patient was told beforehand and agreed to pay for lines of this claim. */
  charges: Type.Array(
    Type.Object({
      agreementId: IdSchema,
      lineNumbers: Type.Array(Type.Integer({ minimum: 1, maximum: 50 }), { minItems: 1 }),
      amount: CentsSchema,
      toldAt: InstantSchema,
    }),
  ),
});
export type ClaimAgreements = Static<typeof ClaimAgreements>;

const ClaimPayer = Type.Object({
  payerId: IdSchema,
  name: FilledTextSchema(60),
  claimPayerId: FilledTextSchema(20),
  filingIndicator: Type.String(),
});

const ClaimSubscriber = Type.Object({
  relationship: oneOf(['self', 'spouse', 'child', 'other']),
  memberId: FilledTextSchema(80),
  groupNumber: Type.Optional(TextSchema(50)),
  planName: Type.Optional(TextSchema(60)),
  person: ClaimPerson,
  priority: oneOf(['primary', 'secondary', 'tertiary']),
});
export type ClaimSubscriber = Static<typeof ClaimSubscriber>;

/** Another coverage of the patient, named for the payer that is billed. */
const ClaimOtherCoverage = Type.Object({
  kind: oneOf(['dental', 'medical']),
  subscriber: ClaimSubscriber,
  payer: ClaimPayer,
});
export type ClaimOtherCoverage = Static<typeof ClaimOtherCoverage>;

/** Everything that any form of the claim says; every value is taken from the record. */
export const Claim = Type.Object({
  claimId: IdSchema,
  caseId: IdSchema,
  patientId: IdSchema,
  /** Patient control number (CLM01), at most 20 characters. */
  controlNumber: Type.String({ pattern: '^[A-Z0-9]{1,20}$' }),
  frequency: oneOf(['original', 'replacement', 'void']),
  /** The payer's number of the claim that is replaced or voided. */
  payerClaimNumber: Type.Optional(TextSchema(50)),
  /** Our own claim that this one replaces or voids. */
  replacesClaimId: Type.Optional(IdSchema),
  billing: PracticeProfile,
  treating: ClaimProvider,
  patient: ClaimPerson,
  subscriber: ClaimSubscriber,
  payer: ClaimPayer,
  /** The patient's other coverages as far as they are known, in the order in which they are asked. */
  otherCoverages: Type.Optional(Type.Array(ClaimOtherCoverage, { maxItems: 10 })),
  /** Signatures and arrangements that the claim asserts (CLM06 to CLM09, form items 36 and 37). */
  agreements: Type.Optional(ClaimAgreements),
  /** Who answers for the work as treating dentist, and when they attested it (form item 53). */
  attested: Type.Optional(Type.Object({ name: FilledTextSchema(160), on: DateSchema })),
  diagnoses: Type.Array(DiagnosisCodeSchema, { maxItems: 4 }),
  lines: Type.Array(ClaimLine, { minItems: 1, maxItems: 50 }),
  total: CentsSchema,
  /** At most five remarks of 80 characters (NTE*ADD). */
  remarks: Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { maxItems: 5 }),
  narrative: Type.Array(EvidencedSentence),
  /** PWK control number of the coordination log, when it goes as an attachment. */
  attachmentControlNumber: Type.Optional(Type.String({ maxLength: 10 })),
  rulebookVersion: FilledTextSchema(80),
  createdAt: InstantSchema,
});
export type Claim = Static<typeof Claim>;
