-- Statistics written on a schedule: which question, how often, what came of it (ADR 043).

CREATE TABLE "statistic_schedule" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_by_name" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "rhythm" TEXT NOT NULL,
    "keep" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "try_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),

    CONSTRAINT "statistic_schedule_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "statistic_file" (
    "id" UUID NOT NULL,
    "schedule_id" UUID NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 1,
    "failure" TEXT,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "query_id" TEXT,
    "file_name" TEXT,
    "content_type" TEXT,
    "rows" INTEGER,
    "bytes" INTEGER,
    "sha256" TEXT,
    "parts" INTEGER,
    "storage_key" TEXT,
    "wrapped_key" BYTEA,
    "master_key_id" TEXT,

    CONSTRAINT "statistic_file_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "statistic_schedule_state_try_at_idx" ON "statistic_schedule"("state", "try_at");
CREATE UNIQUE INDEX "statistic_file_schedule_id_due_at_key" ON "statistic_file"("schedule_id", "due_at");
CREATE UNIQUE INDEX "statistic_file_storage_key_key" ON "statistic_file"("storage_key");
ALTER TABLE "statistic_schedule" ADD CONSTRAINT "statistic_schedule_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "statistic_schedule" ADD CONSTRAINT "statistic_schedule_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "statistic_file" ADD CONSTRAINT "statistic_file_schedule_id_fkey" FOREIGN KEY ("schedule_id") REFERENCES "statistic_schedule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules and row-level security (written by hand).

ALTER TABLE statistic_schedule ADD CONSTRAINT statistic_schedule_words CHECK (
  state IN ('running', 'stopped', 'not_allowed') AND rhythm IN ('daily', 'weekly', 'monthly')
  AND format IN ('csv', 'xlsx', 'json', 'jsonstat') AND keep BETWEEN 1 AND 100);
ALTER TABLE statistic_file ADD CONSTRAINT statistic_file_words CHECK (
  state IN ('made', 'failed', 'removed') AND (state = 'made') = (storage_key IS NOT NULL) AND (state = 'made') = (wrapped_key IS NOT NULL));

-- Administrators make and stop schedules and read files; the system alone writes files and says when one is due next.
ALTER TABLE statistic_schedule ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON statistic_schedule TO fair_passage_app;
GRANT UPDATE (state, due_at, try_at, stopped_at) ON statistic_schedule TO fair_passage_app;
CREATE POLICY statistic_schedule_read ON statistic_schedule FOR SELECT USING ((SELECT app.is_administrator()) OR (SELECT app.actor_kind()) = 'system');
CREATE POLICY statistic_schedule_insert ON statistic_schedule FOR INSERT WITH CHECK (
  (SELECT app.is_administrator()) AND made_by_id = (SELECT app.actor_id()) AND office_id = (SELECT app.office_id()) AND state = 'running');
CREATE POLICY statistic_schedule_stop ON statistic_schedule FOR UPDATE USING ((SELECT app.is_administrator())) WITH CHECK (state = 'stopped');
CREATE POLICY statistic_schedule_system ON statistic_schedule FOR UPDATE USING ((SELECT app.actor_kind()) = 'system');
CREATE TRIGGER statistic_schedule_stop_columns BEFORE UPDATE ON statistic_schedule FOR EACH ROW WHEN (app.actor_kind() = 'staff')
  EXECUTE FUNCTION app.keep_other_columns('state', 'stopped_at');

ALTER TABLE statistic_file ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON statistic_file TO fair_passage_app;
GRANT UPDATE (state, tries, failure, made_at, query_id, file_name, content_type, rows, bytes, sha256, parts, storage_key, wrapped_key, master_key_id) ON statistic_file TO fair_passage_app;
CREATE POLICY statistic_file_read ON statistic_file FOR SELECT USING ((SELECT app.is_administrator()) OR (SELECT app.actor_kind()) = 'system');
CREATE POLICY statistic_file_insert ON statistic_file FOR INSERT WITH CHECK ((SELECT app.actor_kind()) = 'system');
CREATE POLICY statistic_file_update ON statistic_file FOR UPDATE USING ((SELECT app.actor_kind()) = 'system');

-- What the system does of itself for an office is in its trail, too.
CREATE POLICY audit_event_append_exports ON audit_event FOR INSERT WITH CHECK (
  (SELECT app.actor_kind()) = 'system' AND actor_kind = 'system' AND actor_id IS NULL AND case_id IS NULL
  AND action IN ('statistics.export_scheduled', 'statistics.schedule_refused') AND office_id IN (SELECT s.office_id FROM statistic_schedule s));

-- Which of the stored objects somebody still needs (migration files), with these files.
CREATE OR REPLACE FUNCTION app.kept_objects(keys text[]) RETURNS TABLE (key text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system looks for what nobody needs'; END IF;
  RETURN QUERY
    SELECT u.chunks_key FROM upload u WHERE u.chunks_key = ANY (keys) AND u.state = 'receiving'
    UNION ALL SELECT u.storage_key FROM upload u WHERE u.storage_key = ANY (keys)
    UNION ALL SELECT e.storage_key FROM evidence e JOIN case_key k ON k.case_id = e.case_id WHERE e.storage_key = ANY (keys) AND e.removed_at IS NULL
    UNION ALL SELECT f.storage_key FROM statistic_file f WHERE f.storage_key = ANY (keys);
END $$;
