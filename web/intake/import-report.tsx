import { Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ImportReportView } from '#contract/views.ts';
import { Section } from '../ui/page.tsx';
import { useSay } from '../ui/say.ts';
import { Day } from '../ui/when.tsx';
import { ImportedResources } from './imported-resources.tsx';

/** What one file brought: patients, referrals to open a case from, and every resource with its fate. */
export function ImportReport({ report }: { readonly report: ImportReportView }) {
  const { t } = useTranslation();
  return (
    <Section
      title={report.file}
      lead={
        report.eventsRecorded === 0
          ? t('web.import.nothingNew')
          : t('web.import.recorded', { count: report.eventsRecorded })
      }
    >
      <ul className="rows">
        {report.patients.map((patient) => (
          <ImportedPatient key={patient.patientId} patient={patient} />
        ))}
        {report.receivedReferrals.map(({ patientId, receivedReferralId, title }) => (
          <li key={receivedReferralId} className="row">
            <div className="row-main">
              <Text fw={600}>{t('web.import.referral', { title })}</Text>
            </div>
            <Button
              renderRoot={(props) => (
                <Link to="/cases/new" search={{ of: patientId, id: receivedReferralId }} {...props} />
              )}
            >
              {t('web.import.openCase')}
            </Button>
          </li>
        ))}
      </ul>
      <ImportedResources resources={report.resources} />
    </Section>
  );
}

interface ImportedPatientProps {
  readonly patient: ImportReportView['patients'][number];
}

function ImportedPatient({ patient }: ImportedPatientProps) {
  const { t } = useTranslation();
  const say = useSay();
  const { patientId, name, created, possibleDuplicates } = patient;
  return (
    <li className="row">
      <div className="row-main">
        <Link to="/patients/$patientId" params={{ patientId }} className="row-link">
          {name}
        </Link>
        <Text size="sm" c="dimmed">
          {t(created ? 'web.import.newPatient' : 'web.import.knownPatient')}
        </Text>
        {possibleDuplicates.map((other) => (
          <Text key={other.patientId} size="sm" className="warn-text">
            {t('web.import.perhaps')}{' '}
            <Link to="/patients/$patientId" params={{ patientId: other.patientId }}>
              {other.name}
            </Link>
            , <Day on={other.birthDate} />: {say(other.reason)}
          </Text>
        ))}
      </div>
    </li>
  );
}
