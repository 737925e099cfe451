import { ActionIcon, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCaseCommand } from '../api/cases.ts';
import { useSession } from '../api/session.ts';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';
import { useMayRecord } from '../patient/may-record.ts';
import { useAction } from '../ui/use-action.ts';
import { useTellRefusal } from '../ui/tell-refusal.tsx';
import { toast } from '../ui/toast.tsx';
import type { ActivityRow } from './activity-row.ts';

/** What its author may still do: sign, amend, withdraw. */
export function ActivityActions({ row }: { readonly row: ActivityRow }) {
  const { t } = useTranslation();
  const may = useMay();
  const mayRecord = useMayRecord();
  const session = useSession();
  const { caseId } = useCaseView();
  const { open } = useAction();
  const tell = useTellRefusal();
  const sign = useCaseCommand(caseId, 'sign-activities');
  const { activityId, staffId } = row.activity;
  if (row.withdrawn || staffId !== session.staffId || !may('amend-activity')) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size="lg" aria-label={t('web.contacts.actions')}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!row.signed && (
          <Menu.Item
            onClick={() =>
              sign.mutate(
                { activityIds: [activityId] },
                { onSuccess: () => toast(t('web.contacts.nowSigned')), onError: tell },
              )
            }
          >
            {t('web.contacts.sign')}
          </Menu.Item>
        )}
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
