import { message, type Message } from '../kernel/message.ts';
import type { Cents } from '../kernel/money.ts';
import type { Range } from './range.ts';

interface Amounts {
  readonly low: number;
  readonly high: number;
}

/** How far what nobody has told may take what the patient pays. */
export interface Reach extends Range {
  /** Less is left to pay, and how much less nobody can say: `low` is only what it cannot go below. */
  readonly isOpenBelow: boolean;
}

/** Whether what nobody has told makes any difference to what is known. */
export function goesFurther(outlook: Amounts, known: Amounts): boolean {
  return outlook.low < known.low || outlook.high > known.high;
}

/** Beside what is known: "up to $5,900", "as little as $400", "less than $3,430". */
export function reachOf(
  { low, high, isOpenBelow }: Reach,
  known: Range,
  money: (amount: Cents) => string,
): Message {
  if (low >= known.low) return message('estimate.outlook.upTo', { amount: money(high) });
  if (isOpenBelow)
    return high <= known.high
      ? message('estimate.outlook.lessThan', { amount: money(known.low) })
      : message('estimate.outlook.upToOrLessThan', { high: money(high), low: money(known.low) });
  if (high <= known.high) return message('estimate.outlook.asLittleAs', { amount: money(low) });
  return message('estimate.outlook.between', { low: money(low), high: money(high) });
}
