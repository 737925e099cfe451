import { Button, Text } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import { useOpenCase } from '../api/cases.ts';
import { usePatient } from '../api/patients.ts';
import { usePractice } from '../api/practice.ts';
import { useSession } from '../api/session.ts';
import { newId } from '../ui/clock.ts';
import { ChoiceField, LongTextField, TextField } from '../ui/fields.tsx';
import { Form } from '../ui/form.tsx';
import { Loaded, Page } from '../ui/page.tsx';
import { readText } from '../ui/reading.ts';
import { useDraft } from '../ui/use-draft.ts';
import { useSubmission } from '../ui/use-submission.ts';
import { Ago } from '../ui/when.tsx';
import { PatientPicker } from './patient-picker.tsx';

/** A coordination case for a patient, perhaps straight from a referral that came in. */
export function OpenCaseScreen() {
  const { t } = useTranslation();
  const { of: patientId, id: referralId } = useSearch({ strict: false });
  const navigate = useNavigate();
  return (
    <Page title={t('web.openCase.title')} lead={t('web.openCase.lead')}>
      <div className="section narrow">
        {patientId === undefined ? (
          <PatientPicker
            onPick={(of) => void navigate({ to: '/cases/new', search: { of, id: referralId } })}
          />
        ) : (
          <ForPatient key={`${patientId}${referralId ?? ''}`} patientId={patientId} referralId={referralId} />
        )}
      </div>
    </Page>
  );
}

interface ForPatientProps {
  readonly patientId: string;
  readonly referralId: string | undefined;
}

function ForPatient({ patientId, referralId }: ForPatientProps) {
  const patient = usePatient(patientId);
  return <Loaded query={patient}>{(view) => <OpenCaseForm patient={view} referralId={referralId} />}</Loaded>;
}

interface OpenCaseFormProps {
  readonly patient: PatientView;
  readonly referralId: string | undefined;
}

function OpenCaseForm({ patient, referralId }: OpenCaseFormProps) {
  const { t } = useTranslation();
  const session = useSession();
  const practice = usePractice();
  const navigate = useNavigate();
  const [caseId] = useState(newId);
  const referral = patient.receivedReferrals.find((each) => each.receivedReferralId === referralId);
  const { draft, change, clear, restored } = useDraft(`case.new.${patient.patientId}.${referralId ?? ''}`, {
    title: referral?.title.slice(0, 120) ?? '',
    reason: referral?.reason ?? '',
    ownerStaffId: session.staffId,
    referralId: referral?.receivedReferralId ?? '',
  });
  const { mutateAsync } = useOpenCase();
  const submission = useSubmission(
    useCallback(
      async () =>
        mutateAsync({
          caseId,
          patientId: patient.patientId,
          title: readText(draft.title, '/title'),
          reason: readText(draft.reason, '/reason'),
          ownerStaffId: draft.ownerStaffId === '' ? null : draft.ownerStaffId,
          team: session.team ?? null,
          receivedReferralId: draft.referralId === '' ? null : draft.referralId,
        }),
      [mutateAsync, caseId, patient.patientId, draft, session.team],
    ),
    useCallback(() => {
      clear();
      void navigate({ to: '/cases/$caseId', params: { caseId } });
    }, [clear, navigate, caseId]),
  );
  const { firstName, lastName } = patient.demographics;
  return (
    <Form
      submission={submission}
      submitLabel={t('web.openCase.submit')}
      restored={restored}
      onStartOver={clear}
    >
      <Text fw={600}>
        {firstName} {lastName}{' '}
        <Button
          size="compact-sm"
          variant="default"
          renderRoot={(props) => <Link to="/cases/new" search={{}} {...props} />}
        >
          {t('web.openCase.otherPatient')}
        </Button>
      </Text>
      <AlreadyOpen cases={patient.cases} />
      {patient.receivedReferrals.length > 0 && (
        <ChoiceField
          label={t('web.openCase.referral')}
          empty={t('web.form.none')}
          value={draft.referralId}
          onValue={(referralId) => change({ referralId })}
          choices={patient.receivedReferrals.map(({ receivedReferralId, title }) => ({
            value: receivedReferralId,
            label: title,
          }))}
        />
      )}
      <TextField
        at="/title"
        label={t('web.openCase.name')}
        description={t('web.openCase.nameHelp')}
        value={draft.title}
        onValue={(title) => change({ title })}
      />
      <LongTextField
        at="/reason"
        label={t('web.openCase.reason')}
        value={draft.reason}
        onValue={(reason) => change({ reason })}
      />
      <ChoiceField
        at="/ownerStaffId"
        label={t('web.case.owner')}
        empty={t('web.case.nobody')}
        value={draft.ownerStaffId}
        onValue={(ownerStaffId) => change({ ownerStaffId })}
        choices={(practice.data?.staff ?? [])
          .filter(({ active }) => active)
          .map(({ staffId, name }) => ({ value: staffId, label: name }))}
      />
    </Form>
  );
}

/** A referral that comes twice, or a colleague who was quicker: said before there are two cases for one thing. */
function AlreadyOpen({ cases }: Pick<PatientView, 'cases'>) {
  const { t } = useTranslation();
  const going = cases.filter(({ state }) => state !== 'closed');
  if (going.length === 0) return null;
  return (
    <div className="locked">
      <Text size="sm">{t('web.openCase.already')}</Text>
      <ul>
        {going.map(({ caseId, title, openedAt }) => (
          <li key={caseId}>
            <Link to="/cases/$caseId" params={{ caseId }}>
              {title}
            </Link>
            , {t('web.patient.opened')} <Ago at={openedAt} />
          </li>
        ))}
      </ul>
    </div>
  );
}
