import { message, type Message } from '../kernel/message.ts';
import type { Cents } from '../kernel/money.ts';
import type { Range } from './range.ts';

interface Amounts {
  readonly low: number;
  readonly high: number;
}

/** Whether what nobody has told makes any difference to what is known. */
export function goesFurther(outlook: Amounts, known: Amounts): boolean {
  return outlook.low < known.low || outlook.high > known.high;
}

/** How far a supposition takes what the patient pays, beside what is known: "up to $5,900", "as little as $400". */
export function reachOf({ low, high }: Range, known: Range, money: (amount: Cents) => string): Message {
  if (low >= known.low) return message('estimate.outlook.upTo', { amount: money(high) });
  if (high <= known.high) return message('estimate.outlook.asLittleAs', { amount: money(low) });
  return message('estimate.outlook.between', { low: money(low), high: money(high) });
}
