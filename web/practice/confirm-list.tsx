import { Button, Group, Stack, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ExaminedList } from '#contract/licensed-list.ts';
import type { ListLayout } from '#domain/code-guide/list-layout.ts';
import { ChoiceField, TextField } from '../ui/fields.tsx';
import { useSay } from '../ui/say.ts';

interface Props {
  readonly examined: ExaminedList;
  readonly onChange: (change: { readonly year: number; readonly layout: ListLayout }) => void;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly pending: boolean;
}

/** What a file would become, with the columns as guessed: a person corrects them, or confirms. */
export function ConfirmList({ examined, onChange, onConfirm, onCancel, pending }: Props) {
  const { t } = useTranslation();
  const { fileName, year, layout, tables, columns, codes, problemCount, yearProblem } = examined;
  const change = (part: Partial<ListLayout>) => onChange({ year, layout: { ...layout, ...part } });
  const choices = columns.map(({ header, samples }, index) => ({
    value: String(index),
    label: `${index + 1}. ${header || samples[0] || t('licensedList.screen.emptyColumn')}`,
  }));
  const { year: yearColumn, ...withoutYear } = layout;
  return (
    <Stack gap="sm" className="confirm-list">
      <Text fw={600} component="h3">
        {fileName}
      </Text>
      <div className="three-fields">
        <TextField
          label={t('licensedList.screen.year')}
          type="number"
          min={2000}
          max={2100}
          value={String(year)}
          onValue={(text) => {
            if (/^20\d{2}$/.test(text)) onChange({ year: Number(text), layout });
          }}
        />
        <ChoiceField
          label={t('licensedList.screen.codeColumn')}
          value={String(layout.code)}
          onValue={(value) => change({ code: Number(value) })}
          choices={choices}
        />
        <ChoiceField
          label={t('licensedList.screen.wordingColumn')}
          value={String(layout.wording)}
          onValue={(value) => change({ wording: Number(value) })}
          choices={choices}
        />
      </div>
      <div className="three-fields">
        <TextField
          label={t('licensedList.screen.headerRow')}
          description={t('licensedList.screen.headerRowHelp')}
          type="number"
          min={0}
          value={String(layout.headerRow)}
          onValue={(text) => {
            if (/^\d{1,5}$/.test(text)) change({ headerRow: Number(text) });
          }}
        />
        <ChoiceField
          label={t('licensedList.screen.yearColumn')}
          empty={t('web.form.none')}
          value={yearColumn === undefined ? '' : String(yearColumn)}
          onValue={(value) =>
            onChange({ year, layout: value === '' ? withoutYear : { ...layout, year: Number(value) } })
          }
          choices={choices}
        />
        {tables.length > 1 && (
          <ChoiceField
            label={t('licensedList.screen.sheet')}
            value={String(layout.table)}
            onValue={(value) => change({ table: Number(value) })}
            choices={tables.map(({ name, rows }, index) => ({
              value: String(index),
              label: t('licensedList.screen.sheetRows', { name, count: rows }),
            }))}
          />
        )}
      </div>
      <Found examined={examined} />
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onCancel}>
          {t('web.form.cancel')}
        </Button>
        <Button
          onClick={onConfirm}
          loading={pending}
          disabled={problemCount > 0 || codes === 0 || yearProblem !== undefined}
        >
          {t('licensedList.screen.confirm', { count: codes, year })}
        </Button>
      </Group>
    </Stack>
  );
}

function Found({ examined }: { readonly examined: ExaminedList }) {
  const { t } = useTranslation();
  const say = useSay();
  const { codes, passedOver, compared, hasCoordination, sample, problems, problemCount, yearProblem } =
    examined;
  const notes = [
    t('licensedList.screen.found', { count: codes }),
    ...(passedOver > 0 ? [t('licensedList.screen.passedOver', { count: passedOver })] : []),
    ...(compared ? [t('licensedList.screen.compared', compared)] : []),
    ...(hasCoordination ? [] : [t('licensedList.screen.noCoordination')]),
  ];
  return (
    <>
      <ul className="reasons">
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {yearProblem && (
        <div className="gaps" role="alert">
          <Text>{yearProblem.map(say).join(' ')}</Text>
        </div>
      )}
      {problemCount > 0 && (
        <div className="gaps">
          <Text fw={600}>{t('licensedList.screen.problems', { count: problemCount })}</Text>
          <ul className="reasons">
            {problems.map(({ row, problem }) => (
              <li key={row}>{t('licensedList.screen.row', { row, problem: say(problem) })}</li>
            ))}
          </ul>
          {problemCount > problems.length && (
            <Text size="sm">
              {t('licensedList.screen.moreRows', { count: problemCount - problems.length })}
            </Text>
          )}
        </div>
      )}
      {sample.length > 0 && (
        <Table captionSide="top">
          <Table.Caption>{t('licensedList.screen.sample')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('licensedList.screen.codeColumn')}</Table.Th>
              <Table.Th scope="col">{t('licensedList.screen.wordingColumn')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sample.map(({ code, wording }) => (
              <Table.Tr key={code}>
                <Table.Td>{code}</Table.Td>
                <Table.Td>{wording}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </>
  );
}
