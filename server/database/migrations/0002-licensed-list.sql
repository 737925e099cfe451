-- The practice's own licensed list of procedure codes, by code year. What was imported, by whom and with which
-- hash, stands in the practice's chain; the words stand here only, because a chain is given to others and is
-- never cut, while a list is replaced as a whole.

CREATE TABLE licensed_code (
  organization_id text COLLATE "C" NOT NULL,
  code_year integer NOT NULL,
  code text COLLATE "C" NOT NULL CHECK (code ~ '^D[0-9]{4}$'),
  wording text NOT NULL,
  PRIMARY KEY (organization_id, code_year, code)
);

ALTER TABLE licensed_code ENABLE ROW LEVEL SECURITY;
CREATE POLICY own_organization ON licensed_code TO archway_app
  USING (organization_id = current_setting('archway.organization_id'))
  WITH CHECK (organization_id = current_setting('archway.organization_id'));
GRANT SELECT, INSERT, DELETE ON licensed_code TO archway_app;
