import { message, type Message } from '../kernel/message.ts';
import type { Cents } from '../kernel/money.ts';
import type { Range } from './range.ts';

/** How far a supposition takes what the patient pays, beside what is known: "up to $5,900", "as little as $400". */
export function reachOf({ low, high }: Range, known: Range, money: (amount: Cents) => string): Message {
  if (low >= known.low) return message('estimate.outlook.upTo', { amount: money(high) });
  if (high <= known.high) return message('estimate.outlook.asLittleAs', { amount: money(low) });
  return message('estimate.outlook.between', { low: money(low), high: money(high) });
}
