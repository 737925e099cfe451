import { Button, Group, Stack, Text } from '@mantine/core';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saysEnough } from '#domain/activity/says-enough.ts';
import { useCaseCommand } from '../api/cases.ts';
import { usePractice } from '../api/practice.ts';
import { useSession } from '../api/session.ts';
import { useCaseView } from '../case/case-context.tsx';
import { FlagField } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { useFormat } from '../ui/format.ts';
import { toast } from '../ui/toast.tsx';
import { useSubmission } from '../ui/use-submission.ts';
import { buildLogActivity } from './build-activity.ts';
import { useContactDesk } from './use-contact-desk.ts';
import type { ContactDraft } from './contact-draft.ts';
import { ContentHint } from './content-hint.tsx';
import { ContactFields, WorkFields } from './contact-fields.tsx';
import { MoreFields } from './more-fields.tsx';
import { NextActionFields } from './next-action-fields.tsx';
import { TimeFields } from './time-fields.tsx';
import { useSuggestion } from './use-suggestion.ts';

/** One contact, one entry: communication, minutes, next action and the referral's move in one save. */
export function ContactForm() {
  const { draft } = useContactDesk();
  return draft ? <OpenContact draft={draft} /> : null;
}

function OpenContact({ draft }: { readonly draft: ContactDraft }) {
  const { t } = useTranslation();
  const desk = useContactDesk();
  const view = useCaseView();
  const { change } = desk;
  const submission = useSaveContact(draft);
  const { firstName, lastName } = view.patient.demographics;
  return (
    <Form
      submission={submission}
      submitLabel={t(draft.sign ? 'web.contact.saveAndSign' : 'web.contact.save')}
    >
      <Group justify="space-between" gap="xs">
        <Text fw={600}>
          {firstName} {lastName} · {view.title}
        </Text>
        <Button variant="default" size="compact-sm" onClick={() => change({ caseId: null, parties: [] })}>
          {t('web.contact.otherCase')}
        </Button>
      </Group>
      <TimeFields draft={draft} change={change} />
      {draft.isContact ? (
        <ContactFields draft={draft} change={change} />
      ) : (
        <WorkFields draft={draft} change={change} />
      )}
      <NextActionFields draft={draft} change={change} />
      <MoreFields draft={draft} change={change} />
      <ContentHint draft={draft} />
      <Stack gap="xs">
        <FlagField
          label={t('web.contact.sign')}
          checked={draft.sign}
          onChecked={(sign) => change({ sign })}
        />
        <Group gap="xs">
          <Button
            variant="default"
            size="compact-md"
            onClick={() => change({ isContact: !draft.isContact, kind: null })}
          >
            {t(draft.isContact ? 'web.contact.wasWork' : 'web.contact.wasContact')}
          </Button>
          <Button variant="default" size="compact-md" onClick={desk.forget}>
            {t('web.contact.discard')}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

function useSaveContact(draft: ContactDraft) {
  const { t } = useTranslation();
  const desk = useContactDesk();
  const view = useCaseView();
  const session = useSession();
  const practice = usePractice();
  const format = useFormat();
  const [seen] = useState(view.position);
  const suggestion = useSuggestion(draft);
  const log = useCaseCommand(view.caseId, 'log-activity');
  const withdraw = useCaseCommand(view.caseId, 'withdraw-activity');
  const { mutateAsync } = log;
  const work = useCallback(
    async (position: number | undefined) => {
      const command = buildLogActivity(draft, {
        staffId: session.staffId,
        staffName: session.name,
        timeZone: practice.data?.profile?.timeZone ?? format.timeZone,
        suggestion,
      });
      await mutateAsync({ ...command, expectedPosition: position ?? seen });
      const { activity } = command;
      const told = saysEnough(activity) ? 'web.contact.saved' : 'web.contact.savedIncomplete';
      toast(t(told, { time: format.duration(activity.time.seconds) }), {
        label: t('web.form.undo'),
        run: () => withdraw.mutate({ activityId: draft.activityId, reason: t('web.contact.undoReason') }),
      });
    },
    [draft, session, practice.data, format, suggestion, mutateAsync, seen, t, withdraw],
  );
  return useSubmission(work, desk.forget);
}
