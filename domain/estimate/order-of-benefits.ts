import { circleFrom } from '../kernel/circle.ts';
import { isRefusal, refuse, type Refusal } from '../kernel/refusal.ts';
import type { Caution } from './caution.ts';
import type { Dependant } from './order-facts.ts';
import {
  firstOf,
  isOpen,
  samePlace,
  weighPair,
  type DecidedPair,
  type OpenPair,
  type OrderReason,
} from './order-of-pair.ts';
import type { OrderedPlan } from './order-rules.ts';

export interface PlaceInOrder {
  readonly planId: string;
  readonly coordinates: boolean;
  /** Why it comes before the next one; undefined for the last and for plans that do not coordinate. */
  readonly before: OrderReason | undefined;
}

export interface OrderOfBenefits {
  /** Pairs that nothing decides stand here as they are recorded, or else as they are named. */
  readonly plans: readonly PlaceInOrder[];
  /** Where payers, rules and what the practice has recorded disagree, and where none of them tells. */
  readonly cautions: readonly Caution[];
  /** Pairs that nothing decides; empty: the order is determined. */
  readonly open: readonly OpenPair[];
  /** The order once somebody tells which plan of an open pair pays first: asked of those that the others leave open. */
  readonly plansWith: (firstOfPair: (pair: OpenPair) => OrderedPlan) => readonly PlaceInOrder[];
}

/**
 * Which plan pays first, second and so on, as far as payers, rules and reasons decide it. Individual policies do not
 * coordinate: they come after the group plans, and before Medicaid, which pays after everybody else (field-facts 7.3).
 * Each that says otherwise is told as a caution. Refusals in this order: dependants in a circle, two plans stated in one
 * place, two decrees, two recorded in one place where nothing decides, words that contradict each other.
 */
export function orderOfBenefits(
  plans: readonly OrderedPlan[],
  family: readonly Dependant[] = [],
): OrderOfBenefits | Refusal {
  const refusal = refuseCircle(family) ?? refuseTwoInOnePlace(plans) ?? refuseTwoDecrees(plans);
  if (refusal) return refusal;
  const group = plans.filter(({ order }) => order.market === 'group');
  const [cautions, decided, open]: [Caution[], DecidedPair[], OpenPair[]] = [[], [], []];
  for (const [index, one] of group.entries())
    for (const other of group.slice(index + 1)) {
      const weighed = weighPair(one, other, group.length);
      if (isRefusal(weighed)) return weighed;
      const { pair, caution } = weighed;
      if (caution) cautions.push(caution);
      if (isOpen(pair)) open.push(pair);
      else decided.push(pair);
    }
  if (group.some((plan) => goesBefore(decided, plan, plan))) return contradiction(group);
  const plansWith: OrderOfBenefits['plansWith'] = (firstOfPair) => {
    const all = [...decided];
    for (const pair of open) all.push(settled(pair, all, firstOfPair));
    return inPlaces(plans, all);
  };
  return {
    plans: plansWith(({ one, other }) => firstOf(one, other, 'recorded') ?? one),
    cautions,
    open,
    plansWith,
  };
}

/** What follows from the pairs before is not asked, so that no answers contradict each other. */
function settled(
  pair: OpenPair,
  decided: readonly DecidedPair[],
  firstOfPair: (pair: OpenPair) => OrderedPlan,
): DecidedPair {
  const { one, other } = pair;
  const first = goesBefore(decided, one, other)
    ? one
    : goesBefore(decided, other, one)
      ? other
      : firstOfPair(pair);
  return { first, second: first === one ? other : one, rule: 'not-determined' };
}

/** Whether pairs decide, one after another, that a plan pays before another. */
function goesBefore(decided: readonly DecidedPair[], plan: OrderedPlan, other: OrderedPlan): boolean {
  const seen = new Set<OrderedPlan>([plan]);
  for (const reached of seen)
    for (const { first, second } of decided) {
      if (first !== reached) continue;
      if (second === other) return true;
      seen.add(second);
    }
  return false;
}

function inPlaces(plans: readonly OrderedPlan[], decided: readonly DecidedPair[]): readonly PlaceInOrder[] {
  const wins = (plan: OrderedPlan) => decided.filter(({ first }) => first === plan).length;
  const ordered = plans
    .filter(({ order }) => order.market === 'group')
    .toSorted((one, other) => wins(other) - wins(one));
  const place = (plan: OrderedPlan): PlaceInOrder => {
    const next = ordered[ordered.indexOf(plan) + 1];
    const before = decided.find(({ first, second }) => first === plan && second === next)?.rule;
    return { planId: plan.planId, coordinates: true, before };
  };
  const alone = plans
    .filter(({ order }) => order.market === 'individual')
    .map(({ planId }): PlaceInOrder => ({ planId, coordinates: false, before: undefined }));
  const firstMedicaid = ordered.findIndex(({ kind }) => kind === 'medicaid');
  const last = firstMedicaid < 0 ? ordered.length : firstMedicaid;
  return [...ordered.slice(0, last).map(place), ...alone, ...ordered.slice(last).map(place)];
}

function contradiction(plans: readonly OrderedPlan[]): Refusal {
  return refuse('order/contradiction', { plans: plans.map(({ name }) => name) }, '/plans');
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
