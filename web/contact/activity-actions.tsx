import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMayRecord } from '../patient/may-record.ts';
import type { ActivityRow } from './activity-row.ts';
import { useMayChangeEntry } from './may-change-entry.ts';
import { useOpenEntry } from './use-open-entry.ts';
import { useSignEntries } from './use-sign-entries.ts';

/** What its author may still do: sign, amend, withdraw. */
export function ActivityActions({ row }: { readonly row: ActivityRow }) {
  const { t } = useTranslation();
  const mayRecord = useMayRecord();
  const mayChange = useMayChangeEntry();
  const open = useOpenEntry();
  const { sign } = useSignEntries();
  const { activityId } = row.activity;
  if (!mayChange(row)) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={t('web.contacts.actions')}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!row.signed && <Menu.Item onClick={() => sign([activityId])}>{t('web.contacts.sign')}</Menu.Item>}
        {mayRecord('attach-document') && (
          <Menu.Item onClick={() => open('attach-document', activityId)}>
            {t('web.contacts.attach')}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => open('amend-activity', activityId)}>{t('web.contacts.amend')}</Menu.Item>
        <Menu.Item onClick={() => open('withdraw-activity', activityId)}>
          {t('web.contacts.withdraw')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
