import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PanelProps {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A form beside the page that it changes; the whole screen on a telephone. */
export function Panel({ title, opened, onClose, children }: PanelProps) {
  const { t } = useTranslation();
  const telephone = useMediaQuery('(max-width: 48em)') ?? false;
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={title}
      position="right"
      size={telephone ? '100%' : 'lg'}
      closeButtonProps={{ 'aria-label': t('web.form.close') }}
      overlayProps={{ backgroundOpacity: 0.35 }}
      classNames={{ title: 'panel-title', header: 'panel-header' }}
    >
      {opened && children}
    </Drawer>
  );
}
