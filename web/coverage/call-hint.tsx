import { Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { hasAnswers, hasSaid, type CallDraft } from './call-draft.ts';

/** Says before it is saved that a call without any answer is an incomplete entry. */
export function CallHint({ draft }: { readonly draft: CallDraft }) {
  const { t } = useTranslation();
  return (
    <div aria-live="polite">
      {hasAnswers(draft) && !hasSaid(draft) && (
        <Text size="sm" className="gaps">
          <IconInfoCircle size={16} aria-hidden className="inline-icon" /> {t('call.nothingYet')}
        </Text>
      )}
    </div>
  );
}
