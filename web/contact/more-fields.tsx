import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { activityKinds } from '#domain/activity/activity.ts';
import { dataCategories } from '#domain/consent/consent.ts';
import { useCaseView } from '../case/case-context.tsx';
import { ChecksField, ChoiceField } from '../ui/fields.tsx';
import { useChoices, useWord } from '../ui/say.ts';
import { kindOf } from './contact-draft.ts';
import type { DraftFieldsProps } from './time-fields.tsx';

/** What most contacts need not touch: kind of work, step of the plan, referral, what was disclosed. */
export function MoreFields({ draft, change }: DraftFieldsProps) {
  const { t } = useTranslation();
  const choices = useChoices();
  const word = useWord();
  const view = useCaseView();
  const kind = kindOf(draft);
  const referral = view.referrals.find((each) => each.referral.referralId === draft.referralId);
  return (
    <details className="more">
      <summary>{t('web.contact.more', { kind: word('activityKind', kind) })}</summary>
      <Stack gap="sm" mt="xs">
        <ChoiceField
          at="/activity/kind"
          label={t('web.contact.kind')}
          value={kind}
          onValue={(value) => change({ kind: activityKinds.find((known) => known === value) ?? null })}
          choices={choices('activityKind', activityKinds)}
        />
        {view.planItems.length > 0 && (
          <ChoiceField
            label={t('web.contact.planItem')}
            empty={t('web.form.none')}
            value={draft.planItemId}
            onValue={(planItemId) => change({ planItemId })}
            choices={view.planItems.map(({ item }) => ({ value: item.itemId, label: item.text }))}
          />
        )}
        {draft.isContact && view.referrals.length > 0 && (
          <ChoiceField
            label={t('web.contact.referral')}
            empty={t('web.form.none')}
            value={draft.referralId}
            onValue={(referralId) => change({ referralId, referralMove: '' })}
            choices={view.referrals.map((each) => ({
              value: each.referral.referralId,
              label: each.referral.reason,
            }))}
          />
        )}
        {draft.isContact && referral && (
          <ChoiceField
            label={t('web.contact.referralMove')}
            empty={t('web.contact.referralStays')}
            value={draft.referralMove}
            onValue={(referralMove) => change({ referralMove })}
            choices={choices('referralState', referral.mayMoveTo)}
          />
        )}
        {draft.isContact && (
          <ChecksField
            label={t('web.contact.disclosed')}
            description={t('web.contact.disclosedHelp')}
            values={draft.disclosed}
            onValues={(values) =>
              change({ disclosed: dataCategories.filter((category) => values.includes(category)) })
            }
            choices={choices('category', dataCategories)}
          />
        )}
      </Stack>
    </details>
  );
}
