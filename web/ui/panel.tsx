import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsTelephone } from './use-is-telephone.ts';

interface PanelProps {
  readonly title: string;
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Beside a page that stays readable and usable, as long as there is room. */
  readonly beside?: boolean;
}

/** A form beside the page that it changes; the whole screen on a telephone. */
export function Panel({ title, opened, onClose, children, beside = false }: PanelProps) {
  const { t } = useTranslation();
  const telephone = useIsTelephone();
  const covers = telephone || !beside;
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      position="right"
      size={telephone ? '100%' : 'lg'}
      trapFocus={covers}
      lockScroll={covers}
    >
      {covers && <Drawer.Overlay backgroundOpacity={0.35} />}
      <Drawer.Content shadow="xl" aria-modal={covers}>
        <div className="panel-header">
          <Drawer.Title className="panel-title">{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={t('web.form.close')} />
        </div>
        <Drawer.Body>{opened && children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
