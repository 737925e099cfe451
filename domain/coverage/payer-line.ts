import { plainName } from '../kernel/text.ts';
import type { Payer, payerLines } from '../practice/practice-events.ts';
import type { Rulebook } from '../rulebook/rulebook.ts';
import type { Coverage } from './benefit-fact.ts';

export type PayerLine = (typeof payerLines)[number];

/** SBR09 of a state Medicaid claim. */
const medicaidFiling = 'MC';

/**
 * The line of business of a coverage. Medicaid wins over everything else that is said, since charging such a patient
 * is what must not happen: by the directory, the filing indicator, the rulebook, or its own name. Undefined where the
 * coverage is not tied to a payer of the directory and its name tells nothing: then it may be Medicaid.
 */
export function payerLineOf(
  coverage: Pick<Coverage, 'payerName' | 'planName'> | undefined,
  payer: Payer | undefined,
  rulebook: Rulebook,
): PayerLine | undefined {
  const known = [...rulebook.payers.values()].find(
    (each) =>
      each.payer === payer?.rulebookPayer || plainName(each.name) === plainName(coverage?.payerName ?? ''),
  );
  const named = [coverage?.payerName, coverage?.planName, payer?.name].some((name) =>
    /\bmedicaid\b/i.test(name ?? ''),
  );
  const medicaid =
    named ||
    payer?.line === 'medicaid' ||
    payer?.filingIndicator === medicaidFiling ||
    known?.line === 'medicaid';
  return medicaid ? 'medicaid' : (payer?.line ?? known?.line);
}
