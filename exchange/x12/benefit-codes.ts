/** What the codes of an EB mean: general knowledge, unverified. */

/** EB01. */
export const active: readonly string[] = ['1', '2', '3', '4', '5'];
export const inactive: readonly string[] = ['6', '7', '8'];

/** EB06: 22 service year, 23 calendar year, 25 contract; a sum without a period is one of the year. */
export function isYear(period: string): boolean {
  return period === '' || period === '22' || period === '23' || period === '25';
}
