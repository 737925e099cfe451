import { Button, Text } from '@mantine/core';
import { IconPhone, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { PatientView } from '#contract/views.ts';
import { callAddress } from '../coverage/call-address.ts';
import { Empty, Section } from '../ui/page.tsx';
import { Panel } from '../ui/panel.tsx';
import { useWord } from '../ui/say.ts';
import { useAction } from '../ui/use-action.ts';
import { useRecordedImport } from '../ui/use-recorded-import.ts';
import { Day } from '../ui/when.tsx';
import { CoverageOrder } from './coverage-order.tsx';
import { CoverageForm } from './coverage-form.tsx';
import { useMayRecord } from './may-record.ts';

interface Props {
  readonly patient: PatientView;
  /** The case that is on the screen; absent on the patient's own page. */
  readonly caseId?: string;
}

export function Coverages({ patient, caseId }: Props) {
  const { t } = useTranslation();
  const { action, subject, open, close } = useAction();
  const mayRecord = useMayRecord()('record-coverage');
  const chosen = patient.coverages.find(({ coverageId }) => coverageId === subject);
  return (
    <>
      <Section
        title={t('web.patient.coverages')}
        actions={
          mayRecord && (
            <Button
              variant={patient.coverages.length === 0 ? 'filled' : 'default'}
              leftSection={<IconPlus size={18} aria-hidden />}
              onClick={() => open('record-coverage')}
            >
              {t('web.patient.addCoverage')}
            </Button>
          )
        }
      >
        {patient.coverages.length === 0 ? (
          <Empty>{t('web.patient.noCoverages')}</Empty>
        ) : (
          <ul className="rows">
            {patient.coverages.map((coverage) => (
              <CoverageRow
                key={coverage.coverageId}
                coverage={coverage}
                verifyOn={caseId ?? patient.cases.find(({ state }) => state === 'open')?.caseId}
                patientId={patient.patientId}
                onChange={() => open('record-coverage', coverage.coverageId)}
              />
            ))}
          </ul>
        )}
        <CoverageOrder patient={patient} />
      </Section>
      <Panel title={t('web.patient.coverages')} opened={action === 'record-coverage'} onClose={close}>
        <CoverageForm key={chosen?.coverageId ?? 'new'} patient={patient} coverage={chosen} onDone={close} />
      </Panel>
    </>
  );
}

interface RowProps {
  readonly coverage: PatientView['coverages'][number];
  readonly patientId: string;
  /** The case for which its payer is called; undefined: one has to be opened first. */
  readonly verifyOn: string | undefined;
  readonly onChange: () => void;
}

function CoverageRow({ coverage, patientId, verifyOn, onChange }: RowProps) {
  const recorded = useRecordedImport();
  const { t } = useTranslation();
  const mayRecord = useMayRecord()('record-coverage');
  const word = useWord();
  return (
    <li className="row">
      <div className="row-main">
        <Text fw={600}>
          {coverage.payerName}
          {coverage.planName !== undefined && `, ${coverage.planName}`}
        </Text>
        <Text size="sm" component="div" className="case-facts">
          <span>
            {word('priority', coverage.priority)}, {word('coverageKind', coverage.kind).toLowerCase()}
          </span>
          <span className={coverage.memberId === '' ? 'warn-text' : 'figures'}>
            {coverage.memberId === '' ? t('web.patient.noMemberId') : coverage.memberId}
          </span>
          {coverage.groupNumber !== undefined && <span>{coverage.groupNumber}</span>}
          <span>{word('relationship', coverage.subscriber.relationship)}</span>
          {coverage.from !== undefined && (
            <span>
              {t('web.team.from')} <Day on={coverage.from} />
            </span>
          )}
          {coverage.through !== undefined && (
            <span>
              {t('web.team.through')} <Day on={coverage.through} relative />
            </span>
          )}
          {coverage.payerId === undefined && (
            <span className="warn-text">{t('web.patient.payerNotKnown')}</span>
          )}
        </Text>
        {coverage.flags.map((flag) => (
          <Text key={flag} size="sm" className="warn-text">
            {recorded(flag)}
          </Text>
        ))}
      </div>
      {mayRecord && (
        <Button
          size="compact-md"
          variant="default"
          leftSection={<IconPhone size={18} aria-hidden />}
          renderRoot={(props) =>
            verifyOn === undefined ? (
              <Link to="/cases/new" search={{ of: patientId }} {...props} />
            ) : (
              <Link
                to="/cases/$caseId/$section"
                params={{ caseId: verifyOn, section: 'coverage' }}
                search={{ do: 'call', id: callAddress(coverage.coverageId) }}
                {...props}
              />
            )
          }
        >
          {t(verifyOn === undefined ? 'call.openCase' : 'call.open')}
          <span className="visually-hidden"> {coverage.payerName}</span>
        </Button>
      )}
      {mayRecord && (
        <Button size="compact-md" variant="default" onClick={onChange}>
          {t('web.form.change')}
          <span className="visually-hidden"> {coverage.payerName}</span>
        </Button>
      )}
    </li>
  );
}
