import { cents, type Cents } from '../kernel/money.ts';

export interface Range {
  readonly low: Cents;
  readonly high: Cents;
}

export function rangeOf(amounts: readonly number[]): Range {
  return {
    low: cents(amounts.reduce((low, amount) => Math.min(low, amount))),
    high: cents(amounts.reduce((high, amount) => Math.max(high, amount))),
  };
}

export function widthOf({ low, high }: Range): Cents {
  return cents(high - low);
}
