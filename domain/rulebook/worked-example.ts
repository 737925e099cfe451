import { Type, type Static } from 'typebox';
import { activityKinds } from '../activity/activity.ts';
import { performers } from '../activity/performer.ts';
import { answerCoverage } from '../coverage/answer-coverage.ts';
import { coverageStatuses } from '../coverage/benefit-fact.ts';
import { obstacleKinds, type PayerAnswer } from '../coverage/payer-answer.ts';
import { canonicalJson } from '../kernel/canonical-json.ts';
import { DateSchema, FilledTextSchema, oneOf, ProcedureCodeSchema } from '../kernel/schema.ts';
import { routes } from '../practice/practice-events.ts';
import { claimUnits, documentationItems, waivableChecks, type Rule, type RuleKind } from './rule.ts';
import type { Rulebook, RulebookPayer } from './rulebook.ts';

const Situation = Type.Object(
  {
    /** Day of service. */
    day: DateSchema,
    /** D9992 when absent. */
    code: Type.Optional(ProcedureCodeSchema),
    performer: oneOf(performers),
    work: Type.Array(oneOf(activityKinds), { minItems: 1 }),
    routes: Type.Optional(Type.Array(oneOf(routes))),
    /** Days on which the same code was billed or paid elsewhere. */
    history: Type.Optional(Type.Array(DateSchema)),
    sameDayCodes: Type.Optional(Type.Array(ProcedureCodeSchema)),
    coverageFrom: Type.Optional(DateSchema),
    askedOn: Type.Optional(DateSchema),
  },
  { additionalProperties: false },
);

/** Parts of the answer that an example may state; whatever it leaves out is not compared. */
const Expectation = Type.Object(
  {
    status: Type.Optional(oneOf(coverageStatuses)),
    payable: Type.Optional(oneOf(['yes', 'no', 'unknown'])),
    /** Cents, or 'unknown'. */
    fee: Type.Optional(Type.Union([Type.Integer(), Type.Literal('unknown')])),
    frequency: Type.Optional(oneOf(['free', 'used-up', 'unknown', 'no-limit-known'])),
    freeFrom: Type.Optional(DateSchema),
    performer: Type.Optional(oneOf(['yes', 'no', 'unknown'])),
    documentation: Type.Optional(Type.Array(oneOf(documentationItems))),
    excludes: Type.Optional(Type.Array(ProcedureCodeSchema)),
    statesQuantity: Type.Optional(Type.Boolean()),
    claimUnit: Type.Optional(oneOf([...claimUnits, 'unknown'])),
    waived: Type.Optional(Type.Array(oneOf(waivableChecks))),
    places: Type.Optional(Type.Array(Type.String())),
    lastClaimDay: Type.Optional(Type.Union([DateSchema, Type.Literal('unknown')])),
    reconsiderationDays: Type.Optional(Type.Integer()),
    asides: Type.Optional(Type.Array(Type.String())),
    obstacles: Type.Optional(Type.Array(oneOf(obstacleKinds))),
    mayCharge: Type.Optional(oneOf(['no', 'with-agreement', 'unknown'])),
  },
  { additionalProperties: false, minProperties: 1 },
);

/** A situation and what the rulebook must answer: it stands inside the rule's own file and is run by the check. */
export const WorkedExample = Type.Object(
  { name: FilledTextSchema(120), situation: Situation, expect: Expectation },
  { additionalProperties: false },
);
export type WorkedExample = Static<typeof WorkedExample>;

type Part = keyof Static<typeof Expectation>;

/** The part of an answer that a rule of each kind decides: one of its examples must state that part. */
export const partOfKind: Record<RuleKind, readonly Part[]> = {
  'coverage-status': ['status'],
  fee: ['fee'],
  'frequency-limit': ['frequency'],
  'same-day-exclusion': ['excludes'],
  'required-documentation': ['documentation'],
  'who-may-perform': ['performer'],
  modality: ['obstacles'],
  'excluded-activity': ['obstacles'],
  'place-of-service': ['places'],
  'waiting-period': ['obstacles'],
  deadline: ['lastClaimDay', 'reconsiderationDays'],
  'quantity-stated': ['statesQuantity'],
  'claim-unit': ['claimUnit'],
  'encounter-rate': ['asides'],
  'linked-procedure-modifier': ['asides'],
  'waived-check': ['waived'],
};

export interface Mismatch {
  readonly part: string;
  readonly expected: string;
  readonly answered: string;
}

/** Runs one example against a rulebook; an empty answer means that it holds. */
export function runExample(
  rulebook: Rulebook,
  payer: Pick<RulebookPayer, 'payer' | 'name' | 'line'>,
  example: WorkedExample,
  code: NonNullable<Rule['code']>,
): readonly Mismatch[] {
  const { situation } = example;
  const answer = answerCoverage({
    code: situation.code ?? code,
    serviceDate: situation.day,
    payer: {
      payerId: payer.payer,
      name: payer.name,
      claimPayerId: 'EXAMPLE',
      line: payer.line,
      rulebookPayer: payer.payer,
      filingIndicator: 'CI',
    },
    coverage: {
      coverageId: 'example',
      payerName: payer.name,
      kind: 'dental',
      priority: 'primary',
      memberId: 'EXAMPLE',
      subscriber: { relationship: 'self', lastName: 'Example', firstName: 'Exa' },
      flags: [],
      ...(situation.coverageFrom === undefined ? {} : { from: situation.coverageFrom }),
    },
    alongside: [],
    facts: [],
    planAnswers: [],
    uses: [],
    rulebook,
    timeZone: 'UTC',
    performer: { role: situation.performer },
    activityKinds: situation.work,
    history: (situation.history ?? []).map((date) => ({ code: situation.code ?? code, date })),
    ...(situation.routes === undefined ? {} : { routes: situation.routes }),
    ...(situation.sameDayCodes === undefined ? {} : { sameDayCodes: situation.sameDayCodes }),
    ...(situation.askedOn === undefined ? {} : { askedOn: situation.askedOn }),
  });
  const answered = partsOf(answer);
  return Object.entries(example.expect).flatMap(([part, expected]) => {
    const found = answered.get(part);
    return canonicalJson(found) === canonicalJson(expected)
      ? []
      : { part, expected: canonicalJson(expected), answered: canonicalJson(found) };
  });
}

function partsOf(answer: PayerAnswer): ReadonlyMap<string, unknown> {
  const limit = answer.limits.find((each) => each.standing !== 'free') ?? answer.limits[0];
  const parts: Record<Part, unknown> = {
    status: answer.status,
    payable: answer.payable,
    fee: answer.fee?.amount ?? 'unknown',
    frequency: limit?.standing ?? 'no-limit-known',
    freeFrom: limit?.freeFrom ?? null,
    performer: answer.whoMayPerform.allowed,
    documentation: answer.documentation.items,
    excludes: answer.exclusions.flatMap((exclusion) => exclusion.with),
    statesQuantity: answer.statesQuantity,
    claimUnit: answer.claimUnit?.unit ?? 'unknown',
    waived: answer.waivedChecks.map((waived) => waived.check),
    places: answer.placesOfService ?? [],
    lastClaimDay: answer.deadlines.find((each) => each.for === 'claim')?.lastDay ?? 'unknown',
    reconsiderationDays: answer.deadlines.find((each) => each.for === 'reconsideration')?.days ?? 0,
    asides: answer.alsoSays.map((aside) => aside.message.id),
    obstacles: answer.obstacles.map((obstacle) => obstacle.kind),
    mayCharge: answer.mayChargePatient.answer,
  };
  return new Map(Object.entries(parts));
}
