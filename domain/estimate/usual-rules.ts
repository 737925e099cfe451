import { procedureCode, type ProcedureCode } from '../kernel/procedure-code.ts';
import type { Line } from './estimate-request.ts';
import { categoryOf, type CodeCategory } from './code-category.ts';

/**
 * Where plans commonly have a rule, so that its absence from what is known says little. General knowledge of the field,
 * unverified, except where a section of the field facts is named; numbers of codes only.
 */

/** Waiting periods are usual for everything but check-ups, cleanings and what goes along with other work. */
const withoutWait: readonly CodeCategory[] = ['diagnostic', 'preventive', 'adjunctive'];

export function usuallyWaits(code: ProcedureCode): boolean {
  return !withoutWait.includes(categoryOf(code));
}

/** The longest wait that is usual (field-facts 7.1: 6 to 12 months). */
export const longestUsualWait = 12;

/** Limits on how often: check-ups and cleanings, gum treatment, and the replacement of crowns, bridges and dentures. */
const limited: readonly CodeCategory[] = [
  'diagnostic',
  'preventive',
  'restorative',
  'periodontics',
  'removable-prosthodontics',
  'implants',
  'fixed-prosthodontics',
];

export function usuallyLimited(code: ProcedureCode): boolean {
  return limited.includes(categoryOf(code));
}

/** Fillings of back teeth in tooth color, by the number of surfaces, and metal ones of as many. */
const fillings: Readonly<Record<string, string>> = {
  D2391: 'D2140',
  D2392: 'D2150',
  D2393: 'D2160',
  D2394: 'D2161',
};

/** Crowns of porcelain or noble metal, for which one of base metal is paid on a molar, and that crown. */
const crowns: readonly string[] = ['D2740', 'D2750', 'D2752', 'D2790', 'D2792'];
const baseMetalCrown = 'D2791';
const molars: readonly string[] = ['1', '2', '3', '14', '15', '16', '17', '18', '19', '30', '31', '32'];

/** The less expensive service that is paid instead; 'depends': there is one, and which depends on the mouth. */
export function usualSubstitute({
  code,
  tooth,
}: Pick<Line, 'code' | 'tooth'>): ProcedureCode | 'depends' | undefined {
  const filling = fillings[code];
  if (filling !== undefined) return procedureCode(filling);
  if (crowns.includes(code))
    return tooth === undefined || molars.includes(tooth) ? procedureCode(baseMetalCrown) : undefined;
  const category = categoryOf(code);
  return category === 'implants' || category === 'fixed-prosthodontics' ? 'depends' : undefined;
}
