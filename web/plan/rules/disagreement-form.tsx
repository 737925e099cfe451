import { useTranslation } from 'react-i18next';
import type { SharedPlanView } from '#contract/plan-view.ts';
import { refuse } from '#domain/kernel/refusal.ts';
import { Refused } from '../../api/client.ts';
import { useCaseView } from '../../case/case-context.tsx';
import { DraftForm } from '../../case/case-form.tsx';
import { useCaseForm } from '../../case/use-case-form.ts';
import { newId } from '../../ui/clock.ts';
import { ChecksField, ChoiceField, LongTextField } from '../../ui/fields.tsx';
import { readText } from '../../ui/reading.ts';
import { useConstraintWords } from './rule-words.ts';

type Conflict = SharedPlanView['conflicts'][number];

interface Props {
  /** What was found; absent: somebody disagrees about steps of their choice. */
  readonly conflict: Conflict | undefined;
  readonly onDone: () => void;
}

/** What is disagreed about, and who of the team resolves it: the treating dentist, unless the steps are theirs. */
export function DisagreementForm({ conflict, onDone }: Props) {
  const { t } = useTranslation();
  const words = useConstraintWords();
  const { members, planItems } = useCaseView();
  const kind = conflict?.kind ?? 'other';
  const found = conflict?.itemIds ?? [];
  const owners = planItems.flatMap(({ item }) => (found.includes(item.itemId) ? [item.ownerMemberId] : []));
  const dentist = members.find(({ member }) => member.role === 'treating-dentist')?.member.memberId;
  const form = useCaseForm({
    command: 'open-disagreement',
    about: conflictKey(conflict),
    initial: {
      disagreementId: newId(),
      text: conflict ? `${t(`web.rules.conflict.${kind}`)}: ${words.points(found)}`.slice(0, 300) : '',
      itemIds: found as readonly string[],
      resolver: dentist === undefined || owners.includes(dentist) ? '' : dentist,
    },
    build: ({ disagreementId, text, itemIds, resolver }) => {
      if (itemIds.length === 0)
        throw new Refused(refuse('plan/too-few-steps', { count: 1 }, '/disagreement/itemIds'));
      return {
        disagreement: {
          disagreementId,
          kind,
          itemIds: [...itemIds],
          text: readText(text, '/disagreement/text'),
          resolverMemberId: readText(resolver, '/disagreement/resolverMemberId'),
        },
      };
    },
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.rules.track')} onCancel={onDone}>
      <LongTextField
        at="/disagreement/text"
        label={t('web.rules.disagreementText')}
        minRows={1}
        data-autofocus
        value={draft.text}
        onValue={(text) => change({ text })}
      />
      <ChoiceField
        at="/disagreement/resolverMemberId"
        label={t('web.rules.resolver')}
        empty={t('web.form.choose')}
        value={draft.resolver}
        onValue={(resolver) => change({ resolver })}
        choices={members.map(({ member }) => ({ value: member.memberId, label: member.name }))}
      />
      <ChecksField
        at="/disagreement/itemIds"
        label={t('web.rules.field.items')}
        values={draft.itemIds}
        onValues={(itemIds) => change({ itemIds })}
        choices={planItems
          .filter(({ item }) => item.status !== 'declined' && item.status !== 'withdrawn')
          .map(({ item }) => ({ value: item.itemId, label: item.text }))}
      />
    </DraftForm>
  );
}

/** What a found conflict is called in an address. */
export function conflictKey(conflict: Conflict | undefined): string {
  return conflict ? [conflict.kind, ...conflict.itemIds].join(' ') : 'new';
}
