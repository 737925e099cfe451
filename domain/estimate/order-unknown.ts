import { message } from '../kernel/message.ts';
import { isRefusal, type Refusal } from '../kernel/refusal.ts';
import type { OrderOfBenefits, PlaceInOrder } from './order-of-benefits.ts';
import type { OrderedPlan } from './order-rules.ts';
import type { Ask } from './unknown.ts';

/** The established order; where a fact is missing for it, every order of the plans that coordinate is a candidate. */
export function orderOrAsk(
  ordered: OrderOfBenefits | Refusal,
  plans: readonly OrderedPlan[],
  ask: Ask,
): readonly PlaceInOrder[] {
  if (!isRefusal(ordered)) return ordered.plans;
  const orders = permutations(plans.filter(({ order }) => order.market === 'group'));
  const names = plans.map(({ name }) => name).join(', ');
  const said = message('estimate.unknown.order', { plans: names });
  const group = orders[ask({ key: 'order', said, candidates: orders.length })] ?? [];
  return [
    ...group.map(({ planId }) => ({ planId, coordinates: true, before: undefined })),
    ...plans
      .filter(({ order }) => order.market === 'individual')
      .map(({ planId }) => ({ planId, coordinates: false, before: undefined })),
  ];
}

function permutations<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, index) =>
    permutations(items.toSpliced(index, 1)).map((others) => [item, ...others]),
  );
}
