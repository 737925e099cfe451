import { useTranslation } from 'react-i18next';
import type { Activity } from '#domain/activity/activity.ts';
import { DraftForm } from '../case/case-form.tsx';
import { useCaseForm } from '../case/use-case-form.ts';
import { FlagField, LongTextField } from '../ui/fields.tsx';
import { nowInstant } from '../ui/clock.ts';
import { useFormat } from '../ui/format.ts';
import { readText } from '../ui/reading.ts';
import { buildActivity } from './build-activity.ts';
import { newContact, type ContactDraft } from './contact-draft.ts';
import { ContentHint } from './content-hint.tsx';
import { ContactFields, WorkFields } from './contact-fields.tsx';
import { MoreFields } from './more-fields.tsx';
import { TimeFields } from './time-fields.tsx';
import { clockTime } from './timer.ts';

interface Props {
  readonly activity: Activity;
  readonly onDone: () => void;
}

/** A correction: the whole as it should read, with the reason. The original stays in the record. */
export function AmendForm({ activity, onDone }: Props) {
  const { t } = useTranslation();
  const { today, timeZone } = useFormat();
  const form = useCaseForm({
    command: 'amend-activity',
    about: activity.activityId,
    initial: {
      ...newContact(nowInstant(), today(), timeZone, null),
      ...asDraft(activity, timeZone),
      reason: '',
    },
    build: (draft) => ({
      activity: amended(draft, activity, timeZone),
      reason: readText(draft.reason, '/reason'),
      sign: draft.sign,
    }),
    done: onDone,
  });
  const { draft, change } = form;
  return (
    <DraftForm form={form} submitLabel={t('web.contacts.saveAmendment')} onCancel={onDone}>
      <LongTextField
        at="/reason"
        label={t('web.contacts.amendReason')}
        description={t('web.contacts.amendHelp')}
        data-autofocus
        value={draft.reason}
        onValue={(reason) => change({ reason })}
      />
      {draft.isContact ? (
        <ContactFields draft={draft} change={change} />
      ) : (
        <WorkFields draft={draft} change={change} />
      )}
      <TimeFields draft={draft} change={change} measured />
      <MoreFields draft={draft} change={change} />
      <ContentHint draft={draft} />
      <FlagField
        label={t('web.contact.sign')}
        description={t('web.contacts.amendSign')}
        checked={draft.sign}
        onChecked={(sign) => change({ sign })}
      />
    </DraftForm>
  );
}

/** A measured time stays as it was measured, unless another basis was chosen. */
function amended(draft: ContactDraft, original: Activity, timeZone: string): Activity {
  const next = buildActivity(draft, original.staffId, timeZone);
  return draft.basis === 'timer' ? { ...next, time: original.time, serviceDate: original.serviceDate } : next;
}

function asDraft(activity: Activity, timeZone: string): Partial<ContactDraft> {
  const { contact, time } = activity;
  return {
    activityId: activity.activityId,
    kind: activity.kind,
    isContact: contact !== undefined,
    note: activity.note,
    planItemId: activity.planItemId ?? '',
    basis: time.basis,
    timer: {
      startedAt: time.startedAt,
      endedAt: time.endedAt,
      pausedAt: null,
      pausedSeconds: (Date.parse(time.endedAt) - Date.parse(time.startedAt)) / 1000 - time.seconds,
    },
    date: activity.serviceDate,
    from: clockTime(time.startedAt, timeZone),
    to: clockTime(time.endedAt, timeZone),
    minutes: String(time.seconds / 60),
    byHandReason: time.byHandReason ?? '',
    ...(contact && {
      parties: contact.parties,
      direction: contact.direction,
      route: contact.route,
      routeValue: contact.routeValue ?? '',
      reached: contact.reached,
      asked: contact.asked,
      answered: contact.answered,
      effectOnPlan: contact.effectOnPlan,
      disclosed: contact.disclosed,
      referralId: contact.referralId ?? '',
    }),
  };
}
