-- Inquiries about coverage that went through a gateway, and where each stands. That it was given out, its answer and
-- what the answer says stand in the patient's chain; here stands what is under way, and by which trace an answer
-- finds its inquiry.

CREATE TABLE eligibility_inquiry (
  organization_id text COLLATE "C" NOT NULL,
  inquiry_id text COLLATE "C" NOT NULL,
  patient_id text COLLATE "C" NOT NULL,
  coverage_id text COLLATE "C" NOT NULL,
  payer_id text COLLATE "C" NOT NULL,
  gateway text COLLATE "C" NOT NULL,
  service_date date NOT NULL,
  trace text COLLATE "C" NOT NULL,
  -- The interchange as it leaves, byte for byte what the disclosure's hash is of.
  interchange text NOT NULL,
  asked_at timestamptz NOT NULL,
  asked_by text NOT NULL,
  state text COLLATE "C" NOT NULL CHECK (state IN ('asked', 'waiting', 'answered', 'refused')),
  changed_at timestamptz NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  -- The refusal that stands in the way, and what the payer wants mended.
  problem jsonb,
  report jsonb,
  PRIMARY KEY (organization_id, inquiry_id),
  UNIQUE (organization_id, trace)
);
CREATE INDEX eligibility_inquiry_patient ON eligibility_inquiry (organization_id, patient_id, asked_at);

-- What came through a gateway and was taken for nobody: by name, with its reason, never thrown away. Bytes only
-- where the gateway itself keeps no file.
CREATE TABLE set_aside_answer (
  organization_id text COLLATE "C" NOT NULL,
  set_aside_id text COLLATE "C" NOT NULL,
  gateway text COLLATE "C" NOT NULL,
  name text NOT NULL,
  at timestamptz NOT NULL,
  reason jsonb NOT NULL,
  sha256 text COLLATE "C" NOT NULL,
  bytes bytea,
  PRIMARY KEY (organization_id, set_aside_id),
  UNIQUE (organization_id, gateway, sha256)
);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['eligibility_inquiry', 'set_aside_answer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY own_organization ON %I TO archway_app USING (organization_id = current_setting(''archway.organization_id'')) WITH CHECK (organization_id = current_setting(''archway.organization_id''))',
      name);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO archway_app', name);
  END LOOP;
END $$;
GRANT UPDATE ON eligibility_inquiry TO archway_app;
