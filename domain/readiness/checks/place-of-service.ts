import { allAnswers, finding, type ReadinessCheck } from '../readiness-check.ts';

export const placeOfService: ReadinessCheck = {
  id: 'place-of-service',
  belongsTo: 'payer',
  outcomes: ['passes', 'blocks', 'not-applicable'],
  says: ['allowed', 'notAllowed', 'noRule'],
  mend: { screen: 'practice', action: 'set-profile' },
  assess: (dossier) => {
    const ours = dossier.practice.profile?.placeOfService;
    const ruled = allAnswers(dossier).find(({ placesOfService }) => placesOfService !== undefined);
    if (!ruled || ours === undefined) return finding('not-applicable', 'place-of-service.noRule');
    const barring = allAnswers(dossier).find(
      ({ placesOfService }) => placesOfService?.includes(ours) === false,
    );
    const allowed = (barring ?? ruled).placesOfService?.join(', ') ?? '';
    return barring
      ? finding('blocks', 'place-of-service.notAllowed', { place: ours, allowed })
      : finding('passes', 'place-of-service.allowed', { place: ours });
  },
};
