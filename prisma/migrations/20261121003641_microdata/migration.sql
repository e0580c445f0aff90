-- Records of single reports for researchers: asked for by one administrator, approved by another, made by a job, kept for a time (ADR 044).

CREATE TABLE "microdata_request" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "asked_by_id" UUID NOT NULL,
    "asked_by_name" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "purpose" TEXT NOT NULL,
    "institution" TEXT NOT NULL,
    "columns" TEXT[],
    "from_quarter" TEXT NOT NULL,
    "to_quarter" TEXT NOT NULL,
    "k" INTEGER NOT NULL,
    "l" INTEGER NOT NULL,
    "most_left_out" INTEGER NOT NULL,
    "decided_by_id" UUID,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decide_note" TEXT,
    "failure" TEXT,
    "made_at" TIMESTAMPTZ(3),
    "available_until" TIMESTAMPTZ(3),
    "report" JSONB,
    "storage_key" TEXT,
    "wrapped_key" BYTEA,
    "master_key_id" TEXT,
    "parts" INTEGER NOT NULL DEFAULT 0,
    "withdrawn_by_name" TEXT,
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdraw_note" TEXT,

    CONSTRAINT "microdata_request_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "microdata_recoding" (
    "request_id" UUID NOT NULL,
    "levels" INTEGER[],
    "classes" JSONB NOT NULL,

    CONSTRAINT "microdata_recoding_pkey" PRIMARY KEY ("request_id")
);

CREATE TABLE "microdata_download" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "staff_name" TEXT NOT NULL,
    "part" TEXT NOT NULL,
    "downloaded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "microdata_download_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "microdata_request_state_idx" ON "microdata_request"("state");
CREATE INDEX "microdata_request_storage_key_idx" ON "microdata_request"("storage_key");
CREATE INDEX "microdata_download_request_id_idx" ON "microdata_download"("request_id");
ALTER TABLE "microdata_recoding" ADD CONSTRAINT "microdata_recoding_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "microdata_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "microdata_download" ADD CONSTRAINT "microdata_download_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "microdata_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules, row-level security, functions and triggers (written by hand).

-- Never fewer than five alike, and never one person alone.
ALTER TABLE microdata_request ADD CONSTRAINT microdata_request_rules CHECK (
  state IN ('asked', 'approved', 'refused', 'ready', 'failed', 'withdrawn', 'expired') AND k >= 5 AND l >= 1 AND most_left_out BETWEEN 0 AND 20
  AND from_quarter <= to_quarter AND decided_by_id IS DISTINCT FROM asked_by_id
  AND (state IN ('asked', 'withdrawn') OR decided_by_id IS NOT NULL) AND (state <> 'ready' OR storage_key IS NOT NULL));

ALTER TABLE microdata_request ENABLE ROW LEVEL SECURITY;
ALTER TABLE microdata_recoding ENABLE ROW LEVEL SECURITY;
ALTER TABLE microdata_download ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON microdata_request, microdata_recoding, microdata_download TO fair_passage_app;
GRANT UPDATE (state, version, decided_by_id, decided_by_name, decided_at, decide_note, failure, made_at, available_until, report, storage_key, wrapped_key, master_key_id,
  parts, withdrawn_by_name, withdrawn_at, withdraw_note) ON microdata_request TO fair_passage_app;

CREATE POLICY microdata_request_read ON microdata_request FOR SELECT USING ((SELECT app.is_administrator()) OR (SELECT app.actor_kind()) = 'system');
CREATE POLICY microdata_request_ask ON microdata_request FOR INSERT WITH CHECK (
  (SELECT app.is_administrator()) AND asked_by_id = (SELECT app.actor_id()) AND office_id = (SELECT app.office_id()) AND state = 'asked' AND decided_by_id IS NULL AND storage_key IS NULL);
CREATE POLICY microdata_request_decide ON microdata_request FOR UPDATE
  USING ((SELECT app.is_administrator()) AND state = 'asked' AND asked_by_id <> (SELECT app.actor_id()))
  WITH CHECK (state IN ('approved', 'refused') AND decided_by_id = (SELECT app.actor_id()));
CREATE POLICY microdata_request_withdraw ON microdata_request FOR UPDATE
  USING ((SELECT app.is_administrator()) AND state IN ('asked', 'approved', 'ready')) WITH CHECK (state = 'withdrawn');
CREATE POLICY microdata_request_make ON microdata_request FOR UPDATE
  USING ((SELECT app.actor_kind()) = 'system' AND state IN ('approved', 'ready')) WITH CHECK (state IN ('ready', 'failed', 'expired'));
CREATE TRIGGER microdata_request_staff_columns BEFORE UPDATE ON microdata_request FOR EACH ROW WHEN (app.actor_kind() = 'staff')
  EXECUTE FUNCTION app.keep_other_columns('state', 'version', 'decided_by_id', 'decided_by_name', 'decided_at', 'decide_note', 'withdrawn_by_name', 'withdrawn_at', 'withdraw_note');
CREATE TRIGGER microdata_request_job_columns BEFORE UPDATE ON microdata_request FOR EACH ROW WHEN (app.actor_kind() = 'system')
  EXECUTE FUNCTION app.keep_other_columns('state', 'version', 'failure', 'made_at', 'available_until', 'report', 'storage_key', 'wrapped_key', 'master_key_id', 'parts');

CREATE POLICY microdata_recoding_system ON microdata_recoding FOR ALL USING ((SELECT app.actor_kind()) = 'system') WITH CHECK ((SELECT app.actor_kind()) = 'system');

CREATE POLICY microdata_download_read ON microdata_download FOR SELECT USING ((SELECT app.is_administrator()) OR (SELECT app.actor_kind()) = 'system');
-- Only the two whose names stand for it take the file.
CREATE POLICY microdata_download_take ON microdata_download FOR INSERT WITH CHECK (
  (SELECT app.is_administrator()) AND staff_id = (SELECT app.actor_id()) AND EXISTS (
    SELECT 1 FROM microdata_request r WHERE r.id = request_id AND r.state = 'ready' AND (SELECT app.actor_id()) IN (r.asked_by_id, r.decided_by_id)));

-- Which places of the store hold files of researchers, for the sweep.
CREATE FUNCTION app.kept_microdata(keys text[]) RETURNS TABLE (key text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.refuse_unless_system();
  RETURN QUERY SELECT r.storage_key FROM microdata_request r WHERE r.storage_key = ANY (keys) AND r.state = 'ready';
END $$;
REVOKE ALL ON FUNCTION app.kept_microdata(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.kept_microdata(text[]) TO fair_passage_app;
