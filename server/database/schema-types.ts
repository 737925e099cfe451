// Written by `node server/database/write-schema-types.ts` from the migrated database. Do not edit.
import type { ColumnType, Generated } from 'kysely';

/** jsonb: parsed when read, JSON text when written. */
export type Json = ColumnType<unknown, string, string>;

/** jsonb that may be absent. */
export type NullableJson = ColumnType<unknown, string | null, string | null>;

export interface SchemaMigrationTable {
  number: number;
  name: string;
  checksum: string;
  applied_at: Generated<string>;
}

export interface Database {
  schema_migration: SchemaMigrationTable;
}
