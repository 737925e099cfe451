import { Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useSay } from '../ui/say.ts';
import type { ActivityRow } from './activity-row.ts';
import { useMayChangeEntry } from './may-change-entry.ts';
import { useOpenEntry } from './use-open-entry.ts';
import { useSignEntries } from './use-sign-entries.ts';

/** What keeps an entry from counting, each with the button that mends it where its author looks. */
export function Missing({ row }: { readonly row: ActivityRow }) {
  const { t } = useTranslation();
  const say = useSay();
  const mayChange = useMayChangeEntry();
  const { standing, missing } = row.standing;
  if (standing !== 'incomplete') return null;
  return (
    <ul className="missing">
      {missing.map(({ message, mend }, index) => (
        <li key={index}>
          <Text size="sm" component="span">
            <IconAlertTriangle size={16} aria-hidden className="inline-icon" />{' '}
            {message.id.startsWith('codeChoice.need.')
              ? t('web.contacts.wouldCount', { need: say(message) })
              : say(message)}
          </Text>
          {mend && mayChange(row) && <Mend mend={mend} activityId={row.activity.activityId} />}
        </li>
      ))}
    </ul>
  );
}

interface MendProps {
  readonly mend: 'sign-activities' | 'amend-activity';
  readonly activityId: string;
}

function Mend({ mend, activityId }: MendProps) {
  const { t } = useTranslation();
  const openEntry = useOpenEntry();
  const { sign, isPending } = useSignEntries();
  return mend === 'amend-activity' ? (
    <Button size="compact-sm" variant="default" onClick={() => openEntry('amend-activity', activityId)}>
      {t('web.contacts.amend')}
    </Button>
  ) : (
    <Button size="compact-sm" variant="default" loading={isPending} onClick={() => sign([activityId])}>
      {t('web.contacts.sign')}
    </Button>
  );
}
