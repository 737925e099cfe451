import { Type, type Static, type TProperties } from 'typebox';
import { coverageStatuses, factSources } from '../coverage/benefit-fact.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import {
  CentsSchema,
  DateSchema,
  FilledTextSchema,
  IdSchema,
  oneOf,
  ProcedureCodeSchema,
  TextSchema,
  ToothSchema,
} from '../kernel/schema.ts';
import { codeCategories } from './code-category.ts';

/** What is known of a plan: typed statements, each with where it comes from (field-facts 7.1 to 7.4). */

export const strict = { additionalProperties: false } as const;

const FactSource = Type.Object(
  {
    kind: oneOf([...factSources, 'rule']),
    date: Type.Optional(DateSchema),
    /** Last day on which the fact may be relied on. */
    expires: Type.Optional(DateSchema),
    reference: Type.Optional(TextSchema(120)),
  },
  strict,
);
export type FactSource = Static<typeof FactSource>;

const GroupName = FilledTextSchema(60);

/** What a fact is about: one code, a group of the plan's own, or a category of codes. Absent: everything. */
export const Scope = Type.Object(
  {
    code: Type.Optional(ProcedureCodeSchema),
    group: Type.Optional(GroupName),
    category: Type.Optional(oneOf(codeCategories)),
  },
  { ...strict, minProperties: 1, maxProperties: 1 },
);
export type Scope = Static<typeof Scope>;

const scope = { for: Type.Optional(Scope) };
const Percent = Type.Integer({ minimum: 0, maximum: 100 });
const Months = Type.Integer({ minimum: 0, maximum: 600 });
const Times = Type.Integer({ minimum: 1, maximum: 99 });
const Age = Type.Integer({ minimum: 0, maximum: 120 });
const YearBegins = Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|1\\d|2[0-8])$' });
const Limited = {
  ...scope,
  per: oneOf(['individual', 'family']),
  period: oneOf(['benefit-year', 'lifetime']),
};
/** What the plan does with a service outside a limit; absent: denied, and the patient may be charged. */
const Otherwise = { otherwise: Type.Optional(oneOf(['denied-patient-liable', 'disallowed-no-charge'])) };

function fact<const Kind extends string, Properties extends TProperties>(kind: Kind, properties: Properties) {
  return Type.Object({ kind: Type.Literal(kind), ...properties, source: Type.Optional(FactSource) }, strict);
}

/** How a plan that is not the first pays (field-facts 7.3). The maintenance variants are unverified. */
export const coordinationVariants = [
  'standard',
  'basic',
  'carve-out',
  'maintenance-deductible-and-coinsurance',
  'maintenance-coinsurance',
  'maintenance-deductible',
] as const;
export type CoordinationVariant = (typeof coordinationVariants)[number];

export const planFrequencyWindows = [
  'benefit-year',
  'every-years',
  'every-months',
  'last-12-months',
] as const;

/** Not said: by which of the others a limit counts, and whether the codes of a wider scope count together. */
export const limitCounts = ['mouth', 'arch', 'quadrant', 'tooth', 'not-said'] as const;

export const factSchemas = {
  /** A group of codes as the plan draws it: single codes and ranges such as D2710-D2799. */
  group: fact('group', {
    name: GroupName,
    codes: Type.Array(Type.String({ pattern: '^D\\d{4}(-D\\d{4})?$' }), { minItems: 1, maxItems: 200 }),
  }),
  status: fact('status', {
    ...scope,
    status: oneOf(coverageStatuses),
    bundledInto: Type.Optional(ProcedureCodeSchema),
  }),
  percentage: fact('percentage', { ...scope, percent: Percent }),
  allowed: fact('allowed', { code: ProcedureCodeSchema, amount: CentsSchema }),
  network: fact('network', {
    participates: Type.Boolean(),
    /** The office that it speaks of; absent: every office. */
    office: Type.Optional(IdSchema),
  }),
  deductible: fact('deductible', { ...Limited, amount: CentsSchema }),
  maximum: fact('maximum', {
    ...Limited,
    amount: Type.Union([CentsSchema, Type.Literal('none')]),
    /** A maximum of its own that eats the general one too; most do not. */
    countsTowardGeneral: Type.Optional(Type.Boolean()),
  }),
  'waiting-period': fact('waiting-period', { ...scope, months: Months, ...Otherwise }),
  frequency: fact('frequency', {
    ...scope,
    times: Times,
    window: oneOf(planFrequencyWindows),
    /** Years or months of the windows that are so named. */
    every: Type.Optional(Type.Integer({ minimum: 1, maximum: 120 })),
    per: oneOf(limitCounts),
    /** Counted for each office apart. */
    eachOffice: Type.Optional(Type.Boolean()),
    ...Otherwise,
  }),
  /** It may be done as often as it is needed; a limit of something wider, such as the category, does not hold. */
  'no-frequency-limit': fact('no-frequency-limit', scope),
  'age-limit': fact('age-limit', {
    ...scope,
    from: Type.Optional(Age),
    /** The last age that is covered, in completed years. */
    through: Type.Optional(Age),
    ...Otherwise,
  }),
  'missing-tooth': fact('missing-tooth', { ...scope, excluded: Type.Boolean(), ...Otherwise }),
  'alternate-benefit': fact('alternate-benefit', {
    code: ProcedureCodeSchema,
    /** Needed where it applies: what is paid instead. */
    substitute: Type.Optional(ProcedureCodeSchema),
    applies: Type.Boolean(),
    teeth: Type.Optional(Type.Array(ToothSchema, { minItems: 1, maxItems: 52 })),
  }),
  copay: fact('copay', { ...scope, amount: CentsSchema }),
  'write-off': fact('write-off', {
    /** The contracted fee when the plan pays nothing: for a code at 0 percent, a used-up maximum, or a limit. */
    when: oneOf(['not-covered', 'maximum-reached', 'limit-reached']),
    holds: Type.Boolean(),
  }),
  'benefit-year': fact('benefit-year', {
    begins: YearBegins,
    /** Where the deductible starts anew on another day than the maximum. */
    deductibleBegins: Type.Optional(YearBegins),
  }),
  'date-that-counts': fact('date-that-counts', { ...scope, on: oneOf(['completion', 'start']) }),
  coordination: fact('coordination', { variant: oneOf(coordinationVariants) }),
  /**
   * What the payer answered beforehand about one line; it holds through the last day of its source. No guarantee: the
   * coverage has to be in force, and what others use up meanwhile is gone.
   */
  predetermination: fact('predetermination', {
    lineId: IdSchema,
    code: ProcedureCodeSchema,
    outcome: oneOf(['pays', 'denied-patient-liable', 'disallowed-no-charge', 'not-a-benefit']),
    pays: Type.Optional(CentsSchema),
    deductible: Type.Optional(CentsSchema),
    /** The code that the plan pays as for. */
    substitute: Type.Optional(ProcedureCodeSchema),
  }),
  orthodontics: fact('orthodontics', {
    /** Share of the treatment's fee that is incurred at banding. */
    bandingPercent: Percent,
    every: oneOf(['month', 'quarter']),
    mostInstalments: Type.Optional(Type.Integer({ minimum: 1, maximum: 120 })),
    /** When the expense of an instalment is incurred: at the start of its month or quarter, or at its end. */
    incurred: oneOf(['start', 'end']),
    /** Whether treatment that began before the coverage is paid. */
    inProgress: Type.Optional(Type.Boolean()),
  }),
} as const;

type FactSchemas = typeof factSchemas;
export type FactKind = keyof FactSchemas;
export type FactOf<Kind extends FactKind> = Static<FactSchemas[Kind]>;
/** A statement that is known. */
export type PlanFact = { [Kind in FactKind]: FactOf<Kind> }[FactKind];

/** A fact that nobody knows for certain: one of the candidates holds, and the estimate becomes a range. */
export const OneOf = Type.Object(
  {
    kind: Type.Literal('one-of'),
    candidates: Type.Array(Type.Union(Object.values(factSchemas)), { minItems: 2, maxItems: 8 }),
    source: Type.Optional(FactSource),
  },
  strict,
);
export interface OneOfFacts {
  readonly kind: 'one-of';
  readonly candidates: readonly PlanFact[];
  readonly source?: FactSource;
}
export type StatedFact = PlanFact | OneOfFacts;

interface Stated {
  readonly facts: readonly StatedFact[];
}

/** Whatever may hold of a plan, the candidates of what nobody knows for certain among it. */
export function candidatesOf({ facts }: Stated): readonly PlanFact[] {
  return facts.flatMap((fact) => (fact.kind === 'one-of' ? fact.candidates : [fact]));
}

/** The codes of which somebody told what the plan allows. */
export function pricedCodes(plan: Stated): ReadonlySet<ProcedureCode> {
  return new Set(candidatesOf(plan).flatMap((fact) => (fact.kind === 'allowed' ? fact.code : [])));
}
