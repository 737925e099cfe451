import { allAnswers, finding, obstacleFinding, placesOf, type ReadinessCheck } from '../readiness-check.ts';

export const frequency: ReadinessCheck = {
  id: 'frequency',
  belongsTo: 'payer',
  outcomes: ['passes', 'warns', 'blocks', 'not-applicable'],
  says: ['free', 'noRule'],
  mend: { screen: 'coverage', action: 'answer-coverage' },
  assess: (dossier) => {
    const limit = allAnswers(dossier).flatMap(({ limits }) => limits)[0];
    if (!limit) return finding('not-applicable', 'frequency.noRule');
    const obstacle = obstacleFinding(dossier, ['frequency'], 'blocks');
    return (
      obstacle ?? {
        ...finding('passes', 'frequency.free', { lines: dossier.lines.length }),
        evidence: placesOf(limit.basis),
        basis: limit.basis,
      }
    );
  },
};
