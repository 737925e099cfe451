import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import { EstimateRequest, mostFacts, mostPlans, type Plan } from './estimate-request.ts';
import { factSchemas, OneOf, strict } from './plan-facts.ts';
import { refuseFacts } from './refuse-facts.ts';
import { refuseRequest } from './refuse-request.ts';
import { refuseShape, wrongShape } from './refuse-shape.ts';

const { plans } = EstimateRequest.properties;
const { properties: planProperties } = plans.items;

/** The request without a look into the facts: a fact is judged by its kind, so that its own field is named. */
const RequestShape = Type.Object(
  {
    ...EstimateRequest.properties,
    plans: Type.Array(
      Type.Object({ ...planProperties, facts: Type.Array(Type.Unknown(), { maxItems: mostFacts }) }, strict),
      { maxItems: mostPlans },
    ),
  },
  strict,
);

/** Reads whatever was given as a request; refuses with the place ('/lines/3/fee') of the first thing wrong. */
export function readEstimateRequest(value: unknown): EstimateRequest | Refusal {
  const refusal = refuseShape(RequestShape, value, '') ?? refusePlans(value);
  if (refusal) return refusal;
  if (!Value.Check(EstimateRequest, value)) return wrongShape('');
  return refuseContent(value) ?? value;
}

/** What is wrong with a request of the right shape. */
export function refuseContent(request: EstimateRequest): Refusal | undefined {
  return refuseRequest(request) ?? refusedPlan(request.plans);
}

function refusePlans(value: unknown): Refusal | undefined {
  if (!Value.Check(RequestShape, value)) return wrongShape('');
  for (const [index, plan] of value.plans.entries())
    for (const [place, fact] of plan.facts.entries()) {
      const refusal = refuseFact(fact, `/plans/${index}/facts/${place}`);
      if (refusal) return refusal;
    }
  return undefined;
}

function refuseFact(fact: unknown, at: string): Refusal | undefined {
  const kind = typeof fact === 'object' && fact !== null && 'kind' in fact ? fact.kind : undefined;
  if (kind === 'one-of') return refuseCandidates(fact, at);
  const schema = Object.entries(factSchemas).find(([name]) => name === kind)?.[1];
  return schema ? refuseShape(schema, fact, at) : unknownKind(at, kind);
}

function refuseCandidates(fact: unknown, at: string): Refusal | undefined {
  const shape = Type.Object(
    { ...OneOf.properties, candidates: Type.Array(Type.Unknown(), { minItems: 2, maxItems: 8 }) },
    strict,
  );
  const refusal = refuseShape(shape, fact, at);
  if (refusal || !Value.Check(shape, fact)) return refusal;
  for (const [index, candidate] of fact.candidates.entries()) {
    const place = `${at}/candidates/${index}`;
    const wrong = isOneOf(candidate) ? unknownKind(place, 'one-of') : refuseFact(candidate, place);
    if (wrong) return wrong;
  }
  return undefined;
}

function isOneOf(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'one-of';
}

function unknownKind(at: string, kind: unknown): Refusal {
  const kinds = [...Object.keys(factSchemas), 'one-of'];
  return refuse('estimate/fact-kind', { kind: JSON.stringify(kind) ?? '""', kinds }, `${at}/kind`);
}

function refusedPlan(all: readonly Plan[]): Refusal | undefined {
  for (const [index, plan] of all.entries()) {
    const refused = refuseFacts(plan.facts, `/plans/${index}/facts`);
    if (isRefusal(refused)) return refused;
  }
  return undefined;
}
