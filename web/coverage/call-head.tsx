import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { callSources } from '#domain/coverage/benefit-fact.ts';
import { reachedWords } from '#domain/activity/activity.ts';
import { TimeFields } from '../contact/time-fields.tsx';
import { TapField, TextField } from '../ui/fields.tsx';
import { useChoices, useWord } from '../ui/say.ts';
import { isCall, type CallDraft } from './call-draft.ts';

export interface CallFieldsProps {
  readonly draft: CallDraft;
  readonly change: (part: Partial<CallDraft>) => void;
}

const outcomes = ['reached', 'message-left', 'no-answer'] as const;

/** From whom, since when, and what shows later that it was said. */
export function CallHead({ draft, change }: CallFieldsProps) {
  const { t } = useTranslation();
  const choices = useChoices();
  const word = useWord();
  return (
    <>
      <TapField
        label={t('call.source')}
        value={draft.source}
        onValue={(value) => {
          const source = callSources.find((known) => known === value);
          if (source) change({ source });
        }}
        choices={callSources.map((value) => ({ value, label: word('factSource', value) }))}
      />
      <TimeFields draft={draft} change={change} />
      {draft.stopped && (
        <Text size="sm" role="status" className="warn-text">
          {t('call.stopped')}
        </Text>
      )}
      {isCall(draft) && (
        <TapField
          label={t('web.contact.reached')}
          value={draft.reached}
          onValue={(value) => {
            const reached = reachedWords.find((known) => known === value);
            if (reached) change({ reached });
          }}
          choices={choices('reached', outcomes)}
        />
      )}
      <div className="two-fields">
        {isCall(draft) && (
          <TextField
            at="/source/representative"
            label={t('call.representative')}
            data-autofocus
            value={draft.representative}
            onValue={(representative) => change({ representative })}
          />
        )}
        <TextField
          at="/source/reference"
          label={t(isCall(draft) ? 'call.reference' : 'call.referenceRead')}
          value={draft.reference}
          onValue={(reference) => change({ reference })}
        />
      </div>
    </>
  );
}
