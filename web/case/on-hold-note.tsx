import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { rolesFor, type CaseAction } from '#domain/case/available-actions.ts';
import { useSession } from '../api/session.ts';
import { useAction } from '../ui/use-action.ts';
import { useCaseView } from './case-context.tsx';
import { useMay } from './may.ts';

/** Why whoever does it otherwise cannot do it now: the case is on hold. */
export function OnHoldNote({ action }: { readonly action: CaseAction }) {
  const { t } = useTranslation();
  const { role } = useSession();
  const { state } = useCaseView();
  const may = useMay();
  const { open } = useAction();
  if (state !== 'on-hold' || may(action) || !rolesFor(action).includes(role)) return null;
  return (
    <Group gap="xs">
      <Text size="sm">{t('web.case.waitsOnHold')}</Text>
      {may('resume') && (
        <Button size="compact-md" variant="default" onClick={() => open('resume')}>
          {t('web.case.do.resume')}
        </Button>
      )}
    </Group>
  );
}
