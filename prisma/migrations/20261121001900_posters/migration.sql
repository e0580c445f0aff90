-- AlterTable
ALTER TABLE "cases" ADD COLUMN     "poster_id" UUID;

-- CreateTable
CREATE TABLE "poster" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "office_id" UUID NOT NULL,
    "programme" TEXT,
    "job_order" TEXT,
    "languages" TEXT[],
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "poster_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "translation_comment" (
    "id" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "page" TEXT NOT NULL,
    "wrong" TEXT NOT NULL,
    "better" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,

    CONSTRAINT "translation_comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "poster_code_key" ON "poster"("code");

-- CreateIndex
CREATE INDEX "poster_office_id_idx" ON "poster"("office_id");

-- CreateIndex
CREATE INDEX "translation_comment_locale_created_at_idx" ON "translation_comment"("locale", "created_at" DESC);

-- CreateIndex
CREATE INDEX "translation_comment_expires_at_idx" ON "translation_comment"("expires_at");

-- CreateIndex
CREATE INDEX "cases_poster_id_idx" ON "cases"("poster_id");

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_poster_id_fkey" FOREIGN KEY ("poster_id") REFERENCES "poster"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "poster" ADD CONSTRAINT "poster_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is typed here is short; the rest of what is said about it is in lib/schemas.
ALTER TABLE poster ADD CONSTRAINT poster_short CHECK (length(code) BETWEEN 8 AND 32 AND length(programme) <= 40 AND length(job_order) <= 40);
ALTER TABLE translation_comment ADD CONSTRAINT translation_comment_short CHECK (length(page) <= 200 AND length(wrong) <= 1000 AND length(better) <= 1000);

ALTER TABLE poster ENABLE ROW LEVEL SECURITY;
ALTER TABLE translation_comment ENABLE ROW LEVEL SECURITY;

-- Posters: the office makes and retires its own. Nothing of one is rewritten: it hangs on a wall.
GRANT SELECT, INSERT, UPDATE ON poster TO fair_passage_app;
CREATE POLICY poster_read ON poster FOR SELECT USING ((SELECT app.actor_kind()) = 'staff' AND office_id = (SELECT app.office_id()));
CREATE POLICY poster_make ON poster FOR INSERT WITH CHECK (
  (SELECT app.actor_kind()) = 'staff' AND office_id = (SELECT app.office_id()) AND created_by_id = (SELECT app.actor_id()) AND retired_at IS NULL);
CREATE POLICY poster_retire ON poster FOR UPDATE
  USING ((SELECT app.actor_kind()) = 'staff' AND office_id = (SELECT app.office_id()) AND retired_at IS NULL)
  WITH CHECK (office_id = (SELECT app.office_id()) AND retired_at IS NOT NULL);
CREATE TRIGGER poster_kept BEFORE UPDATE ON poster FOR EACH ROW WHEN (app.actor_kind() = 'staff') EXECUTE FUNCTION app.keep_other_columns('retired_at');

-- Whoever stands in front of one knows its code: where it leads to, one code at a time, never the list.
CREATE FUNCTION app.poster_by_code(asked text) RETURNS TABLE (id uuid, office_id uuid, programme text, job_order text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.id, p.office_id, p.programme, p.job_order FROM poster p
  WHERE p.code = asked AND p.retired_at IS NULL AND app.actor_kind() IN ('reporter', 'door') $$;
REVOKE ALL ON FUNCTION app.poster_by_code(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.poster_by_code(text) TO fair_passage_app;

-- How many reports came by each poster of the office: only those that agreed to be counted, in steps of five, fewer are not told.
CREATE FUNCTION app.poster_reports() RETURNS TABLE (poster_id uuid, reports integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.poster_id, (count(*) / 5 * 5)::integer FROM cases c JOIN poster p ON p.id = c.poster_id
  WHERE app.actor_kind() = 'staff' AND p.office_id = app.office_id()
    AND c.in_statistics AND NOT c.is_test AND c.closing_code IS DISTINCT FROM 'duplicate_merged'
  GROUP BY c.poster_id HAVING count(*) >= 5 $$;
REVOKE ALL ON FUNCTION app.poster_reports() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.poster_reports() TO fair_passage_app;

-- Comments on translations: anybody writes one, supervisors and administrators read them and mark them as done.
GRANT SELECT, INSERT, UPDATE, DELETE ON translation_comment TO fair_passage_app;
CREATE POLICY translation_comment_write ON translation_comment FOR INSERT WITH CHECK (
  (SELECT app.actor_kind()) = 'reporter' AND done_at IS NULL AND done_by_id IS NULL AND expires_at <= created_at + interval '180 days');
CREATE POLICY translation_comment_read ON translation_comment FOR SELECT USING (
  (SELECT app.actor_kind()) = 'staff' AND (SELECT app.staff_role()) IN ('supervisor', 'administrator'));
CREATE POLICY translation_comment_done ON translation_comment FOR UPDATE
  USING ((SELECT app.actor_kind()) = 'staff' AND (SELECT app.staff_role()) IN ('supervisor', 'administrator'))
  WITH CHECK (done_by_id IS NULL OR done_by_id = (SELECT app.actor_id()));
CREATE TRIGGER translation_comment_kept BEFORE UPDATE ON translation_comment FOR EACH ROW WHEN (app.actor_kind() = 'staff')
  EXECUTE FUNCTION app.keep_other_columns('done_at', 'done_by_id');
CREATE POLICY translation_comment_sweep ON translation_comment FOR SELECT USING ((SELECT app.actor_kind()) = 'system' AND expires_at < now());
CREATE POLICY translation_comment_sweep_delete ON translation_comment FOR DELETE USING ((SELECT app.actor_kind()) = 'system' AND expires_at < now());
