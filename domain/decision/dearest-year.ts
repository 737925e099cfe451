import type { Option } from './option-sheet.ts';

/** The most that may be paid in one benefit year, whatever is chosen: bars of all options are drawn on this scale. */
export function dearestYear(options: readonly Pick<Option, 'cost'>[]): number {
  return Math.max(0, ...options.flatMap(({ cost }) => cost.years.map(({ patient }) => patient.most)));
}
