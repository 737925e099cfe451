import { useTranslation } from 'react-i18next';
import { reachedWords } from '#domain/activity/activity.ts';
import { routes } from '#domain/practice/practice-events.ts';
import { LongTextField, TapField, TextField } from '../ui/fields.tsx';
import { useChoices } from '../ui/say.ts';
import { PartiesField } from './parties-field.tsx';
import type { DraftFieldsProps } from './time-fields.tsx';

/** With whom, which way, by which route, reached or not, what was asked and answered. */
export function ContactFields({ draft, change }: DraftFieldsProps) {
  const { t } = useTranslation();
  const choices = useChoices();
  return (
    <>
      <PartiesField draft={draft} change={change} />
      <div className="two-fields">
        <TapField
          label={t('web.contact.direction')}
          value={draft.direction}
          onValue={(direction) => change({ direction: direction === 'incoming' ? 'incoming' : 'outgoing' })}
          choices={choices('direction', ['outgoing', 'incoming'])}
        />
        <TextField
          label={t('web.contact.routeValue')}
          value={draft.routeValue}
          onValue={(routeValue) => change({ routeValue })}
        />
      </div>
      <TapField
        at="/contact/route"
        label={t('web.contact.route')}
        value={draft.route}
        onValue={(value) => {
          const route = routes.find((known) => known === value);
          if (route) change({ route });
        }}
        choices={choices('route', routes)}
      />
      <TapField
        at="/contact/reached"
        label={t('web.contact.reached')}
        value={draft.reached}
        onValue={(value) => {
          const reached = reachedWords.find((known) => known === value);
          if (reached) change({ reached });
        }}
        choices={choices('reached', reachedWords)}
      />
      <LongTextField
        at="/contact/asked"
        label={t('web.contact.asked')}
        value={draft.asked}
        onValue={(asked) => change({ asked })}
      />
      <LongTextField
        at="/contact/answered"
        label={t('web.contact.answered')}
        value={draft.answered}
        onValue={(answered) => change({ answered })}
      />
      <LongTextField
        at="/contact/effectOnPlan"
        label={t('web.contact.effect')}
        minRows={1}
        value={draft.effectOnPlan}
        onValue={(effectOnPlan) => change({ effectOnPlan })}
      />
    </>
  );
}

/** Work without a contact: what was done. */
export function WorkFields({ draft, change }: DraftFieldsProps) {
  const { t } = useTranslation();
  return (
    <LongTextField
      at="/activity/note"
      label={t('web.contact.note')}
      minRows={3}
      value={draft.note}
      onValue={(note) => change({ note })}
    />
  );
}
