import { Type, type Static } from 'typebox';
import { Consent, Restriction, Revocation } from '#domain/consent/consent.ts';
import { BenefitFact, Coverage } from '#domain/coverage/benefit-fact.ts';
import { BenefitWithdrawal } from '#domain/coverage/benefit-withdrawal.ts';
import { BenefitUse } from '#domain/coverage/benefit-use.ts';
import { PlanAnswer } from '#domain/coverage/plan-answer.ts';
import { Predetermination, PredeterminationAnswer, Sending } from '#domain/coverage/predetermination.ts';
import { FilledTextSchema, IdSchema } from '#domain/kernel/schema.ts';
import { Accommodation, Condition, Demographics, RelatedPerson } from '#domain/patient/patient-events.ts';
import { Fee, Payer, PracticeProfile, Provider, StaffMember } from '#domain/practice/practice-events.ts';

const Expected = { expectedPosition: Type.Optional(Type.Integer({ minimum: 0 })) };

/** POST /api/patients */
export const RegisterPatient = Type.Object({
  patientId: IdSchema,
  demographics: Demographics,
  /** Set after the warning: these candidates are somebody else. */
  notDuplicateOf: Type.Array(IdSchema, { maxItems: 20 }),
});
export type RegisterPatient = Static<typeof RegisterPatient>;

/** What can be done to a patient's chain: POST /api/patients/{patientId}/{command}. */
export const patientCommands = {
  'change-demographics': Type.Object({
    ...Expected,
    demographics: Demographics,
    reason: FilledTextSchema(300),
  }),
  'record-related-person': Type.Object({ ...Expected, relatedPerson: RelatedPerson }),
  'record-condition': Type.Object({ ...Expected, condition: Condition }),
  'record-accommodation': Type.Object({ ...Expected, accommodation: Accommodation }),
  'record-coverage': Type.Object({ ...Expected, coverage: Coverage }),
  'record-benefit-fact': Type.Object({ ...Expected, fact: BenefitFact }),
  'withdraw-benefit': Type.Object({ ...Expected, withdrawal: BenefitWithdrawal }),
  'record-benefit-use': Type.Object({
    ...Expected,
    use: BenefitUse,
    /** Set after the question: more than the plan's limit is right all the same. */
    confirmed: Type.Optional(Type.Boolean()),
  }),
  /** Steps by their ids; what they are and cost is taken from the plan. */
  'prepare-predetermination': Type.Object({
    ...Expected,
    predetermination: Type.Object({
      predeterminationId: IdSchema,
      caseId: IdSchema,
      coverageId: IdSchema,
      itemIds: Type.Array(IdSchema, { minItems: 1, maxItems: 50 }),
      note: Predetermination.properties.note,
    }),
  }),
  /** A way out: decided and recorded as a disclosure to the payer. */
  'send-predetermination': Type.Object({ ...Expected, sending: Sending }),
  'answer-predetermination': Type.Object({ ...Expected, answer: PredeterminationAnswer }),
  'withdraw-predetermination': Type.Object({
    ...Expected,
    predeterminationId: IdSchema,
    reason: FilledTextSchema(500),
  }),
  'record-plan-answer': Type.Object({ ...Expected, answer: PlanAnswer }),
  'record-consent': Type.Object({ ...Expected, consent: Consent }),
  'revoke-consent': Type.Object({ ...Expected, revocation: Revocation }),
  'withdraw-document': Type.Object({ ...Expected, documentId: IdSchema, reason: FilledTextSchema(500) }),
  'agree-restriction': Type.Object({ ...Expected, restriction: Restriction }),
} as const;
export type PatientCommandName = keyof typeof patientCommands;
export type PatientCommand<Name extends PatientCommandName> = Static<(typeof patientCommands)[Name]>;

export const patientCommandNames: readonly PatientCommandName[] = Object.keys(patientCommands).filter(
  (name): name is PatientCommandName => name in patientCommands,
);

/** What can be done to the practice: POST /api/practice/{command}. */
export const practiceCommands = {
  'set-profile': Type.Object({ ...Expected, profile: PracticeProfile }),
  'record-provider': Type.Object({ ...Expected, provider: Provider }),
  'record-payer': Type.Object({ ...Expected, payer: Payer }),
  'set-fee': Type.Object({ ...Expected, fee: Fee }),
  'record-staff': Type.Object({
    ...Expected,
    staff: StaffMember,
    /** For a new account, or to replace what is there. */
    account: Type.Optional(
      Type.Object({
        email: Type.String({ format: 'email', maxLength: 200 }),
        password: Type.String({ minLength: 12, maxLength: 200 }),
      }),
    ),
  }),
} as const;
export type PracticeCommandName = keyof typeof practiceCommands;
export type PracticeCommand<Name extends PracticeCommandName> = Static<(typeof practiceCommands)[Name]>;

export const practiceCommandNames: readonly PracticeCommandName[] = Object.keys(practiceCommands).filter(
  (name): name is PracticeCommandName => name in practiceCommands,
);

/** POST /api/session */
export const SignIn = Type.Object({
  email: Type.String({ maxLength: 200 }),
  password: Type.String({ maxLength: 200 }),
  code: Type.Optional(Type.String({ maxLength: 10 })),
});
export type SignIn = Static<typeof SignIn>;

/** POST /api/set-up: the first organization of an empty database. */
export const SetUp = Type.Object({
  organizationName: FilledTextSchema(60),
  administratorName: FilledTextSchema(120),
  email: Type.String({ format: 'email', maxLength: 200 }),
  password: Type.String({ minLength: 12, maxLength: 200 }),
  timeZone: FilledTextSchema(60),
});
export type SetUp = Static<typeof SetUp>;
