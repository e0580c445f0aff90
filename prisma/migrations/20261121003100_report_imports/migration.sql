-- AlterTable
ALTER TABLE "staff_session" ADD COLUMN     "kiosk_since" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "report_import" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "format" TEXT NOT NULL,
    "encoding" TEXT NOT NULL,
    "wrapped_key" BYTEA,
    "master_key_id" TEXT NOT NULL,
    "sealed_file" BYTEA,
    "sealed_mapping" BYTEA,
    "state" TEXT NOT NULL DEFAULT 'mapping',
    "row_count" INTEGER NOT NULL,
    "wrong_count" INTEGER NOT NULL DEFAULT 0,
    "made_count" INTEGER NOT NULL DEFAULT 0,
    "same_count" INTEGER NOT NULL DEFAULT 0,
    "undone_count" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "moved_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),
    "erase_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "report_import_row" (
    "import_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "sealed_cells" BYTEA,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "problems" JSONB NOT NULL DEFAULT '[]',
    "case_id" UUID,

    CONSTRAINT "report_import_row_pkey" PRIMARY KEY ("import_id","number")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "headings_key" BYTEA NOT NULL,
    "sealed_mapping" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "report_import_office_id_created_at_idx" ON "report_import"("office_id", "created_at");

-- CreateIndex
CREATE INDEX "report_import_state_idx" ON "report_import"("state");

-- CreateIndex
CREATE INDEX "report_import_row_import_id_state_number_idx" ON "report_import_row"("import_id", "state", "number");

-- CreateIndex
CREATE UNIQUE INDEX "import_mapping_office_id_headings_key_key" ON "import_mapping"("office_id", "headings_key");

-- AddForeignKey
ALTER TABLE "report_import_row" ADD CONSTRAINT "report_import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "report_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Row-level security, functions and triggers (written by hand).

-- An import is of one office and by one officer of it; its words are sealed under a key of its own that goes with them.
ALTER TABLE report_import ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON report_import TO fair_passage_app;
GRANT UPDATE (sealed_mapping, sealed_file, wrapped_key, state, wrong_count, made_count, same_count, undone_count, version, started_at, moved_at, finished_at, undone_at)
  ON report_import TO fair_passage_app;
CREATE POLICY report_import_read ON report_import FOR SELECT USING (
  (SELECT app.actor_kind()) = 'system' OR ((SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id())));
CREATE POLICY report_import_insert ON report_import FOR INSERT WITH CHECK (
  (SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id()) AND created_by_id = (SELECT app.actor_id()) AND state = 'mapping');
CREATE POLICY report_import_update ON report_import FOR UPDATE USING (
  (SELECT app.actor_kind()) = 'system' OR ((SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id())));
-- The system stops what nobody may run any more and takes the words away when their time is over.
CREATE TRIGGER report_import_system_columns BEFORE UPDATE ON report_import FOR EACH ROW WHEN (app.actor_kind() = 'system')
  EXECUTE FUNCTION app.keep_other_columns('state', 'wrapped_key', 'sealed_file', 'sealed_mapping', 'moved_at', 'version');

ALTER TABLE report_import_row ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON report_import_row TO fair_passage_app;
GRANT UPDATE (sealed_cells, state, problems, case_id) ON report_import_row TO fair_passage_app;
CREATE POLICY report_import_row_read ON report_import_row FOR SELECT USING (
  EXISTS (SELECT 1 FROM report_import i WHERE i.id = import_id));
CREATE POLICY report_import_row_insert ON report_import_row FOR INSERT WITH CHECK (
  (SELECT app.is_case_staff()) AND state = 'waiting' AND case_id IS NULL AND EXISTS (SELECT 1 FROM report_import i WHERE i.id = import_id AND i.state = 'mapping'));
CREATE POLICY report_import_row_update ON report_import_row FOR UPDATE USING (
  EXISTS (SELECT 1 FROM report_import i WHERE i.id = import_id));
CREATE TRIGGER report_import_row_system_columns BEFORE UPDATE ON report_import_row FOR EACH ROW WHEN (app.actor_kind() = 'system')
  EXECUTE FUNCTION app.keep_other_columns('sealed_cells');

-- How an office's columns were read the last time.
ALTER TABLE import_mapping ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON import_mapping TO fair_passage_app;
GRANT UPDATE (sealed_mapping, used_at) ON import_mapping TO fair_passage_app;
CREATE POLICY import_mapping_office ON import_mapping FOR ALL
  USING ((SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id()))
  WITH CHECK ((SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id()));

-- Which of these submissions are cases already, also where the case was erased since and nobody sees it any more.
CREATE FUNCTION app.known_submissions(wanted uuid[]) RETURNS TABLE (submission_id uuid, case_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.submission_id, CASE WHEN c.erased_at IS NULL THEN c.id END FROM cases c
   WHERE c.submission_id = ANY (wanted) AND c.office_id = app.office_id() AND app.is_case_staff() $$;
REVOKE ALL ON FUNCTION app.known_submissions(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.known_submissions(uuid[]) TO fair_passage_app;

-- Whether nobody has worked on a case since it was received: looking at it is not work, everything else leaves an event.
CREATE FUNCTION app.is_untouched(in_case uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.case_id = in_case AND e.action NOT IN ('case.received', 'case.read'))
    AND EXISTS (SELECT 1 FROM cases c WHERE c.id = in_case AND c.state = 'received' AND c.assignee_id IS NULL AND c.unread_from_worker = 0 AND c.erased_at IS NULL) $$;
REVOKE ALL ON FUNCTION app.is_untouched(uuid) FROM PUBLIC;

-- How many cases of an import can still be taken back.
CREATE FUNCTION app.count_undoable(in_import uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::integer FROM report_import_row r JOIN report_import i ON i.id = r.import_id
   WHERE r.import_id = in_import AND r.state = 'made' AND i.office_id = app.office_id() AND app.is_case_staff() AND app.is_untouched(r.case_id) $$;

-- Takes back at most so many cases of an import that nobody has worked on: as if they had never been, except in the chain of
-- events, and the same row may be imported again. Returns how many went.
CREATE FUNCTION app.undo_import_rows(in_import uuid, most integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one record; gone integer := 0; office uuid;
BEGIN
  SELECT i.office_id INTO office FROM report_import i
   WHERE i.id = in_import AND i.office_id = app.office_id() AND app.is_case_staff() AND i.state = 'undoing' FOR UPDATE;
  IF office IS NULL THEN RAISE EXCEPTION 'this actor may not undo this import' USING ERRCODE = 'insufficient_privilege'; END IF;
  FOR one IN SELECT r.number, r.case_id FROM report_import_row r JOIN cases c ON c.id = r.case_id
              WHERE r.import_id = in_import AND r.state = 'made' AND c.office_id = office AND app.is_untouched(r.case_id)
              ORDER BY r.number LIMIT most FOR UPDATE OF c LOOP
    -- Somebody may have taken it while this waited for the lock.
    CONTINUE WHEN NOT app.is_untouched(one.case_id);
    DELETE FROM cases WHERE id = one.case_id;
    UPDATE report_import_row SET state = 'undone', case_id = NULL WHERE import_id = in_import AND number = one.number;
    INSERT INTO audit_event (id, office_id, actor_kind, actor_id, action, case_id, detail)
      VALUES (gen_random_uuid(), office, 'staff', app.actor_id(), 'case.import_undone', one.case_id, jsonb_build_object('importId', in_import));
    gone := gone + 1;
  END LOOP;
  RETURN gone;
END $$;
REVOKE ALL ON FUNCTION app.count_undoable(uuid), app.undo_import_rows(uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.count_undoable(uuid), app.undo_import_rows(uuid, integer) TO fair_passage_app;
