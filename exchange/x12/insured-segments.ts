import type { Claim, ClaimSubscriber } from '#domain/claim/claim.ts';
import type { ElementWriter } from './element-writer.ts';
import { personName } from './party-segments.ts';

/** Insured and payer are written alike for the billed coverage (2000B) and for the others (2320). */

/** What the patient is to the subscriber: SBR02 of other coverages, PAT01. */
export const relationshipCodes = { self: '18', spouse: '01', child: '19', other: 'G8' } as const;

const priorityCodes = { primary: 'P', secondary: 'S', tertiary: 'T' } as const satisfies Record<
  ClaimSubscriber['priority'],
  string
>;

/** SBR01 to SBR09. */
export function insuredElements(
  subscriber: ClaimSubscriber,
  payer: Claim['payer'],
  relationship: string,
  at: string,
  elements: ElementWriter,
): readonly string[] {
  const group = subscriber.groupNumber?.trim() ?? '';
  const plan = subscriber.planName?.trim() ?? '';
  return [
    priorityCodes[subscriber.priority],
    relationship,
    group === '' ? '' : elements.exact(group, { at: `${at}subscriber/groupNumber`, longest: 50 }),
    // The plan's name is for plans without a group number.
    group !== '' || plan === '' ? '' : elements.exact(plan, { at: `${at}subscriber/planName`, longest: 60 }),
    ...['', '', '', ''],
    elements.exact(payer.filingIndicator, { at: `${at}payer/filingIndicator`, longest: 2 }),
  ];
}

/** NM103 to NM109 of the subscriber. */
export function memberElements(
  subscriber: ClaimSubscriber,
  at: string,
  elements: ElementWriter,
): readonly string[] {
  const member = elements.exact(subscriber.memberId, { at: `${at}/memberId`, shortest: 2, longest: 80 });
  return [...personName(subscriber.person, `${at}/person`, elements), '', '', '', 'MI', member];
}

/** NM103 to NM109 of the payer. */
export function payerElements(payer: Claim['payer'], at: string, elements: ElementWriter): readonly string[] {
  const name = elements.exact(payer.name, { at: `${at}/name`, longest: 60 });
  const id = elements.exact(payer.claimPayerId, { at: `${at}/claimPayerId`, shortest: 2, longest: 80 });
  return [name, '', '', '', '', 'PI', id];
}
