import { Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { saysEnough } from '#domain/activity/says-enough.ts';
import type { ContactDraft } from './contact-draft.ts';

/** Says before it is saved that the entry will not count as it stands; saving goes on all the same. */
export function ContentHint({ draft }: { readonly draft: ContactDraft }) {
  const { t } = useTranslation();
  const lacking = draft.isContact && !saysEnough({ contact: draft, note: draft.note });
  return (
    <div aria-live="polite">
      {lacking && (
        <Text size="sm" className="gaps">
          <IconInfoCircle size={16} aria-hidden className="inline-icon" /> {t('web.contact.lacksAnswer')}
        </Text>
      )}
    </div>
  );
}
