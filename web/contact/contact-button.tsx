import { Button, Kbd } from '@mantine/core';
import { IconPhone, IconPlayerPauseFilled } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useReadsOnly } from '../api/reads-only.ts';
import { useContactDesk } from './use-contact-desk.ts';
import { useSeconds } from './use-seconds.ts';
import { useFormat } from '../ui/format.ts';
import type { Timer } from './timer.ts';

/** Logs a contact; while one is being written, shows its running watch. */
export function ContactButton() {
  const { t } = useTranslation();
  const desk = useContactDesk();
  const { caseId } = useParams({ strict: false });
  const readsOnly = useReadsOnly();
  if (readsOnly) return null;
  return (
    <Button
      onClick={() => desk.open(caseId)}
      leftSection={<IconPhone size={18} aria-hidden />}
      rightSection={
        desk.draft ? undefined : (
          <Kbd visibleFrom="md" aria-hidden>
            c
          </Kbd>
        )
      }
      className={desk.draft ? '' : 'icon-below-md'}
    >
      {desk.draft ? (
        <>
          <span className="visually-hidden">{t('web.contact.continue')}</span>
          <Running timer={desk.draft.timer} />
        </>
      ) : (
        <span>{t('web.contact.log')}</span>
      )}
    </Button>
  );
}

function Running({ timer }: { readonly timer: Timer }) {
  const format = useFormat();
  const seconds = useSeconds(timer);
  return (
    <span className="figures">
      {(timer.pausedAt ?? timer.endedAt) && <IconPlayerPauseFilled size={12} aria-hidden />}{' '}
      {format.duration(seconds)}
    </span>
  );
}
