import { Table } from '@mantine/core';
import type { ComponentProps, CSSProperties, ReactNode } from 'react';

/** The words over the columns of a table, each said once, however many rows repeat them on a narrow screen. */
export function labelsOf<Column extends string>(
  columns: readonly Column[],
  say: (column: Column) => string,
): Readonly<Record<Column, string>> {
  return Object.fromEntries(columns.map((column) => [column, say(column)])) as Record<Column, string>;
}

interface Props {
  readonly labels: Readonly<Record<string, string>>;
  /** What the last column is for, which holds the buttons; read aloud only. */
  readonly acts: string;
  readonly className?: string;
  readonly rows: readonly ReactNode[];
}

/**
 * A table that may have a hundred rows: while it is out of sight, the browser leaves it undrawn. Its rows are plain `tr`
 * and `td`; a component for each of a thousand cells takes longer than the rest of the screen.
 */
export function LongTable({ labels, acts, className = '', rows }: Props) {
  return (
    <div className="long-table" style={{ '--rows': rows.length } as CSSProperties}>
      <Table className={`cards-below-sm ${className}`}>
        <Table.Thead>
          <Table.Tr>
            {Object.entries(labels).map(([column, label]) => (
              <Table.Th key={column} scope="col">
                {label}
              </Table.Th>
            ))}
            <Table.Th scope="col">
              <span className="visually-hidden">{acts}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>{rows}</Table.Tbody>
      </Table>
    </div>
  );
}

/** A button of a row, as light as the row. */
export function RowButton({ children, ...props }: ComponentProps<'button'>) {
  return (
    <button type="button" className="row-button" {...props}>
      {children}
    </button>
  );
}
