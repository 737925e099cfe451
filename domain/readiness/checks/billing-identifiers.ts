import { parseNpi } from '../../kernel/npi.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import { billingPersonName, unwritableInPractice } from '../../claim/written-parts.ts';
import type { PracticeProfile, Provider } from '../../practice/practice-events.ts';
import { placesOfService } from '../../practice/places-of-service.ts';
import { finding, type ReadinessCheck } from '../readiness-check.ts';

/** What a claim needs of the billing provider, in order; the form of each was checked when it was entered. */
const gaps: readonly (readonly [word: string, lacks: (profile: PracticeProfile) => boolean])[] = [
  ['npi', ({ billingNpi }) => isRefusal(parseNpi(billingNpi))],
  ['postalCode', ({ address }) => address.postalCode.length !== 9],
  ['submitter', ({ submitterId, receiverId }) => submitterId.trim() === '' || receiverId.trim() === ''],
  ['place', ({ placeOfService }) => !placesOfService.has(placeOfService)],
];

export const billingIdentifiers: ReadinessCheck = {
  id: 'billing-identifiers',
  belongsTo: 'practice',
  outcomes: ['passes', 'blocks'],
  says: ['complete', 'profile', ...gaps.map(([word]) => word), 'personName', 'characters', 'length'],
  mend: { screen: 'practice', action: 'set-profile' },
  assess: ({ practice: { profile }, treating }) => {
    if (!profile) return finding('blocks', 'billing-identifiers.profile');
    const gap = gaps.find(([, lacks]) => lacks(profile));
    if (gap) return finding('blocks', `billing-identifiers.${gap[0]}`, { place: profile.placeOfService });
    if (!tellsWhoBills(profile, treating))
      return finding('blocks', 'billing-identifiers.personName', { name: profile.name });
    const unwritable = unwritableInPractice(profile);
    return unwritable
      ? finding('blocks', `billing-identifiers.${unwritable.why}`, unwritable.params)
      : finding('passes', 'billing-identifiers.complete', { npi: profile.billingNpi });
  },
};

/** A person who bills is the treating dentist, or the practice's name tells last name from first name. */
function tellsWhoBills(
  { entity, billingNpi, name }: PracticeProfile,
  treating: Provider | undefined,
): boolean {
  return entity === 'organization' || billingNpi === treating?.npi || billingPersonName(name) !== undefined;
}
