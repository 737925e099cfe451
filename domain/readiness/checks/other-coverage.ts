import { otherCoverages, type OtherCoverage } from '../../claim/other-coverages.ts';
import type { Coverage } from '../../coverage/benefit-fact.ts';
import { orderOfCoverages } from '../../estimate/order-of-coverages.ts';
import { isRefusal } from '../../kernel/refusal.ts';
import type { At } from '../../patient/patient.ts';
import type { Dossier } from '../dossier.ts';
import { finding, inPatient, type ReadinessCheck } from '../readiness-check.ts';

/**
 * Whom else the claim concerns. A later payer wants the earlier payer's answer (005010X224A2 loops 2320 and 2430),
 * which no record here holds: so a claim to one cannot be made.
 */
export const otherCoverage: ReadinessCheck = {
  id: 'other-coverage',
  belongsTo: 'practice',
  outcomes: ['passes', 'warns', 'blocks', 'not-applicable'],
  says: [
    'alone',
    'named',
    'order-differs',
    'incomplete',
    'same-place',
    'laterPayer',
    'noEarlierPayer',
    'noCoverage',
  ],
  mend: { screen: 'coverage', action: 'record-coverage' },
  assess: (dossier) => {
    const { coverage } = dossier;
    if (!coverage) return finding('not-applicable', 'other-coverage.noCoverage');
    const others = otherCoverages({ ...dossier, days: serviceDays(dossier) });
    const evidence = inPatient(others.map(({ position }) => position));
    const payer = coverage.payerName;
    if (coverage.priority !== 'primary') {
      const first = others.find(({ value }) => value.priority === 'primary')?.value.payerName;
      return first === undefined
        ? { ...finding('blocks', 'other-coverage.noEarlierPayer', { payer }), evidence }
        : { ...finding('blocks', 'other-coverage.laterPayer', { payer, first }), evidence };
    }
    const earlier = paysBefore(dossier, coverage);
    if (earlier)
      return {
        ...finding('warns', 'other-coverage.order-differs', { payer, first: earlier.value.payerName }),
        evidence: inPatient([earlier.position]),
      };
    const left = others.find(({ standing }) => standing !== 'named');
    if (left)
      return {
        ...finding('warns', `other-coverage.${left.standing}`, { payer, other: left.value.payerName }),
        evidence,
      };
    if (others.length === 0) return finding('passes', 'other-coverage.alone', { payer });
    return { ...finding('passes', 'other-coverage.named', { payer, others: namesOf(others) }), evidence };
  },
};

/**
 * The coverage of the same kind that pays before the billed one, by a payer's word or a rule; what is only recorded
 * agrees with the claim.
 */
function paysBefore(dossier: Dossier, { coverageId, kind }: Coverage): At<Coverage> | undefined {
  const { patient, practice } = dossier;
  const [day = dossier.completedOn] = serviceDays(dossier);
  const order = orderOfCoverages(patient, practice, day);
  if (order === undefined || isRefusal(order)) return undefined;
  const ofKind = order.plans.flatMap(({ planId, coordinates }) => {
    const recorded = patient.coverages.get(planId);
    return coordinates && recorded?.value.kind === kind ? recorded : [];
  });
  const [first] = ofKind;
  return first?.value.coverageId === coverageId ? undefined : first;
}

function serviceDays({ lines, completedOn }: Dossier) {
  return lines.length > 0 ? lines.map(({ serviceDate }) => serviceDate) : [completedOn];
}

function namesOf(others: readonly OtherCoverage[]): string {
  return others.map(({ value }) => value.payerName).join(', ');
}
