import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PlanEvent } from '#domain/treatment-plan/plan-events.ts';
import { useCaseView } from '../../case/case-context.tsx';
import { DraftForm } from '../../case/case-form.tsx';
import { useMay } from '../../case/may.ts';
import { ReasonForm } from '../../case/reason-form.tsx';
import { useCaseForm } from '../../case/use-case-form.ts';
import { newId } from '../../ui/clock.ts';
import { DateField, TextField } from '../../ui/fields.tsx';
import { Empty, Section } from '../../ui/page.tsx';
import { Panel } from '../../ui/panel.tsx';
import { readOptionalDate, readText } from '../../ui/reading.ts';
import { useAction } from '../../ui/use-action.ts';
import { Day } from '../../ui/when.tsx';

/** Days that the plan turns around and does not choose: radiotherapy, surgery, a birth. */
export function PlanDates() {
  const { t } = useTranslation();
  const may = useMay();
  const { sharedPlan } = useCaseView();
  const { action, subject, open, close } = useAction();
  const chosen = sharedPlan.events.find(({ event }) => event.eventId === subject)?.event;
  return (
    <>
      <Section
        title={t('web.rules.dates')}
        lead={t('web.rules.datesLead')}
        actions={
          may('record-outside-event') && (
            <Button
              variant="default"
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => open('record-outside-event')}
            >
              {t('web.rules.addDate')}
            </Button>
          )
        }
      >
        {sharedPlan.events.length === 0 ? (
          <Empty>{t('web.rules.noDates')}</Empty>
        ) : (
          <ul className="rows">
            {sharedPlan.events.map(({ event }) => (
              <li key={event.eventId} className="row">
                <div className="row-main">
                  <Text fw={600}>{event.text}</Text>
                  <Text size="sm">
                    {event.on === null ? t('web.rules.notKnownYet') : <Day on={event.on} relative />}
                  </Text>
                </div>
                {may('record-outside-event') && (
                  <Group className="row-side">
                    <Button
                      size="compact-md"
                      variant="default"
                      onClick={() => open('record-outside-event', event.eventId)}
                    >
                      {t('web.form.change')}
                      <span className="visually-hidden"> {event.text}</span>
                    </Button>
                    <Button
                      size="compact-md"
                      variant="default"
                      onClick={() => open('withdraw-outside-event', event.eventId)}
                    >
                      {t('web.rules.withdraw')}
                      <span className="visually-hidden"> {event.text}</span>
                    </Button>
                  </Group>
                )}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Panel title={t('web.rules.addDate')} opened={action === 'record-outside-event'} onClose={close}>
        <DateForm key={chosen?.eventId ?? 'new'} event={chosen} onDone={close} />
      </Panel>
      <Panel
        title={t('web.rules.withdraw')}
        opened={action === 'withdraw-outside-event' && chosen !== undefined}
        onClose={close}
      >
        {chosen && (
          <ReasonForm
            command="withdraw-outside-event"
            about={chosen.eventId}
            lead={chosen.text}
            build={(reason) => ({ eventId: chosen.eventId, reason })}
            submitLabel={t('web.rules.withdraw')}
            onDone={close}
          />
        )}
      </Panel>
    </>
  );
}

function DateForm({ event, onDone }: { readonly event: PlanEvent | undefined; readonly onDone: () => void }) {
  const { t } = useTranslation();
  const form = useCaseForm({
    command: 'record-outside-event',
    about: event?.eventId ?? 'new',
    initial: { eventId: event?.eventId ?? newId(), text: event?.text ?? '', on: String(event?.on ?? '') },
    build: (draft) => ({
      event: {
        eventId: draft.eventId,
        text: readText(draft.text, '/event/text'),
        on: readOptionalDate(draft.on, '/event/on') ?? null,
      },
    }),
    done: onDone,
  });
  return (
    <DraftForm form={form} submitLabel={t('web.form.save')} onCancel={onDone}>
      <TextField
        at="/event/text"
        label={t('web.rules.dateText')}
        data-autofocus
        value={form.draft.text}
        onValue={(text) => form.change({ text })}
      />
      <DateField
        at="/event/on"
        label={t('web.rules.dateOn')}
        description={t('web.rules.dateOnLead')}
        value={form.draft.on}
        onValue={(on) => form.change({ on })}
      />
    </DraftForm>
  );
}
