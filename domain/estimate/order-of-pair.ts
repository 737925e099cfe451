import { message, type Message } from '../kernel/message.ts';
import { refuse, type Refusal } from '../kernel/refusal.ts';
import type { Caution } from './caution.ts';
import type { OrderFacts } from './order-facts.ts';
import { orderRuleNames, orderRules, type OrderedPlan, type OrderRuleName } from './order-rules.ts';

/** A rule, the payers' own word, what a person keeps with a reason, or nothing that tells. */
export const orderReasons = [
  ...orderRuleNames,
  'stated-by-payers',
  'kept-by-practice',
  'not-determined',
] as const;
export type OrderReason = (typeof orderReasons)[number];

/** Which of two plans pays first. */
export interface DecidedPair {
  readonly first: OrderedPlan;
  readonly second: OrderedPlan;
  readonly rule: OrderReason;
}

/** Two plans of which nobody can tell yet which pays first. */
export interface OpenPair {
  readonly one: OrderedPlan;
  readonly other: OrderedPlan;
  /** What the rule that would decide needs; undefined: no rule tells them apart, only the payers can. */
  readonly needs: { readonly field: keyof OrderFacts; readonly lacking: string } | undefined;
}

interface Weighed {
  readonly pair: DecidedPair | OpenPair;
  readonly caution?: Caution;
}

export function isOpen(pair: DecidedPair | OpenPair): pair is OpenPair {
  return 'one' in pair;
}

/**
 * What the payers state stands; then a rule, unless somebody keeps the recorded order with a reason. What is only
 * recorded decides nothing: nobody at a payer, no court and no rule said it.
 */
export function weighPair(one: OrderedPlan, other: OrderedPlan, plans: number): Weighed | Refusal {
  const byRule = decideByRule(one, other);
  const ruled = isOpen(byRule) ? undefined : byRule;
  const stated = firstStated(one, other, plans);
  if (stated) {
    if (ruled?.first === stated) return { pair: ruled };
    const pair = decided(stated, one, other, 'stated-by-payers');
    return ruled ? { pair, caution: otherwise('statedOtherwise', stated, ruled) } : { pair };
  }
  const recorded = firstOf(one, other, 'recorded');
  const kept = recorded && (recorded.order.keptBecause ?? (recorded === one ? other : one).order.keptBecause);
  if (isOpen(byRule)) {
    if (recorded && kept !== undefined)
      return { pair: decided(recorded, one, other, 'kept-by-practice'), caution: keptAlone(recorded, kept) };
    return refuseTwoRecorded(one, other) ?? { pair: byRule, caution: undecided(byRule) };
  }
  if (!recorded || recorded === byRule.first) return { pair: byRule };
  if (kept === undefined) return { pair: byRule, caution: otherwise('recordedOtherwise', recorded, byRule) };
  return {
    pair: decided(recorded, one, other, 'kept-by-practice'),
    caution: otherwise('keptOtherwise', recorded, byRule, kept),
  };
}

function decided(first: OrderedPlan, one: OrderedPlan, other: OrderedPlan, rule: OrderReason): DecidedPair {
  return { first, second: first === one ? other : one, rule };
}

function decideByRule(one: OrderedPlan, other: OrderedPlan): RuledPair | OpenPair {
  for (const { name, compare } of orderRules) {
    const compared = compare(one, other);
    if (typeof compared === 'string') {
      const lacking = one.order[compared] === undefined ? one.name : other.name;
      return { one, other, needs: { field: compared, lacking } };
    }
    if (compared < 0) return { first: one, second: other, rule: name };
    if (compared > 0) return { first: other, second: one, rule: name };
  }
  return { one, other, needs: undefined };
}

type RuledPair = DecidedPair & { readonly rule: OrderRuleName };

/** Two stated places tell; so does one alone, where it is the first of all or the last of all. */
function firstStated(one: OrderedPlan, other: OrderedPlan, plans: number): OrderedPlan | undefined {
  const [place, otherPlace] = [one.order.stated, other.order.stated];
  if (place !== undefined && otherPlace !== undefined) return firstOf(one, other, 'stated');
  if (place === 1 || otherPlace === plans) return one;
  return otherPlace === 1 || place === plans ? other : undefined;
}

export function firstOf(
  one: OrderedPlan,
  other: OrderedPlan,
  by: 'stated' | 'recorded',
): OrderedPlan | undefined {
  const [place, otherPlace] = [one.order[by], other.order[by]];
  if (place === undefined || otherPlace === undefined || place === otherPlace) return undefined;
  return place < otherPlace ? one : other;
}

function otherwise(
  what: 'statedOtherwise' | 'recordedOtherwise' | 'keptOtherwise',
  first: OrderedPlan,
  byRule: RuledPair,
  reason = '',
): Caution {
  return {
    said: message(`estimate.order.${what}`, { first: first.name, byRule: byRule.first.name, reason }),
    about: message(`estimate.order.rule.${byRule.rule}`),
  };
}

function keptAlone({ name }: OrderedPlan, reason: string): Caution {
  return { said: message('estimate.order.keptAlone', { first: name, reason }) };
}

/** What it would need is said with it. */
function undecided({ one, other, needs }: OpenPair): Caution {
  return {
    said: message('estimate.order.undecided', { one: one.name, other: other.name }),
    about: needs
      ? message(`estimate.order.needs.${needs.field}`, { lacking: needs.lacking })
      : message('estimate.order.needsPayers'),
  };
}

/** The fact that would settle it, for whoever can ask for it. */
export function settledBy({ one, other, needs }: OpenPair): Message {
  const plans = { one: one.name, other: other.name };
  return needs
    ? message(`estimate.unknown.order.${needs.field}`, { ...plans, lacking: needs.lacking })
    : message('estimate.unknown.order.payers', plans);
}

function refuseTwoRecorded(one: OrderedPlan, other: OrderedPlan): Refusal | undefined {
  const place = one.order.recorded;
  return place !== undefined && place === other.order.recorded
    ? samePlace(place, one, other, 'recorded')
    : undefined;
}

export function samePlace(
  place: number,
  one: OrderedPlan,
  other: OrderedPlan,
  by: 'stated' | 'recorded',
): Refusal {
  return refuse(
    place === 1 ? 'order/two-primaries' : 'order/same-place',
    { one: one.name, other: other.name, place },
    `/plans/${other.index}/order/${by}`,
  );
}
