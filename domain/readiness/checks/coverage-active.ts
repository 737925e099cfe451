import { finding, inPatient, positionsOf, obstacleFinding, type ReadinessCheck } from '../readiness-check.ts';

export const coverageActive: ReadinessCheck = {
  id: 'coverage-active',
  belongsTo: 'payer',
  outcomes: ['passes', 'warns', 'blocks'],
  says: ['active', 'none', 'doubtful'],
  mend: { screen: 'coverage', action: 'record-coverage' },
  assess: (dossier) => {
    const { coverage, patient } = dossier;
    if (!coverage) return finding('blocks', 'coverage-active.none');
    const evidence = inPatient(positionsOf(patient.coverages.get(coverage.coverageId)));
    const obstacle = obstacleFinding(dossier, ['coverage-inactive', 'waiting-period'], 'blocks');
    if (obstacle) return { ...obstacle, evidence: [...evidence, ...obstacle.evidence] };
    const params = { payer: coverage.payerName, date: dossier.completedOn };
    if (coverage.flags.length > 0)
      return { ...finding('warns', 'coverage-active.doubtful', params), evidence };
    return { ...finding('passes', 'coverage-active.active', params), evidence };
  },
};
