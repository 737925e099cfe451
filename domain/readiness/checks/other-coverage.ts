import { claimPlaces, type ClaimPlaces } from '../../claim/claim-places.ts';
import { otherCoverages, type OtherCoverage } from '../../claim/other-coverages.ts';
import type { Coverage } from '../../coverage/benefit-fact.ts';
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
    'pays-first',
    'order-open',
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
    const { placeOf, open } = placesOf(dossier, coverage);
    const place = placeOf(coverage);
    if (place !== 'primary') {
      const earlier = others.find((other) => other.place === 'primary')?.value.payerName;
      if (earlier === undefined)
        return { ...finding('blocks', 'other-coverage.noEarlierPayer', { payer }), evidence };
      const says = coverage.priority === 'primary' ? 'order-differs' : 'laterPayer';
      return { ...finding('blocks', `other-coverage.${says}`, { payer, first: earlier }), evidence };
    }
    const isMoved = others.some((other) => other.place !== other.value.priority);
    if (isMoved || coverage.priority !== 'primary')
      return { ...finding('warns', 'other-coverage.pays-first', { payer }), evidence };
    const left = others.find(({ standing }) => standing !== 'named');
    if (left)
      return {
        ...finding('warns', `other-coverage.${left.standing}`, { payer, other: left.value.payerName }),
        evidence,
      };
    if (open)
      return {
        ...finding('warns', 'other-coverage.order-open', { one: open.one.name, other: open.other.name }),
        evidence,
      };
    if (others.length === 0) return finding('passes', 'other-coverage.alone', { payer });
    return { ...finding('passes', 'other-coverage.named', { payer, others: namesOf(others) }), evidence };
  },
};

function placesOf(dossier: Dossier, coverage: Coverage): ClaimPlaces {
  const [day = dossier.completedOn] = serviceDays(dossier);
  return claimPlaces(dossier.patient, dossier.practice, coverage, day);
}

function serviceDays({ lines, completedOn }: Dossier) {
  return lines.length > 0 ? lines.map(({ serviceDate }) => serviceDate) : [completedOn];
}

function namesOf(others: readonly OtherCoverage[]): string {
  return others.map(({ value }) => value.payerName).join(', ');
}
