-- What was set aside is looked at by somebody and ends with a patient after all, or dismissed with a reason. The row
-- and its file stay: what was done with it, by whom and why stands beside.
ALTER TABLE set_aside_answer
  -- The inquiry to which it came, where it came as the answer to a request.
  ADD COLUMN inquiry_id text COLLATE "C",
  ADD COLUMN settled text COLLATE "C" CHECK (settled IN ('assigned', 'dismissed')),
  ADD COLUMN settled_at timestamptz,
  ADD COLUMN settled_by text,
  ADD COLUMN settled_reason text,
  ADD COLUMN patient_id text COLLATE "C",
  ADD COLUMN coverage_id text COLLATE "C",
  ADD CONSTRAINT set_aside_answer_settled_whole
    CHECK ((settled IS NULL) = (settled_at IS NULL) AND (settled IS NULL) = (settled_by IS NULL)),
  ADD CONSTRAINT set_aside_answer_dismissed_why CHECK (settled <> 'dismissed' OR settled_reason IS NOT NULL),
  ADD CONSTRAINT set_aside_answer_assigned_whom
    CHECK (settled <> 'assigned' OR (patient_id IS NOT NULL AND coverage_id IS NOT NULL));
CREATE INDEX set_aside_answer_open ON set_aside_answer (organization_id, at) WHERE settled IS NULL;
GRANT UPDATE (settled, settled_at, settled_by, settled_reason, patient_id, coverage_id)
  ON set_aside_answer TO archway_app;
