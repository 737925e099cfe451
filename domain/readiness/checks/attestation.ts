import { isAttested } from '../../case/case-gaps.ts';
import type { Dossier } from '../dossier.ts';
import { finding, type ReadinessCheck } from '../readiness-check.ts';

export const attestation: ReadinessCheck = {
  id: 'attestation',
  belongsTo: 'code',
  outcomes: ['passes', 'blocks', 'not-applicable'],
  says: ['attested', 'missing', 'otherPerson', 'noWork'],
  mend: { screen: 'claim', action: 'attest' },
  assess: (dossier) => {
    const { state, work } = dossier;
    if (work.length === 0) return finding('not-applicable', 'attestation.noWork');
    const missing = work.filter((recorded) => !isAttested(state, recorded));
    if (missing.length > 0)
      return finding('blocks', 'attestation.missing', { count: missing.length }, missing);
    const byTreating = state.attestations.filter(({ who }) => isTreating(who.id, dossier));
    return byTreating.length > 0
      ? finding('passes', 'attestation.attested', {}, byTreating)
      : finding('blocks', 'attestation.otherPerson', {}, state.attestations);
  },
};

function isTreating(staffId: string, { treating, practice }: Dossier): boolean {
  if (!treating) return false;
  return treating.staffId === staffId || practice.staff.get(staffId)?.providerId === treating.providerId;
}
