import { Button, Group, Table, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView, RefusalView } from '#contract/views.ts';
import { whyNotStanding } from '#domain/claim/standing-claims.ts';
import { download, Refused, withQuery } from '../api/client.ts';
import { useCaseView } from '../case/case-context.tsx';
import { useMay } from '../case/may.ts';
import { CodeLink } from '../guide/code-link.tsx';
import { useFormat } from '../ui/format.ts';
import { RefusalAlert } from '../ui/refusal.tsx';
import { useWord } from '../ui/say.ts';
import { Ago, Day, Moment } from '../ui/when.tsx';
import { ClaimChanges, ClaimStanding } from './claim-changes.tsx';

const formats = ['x12', 'pdf', 'fhir'] as const;
const extensions = { x12: 'x12', pdf: 'pdf', fhir: 'json' } as const;

interface Props {
  readonly row: CaseView['claims'][number];
}

/** One claim: its lines, its remarks, the three forms in which it leaves, and how it is changed or taken back. */
export function ClaimCard({ row }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const word = useWord();
  const { claim, releases, who, occurredAt } = row;
  return (
    <article className="claim" aria-label={t('web.claim.number', { number: claim.controlNumber })}>
      <Group justify="space-between">
        <Text fw={600} component="h3">
          {t('web.claim.number', { number: claim.controlNumber })} · {word('claimFrequency', claim.frequency)}
        </Text>
        <Text fw={600} className="figures">
          {format.money(claim.total)}
        </Text>
      </Group>
      <Text size="sm" component="div" className="case-facts">
        <span>{claim.payer.name}</span>
        <span>{claim.subscriber.memberId}</span>
        <span>{t('web.claim.diagnoses', { codes: claim.diagnoses.join(', ') })}</span>
        <span>
          {who.name}, <Moment at={occurredAt} />
        </span>
      </Text>
      <ClaimStanding row={row} />
      <Lines row={row} />
      {claim.remarks.length > 0 && (
        <div>
          <Text size="sm" fw={600}>
            {t('web.claim.remarks')}
          </Text>
          <ol className="remarks">
            {claim.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ol>
        </div>
      )}
      <Downloads row={row} />
      <ClaimChanges row={row} />
      {releases.length > 0 && (
        <Text size="sm" c="dimmed" component="div" className="case-facts">
          {releases.map((release) => (
            <span key={release.position}>
              {t('web.claim.released', { format: release.format.toUpperCase(), name: release.who.name })}{' '}
              <Ago at={release.occurredAt} />
            </span>
          ))}
        </Text>
      )}
    </article>
  );
}

function Lines({ row }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Table className="cards-below-sm">
      <Table.Thead>
        <Table.Tr>
          {(['date', 'code', 'quantity', 'minutes', 'fee'] as const).map((column) => (
            <Table.Th key={column} scope="col">
              {t(`web.claim.column.${column}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {row.claim.lines.map((line) => (
          <Table.Tr key={line.lineNumber}>
            <Table.Td data-label={t('web.claim.column.date')}>
              <Day on={line.serviceDate} />
            </Table.Td>
            <Table.Td data-label={t('web.claim.column.code')}>
              <CodeLink code={line.code} />
            </Table.Td>
            <Table.Td data-label={t('web.claim.column.quantity')}>{line.quantity}</Table.Td>
            <Table.Td data-label={t('web.claim.column.minutes')}>{line.minutes}</Table.Td>
            <Table.Td data-label={t('web.claim.column.fee')}>{format.money(line.fee)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Downloads({ row }: Props) {
  const { t } = useTranslation();
  const { caseId, claims } = useCaseView();
  const may = useMay();
  const queries = useQueryClient();
  const [refusal, setRefusal] = useState<RefusalView>();
  const { claimId, controlNumber } = row.claim;
  const save = async (format: (typeof formats)[number]) => {
    try {
      const path = withQuery(`/api/cases/${caseId}/claims/${claimId}`, { format });
      await download(path, `${controlNumber}.${extensions[format]}`);
      setRefusal(undefined);
      // The release is part of the record now.
      await queries.invalidateQueries({ queryKey: ['case', caseId] });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefusal(error.refusal);
    }
  };
  // What counts no more leaves no more.
  if (!may('release-claim') || whyNotStanding(claims, row)) return null;
  return (
    <>
      {refusal && <RefusalAlert refusal={refusal} />}
      <Group gap="xs">
        {formats.map((format) => (
          <Button
            key={format}
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            onClick={() => void save(format)}
          >
            {t(`web.claim.format.${format}`)}
          </Button>
        ))}
      </Group>
    </>
  );
}
