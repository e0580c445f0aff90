-- Which reports tell the same words, without the words: a keyed hash for fourteen days, so that a flood can be seen as one (ADR 051).
CREATE TABLE "report_mark" (
    "case_id" UUID NOT NULL,
    "mark" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "report_mark_pkey" PRIMARY KEY ("case_id")
);

-- CreateIndex
CREATE INDEX "report_mark_received_at_idx" ON "report_mark"("received_at");

-- AddForeignKey
ALTER TABLE "report_mark" ADD CONSTRAINT "report_mark_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE report_mark ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON report_mark TO fair_passage_app;
-- Put by who sends the report, seen by the supervisors of its office.
CREATE POLICY report_mark_insert ON report_mark FOR INSERT WITH CHECK ((SELECT app.actor_kind()) = 'reporter' AND case_id = (SELECT app.case_id()));
CREATE POLICY report_mark_read ON report_mark FOR SELECT USING ((SELECT app.is_case_staff()) AND (SELECT app.staff_role()) = 'supervisor' AND app.sees_case(case_id));
CREATE POLICY report_mark_sweep ON report_mark FOR ALL USING ((SELECT app.actor_kind()) = 'system') WITH CHECK (false);
