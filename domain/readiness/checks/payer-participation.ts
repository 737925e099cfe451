import type { Dossier } from '../dossier.ts';
import { finding, type ReadinessCheck } from '../readiness-check.ts';

/** Whether the practice takes what the payer allows as its fee: the claim says so only where it is recorded (CLM07). */
export const payerParticipation: ReadinessCheck = {
  id: 'payer-participation',
  belongsTo: 'practice',
  outcomes: ['passes', 'warns', 'not-applicable'],
  says: ['accepted', 'notAccepted', 'unknown', 'noPayer'],
  mend: { screen: 'practice', action: 'record-payer' },
  assess: ({ payer }: Dossier) => {
    if (!payer) return finding('not-applicable', 'payer-participation.noPayer');
    const params = { payer: payer.name };
    if (payer.acceptsAssignment === undefined) return finding('warns', 'payer-participation.unknown', params);
    return finding(
      'passes',
      `payer-participation.${payer.acceptsAssignment ? 'accepted' : 'notAccepted'}`,
      params,
    );
  },
};
