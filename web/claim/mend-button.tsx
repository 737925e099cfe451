import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { CaseView, CheckView } from '#contract/views.ts';
import { useCaseView } from '../case/case-context.tsx';
import { isCaseSection } from '../case/sections.ts';
import { useContactDesk } from '../contact/use-contact-desk.ts';

type Mend = NonNullable<CheckView['mend']>;

/** What of a patient is mended on which part of the case; the rest is on the patient's own page. */
const partOfPatient: Readonly<Record<string, string>> = {
  'record-consent': 'consent',
  'record-assignment': 'consent',
  'record-condition': 'necessity',
  'record-accommodation': 'necessity',
  'record-coverage': 'coverage',
};

const practiceParts: Readonly<Record<string, string>> = {
  'set-profile': 'profile',
  'record-provider': 'providers',
  'record-payer': 'payers',
  'set-fee': 'fees',
  'record-staff': 'staff',
};

/** Forms that are opened for one thing of several that they take. */
const formOfAction: Readonly<Record<string, { readonly action: string; readonly subject: string }>> = {
  'record-assignment': { action: 'record-consent', subject: 'benefits-assignment' },
};

const partOfAction: Readonly<Record<string, string>> = { 'decide-code': 'code' };

interface MendButtonProps {
  readonly mend: Mend;
  /** Places in the record that the check points at. */
  readonly evidence: readonly string[];
}

/** Opens the form that closes the gap, on the very thing that has it where that is known. */
export function MendButton({ mend, evidence }: MendButtonProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const desk = useContactDesk();
  const view = useCaseView();
  const { caseId, patientId } = view;
  const { screen, action } = mend;
  const run = () => {
    if (action === 'log-activity') return desk.open(caseId);
    if (screen === 'practice')
      return void navigate({
        to: '/practice/$section',
        params: { section: practiceParts[action] ?? 'profile' },
        search: { do: action },
      });
    const form = formOfAction[action];
    const section = partOfAction[action] ?? (screen === 'patient' ? partOfPatient[action] : screen);
    if (section !== undefined && isCaseSection(section))
      return void navigate({
        to: '/cases/$caseId/$section',
        params: { caseId, section },
        search: { do: form?.action ?? action, id: form?.subject ?? subjectOf(action, view, evidence) },
      });
    return void navigate({ to: '/patients/$patientId', params: { patientId }, search: { do: action } });
  };
  return (
    <Button size="compact-md" variant="default" onClick={run}>
      {t(`web.mend.${action}`)}
    </Button>
  );
}

function subjectOf(action: string, view: CaseView, evidence: readonly string[]): string | undefined {
  switch (action) {
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
