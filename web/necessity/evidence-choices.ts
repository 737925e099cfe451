import type { CaseView } from '#contract/views.ts';
import type { NecessityFactor } from '#domain/necessity/factor.ts';
import { useFormat } from '../ui/format.ts';
import { useWord } from '../ui/say.ts';

type Evidence = NecessityFactor['evidence'][number];

/** Everything in the record that may show a reason, and the author's own observation. */
export function useEvidence(view: CaseView): Evidence[] {
  const word = useWord();
  const format = useFormat();
  const { patient } = view;
  const cut = (text: string) => (text.length > 290 ? `${text.slice(0, 290)}…` : text);
  return [
    ...patient.conditions
      .filter(({ status }) => status === 'active')
      .map(({ conditionId, text, diagnosis }): Evidence => ({
        kind: 'condition',
        id: conditionId,
        label: cut(diagnosis === undefined ? text : `${text} (${diagnosis})`),
      })),
    ...patient.accommodations
      .filter(({ active }) => active)
      .map(({ accommodationId, need }): Evidence => ({
        kind: 'accommodation',
        id: accommodationId,
        label: cut(need),
      })),
    ...view.members.map(({ member }): Evidence => ({
      kind: 'team-member',
      id: member.memberId,
      label: cut(`${member.name}, ${word('teamRole', member.role)}`),
    })),
    ...patient.coverages.map(({ coverageId, payerName }): Evidence => ({
      kind: 'coverage',
      id: coverageId,
      label: payerName,
    })),
    ...view.referrals.map(({ referral }): Evidence => ({
      kind: 'referral',
      id: referral.referralId,
      label: cut(referral.reason),
    })),
    ...view.planItems.map(({ item }): Evidence => ({
      kind: 'plan-item',
      id: item.itemId,
      label: cut(item.text),
    })),
    ...patient.documents.map(({ documentId, title }): Evidence => ({
      kind: 'document',
      id: documentId,
      label: cut(title),
    })),
    ...view.activities
      .filter(({ activity, withdrawn }) => activity.contact && !withdrawn)
      .map(({ activity }): Evidence => ({
        kind: 'contact',
        id: activity.activityId,
        label: cut(
          `${format.date(activity.serviceDate)}: ${activity.contact?.parties.map(({ name }) => name).join(', ') ?? ''}`,
        ),
      })),
  ];
}
