import { findOverlaps, type CodedWork } from '../../activity/overlaps.ts';
import { decisionOf, standingActivities } from '../../case/standing-activities.ts';
import type { Dossier } from '../dossier.ts';
import { finding, type ReadinessCheck } from '../readiness-check.ts';

export const overlaps: ReadinessCheck = {
  id: 'overlaps',
  belongsTo: 'code',
  outcomes: ['passes', 'warns', 'blocks', 'not-applicable'],
  says: ['none', 'countedOnce', 'twoPatients', 'twoCodes', 'noWork'],
  mend: { screen: 'contacts', action: 'amend-activity' },
  assess: (dossier) => {
    const { work, state, otherWork } = dossier;
    if (work.length === 0) return finding('not-applicable', 'overlaps.noWork');
    const others = otherWork.filter(({ caseId }) => caseId !== state.caseId);
    const ids = new Set(work.map(({ activity }) => activity.activityId));
    const found = findOverlaps([...codedWork(dossier), ...others]).filter(({ activityIds }) =>
      activityIds.some((activityId) => ids.has(activityId)),
    );
    const overlapping = new Set(found.flatMap(({ activityIds }) => [...activityIds]));
    const involved = work.filter(({ activity }) => overlapping.has(activity.activityId));
    const of = (kind: (typeof found)[number]['kind']) =>
      found.filter((overlap) => overlap.kind === kind).length;
    if (of('two-patients') > 0)
      return finding('blocks', 'overlaps.twoPatients', { count: of('two-patients') }, involved);
    if (of('two-codes') > 0) {
      const codes = new Set(found.flatMap((overlap) => (overlap.kind === 'two-codes' ? overlap.codes : [])));
      const told = { count: of('two-codes'), codes: [...codes].sort().join(', ') };
      return finding('blocks', 'overlaps.twoCodes', told, involved);
    }
    if (found.length > 0) return finding('warns', 'overlaps.countedOnce', { count: found.length }, involved);
    return finding('passes', 'overlaps.none', {}, work);
  },
};

/** This case's activities with the codes that stand on them. */
function codedWork({ state, proposed }: Dossier): readonly CodedWork[] {
  return standingActivities(state).map(({ activity }) => {
    const code = decisionOf(state, activity.activityId)?.decision.code ?? proposed.get(activity.activityId);
    return {
      activityId: activity.activityId,
      staffId: activity.staffId,
      time: activity.time,
      caseId: state.caseId,
      patientId: state.patientId,
      codes: code === undefined || code === 'none' ? [] : [code],
    };
  });
}
