import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';
import { ReasonForm } from '../case/reason-form.tsx';
import { Documents } from '../patient/documents.tsx';
import { Section } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useAction } from '../ui/use-action.ts';
import { ActivityList } from './activity-list.tsx';
import { AmendForm } from './amend-form.tsx';
import { ContactFirst } from './contact-first.tsx';
import { useCountedWords } from './use-counted-words.ts';
import { useSignEntries } from './use-sign-entries.ts';

/** All contacts and work of the case, newest first, with the minutes that count. */
export function ContactsPart() {
  const { t } = useTranslation();
  const counted = useCountedWords();
  const view = useCaseView();
  const measured = view.activities
    .filter((each) => !each.withdrawn)
    .reduce((sum, each) => sum + each.activity.time.seconds, 0);
  return (
    <>
      <Section
        title={t('web.section.contacts')}
        lead={counted(view, measured)}
        actions={
          <>
            <SignAll />
            <ContactFirst />
          </>
        }
      >
        <ActivityList activities={view.activities.toReversed()} />
      </Section>
      <ActivityForms />
    </>
  );
}

/** One press signs everything of one's own that is not signed yet. */
function SignAll() {
  const { t } = useTranslation();
  const may = useMay();
  const session = useSession();
  const view = useCaseView();
  const { sign, isPending } = useSignEntries();
  const mine = view.activities
    .filter((each) => !each.withdrawn && !each.signed && each.activity.staffId === session.staffId)
    .map((each) => each.activity.activityId);
  if (mine.length === 0 || !may('sign-activities')) return null;
  return (
    <Button variant="default" loading={isPending} onClick={() => sign(mine)}>
      {t('web.contacts.signAll', { count: mine.length })}
    </Button>
  );
}

function ActivityForms() {
  const { t } = useTranslation();
  const { action, subject, close } = useAction();
  const view = useCaseView();
  const row = view.activities.find((each) => each.activity.activityId === subject);
  return (
    <>
      <Panel title={t('web.contacts.amend')} opened={action === 'amend-activity' && !!row} onClose={close}>
        {row && <AmendForm activity={row.activity} onDone={close} />}
      </Panel>
      <Panel title={t('web.contacts.attach')} opened={action === 'attach-document' && !!row} onClose={close}>
        {row && <Documents patient={view.patient} of={{ kind: 'contact', id: row.activity.activityId }} />}
      </Panel>
      <Panel
        title={t('web.contacts.withdraw')}
        opened={action === 'withdraw-activity' && !!row}
        onClose={close}
      >
        {row && (
          <ReasonForm
            command="withdraw-activity"
            about={row.activity.activityId}
            lead={t('web.contacts.withdrawLead')}
            build={(reason) => ({ activityId: row.activity.activityId, reason })}
            submitLabel={t('web.contacts.withdraw')}
            onDone={close}
          />
        )}
      </Panel>
    </>
  );
}
