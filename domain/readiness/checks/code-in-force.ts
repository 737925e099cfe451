import { codeInForce } from '../../rulebook/rulebook.ts';
import { coordinationCode } from '../dossier.ts';
import { finding, type ReadinessCheck } from '../readiness-check.ts';

export const codeIsInForce: ReadinessCheck = {
  id: 'code-in-force',
  belongsTo: 'code',
  outcomes: ['passes', 'warns', 'blocks', 'not-applicable'],
  says: ['inForce', 'notYet', 'unknown', 'noWork'],
  mend: { screen: 'contacts', action: 'amend-activity' },
  assess: ({ lines, rulebook }) => {
    const first = lines[0];
    if (!first) return finding('not-applicable', 'code-in-force.noWork');
    const params = { code: coordinationCode, date: first.serviceDate };
    switch (codeInForce(rulebook, 'cdt', coordinationCode, first.serviceDate)) {
      case 'in-force':
        return finding('passes', 'code-in-force.inForce', params);
      case 'not-yet':
        return finding('blocks', 'code-in-force.notYet', params);
      case 'unknown':
        return finding('warns', 'code-in-force.unknown', params);
    }
  },
};
