import { message } from '../kernel/message.ts';
import type { Accumulators } from './accumulators.ts';
import { coordinationVariants } from './plan-facts.ts';
import type { SecondaryTerms } from './coordinate.ts';
import type { PlanTerms } from './plan-terms.ts';
import type { Ask } from './unknown.ts';

/** A plan at its place in the order. */
export interface PlacedTerms {
  readonly terms: PlanTerms;
  readonly coordinates: boolean;
}

/** The same with what it has paid and taken so far. */
export interface Payer extends PlacedTerms {
  readonly used: Accumulators;
}

/** How a plan that is not the first pays. */
export function variantOf({ terms, coordinates }: PlacedTerms, ask: Ask): SecondaryTerms {
  const { plan, facts } = terms;
  if (plan.kind === 'medicaid') return 'medicaid';
  if (!coordinates) return 'does-not-coordinate';
  const stated = facts.coordination[0]?.variant;
  if (stated !== undefined) return stated;
  const candidates = coordinationVariants.length;
  const said = message('estimate.fact.coordination', { plan: plan.name });
  return coordinationVariants[ask({ key: `${plan.planId} coordination`, said, candidates })] ?? 'standard';
}
