import { breadthOf } from '../../code-guide/case-facts.ts';
import { joinsSeveral } from '../../code-guide/work-facts.ts';
import { finding, type ReadinessCheck } from '../readiness-check.ts';

export const severalParties: ReadinessCheck = {
  id: 'several-parties',
  belongsTo: 'code',
  outcomes: ['passes', 'blocks'],
  says: ['several', 'one'],
  waivableAs: 'several-parties',
  mend: { screen: 'team', action: 'record-member' },
  assess: ({ state, patient, practice, completedOn }) => {
    const counts = { ...breadthOf(state, practice, completedOn, patient) };
    const members = [...state.members.values()];
    return joinsSeveral(counts)
      ? finding('passes', 'several-parties.several', counts, members)
      : finding('blocks', 'several-parties.one', {}, members);
  },
};
