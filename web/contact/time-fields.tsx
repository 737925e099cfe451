import { Button, Group, Text } from '@mantine/core';
import { IconPhoneOff, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DateField, TapField, TextField } from '../ui/fields.tsx';
import { nowInstant } from '../ui/clock.ts';
import { useFormat } from '../ui/format.ts';
import { endContact, type ContactDraft } from './contact-draft.ts';
import { clockTime, pauseTimer, resumeTimer, type Timer } from './timer.ts';
import { useSeconds } from './use-seconds.ts';

export interface DraftFieldsProps {
  readonly draft: ContactDraft;
  readonly change: (part: Partial<ContactDraft>) => void;
}

interface TimeFieldsProps extends DraftFieldsProps {
  /** Of an entry that is amended: what the watch measured is not run on. */
  readonly measured?: boolean;
}

/** How long it took: by the watch, by start and stop, or by hand with a reason. */
export function TimeFields({ draft, change, measured = false }: TimeFieldsProps) {
  const { t } = useTranslation();
  const { timeZone } = useFormat();
  return (
    <>
      {draft.basis === 'timer' && !measured && <Watch draft={draft} change={change} />}
      <div className="time-fields">
        <TapField
          label={t('web.contact.basis')}
          value={draft.basis}
          onValue={(basis) => {
            const to = clockTime(draft.timer.endedAt ?? nowInstant(), timeZone);
            if (basis === 'timer') change({ basis });
            if (basis === 'start-and-stop' || basis === 'by-hand') change({ basis, to });
          }}
          choices={(['timer', 'start-and-stop', 'by-hand'] as const).map((value) => ({
            value,
            label: t(`web.contact.basisOf.${value}`),
          }))}
        />
        {draft.basis === 'timer' && measured && <Measured timer={draft.timer} />}
        {draft.basis !== 'timer' && <ByClock draft={draft} change={change} />}
      </div>
    </>
  );
}

function Watch({ draft, change }: DraftFieldsProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const seconds = useSeconds(draft.timer);
  const { endedAt, pausedAt } = draft.timer;
  return (
    <Group justify="space-between" gap="sm" className="watch" data-runs={!endedAt && !pausedAt}>
      <div>
        <Text component="div" className="watch-time" role="timer">
          {format.duration(seconds)}
        </Text>
        <Text size="sm" component="div" aria-live="polite">
          {t(endedAt ? 'web.contact.ended' : pausedAt ? 'web.contact.paused' : 'web.contact.running')}
        </Text>
      </div>
      <Group gap="xs">
        {endedAt || pausedAt ? (
          <Button
            variant="default"
            leftSection={<IconPlayerPlay size={18} aria-hidden />}
            onClick={() => change({ timer: resumeTimer(draft.timer, nowInstant()) })}
          >
            {t('web.contact.resume')}
          </Button>
        ) : (
          <>
            <Button
              variant="default"
              leftSection={<IconPlayerPause size={18} aria-hidden />}
              onClick={() => change({ timer: pauseTimer(draft.timer, nowInstant()) })}
            >
              {t('web.contact.pause')}
            </Button>
            <Button
              variant="outline"
              leftSection={<IconPhoneOff size={18} aria-hidden />}
              onClick={() => change(endContact(draft, nowInstant(), format.timeZone))}
            >
              {t('web.contact.end')}
            </Button>
          </>
        )}
      </Group>
    </Group>
  );
}

function Measured({ timer }: { readonly timer: Timer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const time = format.duration(useSeconds(timer));
  return <Text size="sm">{t('web.contact.measured', { time })}</Text>;
}

function ByClock({ draft, change }: DraftFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <div className="three-fields">
        <DateField
          at="/activity/serviceDate"
          label={t('web.contact.date')}
          value={draft.date}
          onValue={(date) => change({ date })}
        />
        {draft.basis === 'start-and-stop' && (
          <TextField
            at="/time/startedAt"
            type="time"
            label={t('web.contact.from')}
            value={draft.from}
            onValue={(from) => change({ from })}
          />
        )}
        <TextField
          at="/time/endedAt"
          type="time"
          label={t('web.contact.to')}
          value={draft.to}
          onValue={(to) => change({ to })}
        />
        {draft.basis === 'by-hand' && (
          <TextField
            at="/time/seconds"
            inputMode="decimal"
            label={t('web.contact.minutes')}
            value={draft.minutes}
            onValue={(minutes) => change({ minutes })}
          />
        )}
      </div>
      {draft.basis === 'by-hand' && (
        <TextField
          at="/time/byHandReason"
          label={t('web.contact.byHandReason')}
          description={t('web.contact.byHandHelp')}
          value={draft.byHandReason}
          onValue={(byHandReason) => change({ byHandReason })}
        />
      )}
    </>
  );
}
