import { decisionOf } from '../../case/standing-activities.ts';
import { finding, type ReadinessCheck } from '../readiness-check.ts';

export const codeDecision: ReadinessCheck = {
  id: 'code-decision',
  belongsTo: 'code',
  outcomes: ['passes', 'warns', 'blocks'],
  says: ['decided', 'otherThanProposed', 'undecided', 'noWork'],
  mend: { screen: 'code', action: 'decide-code' },
  assess: ({ state, work, proposed }) => {
    if (work.length === 0) return finding('blocks', 'code-decision.noWork', {}, state.codeDecisions);
    const decisions = work.map(({ activity }) => decisionOf(state, activity.activityId));
    const undecided = work.filter((_, index) => decisions[index] === undefined);
    if (undecided.length > 0)
      return finding('blocks', 'code-decision.undecided', { count: undecided.length }, undecided);
    const stamps = decisions.flatMap((decision) => decision ?? []);
    const contrary = work.filter(({ activity }) => proposed.get(activity.activityId) !== 'D9992');
    return contrary.length > 0
      ? finding('warns', 'code-decision.otherThanProposed', { count: contrary.length }, stamps)
      : finding('passes', 'code-decision.decided', { count: work.length }, stamps);
  },
};
