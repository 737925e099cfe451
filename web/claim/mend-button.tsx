import { Button, Text } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseView, CheckView } from '#contract/views.ts';
import { useSession } from '../api/session.ts';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';
import { useContactDesk } from '../contact/use-contact-desk.ts';
import type { TaskRow } from '../task/task-row.ts';
import { useWord } from '../ui/say.ts';
import { HowLong } from '../ui/when.tsx';
import { mendTarget, whoMends } from './mend-target.ts';

/**
 * Opens the form that closes the gap, on the very thing that has it where that is known. Where it is the work of
 * another role, it says whose, and asks them by a task.
 */
export function MendButton({ check }: { readonly check: CheckView }) {
  const { role } = useSession();
  const { mend } = check;
  if (!mend) return null;
  return whoMends(mend).includes(role) ? <OpenForm check={check} mend={mend} /> : <AskThem check={check} />;
}

interface OpenFormProps {
  readonly check: CheckView;
  readonly mend: NonNullable<CheckView['mend']>;
}

function OpenForm({ check, mend }: OpenFormProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const desk = useContactDesk();
  const view = useCaseView();
  const { caseId, patientId } = view;
  const run = () => {
    const target = mendTarget(mend);
    if (target.kind === 'contact') return desk.open(caseId);
    const { form } = target;
    if (target.kind === 'practice')
      return void navigate({
        to: '/practice/$section',
        params: { section: target.section },
        search: { do: form },
      });
    if (target.kind === 'patient')
      return void navigate({ to: '/patients/$patientId', params: { patientId }, search: { do: form } });
    return void navigate({
      to: '/cases/$caseId/$section',
      params: { caseId, section: target.section },
      search: { do: form, id: target.subject ?? subjectOf(form, view, check.reason.evidence) },
    });
  };
  return (
    <Button size="compact-md" variant="default" onClick={run}>
      {t(`web.mend.${mend.action}`)}
    </Button>
  );
}

function AskThem({ check }: { readonly check: CheckView }) {
  const { t } = useTranslation();
  const word = useWord();
  const navigate = useNavigate();
  const may = useMay();
  const { caseId, tasks } = useCaseView();
  if (!check.mend) return null;
  const asked = tasks.find(({ task, ended }) => !ended && task.checkId === check.checkId);
  if (asked) return <Asked row={asked} />;
  const roles = whoMends(check.mend).map((role) => word('staffRole', role));
  return (
    <>
      <Text size="sm" c="dimmed">
        {t('web.mendBy.done', { roles: roles.join(', ') })}
      </Text>
      {may('open-task') && (
        <Button
          size="compact-md"
          variant="default"
          onClick={() =>
            void navigate({
              to: '/cases/$caseId/$section',
              params: { caseId, section: 'tasks' },
              search: { do: 'open-task', id: check.checkId },
            })
          }
        >
          {t('web.mendBy.ask')}
        </Button>
      )}
    </>
  );
}

/** Somebody has been asked already: who, and since when. */
function Asked({ row: { task, heldSince } }: { readonly row: TaskRow }) {
  const { t } = useTranslation();
  const { caseId } = useCaseView();
  const { staffId } = useSession();
  const { kind, id, name } = task.holder;
  const who =
    kind === 'nobody'
      ? t('web.mendBy.askedNobody')
      : kind === 'staff' && id === staffId
        ? t('web.mendBy.askedYou')
        : t('web.mendBy.asked', { name });
  return (
    <Text size="sm">
      <Link to="/cases/$caseId/$section" params={{ caseId, section: 'tasks' }}>
        {who}
      </Link>
      , <HowLong since={heldSince} />
    </Text>
  );
}

function subjectOf(form: string, view: CaseView, evidence: readonly string[]): string | undefined {
  switch (form) {
    case 'record-coverage':
      return view.patient.coverages[0]?.coverageId;
    case 'record-condition':
      return view.patient.conditions.find(
        ({ diagnosis, status }) => status === 'active' && diagnosis === undefined,
      )?.conditionId;
    case 'amend-activity':
      return view.activities.find(({ position }) => evidence.includes(`case#${position}`))?.activity
        .activityId;
    default:
      return undefined;
  }
}
