import { dollars } from '../../kernel/money.ts';
import { feeOn } from '../../practice/practice.ts';
import { coordinationCode } from '../dossier.ts';
import { finding, type ReadinessCheck } from '../readiness-check.ts';

export const fee: ReadinessCheck = {
  id: 'fee',
  belongsTo: 'practice',
  outcomes: ['passes', 'blocks', 'not-applicable'],
  says: ['set', 'missing', 'noWork'],
  mend: { screen: 'practice', action: 'set-fee' },
  assess: ({ lines, practice }) => {
    const first = lines[0];
    if (!first) return finding('not-applicable', 'fee.noWork');
    const unset = lines.find(({ serviceDate }) => !feeOn(practice, coordinationCode, serviceDate));
    if (unset) return finding('blocks', 'fee.missing', { code: coordinationCode, date: unset.serviceDate });
    const amount = feeOn(practice, coordinationCode, first.serviceDate);
    return finding('passes', 'fee.set', { code: coordinationCode, amount: amount ? dollars(amount) : '' });
  },
};
