import { Table } from '@mantine/core';

interface Props<Column extends string> {
  /** The first says what a row is about; the others hold amounts. */
  readonly columns: readonly Column[];
  readonly say: (column: Column) => string;
}

/** The words over a table of amounts. */
export function FigureHeads<Column extends string>({ columns, say }: Props<Column>) {
  return (
    <Table.Thead>
      <Table.Tr>
        {columns.map((column, index) => (
          <Table.Th key={column} scope="col" data-money={index > 0}>
            {say(column)}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
  );
}
