import { message, type Message } from '../kernel/message.ts';
import { cents } from '../kernel/money.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import { benefitYearStart } from './benefit-year.ts';
import { replacesTeeth, categoryOf } from './code-category.ts';
import type { EstimateRequest, Line, Plan } from './estimate-request.ts';
import type { LedgerEntry } from './ledger-entry.ts';
import { candidatesOf, pricedCodes, type FactKind, type FactOf, type PlanFact } from './plan-facts.ts';
import { subjectOf } from './refuse-facts.ts';
import { closeness, scopeKey } from './scope.ts';
import { longestUsualWait, usualSubstitute, usuallyLimited, usuallyWaits } from './usual-rules.ts';

export const supposedKinds = [
  'waiting-period',
  'alternate-benefit',
  'missing-tooth',
  'frequency',
  'orthodontics',
  'deductible-used',
  'maximum-used',
  'allowed',
  'predetermination',
] as const;
export type Supposed = (typeof supposedKinds)[number];

/** Something that nobody has said of a plan, and the request as it is once it turns out otherwise than it was taken. */
export interface Supposition {
  readonly key: string;
  readonly planId: string;
  readonly kind: Supposed;
  /** "If the plan has a waiting period for D2740, which nobody has asked yet". */
  readonly condition: Message;
  /** Names the fact, for whoever can ask for it. */
  readonly fact: Message;
  /** It turns out for the patient: less was left to pay than was taken. */
  readonly isForPatient: boolean;
  /** How far it goes nobody can say: what is put in its place is only what it cannot go beyond. */
  readonly isBoundOnly: boolean;
  readonly suppose: (request: EstimateRequest) => EstimateRequest;
}

/**
 * What nobody has said of the plans and is usual enough to be asked for (field-facts 7.5). Of each thing the estimate
 * takes that there is none, or that nothing is used yet; each supposition puts the opposite among the plan's facts.
 */
export function suppositionsOf(request: EstimateRequest): readonly Supposition[] {
  return request.plans.flatMap((plan) => [
    ...(plan.kind === 'dental' ? [waiting, alternate, missingTooth, instalments] : []).flatMap((of) =>
      of(plan, request),
    ),
    ...(plan.kind === 'medical' ? [] : limit(plan, request)),
    ...used(plan, request, 'deductible'),
    ...used(plan, request, 'maximum'),
  ]);
}

type Find = (plan: Plan, request: EstimateRequest) => readonly Supposition[];

const waiting: Find = (plan, request) => {
  const codes = silentCodes(plan, request, ['waiting-period']).filter(usuallyWaits);
  const factOf = (code: ProcedureCode): PlanFact =>
    plan.from === undefined
      ? denied(code)
      : { kind: 'waiting-period', for: { code }, months: longestUsualWait };
  return ofCodes(plan, 'waiting-period', each(codes, factOf));
};

const missingTooth: Find = (plan, request) => {
  const codes = silentCodes(plan, request, ['missing-tooth']).filter((code) =>
    replacesTeeth(categoryOf(code)),
  );
  const factOf = (code: ProcedureCode): PlanFact => ({
    kind: 'missing-tooth',
    for: { code },
    excluded: true,
  });
  return ofCodes(plan, 'missing-tooth', each(codes, factOf));
};

/** Paid over time it stops with coverage, age or treatment (field-facts 7.4): at worst nothing is paid at banding. */
const instalments: Find = (plan, request) => {
  const treated = request.lines.flatMap(({ code, orthodontics }) => (orthodontics ? code : []));
  const codes = silentCodes(plan, request, ['orthodontics']).filter((code) => treated.includes(code));
  const overTime: PlanFact = { kind: 'orthodontics', bandingPercent: 0, every: 'month', incurred: 'end' };
  return ofCodes(
    plan,
    'orthodontics',
    each(codes, () => overTime),
  );
};

const limit: Find = (plan, request) => {
  const codes = silentCodes(plan, request, ['frequency', 'no-frequency-limit']).filter(usuallyLimited);
  return ofCodes(plan, 'frequency', each(codes, denied));
};

/** Where nobody told what the plan allows for the substitute, it may be next to nothing. */
const alternate: Find = (plan, { lines }) => {
  const told = new Set(
    candidatesOf(plan).flatMap((fact) => (fact.kind === 'alternate-benefit' ? fact.code : [])),
  );
  const priced = pricedCodes(plan);
  const asked = new Map<ProcedureCode, PlanFact>();
  for (const line of lines) {
    const { code } = line;
    const substitute = usualSubstitute(line);
    if (substitute === undefined || told.has(code)) continue;
    const fees = lines.filter((other) => other.code === code).map(({ fee }) => fee);
    asked.set(
      code,
      substitute !== 'depends' && priced.has(substitute)
        ? { kind: 'alternate-benefit', code, substitute, applies: true }
        : { kind: 'copay', for: { code }, amount: cents(Math.max(...fees)) },
    );
  }
  return ofCodes(plan, 'alternate-benefit', asked);
};

/** What of a limit in money is used this year, where no total was told of it. */
function used(
  plan: Plan,
  { history = [], asOf }: EstimateRequest,
  kind: 'deductible' | 'maximum',
): readonly Supposition[] {
  const facts = candidatesOf(plan);
  const year = facts.find((fact) => fact.kind === 'benefit-year');
  const begins = (kind === 'deductible' ? year?.deductibleBegins : undefined) ?? year?.begins ?? '01-01';
  const totals = history.filter((entry) => entry.planId === plan.planId && isTotalOf(entry, kind));
  const untold = facts.flatMap((fact): readonly LedgerEntry[] => {
    if (fact.kind !== kind || fact.amount === 'none' || fact.amount === 0) return [];
    const scope = fact.for;
    const isTold = totals.some(
      (entry) =>
        scopeKey(entry.for) === scopeKey(scope) &&
        (entry.member ?? 'patient') === (fact.per === 'family' ? 'family' : 'patient') &&
        (fact.period === 'lifetime' ||
          benefitYearStart(entry.date, begins) === benefitYearStart(asOf, begins)),
    );
    if (isTold) return [];
    return [
      {
        planId: plan.planId,
        state: 'paid',
        date: asOf,
        pays: cents(kind === 'maximum' ? fact.amount : 0),
        ...(kind === 'deductible' && { deductible: fact.amount }),
        ...(scope && { for: scope }),
        ...(fact.per === 'family' && { member: 'family' as const }),
      },
    ];
  });
  if (untold.length === 0) return [];
  const params = { plan: plan.name };
  return [
    {
      key: `${plan.planId} ${kind} used`,
      planId: plan.planId,
      kind: `${kind}-used`,
      condition: message(`estimate.outlook.if.${kind}-used`, params),
      fact: message(`estimate.outlook.fact.${kind}-used`, params),
      isForPatient: kind === 'deductible',
      isBoundOnly: false,
      suppose: (request) => ({ ...request, history: [...(request.history ?? []), ...untold] }),
    },
  ];
}

/** A sum that the payer told, and not one service. */
function isTotalOf({ code, pays, deductible }: LedgerEntry, kind: 'deductible' | 'maximum'): boolean {
  if (code !== undefined) return false;
  return kind === 'deductible' ? deductible !== undefined : pays > 0 || deductible === undefined;
}

/** Codes of the request of which no fact of these kinds speaks. */
function silentCodes(
  plan: Plan,
  { lines }: { readonly lines: readonly Line[] },
  kinds: readonly FactKind[],
): readonly ProcedureCode[] {
  const facts = candidatesOf(plan);
  const groups = facts.filter((fact) => fact.kind === 'group');
  const told = facts.filter(({ kind }) => kinds.includes(kind));
  return [...new Set(lines.map(({ code }) => code))].filter(
    (code) => !told.some((fact) => closeness('for' in fact ? fact.for : undefined, code, groups) >= 0),
  );
}

function denied(code: ProcedureCode): FactOf<'status'> {
  return { kind: 'status', for: { code }, status: 'denied-patient-liable' };
}

function each(
  codes: readonly ProcedureCode[],
  factOf: (code: ProcedureCode) => PlanFact,
): ReadonlyMap<ProcedureCode, PlanFact> {
  return new Map(codes.map((code) => [code, factOf(code)]));
}

function ofCodes(
  { planId, name }: Plan,
  kind: Extract<Supposed, FactKind>,
  facts: ReadonlyMap<ProcedureCode, PlanFact>,
): readonly Supposition[] {
  if (facts.size === 0) return [];
  const params = { plan: name, about: [...facts.keys()].join(', ') };
  return [
    {
      key: `${planId} supposed ${kind}`,
      planId,
      kind,
      condition: message(`estimate.outlook.if.${kind}`, params),
      fact: message(`estimate.fact.${kind}`, params),
      isForPatient: false,
      isBoundOnly: false,
      suppose: (request) =>
        [...facts.values()].reduce((asked, fact) => withFact(asked, planId, fact), request),
    },
  ];
}

/** In the place of what is said of the same, or at the end: the others keep their places, by which unknowns are keyed. */
export function withFact(request: EstimateRequest, planId: string, fact: PlanFact): EstimateRequest {
  const about = subjectOf(fact);
  const plans = request.plans.map((plan) => {
    if (plan.planId !== planId) return plan;
    const place = plan.facts.findIndex((each) => each.kind !== 'one-of' && subjectOf(each) === about);
    const facts = place < 0 ? [...plan.facts, fact] : plan.facts.with(place, fact);
    return { ...plan, facts };
  });
  return { ...request, plans };
}
