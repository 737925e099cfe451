import { Button, CloseButton } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../ui/fields.tsx';

export interface PeriodDraft {
  readonly from: string;
  readonly through: string;
}

interface Props<Row> {
  readonly legend: string;
  readonly rows: readonly Row[];
  readonly onRows: (rows: readonly Row[]) => void;
  readonly blank: Row;
  readonly addLabel: string;
  readonly fields: (row: Row, change: (part: Partial<Row>) => void, index: number) => React.ReactNode;
}

/** A list of days or periods, each with a way to take it out again. */
export function DayRows<Row extends object>({ legend, rows, onRows, blank, addLabel, fields }: Props<Row>) {
  const { t } = useTranslation();
  const changeAt = (index: number) => (part: Partial<Row>) =>
    onRows(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  return (
    <fieldset className="day-rows">
      <legend>{legend}</legend>
      {rows.map((row, index) => (
        <div key={index} className="day-row">
          {fields(row, changeAt(index), index)}
          <CloseButton
            size="lg"
            aria-label={t('web.plan.time.remove', { number: index + 1 })}
            onClick={() => onRows(rows.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        size="compact-md"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => onRows([...rows, blank])}
      >
        {addLabel}
      </Button>
    </fieldset>
  );
}

interface PeriodRowsProps {
  readonly at: string;
  readonly legend: string;
  readonly rows: readonly PeriodDraft[];
  readonly onRows: (rows: readonly PeriodDraft[]) => void;
}

/** Periods, each from a day through a day. */
export function PeriodRows({ at, legend, rows, onRows }: PeriodRowsProps) {
  const { t } = useTranslation();
  return (
    <DayRows
      legend={legend}
      rows={rows}
      onRows={onRows}
      blank={{ from: '', through: '' }}
      addLabel={t('web.plan.time.addPeriod')}
      fields={({ from, through }, change, index) => (
        <>
          <DateField
            at={`${at}/${index}/from`}
            label={t('web.plan.time.from')}
            value={from}
            onValue={(value) => change({ from: value })}
          />
          <DateField
            at={`${at}/${index}/through`}
            label={t('web.plan.time.through')}
            value={through}
            onValue={(value) => change({ through: value })}
          />
        </>
      )}
    />
  );
}
