-- A screen that was handed to a patient: its session opens that page and nothing else, until the password is given.
ALTER TABLE session
  ADD COLUMN handed_over_case text COLLATE "C",
  ADD COLUMN handed_over_sheet text COLLATE "C",
  ADD CONSTRAINT session_handed_over_whole CHECK ((handed_over_case IS NULL) = (handed_over_sheet IS NULL));
