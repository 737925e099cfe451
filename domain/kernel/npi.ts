import type { Branded } from './brand.ts';
import { refuse, type Refusal } from './refusal.ts';

/** National Provider Identifier: ten digits, the last a Luhn check digit over "80840" + NPI (45 CFR 162.406). */
export type Npi = Branded<string, 'Npi'>;

export function parseNpi(text: string): Npi | Refusal {
  const digits = text.trim();
  if (!/^[12]\d{9}$/.test(digits)) return refuse('npi/form', { text });
  if (luhnSum(`80840${digits}`) % 10 !== 0) return refuse('npi/check-digit', { text });
  return digits as Npi;
}

function luhnSum(digits: string): number {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i]);
    const doubled = i % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}
