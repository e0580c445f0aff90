-- The log of releases: what statistics have told, so that no later answer tells by difference what an earlier one held back. One row
-- for a measure of a question and those it was told to (`public`, `all`, the id of an office): its last release. `cells` holds true
-- counts, those of held-back cells too, and leaves this table only for the rules that decide about the next release.
CREATE TABLE "statistic_release" (
    "scope" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    -- Grows with every writing, so that a process reads only what it has not read.
    "seq" BIGSERIAL NOT NULL,
    "version" BIGINT NOT NULL,
    "as_of" TIMESTAMPTZ(3) NOT NULL,
    "release" JSONB NOT NULL,
    "told_at" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "told_by_kind" TEXT NOT NULL,
    "told_by_id" UUID,

    CONSTRAINT "statistic_release_pkey" PRIMARY KEY ("scope", "question")
);
CREATE INDEX "statistic_release_scope_seq_idx" ON "statistic_release"("scope", "seq");

ALTER TABLE statistic_release ENABLE ROW LEVEL SECURITY;
-- Whose log somebody may read and write: an administrator that of all offices, a supervisor that of the own, anybody the public one.
CREATE FUNCTION app.statistic_scope() RETURNS text LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN app.actor_kind() = 'reporter' THEN 'public'
    WHEN app.actor_kind() <> 'staff' THEN NULL
    WHEN app.staff_role() = 'administrator' THEN 'all'
    WHEN app.staff_role() = 'supervisor' THEN app.office_id()::text END $$;
-- What is public is known to staff, too, but not theirs to write.
CREATE POLICY statistic_release_read ON statistic_release FOR SELECT TO fair_passage_app
  USING (scope = app.statistic_scope() OR (scope = 'public' AND app.statistic_scope() IS NOT NULL) OR app.actor_kind() = 'system');
CREATE POLICY statistic_release_tell ON statistic_release FOR INSERT TO fair_passage_app
  WITH CHECK ((scope = app.statistic_scope() OR app.actor_kind() = 'system') AND told_by_kind = app.actor_kind() AND told_by_id IS NOT DISTINCT FROM app.actor_id());
CREATE POLICY statistic_release_move ON statistic_release FOR UPDATE TO fair_passage_app
  USING (scope = app.statistic_scope() OR app.actor_kind() = 'system')
  WITH CHECK ((scope = app.statistic_scope() OR app.actor_kind() = 'system') AND told_by_kind = app.actor_kind() AND told_by_id IS NOT DISTINCT FROM app.actor_id());
GRANT SELECT, INSERT ON statistic_release TO fair_passage_app;
GRANT UPDATE (seq, version, as_of, release, told_at, told_by_kind, told_by_id) ON statistic_release TO fair_passage_app;
GRANT USAGE ON SEQUENCE statistic_release_seq_seq TO fair_passage_app;
