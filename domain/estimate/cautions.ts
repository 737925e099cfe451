import { message } from '../kernel/message.ts';
import type { Caution } from './caution.ts';
import type { EstimateRequest, Plan } from './estimate-request.ts';
import type { LedgerAccount } from './ledger.ts';
import { money } from './money-words.ts';
import type { PlaceInOrder } from './order-of-benefits.ts';
import { candidatesOf, pricedCodes, type FactKind, type PlanFact, type StatedFact } from './plan-facts.ts';
import { closest, scopeWords } from './scope.ts';

/** Kinds that are taken as "there is none" where nothing is recorded, which is said. */
const assumedNone = [
  'deductible',
  'maximum',
  'waiting-period',
  'frequency',
  'alternate-benefit',
  'benefit-year',
] as const;

/** How far the figures can be relied on: what was assumed, what has expired, what nobody has confirmed. */
export function cautionsOf(request: EstimateRequest, order: readonly PlaceInOrder[]): readonly Caution[] {
  const custody = order.some(({ before }) => before === 'custody');
  return [
    ...(custody ? [{ said: message('estimate.caution.custodyUnverified') }] : []),
    ...request.plans.flatMap((plan) => [
      ...silences(plan),
      ...plan.facts.flatMap((fact) => ofFact(plan, fact, request.asOf)),
      ...withoutAmount(plan, request),
      ...(plan.kind === 'medicaid'
        ? [{ said: message('estimate.caution.medicaidCharge', { plan: plan.name }) }]
        : []),
      ...withoutStart(plan, request),
    ]),
  ];
}

function silences(plan: Plan): readonly Caution[] {
  const told = new Set<FactKind>(candidatesOf(plan).map(({ kind }) => kind));
  if (told.has('no-frequency-limit')) told.add('frequency');
  return assumedNone
    .filter((kind) => !told.has(kind))
    .map((kind) => ({ said: message(`estimate.caution.none.${kind}`, { plan: plan.name }) }));
}

function ofFact(plan: Plan, fact: StatedFact, asOf: string): readonly Caution[] {
  const said = fact.kind === 'one-of' ? fact.candidates[0] : fact;
  if (!said) return [];
  const about = () => message(`estimate.fact.${said.kind}`, { plan: plan.name, about: aboutOf(said) });
  const { source } = fact;
  const found: Caution[] = [];
  if (source?.expires !== undefined && source.expires < asOf)
    found.push({ said: message('estimate.caution.expired', { expired: source.expires }), about: about() });
  if (source?.kind === 'assumption')
    found.push({ said: message('estimate.caution.assumed'), about: about() });
  if (said.kind === 'coordination' && said.variant.startsWith('maintenance'))
    found.push({ said: message('estimate.caution.maintenanceUnverified', { plan: plan.name }) });
  return found;
}

function aboutOf(fact: PlanFact): string {
  if ('for' in fact) return scopeWords(fact.for);
  return scopeWords('code' in fact ? { code: fact.code } : undefined);
}

/** Where the start of the work counts and nobody said when that is. */
function withoutStart(plan: Plan, { lines }: EstimateRequest): readonly Caution[] {
  const stated = plan.facts.flatMap((fact) => (fact.kind === 'date-that-counts' ? [fact] : []));
  const groups = plan.facts.filter((fact) => fact.kind === 'group');
  const codes = lines
    .filter(
      ({ code, startedOn }) => startedOn === undefined && closest(stated, code, groups)[0]?.on === 'start',
    )
    .map(({ code }) => code);
  if (codes.length === 0) return [];
  const params = { plan: plan.name, codes: [...new Set(codes)].join(', ') };
  return [{ said: message('estimate.caution.noStart', params) }];
}

/** In the network the plan's amount matters; without one the fee itself is taken. */
function withoutAmount(plan: Plan, { lines }: EstimateRequest): readonly Caution[] {
  const inNetwork = plan.facts.some((fact) => fact.kind === 'network' && fact.participates);
  const priced = pricedCodes(plan);
  const codes = [...new Set(lines.map(({ code }) => code).filter((code) => !priced.has(code)))];
  if (!inNetwork || codes.length === 0) return [];
  return [{ said: message('estimate.caution.noAllowed', { plan: plan.name, codes: codes.join(', ') }) }];
}

/** Promised to several offices together beyond the limit: somebody will not be paid as promised. */
export function overReserved(
  { plans }: EstimateRequest,
  ledger: readonly LedgerAccount[],
): readonly Caution[] {
  return ledger
    .filter(({ over }) => over > 0)
    .map(({ planId, kind, about, year, limit, over }) => {
      const plan = plans.find((each) => each.planId === planId)?.name ?? planId;
      const params = { plan, about, limit: money(limit), over: money(over) };
      return year
        ? { said: message(`estimate.caution.over.${kind}`, { ...params, from: year.from }) }
        : { said: message(`estimate.caution.overForLife.${kind}`, params) };
    });
}
