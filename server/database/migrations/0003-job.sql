-- Background work. A row is written in the transaction that makes the work necessary, so that both are kept or
-- neither; it goes when the work is done. Whoever leases it does it; a lease that runs out frees it again, so that
-- work survives the end of the server that began it.

CREATE TABLE job (
  organization_id text COLLATE "C" NOT NULL,
  kind text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  run_at timestamptz NOT NULL,
  -- Counted up each time that the work is asked for: what is asked for while it runs is done once more.
  wanted bigint NOT NULL DEFAULT 1,
  attempts integer NOT NULL DEFAULT 0,
  lease_token text COLLATE "C",
  leased_until timestamptz,
  -- Where the last unexpected fault came from; none of its words, since a record's could stand in them.
  fault text,
  PRIMARY KEY (organization_id, kind, key)
);
CREATE INDEX job_due ON job (run_at);

ALTER TABLE job ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON job TO archway_app
  USING (organization_id = current_setting('archway.organization_id'))
  WITH CHECK (organization_id = current_setting('archway.organization_id'));
GRANT SELECT, INSERT, UPDATE, DELETE ON job TO archway_app;
