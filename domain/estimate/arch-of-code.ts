import type { ProcedureCode } from '../kernel/procedure-code.ts';

/** Dentures whose number tells the arch, as pairs of upper and lower [general knowledge]. */
const upperAndLower = [
  ['D5110', 'D5120'],
  ['D5130', 'D5140'],
  ['D5211', 'D5212'],
  ['D5213', 'D5214'],
  ['D5221', 'D5222'],
  ['D5223', 'D5224'],
  ['D5225', 'D5226'],
] as const;

const arches = new Map<string, '01' | '02'>(
  upperAndLower.flatMap(([upper, lower]) => [[upper, '01'] as const, [lower, '02'] as const]),
);

/** The area that the code itself names: upper 01, lower 02. */
export function archOfCode(code: ProcedureCode): '01' | '02' | undefined {
  return arches.get(code);
}
