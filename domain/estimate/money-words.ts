import type { Cents } from '../kernel/money.ts';

/** 120000 -> "$1,200", 12050 -> "$120.50": an amount inside a sentence, in either language. */
export function money(amount: Cents | number): string {
  const dollars = Math.floor(amount / 100);
  const whole = dollars < 1000 ? dollars : String(dollars).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  const rest = amount % 100;
  return rest === 0 ? `$${whole}` : `$${whole}.${String(rest).padStart(2, '0')}`;
}
