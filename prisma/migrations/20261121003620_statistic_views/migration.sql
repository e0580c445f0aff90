-- Questions to the statistics under a name (ADR 041): one's own, or shared with those of the office who read statistics. The query is
-- what stands in the address: codes and months. Deleted ones can be taken back for a while.
CREATE TABLE "statistic_view" (
  "id" UUID NOT NULL,
  "office_id" UUID NOT NULL,
  "owner_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "query" TEXT NOT NULL,
  "is_shared" BOOLEAN NOT NULL DEFAULT false,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "deleted_at" TIMESTAMPTZ(3),
  CONSTRAINT "statistic_view_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "statistic_view_name_check" CHECK (char_length("name") BETWEEN 1 AND 40),
  CONSTRAINT "statistic_view_query_check" CHECK (char_length("query") <= 4000)
);
CREATE INDEX "statistic_view_office_id_owner_id_idx" ON "statistic_view"("office_id", "owner_id");
ALTER TABLE "statistic_view" ADD CONSTRAINT "statistic_view_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "statistic_view" ADD CONSTRAINT "statistic_view_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE statistic_view ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON statistic_view TO fair_passage_app;
GRANT UPDATE (name, is_shared, deleted_at) ON statistic_view TO fair_passage_app;
CREATE FUNCTION app.reads_statistics() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT app.actor_kind() = 'staff' AND app.staff_role() IN ('supervisor', 'administrator') $$;
REVOKE ALL ON FUNCTION app.reads_statistics() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.reads_statistics() TO fair_passage_app;
CREATE POLICY statistic_view_read ON statistic_view FOR SELECT USING (
  (SELECT app.reads_statistics()) AND office_id = (SELECT app.office_id()) AND (owner_id = (SELECT app.actor_id()) OR (is_shared AND deleted_at IS NULL)));
CREATE POLICY statistic_view_insert ON statistic_view FOR INSERT WITH CHECK (
  (SELECT app.reads_statistics()) AND office_id = (SELECT app.office_id()) AND owner_id = (SELECT app.actor_id()));
CREATE POLICY statistic_view_update ON statistic_view FOR UPDATE
  USING ((SELECT app.reads_statistics()) AND office_id = (SELECT app.office_id()) AND owner_id = (SELECT app.actor_id()))
  WITH CHECK (office_id = (SELECT app.office_id()) AND owner_id = (SELECT app.actor_id()));
CREATE POLICY statistic_view_delete ON statistic_view FOR DELETE
  USING ((SELECT app.reads_statistics()) AND office_id = (SELECT app.office_id()) AND owner_id = (SELECT app.actor_id()));
