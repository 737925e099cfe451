import type { DiagnosisCode } from '../kernel/diagnosis-code.ts';
import type { Pathway } from './pathway.ts';

/**
 * Whether a three-character ICD-10-CM code has more exact ones below it, as far as the pathways tell: they name codes
 * below 'E10' as 'E10.', and 'I38', which has none, without the dot. False where none of them speaks of the code.
 * A diagnosis is reported with as many characters as it has (ICD-10-CM guidelines, I.B.2).
 */
export function hasMoreExactCodes(
  code: DiagnosisCode,
  pathways: Iterable<Pick<Pathway, 'offeredWhen'>>,
): boolean {
  return (
    code.length === 3 &&
    [...pathways].some(({ offeredWhen: { diagnoses = [] } }) =>
      diagnoses.some((beginning) => beginning.startsWith(`${code}.`)),
    )
  );
}
