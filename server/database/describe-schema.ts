import type pg from 'pg';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly nullable: boolean;
  readonly optional: boolean;
  readonly generated: boolean;
}

const typesRead: Readonly<Record<string, string>> = {
  text: 'string',
  uuid: 'string',
  varchar: 'string',
  date: 'string',
  numeric: 'string',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float8: 'number',
  bool: 'boolean',
  timestamptz: 'string',
  bytea: 'Buffer',
  json: 'Json',
  jsonb: 'Json',
};

const columns = `
  SELECT c.relname AS table, a.attname AS column, t.typname AS type, NOT a.attnotnull AS nullable,
    a.atthasdef OR a.attidentity <> '' AS optional, a.attgenerated <> '' OR a.attidentity = 'a' AS generated
  FROM pg_attribute a
  JOIN pg_class c ON c.oid = a.attrelid
  JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_type t ON t.oid = a.atttypid
  WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition
    AND a.attnum > 0 AND NOT a.attisdropped
  ORDER BY c.relname COLLATE "C", a.attnum`;

/** The TypeScript of schema-types.ts for the tables of this database, as columnTypes in connect.ts reads them. */
export async function describeSchema(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<Column>(columns);
  const tables = Map.groupBy(rows, (row) => row.table);
  const names = [...tables.keys()];
  const interfaces = [...tables].map(([table, own]) =>
    block(
      typeName(table),
      own.map((column) => `${column.column}: ${columnType(column)};`),
    ),
  );
  const database = block(
    'Database',
    names.map((table) => `${table}: ${typeName(table)};`),
  );
  const body = [...interfaces, database].join('\n\n');
  return [...head(body), body, ''].join('\n');
}

const nullableJson = [
  '/** json or jsonb that may be absent. */',
  'export type NullableJson = ColumnType<unknown, string | null, string | null>;',
  '',
];

function head(body: string): string[] {
  const imports = ['ColumnType', 'Generated', 'GeneratedAlways'].filter(
    (name) => name === 'ColumnType' || body.includes(`${name}<`),
  );
  return [
    '// Written by `node server/database/write-schema-types.ts` from the migrated database. Do not edit.',
    `import type { ${imports.join(', ')} } from 'kysely';`,
    '',
    '/** json and jsonb: parsed when read, JSON text when written. */',
    'export type Json = ColumnType<unknown, string, string>;',
    '',
    ...(body.includes(': NullableJson;') ? nullableJson : []),
  ];
}

function block(name: string, lines: readonly string[]): string {
  return [`export interface ${name} {`, ...lines.map((line) => `  ${line}`), '}'].join('\n');
}

function columnType({ table, column, type, nullable, optional, generated }: Column): string {
  // PostgreSQL calls an array of text "_text".
  const element = typesRead[type.replace(/^_/, '')];
  if (element === undefined) throw new Error(`${table}.${column}: no TypeScript type for ${type}`);
  if (element === 'Json') return jsonType(nullable, optional);
  const value = type.startsWith('_') ? `${element}[]` : element;
  const read = nullable ? `${value} | null` : value;
  if (generated) return `GeneratedAlways<${read}>`;
  return optional ? `Generated<${read}>` : read;
}

function jsonType(nullable: boolean, optional: boolean): string {
  const written = optional && !nullable ? 'string | undefined' : undefined;
  if (written !== undefined) return `ColumnType<unknown, ${written}, string>`;
  return nullable ? 'NullableJson' : 'Json';
}

/** care_case becomes CareCaseTable: apart from the domain's own types of the same nouns. */
function typeName(table: string): string {
  const words = table.split('_').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}Table`;
}
