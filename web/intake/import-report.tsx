import { Button, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ImportReportView } from '#contract/views.ts';
import { Section } from '../ui/page.tsx';
import { useWord } from '../ui/say.ts';
import { ImportMessage } from './import-message.tsx';

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
        {report.patients.map(({ patientId, name, created }) => (
          <li key={patientId} className="row">
            <div className="row-main">
              <Link to="/patients/$patientId" params={{ patientId }} className="row-link">
                {name}
              </Link>
              <Text size="sm" c="dimmed">
                {t(created ? 'web.import.newPatient' : 'web.import.knownPatient')}
              </Text>
            </div>
          </li>
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
      <Resources report={report} />
    </Section>
  );
}

const columns = ['resource', 'outcome', 'became', 'flags'] as const;

function Resources({ report }: { readonly report: ImportReportView }) {
  const { t } = useTranslation();
  const word = useWord();
  return (
    <details className="more" open={report.resources.length <= 30}>
      <summary>{t('web.import.resources', { count: report.resources.length })}</summary>
      <Table className="cards-below-sm">
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column} scope="col">
                {t(`web.import.column.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {report.resources.map((resource) => (
            <Table.Tr key={resource.sourceKey}>
              <Table.Td data-label={t('web.import.column.resource')}>{resource.resourceType}</Table.Td>
              <Table.Td data-label={t('web.import.column.outcome')}>
                {word('importOutcome', resource.outcome)}
              </Table.Td>
              <Table.Td data-label={t('web.import.column.became')}>
                {resource.became ?? <ImportMessage text={resource.reason ?? ''} />}
              </Table.Td>
              <Table.Td data-label={t('web.import.column.flags')}>
                {resource.flags.map((flag) => (
                  <Text key={flag} size="sm" className="warn-text">
                    <ImportMessage text={flag} />
                  </Text>
                ))}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}
