import { allAnswers, finding, obstacleFinding, placesOf, type ReadinessCheck } from '../readiness-check.ts';

/** A plan that pays nothing does not make the claim wrong: it is sent for the denial, and told apart. */
export const coverageStatus: ReadinessCheck = {
  id: 'coverage-status',
  belongsTo: 'payer',
  outcomes: ['passes', 'warns', 'not-applicable'],
  says: ['paid', 'noWork'],
  mend: { screen: 'coverage', action: 'call' },
  assess: (dossier) => {
    const [answer] = allAnswers(dossier);
    if (!answer) return finding('not-applicable', 'coverage-status.noWork');
    const obstacle = obstacleFinding(dossier, ['status', 'no-share', 'maximum-used-up'], 'warns');
    if (obstacle) return obstacle;
    return {
      ...finding('passes', 'coverage-status.paid', { payer: answer.payerName, date: answer.serviceDate }),
      evidence: placesOf(answer.basis),
      basis: answer.basis,
    };
  },
};
