import type { OrderFacts } from './order-facts.ts';

export interface OrderedPlan {
  readonly planId: string;
  readonly name: string;
  /** Its place in the request, for what is said about it. */
  readonly index: number;
  readonly kind: 'dental' | 'medical' | 'medicaid';
  readonly order: OrderFacts;
}

/** Below 0: the first plan pays first; 0: the rule does not tell; a word: the fact that it would need. */
type Compared = number | keyof OrderFacts;

interface OrderRule {
  readonly name: OrderRuleName;
  readonly compare: (one: OrderedPlan, other: OrderedPlan) => Compared;
}

export const orderRuleNames = [
  'medicaid-last',
  'medical-before-dental',
  'subscriber-first',
  'court-decree',
  'custody',
  'birthday',
  'active-first',
  'longest-coverage',
] as const;
export type OrderRuleName = (typeof orderRuleNames)[number];

const custodyOrder = ['custodial', 'custodial-spouse', 'non-custodial', 'non-custodial-spouse'] as const;
const employmentOrder = ['active', 'retired', 'cobra'] as const;

/**
 * In the order in which they decide. Sources: field-facts 7.3; the custody order and that a retiree's plan comes
 * before COBRA are general knowledge, unverified.
 */
export const orderRules: readonly OrderRule[] = [
  {
    name: 'medicaid-last',
    compare: (one, other) => Number(one.kind === 'medicaid') - Number(other.kind === 'medicaid'),
  },
  {
    name: 'medical-before-dental',
    compare: (one, other) => Number(other.kind === 'medical') - Number(one.kind === 'medical'),
  },
  {
    name: 'subscriber-first',
    compare: (one, other) => Number(isSubscriber(other)) - Number(isSubscriber(one)),
  },
  {
    name: 'court-decree',
    compare: (one, other) => (bothChild(one, other) ? decreed(other) - decreed(one) : 0),
  },
  { name: 'custody', compare: compareCustody },
  { name: 'birthday', compare: compareBirthdays },
  { name: 'active-first', compare: compareEmployment },
  {
    name: 'longest-coverage',
    compare: (one, other) => {
      const [since, otherSince] = [one.order.coveredSince, other.order.coveredSince];
      return since === undefined || otherSince === undefined
        ? 'coveredSince'
        : compareText(since, otherSince);
    },
  },
];

function isSubscriber({ order }: OrderedPlan): boolean {
  return order.patientIs === 'subscriber';
}

function bothChild(one: OrderedPlan, other: OrderedPlan): boolean {
  return one.order.patientIs === 'child' && other.order.patientIs === 'child';
}

function decreed({ order }: OrderedPlan): number {
  return order.decree === 'responsible' ? 1 : order.decree === 'not-responsible' ? -1 : 0;
}

/** Parents apart and no decree that decides. */
function compareCustody(one: OrderedPlan, other: OrderedPlan): Compared {
  const [custody, otherCustody] = [one.order.custody, other.order.custody];
  if (!bothChild(one, other) || (custody === undefined && otherCustody === undefined)) return 0;
  if (custody === undefined || otherCustody === undefined) return 'custody';
  return custodyOrder.indexOf(custody) - custodyOrder.indexOf(otherCustody);
}

/** The parent whose birthday comes earlier in the year; the year of birth does not count. */
function compareBirthdays(one: OrderedPlan, other: OrderedPlan): Compared {
  if (!bothChild(one, other)) return 0;
  const [birthDate, otherBirthDate] = [one.order.subscriberBirthDate, other.order.subscriberBirthDate];
  if (birthDate === undefined || otherBirthDate === undefined) return 'subscriberBirthDate';
  return compareText(birthDate.slice(5), otherBirthDate.slice(5));
}

/** Nothing said of both is taken as no difference; said of one only, the other has to be asked for. */
function compareEmployment(one: OrderedPlan, other: OrderedPlan): Compared {
  const [employment, otherEmployment] = [one.order.employment, other.order.employment];
  if (employment === undefined && otherEmployment === undefined) return 0;
  if (employment === undefined || otherEmployment === undefined) return 'employment';
  return employmentOrder.indexOf(employment) - employmentOrder.indexOf(otherEmployment);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
