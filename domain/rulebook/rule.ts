import { Type, type Static, type TProperties } from 'typebox';
import { activityKinds } from '../activity/activity.ts';
import { performers } from '../activity/performer.ts';
import { coverageStatuses, FrequencyLimit } from '../coverage/benefit-fact.ts';
import { inBothLanguages } from '../kernel/both-languages.ts';
import { CentsSchema, DateSchema, FilledTextSchema, oneOf, ProcedureCodeSchema } from '../kernel/schema.ts';
import { routes } from '../practice/practice-events.ts';

/** What a payer wants to find in the chart. Each is one fact that the record either has or lacks. */
export const documentationItems = [
  'client-telephone-number',
  'reason-for-contact',
  'reported-clinical-information',
  'outcome',
  'provider-name',
  'consent-on-file',
  'start-and-stop-times',
  'counterparty',
] as const;
export type DocumentationItem = (typeof documentationItems)[number];

/** How contacts become claim lines. */
export const claimUnits = [
  'one-line-per-client-day',
  'one-line-per-calendar-month',
  'one-line-at-completion',
] as const;
export type ClaimUnit = (typeof claimUnits)[number];

/** How far a rule can be trusted: seen in a named public source, seen in a weak one, or only generally known. */
export const ruleMarks = ['confirmed', 'weak', 'general-knowledge'] as const;
export type RuleMark = (typeof ruleMarks)[number];

/** Readiness checks that a payer's rule can waive, because the payer pays the code for something narrower. */
export const waivableChecks = ['several-parties', 'necessity', 'consent'] as const;
export type WaivableCheck = (typeof waivableChecks)[number];

function closed<const Members extends TProperties>(members: Members) {
  return Type.Object(members, { additionalProperties: false });
}

/**
 * The days of service for which a source confirms the rule, both ends included. Outside them the answer is
 * unknown, never "not covered". `startEstablished: false` says that the rule began on or before `from`.
 */
export const RulePeriod = closed({
  from: DateSchema,
  startEstablished: Type.Boolean(),
  /** 'open' only where the source itself sets no end. */
  through: Type.Union([DateSchema, Type.Literal('open')]),
  note: Type.Optional(FilledTextSchema(600)),
});
export type RulePeriod = Static<typeof RulePeriod>;

export const RuleSource = closed({
  /** The name that it bears, and in Spanish in our own words what it is, where that is not a name. */
  title: inBothLanguages(200),
  url: Type.Optional(Type.String({ pattern: '^https?://\\S+$', maxLength: 300 })),
  /** Day on which somebody last read the source. */
  seen: DateSchema,
});
export type RuleSource = Static<typeof RuleSource>;

/**
 * The closed set of rule kinds. A new kind is a new member here, a branch where it is applied, a row in
 * docs/reference/rulebook.md and worked examples; there is no expression language.
 */
const ruleBodies = {
  /** What the plan does with the code. */
  'coverage-status': closed({
    status: oneOf(coverageStatuses),
    bundledInto: Type.Optional(ProcedureCodeSchema),
  }),
  /** The plan's amount for one unit, in cents. */
  fee: closed({ amount: CentsSchema, per: oneOf(['client-day', 'claim-line']) }),
  'frequency-limit': closed({ limit: FrequencyLimit }),
  /** Codes that must not stand on the same claim or day of service as this one. */
  'same-day-exclusion': closed({ with: Type.Array(ProcedureCodeSchema, { minItems: 1 }) }),
  'required-documentation': closed({ items: Type.Array(oneOf(documentationItems), { minItems: 1 }) }),
  /** `under: 'dentist'` where somebody else works under a dentist who answers for it. */
  'who-may-perform': closed({
    performers: Type.Array(oneOf(performers), { minItems: 1 }),
    under: Type.Optional(oneOf(['dentist'])),
  }),
  /** What the work must be, and by which routes; empty routes: any. */
  modality: closed({
    activityKinds: Type.Array(oneOf(activityKinds), { minItems: 1 }),
    routes: Type.Array(oneOf(routes)),
  }),
  /** Work that the payer says the code is not for. */
  'excluded-activity': closed({ activityKinds: Type.Array(oneOf(activityKinds), { minItems: 1 }) }),
  'place-of-service': closed({ allowed: Type.Array(Type.String({ pattern: '^\\d{2}$' }), { minItems: 1 }) }),
  /** Calendar days after the coverage began before the code is paid. */
  'waiting-period': closed({ days: Type.Integer({ minimum: 1, maximum: 3660 }) }),
  /** Calendar days after the day of service (claim) or after the payer's answer (reconsideration). */
  deadline: closed({
    for: oneOf(['claim', 'reconsideration']),
    days: Type.Integer({ minimum: 1, maximum: 3660 }),
  }),
  /** The payer wants the quantity on the line even when it is 1. */
  'quantity-stated': closed({ always: Type.Boolean() }),
  'claim-unit': closed({ unit: oneOf(claimUnits) }),
  /** In clinics paid by encounter: one encounter a day together with a visit to the same dentist. */
  'encounter-rate': closed({
    settings: Type.Array(oneOf(['fqhc', 'rhc', 'ihs', 'tribal']), { minItems: 1 }),
  }),
  /** A modifier that concerns the procedures linked to a medical service, not this code. */
  'linked-procedure-modifier': closed({ modifier: oneOf(['KX', 'GY']) }),
  'waived-check': closed({ checks: Type.Array(oneOf(waivableChecks), { minItems: 1 }) }),
} as const;

export type RuleKind = keyof typeof ruleBodies;
export const ruleKinds = Object.keys(ruleBodies) as readonly RuleKind[];

export interface RuleHead {
  /** '<payer>/<file name>', stable: claims and answers cite it. */
  readonly id: string;
  readonly payer: string;
  /** The code that it is about; absent where it concerns procedures linked to a medical service. */
  readonly code?: Static<typeof ProcedureCodeSchema>;
  readonly period: RulePeriod;
  readonly source: RuleSource;
  readonly mark: RuleMark;
  readonly note?: string;
}

export type RuleOf<Kind extends RuleKind> = RuleHead & { readonly kind: Kind } & Readonly<
    Static<(typeof ruleBodies)[Kind]>
  >;

/** One rule of one payer, without its worked examples. */
export type Rule = { [Kind in RuleKind]: RuleOf<Kind> }[RuleKind];

/** The schema of a rule file's body for one kind, used by the loader. */
export function ruleBodySchema(kind: RuleKind) {
  return ruleBodies[kind];
}
