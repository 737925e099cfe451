import { finding, type ReadinessCheck } from '../readiness-check.ts';

export const signatures: ReadinessCheck = {
  id: 'signatures',
  belongsTo: 'code',
  outcomes: ['passes', 'blocks', 'not-applicable'],
  says: ['signed', 'unsigned', 'noWork'],
  mend: { screen: 'contacts', action: 'sign-activities' },
  assess: ({ work }) => {
    if (work.length === 0) return finding('not-applicable', 'signatures.noWork');
    const unsigned = work.filter(({ signed, activity }) => signed?.who.id !== activity.staffId);
    return unsigned.length > 0
      ? finding('blocks', 'signatures.unsigned', { count: unsigned.length }, unsigned)
      : finding(
          'passes',
          'signatures.signed',
          { count: work.length },
          work.flatMap(({ signed }) => signed ?? []),
        );
  },
};
