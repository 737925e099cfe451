import { allAnswers, finding, obstacleFinding, type ReadinessCheck } from '../readiness-check.ts';

/** A late claim is no wrong claim: payers make exceptions, so it warns. */
export const timelyFiling: ReadinessCheck = {
  id: 'timely-filing',
  belongsTo: 'payer',
  outcomes: ['passes', 'warns', 'not-applicable'],
  says: ['inTime', 'noRule'],
  mend: { screen: 'claim', action: 'create-claim' },
  assess: (dossier) => {
    const deadline = allAnswers(dossier)
      .flatMap(({ deadlines }) => deadlines)
      .find((each) => each.for === 'claim' && each.lastDay !== undefined);
    if (!deadline) return finding('not-applicable', 'timely-filing.noRule');
    const obstacle = obstacleFinding(dossier, ['deadline-passed'], 'warns');
    const lastDay = deadline.lastDay ?? '';
    return obstacle ?? { ...finding('passes', 'timely-filing.inTime', { lastDay }), basis: deadline.basis };
  },
};
