import type { DeliveryLimit } from './answer-271.ts';

/** What the codes of an EB mean: general knowledge, unverified. */

/** EB01. */
export const active: readonly string[] = ['1', '2', '3', '4', '5'];
export const inactive: readonly string[] = ['6', '7', '8'];

/** HSD01: VS visits, P6 services or procedures. Months (MN), days (DY) or hours (HS) are no number of services. */
export function countsServices({ unit }: DeliveryLimit): boolean {
  return unit === 'VS' || unit === 'P6';
}

/** EB06: 22 service year, 23 calendar year, 25 contract; a sum without a period is one of the year. */
export function isYear(period: string): boolean {
  return period === '' || period === '22' || period === '23' || period === '25';
}

/** EB06 and HSD05: 29 remaining, 33 lifetime remaining. */
export function isLeft(period: string): boolean {
  return period === '29' || period === '33';
}
