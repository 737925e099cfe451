import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useAction } from '../ui/use-action.ts';
import { useMay } from './may.ts';

const items = ['assign', 'put-on-hold', 'resume', 'close', 'reopen'] as const;

/** What concerns the case as a whole; only what may be done now. */
export function CaseMenu() {
  const { t } = useTranslation();
  const may = useMay();
  const { open } = useAction();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
          {t('web.case.menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {items.filter(may).map((item) => (
          <Menu.Item key={item} onClick={() => open(item)}>
            {t(`web.case.do.${item}`)}
          </Menu.Item>
        ))}
        <Menu.Item onClick={() => open('print')}>{t('web.case.do.print')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
