import { finding, obstacleFinding, type ReadinessCheck } from '../readiness-check.ts';

export const workCovered: ReadinessCheck = {
  id: 'work-covered',
  belongsTo: 'payer',
  outcomes: ['passes', 'warns', 'blocks', 'not-applicable'],
  says: ['covered', 'noWork'],
  mend: { screen: 'code', action: 'decide-code' },
  assess: (dossier) => {
    if (dossier.work.length === 0) return finding('not-applicable', 'work-covered.noWork');
    const obstacle = obstacleFinding(dossier, ['modality', 'excluded-activity'], 'blocks');
    return obstacle ?? finding('passes', 'work-covered.covered', {}, dossier.work);
  },
};
