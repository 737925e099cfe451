-- What the last check of every chain against its signed head found, so that everybody who opens a changed record is told.
CREATE TABLE record_check (
  organization_id text COLLATE "C" PRIMARY KEY,
  checked_at timestamptz NOT NULL,
  chains integer NOT NULL,
  -- The chains that are not as they were signed: [{kind, id, positions}].
  changed jsonb NOT NULL
);

ALTER TABLE record_check ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON record_check TO archway_app
  USING (organization_id = current_setting('archway.organization_id'))
  WITH CHECK (organization_id = current_setting('archway.organization_id'));
GRANT SELECT, INSERT, UPDATE ON record_check TO archway_app;
