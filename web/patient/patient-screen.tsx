import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import { usePatient } from '../api/patients.ts';
import { useReadsOnly } from '../api/reads-only.ts';
import { Consents } from '../consent/consents.tsx';
import { usePractice } from '../api/practice.ts';
import { useFormat } from '../ui/format.ts';
import { Empty, Loaded, Page, Section } from '../ui/page.tsx';
import { Ago, Day } from '../ui/when.tsx';
import { ConditionsAndNeeds } from './conditions-and-needs.tsx';
import { Coverages } from './coverages.tsx';
import { Disclosures } from './disclosures.tsx';
import { Documents } from './documents.tsx';
import { History } from './history.tsx';
import { Identity } from './identity.tsx';
import { RelatedPersons } from './related-persons.tsx';
import { Restrictions } from './restrictions.tsx';

/** Everything that spans the cases of one patient. */
export function PatientScreen() {
  const { patientId = '' } = useParams({ strict: false });
  const patient = usePatient(patientId);
  return <Loaded query={patient}>{(view) => <Opened patient={view} />}</Loaded>;
}

function Opened({ patient }: { readonly patient: PatientView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const practice = usePractice();
  const readsOnly = useReadsOnly();
  const { firstName, lastName, birthDate } = patient.demographics;
  const parties = [
    ...(practice.data?.payers.map(({ payerId, name }) => ({ id: payerId, name })) ?? []),
    ...(practice.data?.providers.map(({ providerId, name }) => ({ id: providerId, name })) ?? []),
  ];
  return (
    <Page
      title={`${firstName} ${lastName}`}
      lead={
        <>
          {t('web.case.born')} <Day on={birthDate} />, {t('web.case.age', { count: format.age(birthDate) })}
        </>
      }
      actions={
        readsOnly ? undefined : (
          <Button
            renderRoot={(props) => <Link to="/cases/new" search={{ of: patient.patientId }} {...props} />}
            leftSection={<IconPlus size={18} aria-hidden />}
          >
            {t('web.worklist.openCase')}
          </Button>
        )
      }
    >
      <Cases patient={patient} />
      <Identity patient={patient} />
      <ConditionsAndNeeds patient={patient} />
      <Coverages patient={patient} />
      <Consents patient={patient} parties={parties} />
      <Documents patient={patient} />
      <RelatedPersons patient={patient} />
      <History patient={patient} />
      <Restrictions patient={patient} />
      <Disclosures patient={patient} />
    </Page>
  );
}

function Cases({ patient }: { readonly patient: PatientView }) {
  const { t } = useTranslation();
  return (
    <Section title={t('web.patient.cases')}>
      {patient.cases.length === 0 ? (
        <Empty>{t('web.patient.noCases')}</Empty>
      ) : (
        <ul className="rows">
          {patient.cases.map(({ caseId, title, state, openedAt }) => (
            <li key={caseId} className="row">
              <div className="row-main">
                <Link to="/cases/$caseId" params={{ caseId }} className="row-link">
                  {title}
                </Link>
                <Text size="sm" c="dimmed">
                  {t(`web.caseState.${state}`)} · {t('web.patient.opened')} <Ago at={openedAt} />
                </Text>
              </div>
            </li>
          ))}
        </ul>
      )}
      {patient.receivedReferrals.length > 0 && <Received patient={patient} />}
    </Section>
  );
}

function Received({ patient }: { readonly patient: PatientView }) {
  const { t } = useTranslation();
  const readsOnly = useReadsOnly();
  return (
    <>
      <Text fw={600} component="h3" mt="sm">
        {t('web.patient.received')}
      </Text>
      <ul className="rows">
        {patient.receivedReferrals.map((referral) => {
          const opened = patient.cases.find(
            (each) => each.receivedReferralId === referral.receivedReferralId,
          );
          return (
            <li key={referral.receivedReferralId} className="row">
              <div className="row-main">
                <Text>{referral.title}</Text>
                <Text size="sm" c="dimmed">
                  {[referral.requesterName, referral.reason].filter((text) => text !== '').join(' · ')}
                </Text>
              </div>
              {opened ? (
                <Link to="/cases/$caseId" params={{ caseId: opened.caseId }} className="row-side">
                  {t('web.patient.caseOfReferral')}
                  <span className="visually-hidden"> {opened.title}</span>
                </Link>
              ) : readsOnly ? null : (
                <Link
                  to="/cases/new"
                  search={{ of: patient.patientId, id: referral.receivedReferralId }}
                  className="row-side"
                >
                  {t('web.import.openCase')}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
