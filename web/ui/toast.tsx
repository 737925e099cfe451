import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import i18next from 'i18next';

interface Undo {
  readonly label: string;
  readonly run: () => void;
}

/** Says that it is done; with `undo`, a button takes it back while the message stands. */
export function toast(text: string, undo?: Undo): void {
  const id = notifications.show({
    message: (
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">{text}</Text>
        {undo && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              notifications.hide(id);
              undo.run();
            }}
          >
            {undo.label}
          </Button>
        )}
      </Group>
    ),
    autoClose: undo ? 10_000 : 4000,
    closeButtonProps: { 'aria-label': i18next.t('web.form.close') },
  });
}
