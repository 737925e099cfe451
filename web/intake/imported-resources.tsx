import { Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ImportReportView } from '#contract/views.ts';
import { useSay, useWord } from '../ui/say.ts';

const columns = ['resource', 'outcome', 'became', 'flags'] as const;

interface Props {
  readonly resources: ImportReportView['resources'];
}

/** A person decides in the directory who is who. */
const decidedInDirectory: readonly string[] = [
  'takenByName',
  'providerAlike',
  'providerPerhaps',
  'npiNotThere',
  'npiDiffers',
].map((id) => `fhirImport.flag.${id}`);

/** What fits on a screen or two; a longer list opens when somebody asks. */
const longest = 30;

/** For every resource what it became or why it was left out; of many, those that are worth a look stand by themselves first. */
export function ImportedResources({ resources }: Props) {
  const { t } = useTranslation();
  const flagged = resources.filter(({ flags, outcome }) => flags.length > 0 || outcome === 'rejected');
  return (
    <>
      {resources.length > longest && flagged.length > 0 && (
        <ResourceTable title={t('web.import.flagged', { count: flagged.length })} resources={flagged} />
      )}
      <ResourceTable title={t('web.import.resources', { count: resources.length })} resources={resources} />
    </>
  );
}

function ResourceTable({ title, resources }: Props & { readonly title: string }) {
  const { t } = useTranslation();
  return (
    <details className="more" open={resources.length <= longest}>
      <summary>{title}</summary>
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
          {resources.map((resource) => (
            <Resource key={resource.sourceKey} resource={resource} />
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}

function Resource({ resource }: { readonly resource: Props['resources'][number] }) {
  const { t } = useTranslation();
  const word = useWord();
  const say = useSay();
  const { resourceType, label, place, outcome, became, reason, flags } = resource;
  return (
    <Table.Tr>
      <Table.Td data-label={t('web.import.column.resource')}>
        <div>
          {resourceType} {label}
          <Text size="sm" c="dimmed">
            {place}
          </Text>
        </div>
      </Table.Td>
      <Table.Td data-label={t('web.import.column.outcome')}>{word('importOutcome', outcome)}</Table.Td>
      <Table.Td data-label={t('web.import.column.became')}>
        {became
          ?.split(', ')
          .map((each) => word('became', each.split(' ')[0] ?? each))
          .join(', ')}
        {reason && say(reason)}
      </Table.Td>
      <Table.Td data-label={t('web.import.column.flags')}>
        <div>
          {flags.map((flag, index) => (
            <Text key={index} size="sm" className="warn-text">
              {say(flag)}
            </Text>
          ))}
          {flags.some(({ id }) => decidedInDirectory.includes(id)) && (
            <Link to="/practice/$section" params={{ section: 'providers' }}>
              {t('web.import.openDirectory')}
            </Link>
          )}
        </div>
      </Table.Td>
    </Table.Tr>
  );
}
