import { parseNpi } from '../../kernel/npi.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { PracticeProfile } from '../../practice/practice-events.ts';
import { finding, type ReadinessCheck } from '../readiness-check.ts';

/** What a claim needs of the billing provider, in order; the form of each was checked when it was entered. */
const gaps: readonly (readonly [word: string, lacks: (profile: PracticeProfile) => boolean])[] = [
  ['npi', ({ billingNpi }) => isRefusal(parseNpi(billingNpi))],
  ['postalCode', ({ address }) => address.postalCode.length !== 9],
  ['submitter', ({ submitterId, receiverId }) => submitterId.trim() === '' || receiverId.trim() === ''],
];

export const billingIdentifiers: ReadinessCheck = {
  id: 'billing-identifiers',
  belongsTo: 'practice',
  source: '005010X224A2 loops 1000A, 1000B and 2010AA: NPI, tax identifier, taxonomy, nine-digit ZIP code',
  outcomes: ['passes', 'blocks'],
  says: ['complete', 'profile', ...gaps.map(([word]) => word)],
  mend: { screen: 'practice', action: 'set-profile' },
  assess: ({ practice: { profile } }) => {
    if (!profile) return finding('blocks', 'billing-identifiers.profile');
    const gap = gaps.find(([, lacks]) => lacks(profile));
    return gap
      ? finding('blocks', `billing-identifiers.${gap[0]}`)
      : finding('passes', 'billing-identifiers.complete', { npi: profile.billingNpi });
  },
};
