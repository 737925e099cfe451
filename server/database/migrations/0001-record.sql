-- The record: organizations, chains of events, and what is read from them.
-- Every table leads with organization_id and is fenced by row-level security; the application role never
-- updates or deletes an event, a document, a log entry or an organization.

DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'archway_app') THEN
    CREATE ROLE archway_app NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another database of the cluster was quicker
END $$;
GRANT archway_app TO CURRENT_USER;
GRANT USAGE ON SCHEMA public TO archway_app;

CREATE TABLE organization (
  organization_id text COLLATE "C" PRIMARY KEY,
  name text NOT NULL,
  demonstration boolean NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE stream_head (
  organization_id text COLLATE "C" NOT NULL,
  stream_kind text COLLATE "C" NOT NULL,
  stream_id text COLLATE "C" NOT NULL,
  position bigint NOT NULL CHECK (position > 0),
  hash text COLLATE "C" NOT NULL,
  signature text COLLATE "C" NOT NULL,
  PRIMARY KEY (organization_id, stream_kind, stream_id)
);

CREATE TABLE event (
  organization_id text COLLATE "C" NOT NULL,
  stream_kind text COLLATE "C" NOT NULL,
  stream_id text COLLATE "C" NOT NULL,
  position bigint NOT NULL CHECK (position > 0),
  type text COLLATE "C" NOT NULL,
  recorded_at timestamptz NOT NULL,
  -- The event word for word; json, not jsonb, keeps the text as it was hashed.
  body json NOT NULL,
  -- Salt and hashes, apart: opening a case reads events only.
  seal json NOT NULL,
  PRIMARY KEY (organization_id, stream_kind, stream_id, position)
);

-- Bytes of documents and imported resources; what they are stands in the patient's chain.
CREATE TABLE document_content (
  organization_id text COLLATE "C" NOT NULL,
  content_id text COLLATE "C" NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  bytes bytea NOT NULL,
  PRIMARY KEY (organization_id, content_id)
);

-- Read models: made from the events in the same transaction, and made anew by `archway rebuild`.
CREATE TABLE patient_summary (
  organization_id text COLLATE "C" NOT NULL,
  patient_id text COLLATE "C" NOT NULL,
  last_name text NOT NULL,
  first_name text NOT NULL,
  birth_date date NOT NULL,
  -- Lower case, without accents: what a search compares.
  search_name text COLLATE "C" NOT NULL,
  telephone_digits text[] NOT NULL,
  source_keys text[] NOT NULL,
  PRIMARY KEY (organization_id, patient_id)
);
CREATE INDEX patient_summary_name ON patient_summary (organization_id, search_name text_pattern_ops);
CREATE INDEX patient_summary_birth_date ON patient_summary (organization_id, birth_date);

CREATE TABLE case_summary (
  organization_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  patient_id text COLLATE "C" NOT NULL,
  state text COLLATE "C" NOT NULL,
  owner_staff_id text COLLATE "C",
  team text COLLATE "C",
  title text NOT NULL,
  last_activity_at timestamptz,
  coordination_seconds bigint NOT NULL,
  PRIMARY KEY (organization_id, case_id)
);
CREATE INDEX case_summary_patient ON case_summary (organization_id, patient_id);
CREATE INDEX case_summary_state ON case_summary (organization_id, state);

CREATE TABLE activity_span (
  organization_id text COLLATE "C" NOT NULL,
  activity_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  patient_id text COLLATE "C" NOT NULL,
  staff_id text COLLATE "C" NOT NULL,
  service_date date NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz NOT NULL,
  seconds bigint NOT NULL,
  PRIMARY KEY (organization_id, activity_id)
);
CREATE INDEX activity_span_staff ON activity_span (organization_id, staff_id, started_at);
CREATE INDEX activity_span_case ON activity_span (organization_id, case_id);

CREATE TABLE claim_index (
  organization_id text COLLATE "C" NOT NULL,
  claim_id text COLLATE "C" NOT NULL,
  case_id text COLLATE "C" NOT NULL,
  patient_id text COLLATE "C" NOT NULL,
  payer_id text COLLATE "C" NOT NULL,
  control_number text COLLATE "C" NOT NULL,
  released boolean NOT NULL,
  total_cents bigint NOT NULL,
  -- [{code, serviceDate, activityIds}]
  lines jsonb NOT NULL,
  PRIMARY KEY (organization_id, claim_id),
  UNIQUE (organization_id, control_number)
);
CREATE INDEX claim_index_patient ON claim_index (organization_id, patient_id);

-- Accounts and sessions: how staff come in. What they did stands in the chains.
CREATE TABLE account (
  organization_id text COLLATE "C" NOT NULL,
  staff_id text COLLATE "C" NOT NULL,
  email text COLLATE "C" NOT NULL,
  password_hash text COLLATE "C" NOT NULL,
  second_factor_secret text COLLATE "C",
  locale text COLLATE "C" NOT NULL,
  active boolean NOT NULL,
  failed_attempts integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  PRIMARY KEY (organization_id, staff_id)
);
CREATE UNIQUE INDEX account_email ON account (email);

CREATE TABLE session (
  organization_id text COLLATE "C" NOT NULL,
  token_hash text COLLATE "C" NOT NULL,
  staff_id text COLLATE "C" NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (organization_id, token_hash)
);
CREATE INDEX session_token ON session (token_hash);

-- Who looked at or did what, also what was refused; only ever appended.
CREATE TABLE access_log (
  organization_id text COLLATE "C" NOT NULL,
  entry_id text COLLATE "C" NOT NULL,
  at timestamptz NOT NULL,
  staff_id text COLLATE "C",
  through text COLLATE "C" NOT NULL,
  action text COLLATE "C" NOT NULL,
  subject_kind text COLLATE "C",
  subject_id text COLLATE "C",
  outcome text COLLATE "C" NOT NULL,
  PRIMARY KEY (organization_id, entry_id)
);
CREATE INDEX access_log_at ON access_log (organization_id, at);

-- Numbers that others see and that must never repeat: claims, interchanges.
CREATE TABLE control_number (
  organization_id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  last bigint NOT NULL,
  PRIMARY KEY (organization_id, kind)
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['organization', 'stream_head', 'event', 'document_content', 'patient_summary',
    'case_summary', 'activity_span', 'claim_index', 'account', 'session', 'access_log', 'control_number'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_organization ON %I TO archway_app USING (organization_id = current_setting(''archway.organization_id'')) WITH CHECK (organization_id = current_setting(''archway.organization_id''))',
      name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO archway_app', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['stream_head', 'patient_summary', 'case_summary', 'activity_span', 'claim_index',
    'account', 'session', 'control_number'] LOOP
    EXECUTE format('GRANT UPDATE ON %I TO archway_app', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['patient_summary', 'case_summary', 'activity_span', 'claim_index', 'session'] LOOP
    EXECUTE format('GRANT DELETE ON %I TO archway_app', name);
  END LOOP;
END $$;

-- The two questions that come before the organization is known: whose e-mail address, whose session?
CREATE FUNCTION find_account(wanted text)
RETURNS TABLE (organization_id text, staff_id text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public AS
$$ SELECT account.organization_id, account.staff_id FROM public.account WHERE account.email = lower(wanted) $$;

CREATE FUNCTION find_session(wanted text)
RETURNS TABLE (organization_id text, staff_id text) LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public AS
$$ SELECT session.organization_id, session.staff_id FROM public.session WHERE session.token_hash = wanted $$;

REVOKE ALL ON FUNCTION find_account(text), find_session(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION find_account(text), find_session(text) TO archway_app;
