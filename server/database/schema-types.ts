// Written by `node server/database/write-schema-types.ts` from the migrated database. Do not edit.
import type { ColumnType, Generated } from 'kysely';

/** json and jsonb: parsed when read, JSON text when written. */
export type Json = ColumnType<unknown, string, string>;

/** json or jsonb that may be absent. */
export type NullableJson = ColumnType<unknown, string | null, string | null>;

export interface AccessLogTable {
  organization_id: string;
  entry_id: string;
  at: string;
  staff_id: string | null;
  through: string;
  action: string;
  subject_kind: string | null;
  subject_id: string | null;
  outcome: string;
}

export interface AccountTable {
  organization_id: string;
  staff_id: string;
  email: string;
  password_hash: string;
  second_factor_secret: string | null;
  locale: string;
  active: boolean;
  failed_attempts: Generated<number>;
  locked_until: string | null;
}

export interface ActivitySpanTable {
  organization_id: string;
  activity_id: string;
  case_id: string;
  patient_id: string;
  staff_id: string;
  service_date: string;
  started_at: string;
  ended_at: string;
  seconds: number;
}

export interface CaseSummaryTable {
  organization_id: string;
  case_id: string;
  patient_id: string;
  state: string;
  owner_staff_id: string | null;
  team: string | null;
  title: string;
  last_activity_at: string | null;
  coordination_seconds: number;
}

export interface ClaimIndexTable {
  organization_id: string;
  claim_id: string;
  case_id: string;
  patient_id: string;
  payer_id: string;
  control_number: string;
  released: boolean;
  total_cents: number;
  lines: Json;
}

export interface ControlNumberTable {
  organization_id: string;
  kind: string;
  last: number;
}

export interface DocumentContentTable {
  organization_id: string;
  content_id: string;
  sha256: string;
  bytes: Buffer;
}

export interface EligibilityInquiryTable {
  organization_id: string;
  inquiry_id: string;
  patient_id: string;
  coverage_id: string;
  payer_id: string;
  gateway: string;
  service_date: string;
  trace: string;
  interchange: string;
  asked_at: string;
  asked_by: string;
  state: string;
  changed_at: string;
  attempts: Generated<number>;
  problem: NullableJson;
  report: NullableJson;
}

export interface EventTable {
  organization_id: string;
  stream_kind: string;
  stream_id: string;
  position: number;
  type: string;
  recorded_at: string;
  body: Json;
  seal: Json;
}

export interface JobTable {
  organization_id: string;
  kind: string;
  key: string;
  run_at: string;
  wanted: Generated<number>;
  attempts: Generated<number>;
  lease_token: string | null;
  leased_until: string | null;
  fault: string | null;
}

export interface LicensedCodeTable {
  organization_id: string;
  code_year: number;
  code: string;
  wording: string;
}

export interface OrganizationTable {
  organization_id: string;
  name: string;
  demonstration: boolean;
  created_at: string;
}

export interface PatientSummaryTable {
  organization_id: string;
  patient_id: string;
  last_name: string;
  first_name: string;
  birth_date: string;
  search_name: string;
  telephone_digits: string[];
  source_keys: string[];
}

export interface RecordCheckTable {
  organization_id: string;
  checked_at: string;
  chains: number;
  changed: Json;
}

export interface SchemaMigrationTable {
  number: number;
  name: string;
  checksum: string;
  applied_at: Generated<string>;
}

export interface SessionTable {
  organization_id: string;
  token_hash: string;
  staff_id: string;
  created_at: string;
  last_used_at: string;
  expires_at: string;
  handed_over_case: string | null;
  handed_over_sheet: string | null;
}

export interface SetAsideAnswerTable {
  organization_id: string;
  set_aside_id: string;
  gateway: string;
  name: string;
  at: string;
  reason: Json;
  sha256: string;
  bytes: Buffer | null;
  inquiry_id: string | null;
  settled: string | null;
  settled_at: string | null;
  settled_by: string | null;
  settled_reason: string | null;
  patient_id: string | null;
  coverage_id: string | null;
}

export interface StreamHeadTable {
  organization_id: string;
  stream_kind: string;
  stream_id: string;
  position: number;
  hash: string;
  signature: string;
}

export interface Database {
  access_log: AccessLogTable;
  account: AccountTable;
  activity_span: ActivitySpanTable;
  case_summary: CaseSummaryTable;
  claim_index: ClaimIndexTable;
  control_number: ControlNumberTable;
  document_content: DocumentContentTable;
  eligibility_inquiry: EligibilityInquiryTable;
  event: EventTable;
  job: JobTable;
  licensed_code: LicensedCodeTable;
  organization: OrganizationTable;
  patient_summary: PatientSummaryTable;
  record_check: RecordCheckTable;
  schema_migration: SchemaMigrationTable;
  session: SessionTable;
  set_aside_answer: SetAsideAnswerTable;
  stream_head: StreamHeadTable;
}
