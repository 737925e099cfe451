import { allAnswers, finding, obstacleFinding, type ReadinessCheck } from '../readiness-check.ts';

export const authorAllowed: ReadinessCheck = {
  id: 'author-allowed',
  belongsTo: 'payer',
  outcomes: ['passes', 'warns', 'blocks', 'not-applicable'],
  says: ['allowed', 'noWork'],
  mend: { screen: 'coverage', action: 'call' },
  assess: (dossier) => {
    const [answer] = allAnswers(dossier);
    if (!answer) return finding('not-applicable', 'author-allowed.noWork');
    const obstacle = obstacleFinding(dossier, ['who-may-perform'], 'blocks');
    if (obstacle) return obstacle;
    const { basis } = answer.whoMayPerform;
    return { ...finding('passes', 'author-allowed.allowed', {}, dossier.work), basis };
  },
};
