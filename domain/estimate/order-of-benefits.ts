import { message } from '../kernel/message.ts';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import type { Caution } from './caution.ts';
import type { Dependant, OrderFacts } from './order-facts.ts';
import { orderRules, type OrderedPlan, type OrderRuleName } from './order-rules.ts';

export interface PlaceInOrder {
  readonly planId: string;
  readonly coordinates: boolean;
  /** Why it comes before the next one; undefined for the last and for plans that do not coordinate. */
  readonly before: OrderRuleName | 'stated-by-payers' | undefined;
}

export interface OrderOfBenefits {
  readonly plans: readonly PlaceInOrder[];
  /** Where the payers and the rules disagree. */
  readonly cautions: readonly Caution[];
}

/**
 * Which plan pays first, second and so on. Individual policies come last and do not coordinate. Where the payers
 * have stated an order it stands, with a caution when a rule says otherwise. Refusals in this order: dependants in a
 * circle, two plans stated in one place, two decrees, a fact missing, plans that no rule tells apart, rules that
 * contradict each other.
 */
export function orderOfBenefits(
  plans: readonly OrderedPlan[],
  family: readonly Dependant[] = [],
): OrderOfBenefits | Refusal {
  const refusal = refuseCircle(family) ?? refuseTwoInOnePlace(plans) ?? refuseTwoDecrees(plans);
  if (refusal) return refusal;
  const group = plans.filter(({ order }) => order.market === 'group');
  const cautions: Caution[] = [];
  const winner = new Map<string, { readonly first: OrderedPlan; readonly rule: PlaceInOrder['before'] }>();
  for (const [index, one] of group.entries())
    for (const other of group.slice(index + 1)) {
      const decided = decidePair(one, other, cautions);
      if (isRefusal(decided)) return decided;
      winner.set(pair(one, other), decided);
    }
  const wins = (plan: OrderedPlan) => [...winner.values()].filter(({ first }) => first === plan).length;
  const ordered = group.toSorted((one, other) => wins(other) - wins(one));
  if (ordered.some((plan, index) => wins(plan) !== ordered.length - 1 - index)) return contradiction(ordered);
  const places = ordered.map((plan, index): PlaceInOrder => {
    const next = ordered[index + 1];
    const before = next && winner.get(pair(plan, next))?.rule;
    return { planId: plan.planId, coordinates: true, before };
  });
  const alone = plans
    .filter(({ order }) => order.market === 'individual')
    .map(({ planId }): PlaceInOrder => ({ planId, coordinates: false, before: undefined }));
  return { plans: [...places, ...alone], cautions };
}

function pair(one: OrderedPlan, other: OrderedPlan): string {
  return [one.planId, other.planId].sort().join(' ');
}

function decidePair(one: OrderedPlan, other: OrderedPlan, cautions: Caution[]) {
  const byRule = decideByRule(one, other);
  const stated = [one.order.stated, other.order.stated];
  if (stated[0] === undefined || stated[1] === undefined) return byRule;
  const first = stated[0] < stated[1] ? one : other;
  if (!isRefusal(byRule) && byRule.first !== first)
    cautions.push({
      said: message('estimate.order.statedOtherwise', { first: first.name, byRule: byRule.first.name }),
      about: message(`estimate.order.rule.${byRule.rule}`),
    });
  return !isRefusal(byRule) && byRule.first === first ? byRule : { first, rule: 'stated-by-payers' as const };
}

function decideByRule(one: OrderedPlan, other: OrderedPlan) {
  for (const { name, compare } of orderRules) {
    const compared = compare(one, other);
    if (typeof compared === 'string') return factMissing(one, other, name, compared);
    if (compared !== 0) return { first: compared < 0 ? one : other, rule: name };
  }
  return refuse('order/tie', { one: one.name, other: other.name }, `/plans/${other.index}/order`);
}

function factMissing(one: OrderedPlan, other: OrderedPlan, rule: OrderRuleName, field: keyof OrderFacts) {
  const lacking = one.order[field] === undefined ? one : other;
  return refuse(
    'order/fact-missing',
    {
      one: one.name,
      other: other.name,
      rule: message(`estimate.order.rule.${rule}`),
      field,
      lacking: lacking.name,
    },
    `/plans/${lacking.index}/order/${field}`,
  );
}

function contradiction(plans: readonly OrderedPlan[]): Refusal {
  return refuse('order/contradiction', { plans: plans.map(({ name }) => name) }, '/plans');
}

function refuseTwoInOnePlace(plans: readonly OrderedPlan[]): Refusal | undefined {
  for (const [index, { order, name }] of plans.entries()) {
    const twin = plans
      .slice(0, index)
      .find((other) => order.stated !== undefined && other.order.stated === order.stated);
    if (twin)
      return refuse(
        order.stated === 1 ? 'order/two-primaries' : 'order/same-place',
        { one: twin.name, other: name, place: order.stated ?? '' },
        `/plans/${index}/order/stated`,
      );
  }
  return undefined;
}

function refuseTwoDecrees(plans: readonly OrderedPlan[]): Refusal | undefined {
  const decreed = plans.filter(({ order }) => order.decree === 'responsible');
  const [one, other] = decreed;
  if (!one || !other || one.order.subscriberId === undefined) return undefined;
  if (one.order.subscriberId === other.order.subscriberId) return undefined;
  return refuse(
    'order/two-decrees',
    { one: one.name, other: other.name },
    `/plans/${other.index}/order/decree`,
  );
}

function refuseCircle(family: readonly Dependant[]): Refusal | undefined {
  for (const [index, { personId }] of family.entries()) {
    const path = circleFrom(personId, family);
    if (path)
      return refuse(
        'order/circular-dependants',
        { circle: path.join(' → ') },
        `/family/${index}/dependantOf`,
      );
  }
  return undefined;
}

/** The people from one back to the same, or undefined. */
function circleFrom(personId: string, family: readonly Dependant[]): readonly string[] | undefined {
  const seen = new Set<string>();
  const walk = (id: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.length > 1 && id === personId) return path;
    if (seen.has(id)) return undefined;
    seen.add(id);
    for (const { dependantOf } of family.filter((each) => each.personId === id)) {
      const circle = walk(dependantOf, [...path, dependantOf]);
      if (circle) return circle;
    }
    return undefined;
  };
  return walk(personId, [personId]);
}
