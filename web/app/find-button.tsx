import { Button, Kbd } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { openFind } from './find.tsx';

export function FindButton() {
  const { t } = useTranslation();
  return (
    <Button
      variant="default"
      onClick={openFind}
      leftSection={<IconSearch size={18} aria-hidden />}
      rightSection={
        <Kbd visibleFrom="md" aria-hidden>
          /
        </Kbd>
      }
      className="icon-below-md"
    >
      <span>{t('web.find.button')}</span>
    </Button>
  );
}
