-- AlterTable
ALTER TABLE "evidence" ADD COLUMN "added_by_id" UUID,
ADD COLUMN "duration_seconds" INTEGER,
ADD COLUMN "format" TEXT NOT NULL,
ADD COLUMN "message_id" UUID,
ADD COLUMN "message_request_id" UUID,
ADD COLUMN "removed_codes" TEXT[],
ADD COLUMN "sealed_file_key" BYTEA NOT NULL,
ADD COLUMN "taken_on" TEXT;

-- CreateTable
CREATE TABLE "upload" (
    "id" UUID NOT NULL,
    "draft_id" UUID,
    "case_id" UUID,
    "purpose" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'receiving',
    "refusal" TEXT,
    "declared_bytes" INTEGER NOT NULL,
    "received" INTEGER[],
    "keep_date" BOOLEAN NOT NULL,
    "message_request_id" UUID,
    "sealed_file_name" BYTEA,
    "sealed_file_key" BYTEA NOT NULL,
    "sealed_sha256" BYTEA,
    "chunks_key" TEXT NOT NULL,
    "storage_key" TEXT,
    "format" TEXT,
    "size_bytes" INTEGER,
    "removed_codes" TEXT[],
    "taken_on" TEXT,
    "duration_seconds" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "upload_chunks_key_key" ON "upload"("chunks_key");

-- CreateIndex
CREATE UNIQUE INDEX "upload_storage_key_key" ON "upload"("storage_key");

-- CreateIndex
CREATE INDEX "upload_draft_id_idx" ON "upload"("draft_id");

-- CreateIndex
CREATE INDEX "upload_case_id_idx" ON "upload"("case_id");

-- CreateIndex
CREATE INDEX "upload_expires_at_idx" ON "upload"("expires_at");

-- CreateIndex
CREATE INDEX "evidence_message_id_idx" ON "evidence"("message_id");

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "upload" ADD CONSTRAINT "upload_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A file on its way is seen by whoever holds the token of its draft, or by the worker of its case, and by nobody else. What is
-- past its time, by the sweeper.
ALTER TABLE upload ADD CONSTRAINT upload_of_draft_or_case CHECK (num_nonnulls(draft_id, case_id) = 1);
ALTER TABLE upload ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON upload TO fair_passage_app;
CREATE POLICY upload_draft ON upload FOR ALL
  USING (((SELECT app.actor_kind()) = 'reporter' OR (SELECT app.is_case_staff())) AND draft_id IN (SELECT d.id FROM draft d WHERE d.token_hash = (SELECT app.token_hash())))
  WITH CHECK (((SELECT app.actor_kind()) = 'reporter' OR (SELECT app.is_case_staff())) AND draft_id IN (SELECT d.id FROM draft d WHERE d.token_hash = (SELECT app.token_hash())));
CREATE POLICY upload_own ON upload FOR ALL
  USING ((SELECT app.actor_kind()) = 'worker' AND case_id = (SELECT app.case_id()) AND app.sees_case(case_id))
  WITH CHECK ((SELECT app.actor_kind()) = 'worker' AND case_id = (SELECT app.case_id()) AND app.sees_case(case_id));
CREATE POLICY upload_sweep ON upload FOR SELECT USING (
  (SELECT app.actor_kind()) = 'system' AND (expires_at < now() OR draft_id IN (SELECT d.id FROM draft d WHERE d.expires_at < now())));
CREATE POLICY upload_sweep_delete ON upload FOR DELETE USING ((SELECT app.actor_kind()) = 'system' AND expires_at < now());

-- Files of a case: put there in the name of who adds them; afterwards they can be removed, tied to a payment by the office, and
-- to the message they were recorded with by the worker. What a law holds stays.
DROP POLICY evidence_insert ON evidence;
CREATE POLICY evidence_insert ON evidence FOR INSERT WITH CHECK (app.sees_case(case_id) AND (
  ((SELECT app.actor_kind()) IN ('worker', 'reporter') AND added_by_kind = 'worker' AND added_by_id IS NULL)
  OR ((SELECT app.is_case_staff()) AND added_by_kind = 'staff' AND added_by_id = (SELECT app.actor_id()))));
DROP POLICY evidence_update ON evidence;
CREATE POLICY evidence_update_staff ON evidence FOR UPDATE USING ((SELECT app.is_case_staff()) AND app.sees_case(case_id));
CREATE POLICY evidence_update_own ON evidence FOR UPDATE USING (
  (SELECT app.actor_kind()) = 'worker' AND case_id = (SELECT app.case_id()) AND added_by_kind = 'worker' AND app.sees_case(case_id));
CREATE TRIGGER evidence_staff_columns BEFORE UPDATE ON evidence FOR EACH ROW WHEN (app.actor_kind() = 'staff')
  EXECUTE FUNCTION app.keep_other_columns('fee_line_id', 'removed_at');
CREATE TRIGGER evidence_worker_columns BEFORE UPDATE ON evidence FOR EACH ROW WHEN (app.actor_kind() = 'worker')
  EXECUTE FUNCTION app.keep_other_columns('message_id', 'removed_at');
CREATE TRIGGER evidence_held BEFORE UPDATE OF removed_at ON evidence FOR EACH ROW WHEN (OLD.legal_hold AND NEW.removed_at IS NOT NULL)
  EXECUTE FUNCTION app.keep_other_columns('message_id');

-- Which of the stored objects somebody still needs: chunks of a file that is not complete, files of drafts and of cases that can
-- be read. The rest is what a crash, an erased case or a removed file left behind.
CREATE FUNCTION app.kept_objects(keys text[]) RETURNS TABLE (key text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system looks for what nobody needs'; END IF;
  RETURN QUERY
    SELECT u.chunks_key FROM upload u WHERE u.chunks_key = ANY (keys) AND u.state = 'receiving'
    UNION ALL SELECT u.storage_key FROM upload u WHERE u.storage_key = ANY (keys)
    UNION ALL SELECT e.storage_key FROM evidence e JOIN case_key k ON k.case_id = e.case_id WHERE e.storage_key = ANY (keys) AND e.removed_at IS NULL;
END $$;
REVOKE ALL ON FUNCTION app.kept_objects(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.kept_objects(text[]) TO fair_passage_app;
