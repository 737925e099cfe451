import type { RecordedActivity } from '../../case/case.ts';
import { isContact } from '../../code-guide/work-facts.ts';
import { finding, type ReadinessCheck } from '../readiness-check.ts';

export const reachedContact: ReadinessCheck = {
  id: 'reached-contact',
  belongsTo: 'code',
  outcomes: ['passes', 'blocks'],
  says: ['reached', 'voicemailOnly', 'noWork'],
  mend: { screen: 'contacts', action: 'log-activity' },
  assess: ({ open, work }) => {
    const reached = work.filter(hasReachedSomebody);
    if (reached.length > 0)
      return finding('passes', 'reached-contact.reached', { count: reached.length }, reached);
    return open.length > 0
      ? finding('blocks', 'reached-contact.voicemailOnly', { count: open.length }, open)
      : finding('blocks', 'reached-contact.noWork');
  },
};

/** Somebody outside our own team. */
function hasReachedSomebody({ activity: { contact } }: RecordedActivity): boolean {
  return (
    contact !== undefined &&
    isContact(contact.reached) &&
    contact.parties.some(({ kind }) => kind !== 'own-team')
  );
}
