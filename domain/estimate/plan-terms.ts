import { message } from '../kernel/message.ts';
import type { ProcedureCode } from '../kernel/procedure-code.ts';
import type { Pool } from './accumulators.ts';
import { categoryOf, replacesTeeth } from './code-category.ts';
import type { EstimateRequest, Plan } from './estimate-request.ts';
import type { FactKind, FactOf, PlanFact, StatedFact } from './plan-facts.ts';
import { closeness, closest, scopeKey, scopeWords } from './scope.ts';
import type { Ask } from './unknown.ts';

/** A plan's facts, sorted for asking: what it says of a code is worked out once. */
export interface PlanTerms {
  readonly plan: Plan;
  readonly yearBegins: string;
  readonly allowed: ReadonlyMap<ProcedureCode, number>;
  readonly facts: { readonly [Kind in FactKind]: readonly FactOf<Kind>[] };
  readonly pools: readonly Pool[];
  readonly ofCode: (code: ProcedureCode) => CodeTerms;
}

/** What a plan says of one code. */
export interface CodeTerms {
  readonly percent: number | undefined;
  readonly status: FactOf<'status'> | undefined;
  readonly deductibles: { readonly specific: Pool | undefined; readonly general: Pool | undefined };
  readonly maximums: readonly Pool[];
  /** Orthodontic maximums are separate from the annual one (field-facts 7.4), and none of its own is known. */
  readonly isMaximumUnknown: boolean;
  readonly copay: number;
  readonly waiting: FactOf<'waiting-period'> | undefined;
  readonly ages: readonly FactOf<'age-limit'>[];
  readonly frequencies: readonly FactOf<'frequency'>[];
  readonly missingTooth: FactOf<'missing-tooth'> | undefined;
  readonly countsOn: 'completion' | 'start';
}

/** By code, what is to be done and what was done or is waiting. */
interface CodesOfRequest {
  readonly planned: readonly ProcedureCode[];
  readonly before: readonly ProcedureCode[];
}

export function codesOf({ lines, history = [] }: Pick<EstimateRequest, 'lines' | 'history'>): CodesOfRequest {
  return {
    planned: [...new Set(lines.map(({ code }) => code))],
    before: [...new Set(history.flatMap(({ code = [] }) => code))],
  };
}

/**
 * `codes` are those of the lines and of what was done before: a fact with several candidates is asked for only when it
 * can matter.
 * `isFirst`: the plan pays first or alone, so how it coordinates does not matter.
 */
export function planTerms(
  plan: Plan,
  index: number,
  ask: Ask,
  codes: CodesOfRequest,
  isFirst: boolean,
): PlanTerms {
  const facts = sortFacts(plan, index, ask, codes, isFirst);
  const year = facts['benefit-year'][0];
  const yearBegins = year?.begins ?? '01-01';
  const pools = [
    ...poolsOf('deductible', facts.deductible, year?.deductibleBegins ?? yearBegins),
    ...poolsOf('maximum', facts.maximum, yearBegins),
  ];
  const known = new Map<ProcedureCode, CodeTerms>();
  return {
    plan,
    yearBegins,
    allowed: new Map(facts.allowed.map(({ code, amount }) => [code, amount])),
    facts,
    pools,
    ofCode: (code) => {
      const found = known.get(code) ?? codeTerms(code, facts, pools);
      known.set(code, found);
      return found;
    },
  };
}

function codeTerms(code: ProcedureCode, facts: PlanTerms['facts'], pools: readonly Pool[]): CodeTerms {
  const { group } = facts;
  const about = <Fact extends Parameters<typeof closest>[0][number]>(list: readonly Fact[]) =>
    closest(list, code, group);
  const pool = (kind: Pool['kind'], fact: FactOf<'deductible'> | FactOf<'maximum'>) =>
    pools.find(({ key }) => key === poolKey(kind, fact));
  const deductible = about(facts.deductible)[0];
  // A ceiling over deductibles of its own period: one for life and one for a year are taken each by itself.
  const general = facts.deductible.find(
    ({ for: scope, period }) =>
      scope === undefined && (deductible?.for === undefined || period === deductible.period),
  );
  const fitting = about(facts.maximum);
  const isMaximumUnknown =
    categoryOf(code) === 'orthodontics' &&
    fitting.some((fact) => fact.for === undefined && fact.amount !== 'none');
  const maximums = isMaximumUnknown ? [] : fitting;
  const generalMaximums = facts.maximum.filter((fact) => fact.for === undefined);
  const governing = maximums.some((fact) => fact.countsTowardGeneral === true)
    ? [...maximums, ...generalMaximums]
    : maximums;
  return {
    percent: about(facts.percentage)[0]?.percent,
    status: about(facts.status)[0],
    deductibles: {
      specific: deductible?.for === undefined ? undefined : pool('deductible', deductible),
      general: general && pool('deductible', general),
    },
    maximums: [...new Set(governing.flatMap((fact) => pool('maximum', fact) ?? []))],
    isMaximumUnknown,
    copay: about(facts.copay)[0]?.amount ?? 0,
    waiting: about(facts['waiting-period'])[0],
    ages: facts['age-limit'].filter((fact) => closeness(fact.for, code, group) >= 0),
    frequencies: limitsOf(code, facts),
    missingTooth: about(
      facts['missing-tooth'].filter((fact) => fact.for || replacesTeeth(categoryOf(code))),
    )[0],
    countsOn: about(facts['date-that-counts'])[0]?.on ?? 'completion',
  };
}

/** Every limit that the code falls under, except those that a word about something as narrow or narrower lifts. */
function limitsOf(code: ProcedureCode, facts: PlanTerms['facts']): readonly FactOf<'frequency'>[] {
  const fit = ({ for: scope }: Pick<FactOf<'frequency'>, 'for'>) => closeness(scope, code, facts.group);
  const lifted = Math.max(-1, ...facts['no-frequency-limit'].map(fit));
  return facts.frequency.filter((limit) => fit(limit) > lifted);
}

const sharedDeductible = ['diagnostic', 'preventive'] as const;

/**
 * One pool for each scope and period. The deductibles of the diagnostic and of the preventive category are one
 * shared amount (a documented case of field-facts 7.2).
 */
function poolKey(kind: Pool['kind'], fact: FactOf<'deductible'> | FactOf<'maximum'>): string {
  const scope = scopeKey(fact.for);
  const isShared = sharedDeductible.some((category) => category === scope);
  const shared = kind === 'deductible' && fact.amount !== 0 && isShared;
  return `${kind} ${shared ? sharedDeductible.join('+') : scope} ${fact.period}`;
}

function poolsOf(
  kind: Pool['kind'],
  facts: readonly (FactOf<'deductible'> | FactOf<'maximum'>)[],
  begins: string,
): readonly Pool[] {
  const pools = new Map<string, Pool>();
  for (const fact of facts) {
    const key = poolKey(kind, fact);
    const before = pools.get(key);
    const amount = fact.amount === 'none' ? undefined : fact.amount;
    const limit = (per: 'individual' | 'family') =>
      fact.per === per ? larger(before?.[per], amount) : before?.[per];
    pools.set(key, {
      key,
      kind,
      about: scopeWords(fact.for),
      scopes: [...(before?.scopes ?? []), scopeWords(fact.for)],
      isGeneral: fact.for === undefined,
      period: fact.period,
      begins,
      individual: limit('individual'),
      family: limit('family'),
    });
  }
  return [...pools.values()];
}

/** Of two amounts for one shared pool the larger one stands. */
function larger(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.max(one, other);
}

function sortFacts(
  plan: Plan,
  index: number,
  ask: Ask,
  codes: CodesOfRequest,
  isFirst: boolean,
): PlanTerms['facts'] {
  const sorted: { -readonly [Kind in FactKind]: FactOf<Kind>[] } = {
    group: [],
    status: [],
    percentage: [],
    allowed: [],
    network: [],
    deductible: [],
    maximum: [],
    'waiting-period': [],
    frequency: [],
    'no-frequency-limit': [],
    'age-limit': [],
    'missing-tooth': [],
    'alternate-benefit': [],
    copay: [],
    'write-off': [],
    'benefit-year': [],
    'date-that-counts': [],
    coordination: [],
    predetermination: [],
    orthodontics: [],
  };
  const groups = plan.facts.filter((fact) => fact.kind === 'group');
  for (const [place, stated] of plan.facts.entries()) {
    if (stated.kind === 'one-of' && !canMatter(stated.candidates, codes, groups, isFirst)) continue;
    keep(sorted, chosen(stated, plan, `/plans/${index}/facts/${place}`, ask));
  }
  return sorted;
}

function canMatter(
  candidates: readonly PlanFact[],
  codes: CodesOfRequest,
  groups: readonly FactOf<'group'>[],
  isFirst: boolean,
): boolean {
  return candidates.some((fact) => {
    if (fact.kind === 'coordination') return !isFirst;
    // The amount of a substitute matters though nobody does it.
    if (fact.kind === 'allowed') return true;
    const scope = 'for' in fact ? fact.for : undefined;
    const about = 'code' in fact ? { code: fact.code } : scope;
    const isAbout = (code: ProcedureCode) => closeness(about, code, groups) >= 0;
    if (codes.planned.some(isAbout)) return true;
    // What was done before used up what is left for the rest, or did not.
    if (fact.kind === 'maximum') return codes.before.some(isAbout);
    if (fact.kind !== 'deductible') return false;
    const [one, other] = sharedDeductible;
    const shares = scope?.category === one ? other : scope?.category === other ? one : undefined;
    return [...codes.planned, ...codes.before].some((code) => isAbout(code) || categoryOf(code) === shares);
  });
}

function chosen(stated: StatedFact, plan: Plan, key: string, ask: Ask): PlanFact {
  if (stated.kind !== 'one-of') return stated;
  const [first] = stated.candidates;
  if (first === undefined) throw new Error('a fact with several candidates has none');
  const scope = 'for' in first ? first.for : 'code' in first ? { code: first.code } : undefined;
  const said = message(`estimate.fact.${first.kind}`, { plan: plan.name, about: scopeWords(scope) });
  return stated.candidates[ask({ key, said, candidates: stated.candidates.length })] ?? first;
}

function keep(sorted: { readonly [Kind in FactKind]: FactOf<Kind>[] }, fact: PlanFact): void {
  const list: PlanFact[] = sorted[fact.kind];
  list.push(fact);
}
