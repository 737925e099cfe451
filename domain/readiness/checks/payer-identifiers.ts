import { unwritableInCoverage } from '../../claim/written-parts.ts';
import type { Dossier } from '../dossier.ts';
import { finding, inPatient, positionsOf, type ReadinessCheck } from '../readiness-check.ts';

const gaps: readonly (readonly [word: string, lacks: (dossier: Dossier) => boolean])[] = [
  ['payer', ({ payer }) => payer === undefined],
  ['member', ({ coverage }) => !coverage?.memberId.trim()],
  [
    'subscriber',
    ({ coverage }) => coverage?.subscriber.relationship !== 'self' && !coverage?.subscriber.lastName.trim(),
  ],
];

export const payerIdentifiers: ReadinessCheck = {
  id: 'payer-identifiers',
  belongsTo: 'practice',
  outcomes: ['passes', 'blocks', 'not-applicable'],
  says: ['complete', ...gaps.map(([word]) => word), 'characters', 'length', 'noCoverage'],
  mend: { screen: 'coverage', action: 'record-coverage' },
  assess: (dossier) => {
    const { coverage, payer, patient } = dossier;
    if (!coverage) return finding('not-applicable', 'payer-identifiers.noCoverage');
    const evidence = inPatient(positionsOf(patient.coverages.get(coverage.coverageId)));
    const gap = gaps.find(([, lacks]) => lacks(dossier));
    const params = { payer: coverage.payerName };
    if (gap) return { ...finding('blocks', `payer-identifiers.${gap[0]}`, params), evidence };
    const unwritable = payer && unwritableInCoverage(coverage, payer);
    if (unwritable)
      return { ...finding('blocks', `payer-identifiers.${unwritable.why}`, unwritable.params), evidence };
    return { ...finding('passes', 'payer-identifiers.complete', params), evidence };
  },
};
