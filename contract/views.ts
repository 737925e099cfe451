import { Type, type Static, type TProperties } from 'typebox';
import { Activity } from '#domain/activity/activity.ts';
import { Actor, Citation, staffRoles, streamKinds } from '#domain/audit/event.ts';
import {
  Attestation,
  caseStates,
  ChargeAgreement,
  CoverageAnswer,
  Inquiry,
  SealedPacket,
} from '#domain/case/case-events.ts';
import { Claim, EvidencedSentence } from '#domain/claim/claim.ts';
import { CodeDecision } from '#domain/code-guide/code-decision.ts';
import { Consent, Restriction, Revocation } from '#domain/consent/consent.ts';
import { BenefitFact, Coverage, coverageStatuses } from '#domain/coverage/benefit-fact.ts';
import { statementTopics } from '#domain/coverage/statement-topic.ts';
import {
  ItemAnswer,
  Predetermination,
  PredeterminationAnswer,
  Sending,
} from '#domain/coverage/predetermination.ts';
import { predeterminationStates } from '#domain/coverage/predetermination-state.ts';
import { BenefitUse } from '#domain/coverage/benefit-use.ts';
import { OptionSheet } from '#domain/decision/option-sheet.ts';
import { PatientDecision, Revisit } from '#domain/decision/patient-decision.ts';
import { inBothLanguages } from '#domain/kernel/both-languages.ts';
import type { Refusal } from '#domain/kernel/refusal.ts';
import { CentsSchema, DateSchema, IdSchema, InstantSchema, oneOf } from '#domain/kernel/schema.ts';
import { NecessityFactor } from '#domain/necessity/factor.ts';
import {
  Accommodation,
  Condition,
  Demographics,
  Disclosure,
  HistoryItem,
  KeptResource,
  PatientDocument,
  ReceivedReferral,
  RelatedPerson,
} from '#domain/patient/patient-events.ts';
import { Fee, Payer, PracticeProfile, Provider, StaffMember } from '#domain/practice/practice-events.ts';
import { ruleMarks } from '#domain/rulebook/rule.ts';
import { Referral, ReferralMove, referralStates } from '#domain/referral/referral.ts';
import { TeamMember } from '#domain/team/team-member.ts';
import { PlanItem, PlanSignature } from '#domain/treatment-plan/plan-item.ts';
import { PlanFrame } from '#domain/treatment-plan/signed-plan.ts';
import { Holder, Task, TaskHold } from '#domain/worklist/task.ts';

import { SharedPlanView } from './plan-view.ts';

/** What the server answers: schemas of responses. A field that is not declared here does not leave the server. */

const Stamp = {
  position: Type.Integer(),
  who: Actor,
  occurredAt: InstantSchema,
  recordedAt: InstantSchema,
};

function Stamped<Properties extends TProperties>(properties: Properties) {
  return Type.Object({ ...Stamp, ...properties });
}

/** A message in the reader's language: an id of contract/messages and its parameters. */
export const Message = Type.Object({
  id: Type.String(),
  params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])),
});
export type Message = Static<typeof Message>;

/** A patient already here who is very like another, and why. */
const DuplicateView = Type.Object({
  patientId: IdSchema,
  name: Type.String(),
  birthDate: DateSchema,
  reason: Message,
});
export const RefusalView = Type.Object({
  refused: Type.Literal(true),
  code: Type.String(),
  what: Type.String(),
  why: Type.String(),
  next: Type.String(),
  at: Type.Optional(Type.String()),
  /** On a stale write: what others recorded meanwhile. */
  changes: Type.Optional(
    Type.Array(
      Type.Object({ position: Type.Integer(), type: Type.String(), who: Actor, recordedAt: InstantSchema }),
    ),
  ),
  /** On a likely duplicate: who it might be. */
  candidates: Type.Optional(Type.Array(DuplicateView)),
});
export type RefusalView = Static<typeof RefusalView>;

export const SessionView = Type.Object({
  staffId: IdSchema,
  name: Type.String(),
  role: oneOf(staffRoles),
  credential: Type.Optional(Type.String()),
  team: Type.Optional(Type.String()),
  organizationId: IdSchema,
  organizationName: Type.String(),
  demonstration: Type.Boolean(),
  timeZone: Type.String(),
  locale: oneOf(['en', 'es']),
  secondFactor: Type.Boolean(),
  /** The page for a patient that this screen was handed over with. */
  handedOver: Type.Optional(Type.Object({ caseId: IdSchema, sheetId: IdSchema })),
});
export type SessionView = Static<typeof SessionView>;

export const WelcomeView = Type.Object({
  /** True on an empty database without a demonstration: the first-run page is due. */
  setUpNeeded: Type.Boolean(),
  demonstrationAccounts: Type.Array(
    Type.Object({
      name: Type.String(),
      role: oneOf(staffRoles),
      email: Type.String(),
      password: Type.String(),
    }),
  ),
});
export type WelcomeView = Static<typeof WelcomeView>;

/** A chain that is not as it was signed; the positions of the first entries that are altered, missing or added. */
const ChangedChain = Type.Object({
  kind: oneOf(streamKinds),
  id: Type.String(),
  positions: Type.Array(Type.Integer()),
});
export type ChangedChain = Static<typeof ChangedChain>;

/** What the last check of all chains against their signed heads found. */
const RecordCheck = Type.Object({
  checkedAt: InstantSchema,
  chains: Type.Integer(),
  changed: Type.Array(ChangedChain),
});
export type RecordCheck = Static<typeof RecordCheck>;

export const PracticeView = Type.Object({
  position: Type.Integer(),
  profile: Type.Optional(PracticeProfile),
  providers: Type.Array(Provider),
  payers: Type.Array(Payer),
  staff: Type.Array(StaffMember),
  fees: Type.Array(Fee),
  /** What claims still lack, in order. */
  gaps: Type.Array(Message),
  /** Names of the ways to payers that this practice may choose among. */
  gateways: Type.Array(IdSchema),
  /** Of the key that seals packets: whoever receives one is told it by another way. */
  keyFingerprint: Type.String(),
  /** Absent until a first check has ended. */
  recordCheck: Type.Optional(RecordCheck),
});
export type PracticeView = Static<typeof PracticeView>;

export const PatientRow = Type.Object({
  patientId: IdSchema,
  lastName: Type.String(),
  firstName: Type.String(),
  birthDate: DateSchema,
  telephone: Type.Optional(Type.String()),
  openCases: Type.Integer(),
});
export type PatientRow = Static<typeof PatientRow>;

/** A statement about a plan in words, and who made it. */
export const SaidOfPlanView = Type.Object({
  /** What a withdrawal names: the fact or the answer, and which of its statements. */
  recordId: IdSchema,
  subject: Type.String(),
  topic: oneOf(statementTopics),
  words: Message,
  source: BenefitFact.properties.source,
  learnedAt: InstantSchema,
  goodThrough: DateSchema,
});
export type SaidOfPlanView = Static<typeof SaidOfPlanView>;

/** What says otherwise than what is followed, and why it is set aside. */
const SetAsideView = Type.Object({
  ...SaidOfPlanView.properties,
  because: oneOf(['weaker', 'older']),
});

const RemainingView = Type.Object({
  of: oneOf(['deductible', 'maximum']),
  about: Type.String(),
  /** Of everything, not of some services. */
  isGeneral: Type.Boolean(),
  per: oneOf(['individual', 'family']),
  yearFrom: Type.Optional(DateSchema),
  /** Nobody said when the year begins. */
  yearAssumed: Type.Boolean(),
  whole: Type.Optional(CentsSchema),
  left: CentsSchema,
  /** Of the benefit year that holds today, or of a lifetime. */
  current: Type.Boolean(),
  said: SaidOfPlanView,
});

const PlanKnowledgeView = Type.Object({
  coverageId: IdSchema,
  /** What a source of the plan said last; absent while nobody said anything. An assumption is no verification. */
  lastVerified: Type.Optional(SaidOfPlanView),
  subjects: Type.Array(
    Type.Object({
      followed: Type.Optional(SaidOfPlanView),
      contrary: Type.Array(SetAsideView),
      assumed: Type.Array(SaidOfPlanView),
    }),
  ),
  /** Questions that were asked and that nobody has answered since. */
  unanswered: Type.Array(SaidOfPlanView),
  outOfDate: Type.Array(SaidOfPlanView),
  /** Recorded in error, and taken back with a reason. */
  withdrawn: Type.Array(
    Type.Object({
      words: Type.Array(Message),
      source: BenefitFact.properties.source,
      learnedAt: InstantSchema,
      reason: Type.String(),
      withdrawnAt: InstantSchema,
    }),
  ),
  /** What is left of each benefit by benefit year, as it was last said. */
  remaining: Type.Array(RemainingView),
  /** General limits of this year of which the whole is told and not what is left, with what is recorded as used. */
  withoutRest: Type.Array(
    Type.Object({ of: oneOf(['deductible', 'maximum']), whole: CentsSchema, used: CentsSchema }),
  ),
  /** Amounts of two sources that cannot both be true: why, which counts, and the two with their sources. */
  amountsInDoubt: Type.Array(Type.Object({ why: Message, sides: Type.Array(SaidOfPlanView) })),
});
export type PlanKnowledgeView = Static<typeof PlanKnowledgeView>;

const { on, reference, goodThrough } = PredeterminationAnswer.properties;

/** A question to a payer before the work, with where it stands today and the payer's latest word about each item. */
const PredeterminationView = Type.Object({
  predeterminationId: IdSchema,
  caseId: IdSchema,
  coverageId: IdSchema,
  payerName: Type.String(),
  state: oneOf(predeterminationStates),
  preparedAt: InstantSchema,
  note: Predetermination.properties.note,
  sendings: Type.Array(Sending),
  items: Type.Array(
    Type.Object({
      item: Predetermination.properties.items.items,
      answer: Type.Optional(Type.Object({ ...ItemAnswer.properties, on, reference, goodThrough })),
    }),
  ),
  /** The first last day among the promises. */
  lastDay: Type.Optional(DateSchema),
  withdrawn: Type.Optional(Type.Object({ reason: Type.String(), at: InstantSchema })),
});
export type PredeterminationView = Static<typeof PredeterminationView>;

const CoverageOrderView = Type.Object({
  /** In the order in which they pay, with what puts each before the next; none where it cannot be told. */
  places: Type.Array(Type.Object({ coverageId: IdSchema, because: Type.Optional(Message) })),
  /** Where payers, rules and what is recorded disagree. */
  cautions: Type.Array(Type.Object({ said: Message, about: Type.Optional(Message) })),
  /** Why it cannot be told. */
  refusal: Type.Optional(
    Type.Unsafe<Refusal>(
      Type.Object({
        refused: Type.Literal(true),
        code: Type.String(),
        params: Type.Record(Type.String(), Type.Unknown()),
        at: Type.Optional(Type.String()),
      }),
    ),
  ),
});

const attachedDocument = {
  ...PatientDocument.properties,
  attachedAt: InstantSchema,
  attachedBy: Type.String(),
};

export const PatientView = Type.Object({
  patientId: IdSchema,
  position: Type.Integer(),
  demographics: Demographics,
  relatedPersons: Type.Array(RelatedPerson),
  conditions: Type.Array(Condition),
  /** Conditions whose ICD-10-CM code stands for a group, of which a claim needs one. */
  inexactConditionIds: Type.Array(IdSchema),
  history: Type.Array(HistoryItem),
  accommodations: Type.Array(Accommodation),
  coverages: Type.Array(Coverage),
  /** Which of them pays first today; absent where fewer than two are in force. */
  coverageOrder: Type.Optional(CoverageOrderView),
  benefitFacts: Type.Array(BenefitFact),
  /** What is known of each plan today, source beside source. */
  plans: Type.Array(PlanKnowledgeView),
  predeterminations: Type.Array(PredeterminationView),
  /** Uses of benefits as they stand now, the withdrawn ones among them. */
  benefitUses: Type.Array(BenefitUse),
  consents: Type.Array(
    Type.Object({
      consent: Consent,
      position: Type.Integer(),
      revocation: Type.Optional(Revocation),
      /** Active now, and if not, why. */
      active: Type.Boolean(),
      standing: Message,
      /** Core elements and statements that an authorization lacks. */
      missing: Type.Array(Message),
      /** A minor who signed alone, a date that lies before the recording, a day on which it ends of itself. */
      concerns: Type.Array(Message),
    }),
  ),
  restrictions: Type.Array(Restriction),
  documents: Type.Array(Type.Object(attachedDocument)),
  /** Attached by mistake. */
  withdrawnDocuments: Type.Array(
    Type.Object({
      ...attachedDocument,
      reason: Type.String(),
      withdrawnAt: InstantSchema,
      withdrawnBy: Type.String(),
    }),
  ),
  keptResources: Type.Array(KeptResource),
  receivedReferrals: Type.Array(ReceivedReferral),
  disclosures: Type.Array(Disclosure),
  cases: Type.Array(
    Type.Object({
      caseId: IdSchema,
      title: Type.String(),
      state: oneOf(caseStates),
      openedAt: InstantSchema,
      receivedReferralId: Type.Optional(IdSchema),
    }),
  ),
});
export type PatientView = Static<typeof PatientView>;

/** What a patient who asks is told of one disclosure. 45 CFR 164.528(b)(2). */
export const AccountedDisclosureView = Type.Object({
  disclosureId: IdSchema,
  on: DateSchema,
  recipientName: Type.String(),
  what: Type.String(),
  purpose: Type.String(),
});

export const NextStepView = Type.Object({
  title: Type.String(),
  /** Set when the step is derived from a gap rather than from a task. */
  message: Type.Optional(Message),
  taskId: Type.Optional(IdSchema),
  holder: Holder,
  since: InstantSchema,
  due: Type.Optional(DateSchema),
});
export type NextStepView = Static<typeof NextStepView>;

export const WorklistRow = Type.Object({
  caseId: IdSchema,
  patientId: IdSchema,
  patientName: Type.String(),
  birthDate: Type.Optional(DateSchema),
  title: Type.String(),
  state: oneOf(caseStates),
  ownerStaffId: Type.Optional(IdSchema),
  ownerName: Type.Optional(Type.String()),
  team: Type.Optional(Type.String()),
  nextStep: Type.Optional(NextStepView),
  /** Open tasks of whoever asks, besides the next step. */
  yours: Type.Array(NextStepView),
  holdUntil: Type.Optional(DateSchema),
  /** 'silent': nothing happened for 14 days; 'overdue'; 'hold-ran-out'; 'unowned'. */
  flags: Type.Array(Type.String()),
  lastActivityAt: Type.Optional(InstantSchema),
  coordinationSeconds: Type.Integer(),
});
export type WorklistRow = Static<typeof WorklistRow>;

export const WorklistView = Type.Object({
  rows: Type.Array(WorklistRow),
  counts: Type.Record(Type.String(), Type.Integer()),
  today: DateSchema,
});
export type WorklistView = Static<typeof WorklistView>;

export const InForce = Type.Object({ from: DateSchema, through: Type.Optional(DateSchema) });
export type InForce = Static<typeof InForce>;

/** The four answers (payable, valid-not-payable, valid-payer-unknown, incomplete), each with rule, source and date. */
export const Reason = Type.Object({
  message: Message,
  rule: Type.Optional(Type.String()),
  source: Type.Optional(Message),
  /** When the rule holds; without an end where its source sets none. */
  inForce: Type.Optional(InForce),
  /** Places in the chains: 'case#12'. */
  evidence: Type.Array(Type.String()),
});
export type Reason = Static<typeof Reason>;

const standings = ['payable', 'valid-not-payable', 'valid-payer-unknown', 'incomplete'] as const;

export const MinuteStandingView = Type.Object({
  activityId: IdSchema,
  standing: oneOf(standings),
  countedSeconds: Type.Integer(),
  /** Seconds that will count when what is missing is there. */
  pendingSeconds: Type.Integer(),
  /** What makes it incomplete, with what its author does about it on the entry itself. */
  missing: Type.Array(
    Type.Object({
      message: Message,
      mend: Type.Optional(oneOf(['sign-activities', 'amend-activity'])),
    }),
  ),
  reasons: Type.Array(Reason),
});
export type MinuteStandingView = Static<typeof MinuteStandingView>;

const CheckView = Type.Object({
  checkId: Type.String(),
  belongsTo: oneOf(['code', 'payer', 'practice']),
  result: oneOf(['passes', 'warns', 'blocks', 'waived', 'not-applicable']),
  reason: Reason,
  /** The button that mends it: a screen of the case and what to do there. */
  mend: Type.Optional(Type.Object({ screen: Type.String(), action: Type.String() })),
});
export type CheckView = Static<typeof CheckView>;

export const ReadinessView = Type.Object({
  answer: oneOf(standings),
  checks: Type.Array(CheckView),
  ready: Type.Boolean(),
  /** All work is on standing claims already: the checks are those of what was claimed. */
  claimed: Type.Boolean(),
});
export type ReadinessView = Static<typeof ReadinessView>;

/** A code that is named and not proposed, and how far the sentence about it can be trusted. */
export const PointerView = Type.Object({
  code: Type.String(),
  because: Message,
  mark: oneOf(ruleMarks),
});

export const CodeProposalView = Type.Object({
  code: Type.String(),
  because: Message,
  /** Every activity in exactly one group: the same minutes never support two codes. */
  groups: Type.Array(
    Type.Object({ code: Type.String(), because: Message, activityIds: Type.Array(IdSchema) }),
  ),
  factsFor: Type.Array(Message),
  factsAgainst: Type.Array(Message),
  missing: Type.Array(Message),
  /** Each with the facts that would make it right: with one, it is that one fact. */
  neighbors: Type.Array(Type.Object({ code: Type.String(), needs: Type.Array(Message) })),
  /** Codes outside the choice that the facts point at; never proposed for a claim. */
  pointers: Type.Array(PointerView),
});
export type CodeProposalView = Static<typeof CodeProposalView>;

/** What stands against payment, and who says so; the dates that are recorded of a coverage have no source. */
export const ObstacleView = Type.Object({
  words: Message,
  /** False where it may or may not stand in the way. */
  certain: Type.Boolean(),
  basis: Type.Optional(Message),
});
export type ObstacleView = Static<typeof ObstacleView>;

export const CoverageAnswerView = Type.Object({
  code: Type.String(),
  serviceDate: DateSchema,
  status: oneOf(coverageStatuses),
  message: Message,
  basis: Message,
  source: Type.Optional(Message),
  inForce: Type.Optional(InForce),
  fee: Type.Optional(CentsSchema),
  payable: oneOf(['yes', 'no', 'unknown']),
  /** All that stands against it for certain: the coverage is not in force on the day. */
  notInForce: Type.Boolean(),
  /** What certainly keeps the plan from paying on the day, besides what it does with the code as such. */
  inTheWay: Type.Array(ObstacleView),
  limits: Type.Array(Message),
  documentation: Type.Array(Type.String()),
  mayChargePatient: oneOf(['no', 'with-agreement', 'unknown']),
  mayChargeReason: Message,
  coverageId: Type.Optional(IdSchema),
});
export type CoverageAnswerView = Static<typeof CoverageAnswerView>;

/** Options of one question with all versions that were recorded, the newest last, and the decisions, the latest last. */
const OptionSheetView = Type.Object({
  sheetId: IdSchema,
  versions: Type.Array(Stamped({ sheet: OptionSheet })),
  decisions: Type.Array(Stamped({ decision: PatientDecision, revisit: Type.Optional(Revisit) })),
  /** Recorded in error: it stays in sight, and nobody decides on it. */
  withdrawn: Type.Optional(Stamped({ reason: Type.String() })),
});
export type OptionSheetView = Static<typeof OptionSheetView>;

export const CaseView = Type.Object({
  caseId: IdSchema,
  patientId: IdSchema,
  position: Type.Integer(),
  title: Type.String(),
  reason: Type.String(),
  state: oneOf(caseStates),
  stateReason: Type.String(),
  stateSince: InstantSchema,
  holdUntil: Type.Optional(Type.String()),
  ownerStaffId: Type.Optional(IdSchema),
  ownerName: Type.Optional(Type.String()),
  team: Type.Optional(Type.String()),
  receivedReferralId: Type.Optional(IdSchema),
  opened: Type.Object(Stamp),
  patient: PatientView,
  factors: Type.Array(Stamped({ factor: NecessityFactor })),
  necessityStatement: Type.Array(EvidencedSentence),
  necessityMissing: Type.Array(Message),
  members: Type.Array(Stamped({ member: TeamMember })),
  planItems: Type.Array(Stamped({ item: PlanItem })),
  planSignatures: Type.Array(Stamped({ signature: PlanSignature, frame: Type.Optional(PlanFrame) })),
  planChangedSinceSignature: Type.Boolean(),
  sharedPlan: SharedPlanView,
  optionSheets: Type.Array(OptionSheetView),
  activities: Type.Array(
    Stamped({
      activity: Activity,
      late: Type.Boolean(),
      reliedOn: Type.Array(Citation),
      signed: Type.Optional(Type.Object(Stamp)),
      amendments: Type.Array(Stamped({ original: Activity, reason: Type.String() })),
      withdrawn: Type.Optional(Stamped({ reason: Type.String() })),
      standing: MinuteStandingView,
    }),
  ),
  tasks: Type.Array(
    Stamped({
      task: Task,
      hold: Type.Optional(TaskHold),
      ended: Type.Optional(Stamped({ outcome: Type.String(), how: oneOf(['done', 'canceled']) })),
      heldSince: InstantSchema,
    }),
  ),
  referrals: Type.Array(
    Stamped({
      referral: Referral,
      state: oneOf(referralStates),
      moves: Type.Array(Stamped({ move: ReferralMove })),
      mayMoveTo: Type.Array(oneOf(referralStates)),
    }),
  ),
  coverageAnswers: Type.Array(Stamped({ answer: CoverageAnswer })),
  chargeAgreements: Type.Array(Stamped({ agreement: ChargeAgreement })),
  codeDecisions: Type.Array(Stamped({ decision: CodeDecision })),
  /** `standard`: what the words say in each language, where they are those that the form proposes. */
  attestations: Type.Array(
    Stamped({ attestation: Attestation, standard: Type.Optional(inBothLanguages(500)) }),
  ),
  claims: Type.Array(
    Stamped({
      claim: Claim,
      releases: Type.Array(Stamped({ format: Type.String(), sha256: Type.String() })),
      withdrawn: Type.Optional(Stamped({ reason: Type.String() })),
    }),
  ),
  packets: Type.Array(Stamped({ packet: SealedPacket })),
  inquiries: Type.Array(Stamped({ inquiry: Inquiry })),
  /** What this person may do now; a button that is not listed is not shown as active. */
  actions: Type.Array(Type.String()),
  nextStep: Type.Optional(NextStepView),
  readiness: ReadinessView,
  codeProposal: CodeProposalView,
  /** The coverage answer for D9992 today, for each coverage. */
  coordinationCoverage: Type.Array(CoverageAnswerView),
  countedSeconds: Type.Integer(),
  /** Seconds of incomplete entries, which will count when what is missing is there. */
  pendingSeconds: Type.Integer(),
});
export type CaseView = Static<typeof CaseView>;

export const TimelineEntry = Type.Object({
  position: Type.Integer(),
  type: Type.String(),
  who: Actor,
  occurredAt: InstantSchema,
  recordedAt: InstantSchema,
  data: Type.Unknown(),
  reliedOn: Type.Array(Citation),
});

export const ImportReportView = Type.Object({
  file: Type.String(),
  patients: Type.Array(
    Type.Object({
      patientId: IdSchema,
      name: Type.String(),
      created: Type.Boolean(),
      possibleDuplicates: Type.Array(DuplicateView),
    }),
  ),
  receivedReferrals: Type.Array(
    Type.Object({ patientId: IdSchema, receivedReferralId: IdSchema, title: Type.String() }),
  ),
  providersSuggested: Type.Array(Provider),
  eventsRecorded: Type.Integer(),
  resources: Type.Array(
    Type.Object({
      sourceKey: Type.String(),
      /** Where in the file: 'Bundle.entry[3].resource'. */
      place: Type.String(),
      label: Type.String(),
      /** Imported before, and changed since. */
      update: Type.Boolean(),
      resourceType: Type.String(),
      outcome: Type.String(),
      became: Type.Optional(Type.String()),
      reason: Type.Optional(Message),
      flags: Type.Array(Message),
    }),
  ),
});
export type ImportReportView = Static<typeof ImportReportView>;

export const Recorded = Type.Object({
  stream: Type.String(),
  id: IdSchema,
  position: Type.Integer(),
});
export type Recorded = Static<typeof Recorded>;
