import { saysEnough } from '../../activity/says-enough.ts';
import type { RecordedActivity } from '../../case/case.ts';
import { finding, type ReadinessCheck } from '../readiness-check.ts';

/** What auditors ask of a note, most telling first: without content nothing is proved; the rest makes it weaker. */
const gaps: readonly {
  readonly word: string;
  readonly outcome: 'blocks' | 'warns';
  readonly lacks: (recorded: RecordedActivity) => boolean;
}[] = [
  {
    word: 'content',
    outcome: 'blocks',
    lacks: ({ activity }) => !saysEnough(activity),
  },
  {
    word: 'effect',
    outcome: 'warns',
    lacks: ({ activity: { contact } }) => contact !== undefined && !says(contact.effectOnPlan),
  },
  {
    word: 'counterparty',
    outcome: 'warns',
    lacks: ({ activity: { contact } }) =>
      (contact?.parties ?? []).some(
        ({ memberId, role, organization, kind }) =>
          kind !== 'patient' && memberId === undefined && !says(role) && !says(organization),
      ),
  },
  { word: 'planStep', outcome: 'warns', lacks: ({ activity }) => activity.planItemId === undefined },
];

export const noteFields: ReadinessCheck = {
  id: 'note-fields',
  belongsTo: 'code',
  outcomes: ['passes', 'warns', 'blocks', 'not-applicable'],
  says: ['complete', ...gaps.map(({ word }) => word), 'noWork'],
  mend: { screen: 'contacts', action: 'amend-activity' },
  assess: ({ work }) => {
    if (work.length === 0) return finding('not-applicable', 'note-fields.noWork');
    for (const { word, outcome, lacks } of gaps) {
      const lacking = work.filter(lacks);
      if (lacking.length > 0)
        return finding(outcome, `note-fields.${word}`, { count: lacking.length }, lacking);
    }
    return finding('passes', 'note-fields.complete', { count: work.length }, work);
  },
};

function says(text: string | undefined): boolean {
  return (text ?? '').trim() !== '';
}
