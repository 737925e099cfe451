import { finding, type ReadinessCheck } from '../readiness-check.ts';

export const lateEntries: ReadinessCheck = {
  id: 'late-entries',
  belongsTo: 'code',
  outcomes: ['passes', 'warns', 'not-applicable'],
  says: ['inTime', 'late', 'noWork'],
  mend: { screen: 'contacts', action: 'log-activity' },
  assess: ({ work }) => {
    if (work.length === 0) return finding('not-applicable', 'late-entries.noWork');
    const late = work.filter((recorded) => recorded.late);
    return late.length > 0
      ? finding('warns', 'late-entries.late', { count: late.length }, late)
      : finding('passes', 'late-entries.inTime', {}, work);
  },
};
