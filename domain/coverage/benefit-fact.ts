import { Type, type Static } from 'typebox';
import { performers } from '../activity/performer.ts';
import {
  CentsSchema,
  DateSchema,
  FilledTextSchema,
  IdSchema,
  InstantSchema,
  oneOf,
  ProcedureCodeSchema,
  TextSchema,
} from '../kernel/schema.ts';
import { CoverageOrder } from './coverage-order.ts';

/** What a plan does with a code. "Denied" may be charged to the patient, "disallowed" must not (field-facts 2). */
export const coverageStatuses = [
  'paid',
  'denied-patient-liable',
  'disallowed-no-charge',
  'not-a-benefit',
  'bundled-into',
  'by-report',
  'prior-authorization',
  'unknown',
] as const;
export type CoverageStatus = (typeof coverageStatuses)[number];

export const frequencyWindows = [
  'client-day',
  'rolling-days',
  'calendar-month',
  'benefit-year',
  'lifetime',
] as const;

/** Whose services count in the window: everybody's, those of one billing practice, those of one treating dentist. */
export const limitScopes = ['client', 'billing-provider', 'rendering-provider'] as const;

export const FrequencyLimit = Type.Object({
  times: Type.Integer({ minimum: 1, maximum: 999 }),
  window: oneOf(frequencyWindows),
  /** Length of a rolling window. */
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: 3660 })),
  /** Absent: per client, whoever did it. */
  per: Type.Optional(oneOf(limitScopes)),
});
export type FrequencyLimit = Static<typeof FrequencyLimit>;

/** What a person hears or reads in one sitting, and what else a benefit fact can come from. */
export const callSources = ['telephone-call', 'portal', 'card', 'plan-booklet', 'eob'] as const;
export const factSources = [...callSources, '271', 'predetermination', 'assumption'] as const;

/** Where a benefit fact comes from. */
export const FactSource = Type.Object({
  kind: oneOf(factSources),
  representative: Type.Optional(TextSchema(120)),
  reference: Type.Optional(TextSchema(60)),
  documentId: Type.Optional(IdSchema),
  note: Type.Optional(TextSchema(500)),
});

/** One typed statement about what a coverage pays for a code, as somebody told it on a day. */
export const BenefitFact = Type.Object({
  factId: IdSchema,
  coverageId: IdSchema,
  code: ProcedureCodeSchema,
  status: oneOf(coverageStatuses),
  bundledInto: Type.Optional(ProcedureCodeSchema),
  allowed: Type.Optional(CentsSchema),
  /** 'none': somebody said that there is no limit; absent: nobody said anything. */
  frequency: Type.Optional(Type.Union([FrequencyLimit, Type.Literal('none')])),
  whoMayPerform: Type.Optional(TextSchema(200)),
  /** The same, in the words that rules are compared by; absent: the text is only shown. */
  performers: Type.Optional(Type.Array(oneOf(performers), { minItems: 1, maxItems: performers.length })),
  documentation: Type.Optional(TextSchema(500)),
  source: FactSource,
  learnedAt: InstantSchema,
  /** Last day on which the fact may be relied on; absent: ask again when the benefit year turns. */
  goodThrough: Type.Optional(DateSchema),
  replaces: Type.Optional(IdSchema),
});
export type BenefitFact = Static<typeof BenefitFact>;

export const Coverage = Type.Object({
  coverageId: IdSchema,
  payerId: Type.Optional(IdSchema),
  payerName: FilledTextSchema(120),
  kind: oneOf(['dental', 'medical']),
  priority: oneOf(['primary', 'secondary', 'tertiary']),
  memberId: TextSchema(80),
  groupNumber: Type.Optional(TextSchema(50)),
  planName: Type.Optional(TextSchema(120)),
  subscriber: Type.Object({
    relationship: oneOf(['self', 'spouse', 'child', 'other']),
    lastName: TextSchema(60),
    firstName: TextSchema(35),
    birthDate: Type.Optional(DateSchema),
    sex: Type.Optional(oneOf(['female', 'male', 'unknown'])),
  }),
  from: Type.Optional(DateSchema),
  through: Type.Optional(DateSchema),
  /** What decides which of several coverages pays first. */
  order: Type.Optional(CoverageOrder),
  /** What is doubtful about it, in words: "coverage of one day", "no member number". */
  flags: Type.Array(TextSchema(300), { maxItems: 20 }),
});
export type Coverage = Static<typeof Coverage>;
