import type { Branded } from './brand.ts';
import { refuse, type Refusal } from './refusal.ts';

/** Whole US cents. */
export type Cents = Branded<number, 'Cents'>;

const largest = 99_999_999_99;

export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new Error(`not whole cents: ${value}`);
  return value as Cents;
}

/** Reads "125", "125.5", "$1,125.50" into cents; refuses anything else, and amounts above 99,999,999.99. */
export function parseDollars(text: string): Cents | Refusal {
  const match = /^\$?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(text.trim());
  const value = match
    ? Number((match[1] ?? '').replaceAll(',', '')) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
    : NaN;
  if (!Number.isSafeInteger(value) || value > largest) return refuse('money/unreadable', { text });
  return cents(value);
}

/** 12550 -> "125.50": the form used in X12 and FHIR amounts. */
export function dollars(amount: Cents): string {
  const sign = amount < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(amount) / 100);
  return `${sign}${whole}.${String(Math.abs(amount) % 100).padStart(2, '0')}`;
}

export function sumCents(amounts: readonly Cents[]): Cents {
  return cents(amounts.reduce((total, amount) => total + amount, 0));
}
