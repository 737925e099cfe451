import { circleFrom } from '../kernel/circle.ts';
import { message } from '../kernel/message.ts';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import type { Caution } from './caution.ts';
import type { Dependant, OrderFacts } from './order-facts.ts';
import { orderRules, type OrderedPlan, type OrderRuleName } from './order-rules.ts';

export interface PlaceInOrder {
  readonly planId: string;
  readonly coordinates: boolean;
  /** Why it comes before the next one; undefined for the last and for plans that do not coordinate. */
  readonly before: OrderReason | undefined;
}

/** A rule, the payers' own word, or what the practice has recorded. */
type OrderReason = OrderRuleName | 'stated-by-payers' | 'kept-by-practice' | 'as-recorded';

export interface OrderOfBenefits {
  readonly plans: readonly PlaceInOrder[];
  /** Where payers, rules and what the practice has recorded disagree, and where only the last of them tells. */
  readonly cautions: readonly Caution[];
}

/**
 * Which plan pays first, second and so on. Individual policies do not coordinate: they come after the group plans, and
 * before Medicaid, which pays after everybody else (field-facts 7.3). What the payers state
 * stands; then a rule, unless somebody keeps the recorded order with a reason; then what is recorded. Each that says
 * otherwise is told as a caution. Refusals in this order: dependants in a circle, two plans stated in one place, two
 * decrees; where nothing is recorded: a fact missing, plans that no rule tells apart; two recorded in one place; rules
 * that contradict each other.
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
      const decided = decidePair(one, other, group.length, cautions);
      if (isRefusal(decided)) return decided;
      winner.set(pair(one, other), decided);
    }
  const wins = (plan: OrderedPlan) => [...winner.values()].filter(({ first }) => first === plan).length;
  const ordered = group.toSorted((one, other) => wins(other) - wins(one));
  if (ordered.some((plan, index) => wins(plan) !== ordered.length - 1 - index)) return contradiction(ordered);
  const place = (plan: OrderedPlan): PlaceInOrder => {
    const next = ordered[ordered.indexOf(plan) + 1];
    const before = next && winner.get(pair(plan, next))?.rule;
    return { planId: plan.planId, coordinates: true, before };
  };
  const alone = plans
    .filter(({ order }) => order.market === 'individual')
    .map(({ planId }): PlaceInOrder => ({ planId, coordinates: false, before: undefined }));
  const firstMedicaid = ordered.findIndex(({ kind }) => kind === 'medicaid');
  const last = firstMedicaid < 0 ? ordered.length : firstMedicaid;
  return {
    plans: [...ordered.slice(0, last).map(place), ...alone, ...ordered.slice(last).map(place)],
    cautions,
  };
}

function pair(one: OrderedPlan, other: OrderedPlan): string {
  return [one.planId, other.planId].sort().join(' ');
}

function decidePair(one: OrderedPlan, other: OrderedPlan, plans: number, cautions: Caution[]) {
  const byRule = decideByRule(one, other);
  const stated = firstStated(one, other, plans);
  if (stated) {
    if (!isRefusal(byRule) && byRule.first === stated) return byRule;
    if (!isRefusal(byRule)) cautions.push(otherwise('statedOtherwise', stated, byRule));
    return { first: stated, rule: 'stated-by-payers' as const };
  }
  const recorded = firstOf(one, other, 'recorded');
  if (isRefusal(byRule)) {
    if (!recorded) return refuseTwoRecorded(one, other) ?? byRule;
    cautions.push(untold(recorded, byRule));
    return { first: recorded, rule: 'as-recorded' as const };
  }
  if (!recorded || recorded === byRule.first) return byRule;
  const kept = recorded.order.keptBecause ?? (recorded === one ? other : one).order.keptBecause;
  if (kept === undefined) {
    cautions.push(otherwise('recordedOtherwise', recorded, byRule));
    return byRule;
  }
  cautions.push(otherwise('keptOtherwise', recorded, byRule, kept));
  return { first: recorded, rule: 'kept-by-practice' as const };
}

/** Two stated places tell; so does one alone, where it is the first of all or the last of all. */
function firstStated(one: OrderedPlan, other: OrderedPlan, plans: number): OrderedPlan | undefined {
  const [place, otherPlace] = [one.order.stated, other.order.stated];
  if (place !== undefined && otherPlace !== undefined) return firstOf(one, other, 'stated');
  if (place === 1 || otherPlace === plans) return one;
  return otherPlace === 1 || place === plans ? other : undefined;
}

function firstOf(one: OrderedPlan, other: OrderedPlan, by: 'stated' | 'recorded'): OrderedPlan | undefined {
  const [place, otherPlace] = [one.order[by], other.order[by]];
  if (place === undefined || otherPlace === undefined || place === otherPlace) return undefined;
  return place < otherPlace ? one : other;
}

function otherwise(
  what: 'statedOtherwise' | 'recordedOtherwise' | 'keptOtherwise',
  first: OrderedPlan,
  byRule: { readonly first: OrderedPlan; readonly rule: OrderRuleName },
  reason = '',
): Caution {
  return {
    said: message(`estimate.order.${what}`, { first: first.name, byRule: byRule.first.name, reason }),
    about: message(`estimate.order.rule.${byRule.rule}`),
  };
}

/** Nobody at a payer said so and no rule could be tried to its end: what it would need is said. */
function untold(first: OrderedPlan, byRule: Refusal): Caution {
  const { code, params } = byRule;
  const said = message('estimate.order.recordedOnly', { first: first.name });
  if (code !== 'order/fact-missing') return { said, about: message('estimate.order.needsPayers') };
  const { lacking, field } = params;
  return { said, about: message(`estimate.order.needs.${String(field)}`, { lacking: String(lacking) }) };
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

function refuseTwoRecorded(one: OrderedPlan, other: OrderedPlan): Refusal | undefined {
  const place = one.order.recorded;
  return place !== undefined && place === other.order.recorded
    ? samePlace(place, one, other, 'recorded')
    : undefined;
}

function samePlace(place: number, one: OrderedPlan, other: OrderedPlan, by: 'stated' | 'recorded'): Refusal {
  return refuse(
    place === 1 ? 'order/two-primaries' : 'order/same-place',
    { one: one.name, other: other.name, place },
    `/plans/${other.index}/order/${by}`,
  );
}

function refuseTwoInOnePlace(plans: readonly OrderedPlan[]): Refusal | undefined {
  for (const [index, plan] of plans.entries()) {
    const place = plan.order.stated;
    const twin = plans.slice(0, index).find(({ order }) => order.stated === place);
    if (place !== undefined && twin) return samePlace(place, twin, plan, 'stated');
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
    const path = circleFrom(personId, (id) =>
      family.filter((each) => each.personId === id).map(({ dependantOf }) => dependantOf),
    );
    if (path)
      return refuse(
        'order/circular-dependants',
        { circle: path.join(' → ') },
        `/family/${index}/dependantOf`,
      );
  }
  return undefined;
}
