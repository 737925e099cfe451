import type { OrderOfBenefits, PlaceInOrder } from './order-of-benefits.ts';
import { settledBy } from './order-of-pair.ts';
import type { Ask } from './unknown.ts';

/** The order; of each pair that nothing decides either plan is a candidate for the first place. */
export function orderOrAsk({ open, plans, plansWith }: OrderOfBenefits, ask: Ask): readonly PlaceInOrder[] {
  if (open.length === 0) return plans;
  return plansWith((pair) => {
    const { one, other } = pair;
    const key = `order ${one.planId} ${other.planId}`;
    return ask({ key, said: settledBy(pair), candidates: 2 }) === 0 ? one : other;
  });
}
