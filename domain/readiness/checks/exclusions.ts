import { allAnswers, finding, obstacleFinding, type ReadinessCheck } from '../readiness-check.ts';

export const exclusions: ReadinessCheck = {
  id: 'exclusions',
  belongsTo: 'payer',
  outcomes: ['passes', 'blocks', 'not-applicable'],
  says: ['none', 'noRule'],
  mend: { screen: 'claim', action: 'decide-code' },
  assess: (dossier) => {
    const rule = allAnswers(dossier).flatMap((answer) => answer.exclusions)[0];
    if (!rule) return finding('not-applicable', 'exclusions.noRule');
    const obstacle = obstacleFinding(dossier, ['same-day-exclusion'], 'blocks');
    const codes = rule.with.join(', ');
    return obstacle ?? { ...finding('passes', 'exclusions.none', { codes }), basis: rule.basis };
  },
};
