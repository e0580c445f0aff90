-- AlterTable
ALTER TABLE "task" ADD COLUMN     "created_by_id" UUID,
ADD COLUMN     "done_by_id" UUID,
ADD COLUMN     "request_id" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "indicator_finding" ADD COLUMN     "added_by_id" UUID,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "text_translation" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "sealed_text" BYTEA NOT NULL,
    "translated_by_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "translated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "text_translation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_judgement" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "indicator" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "judgement" TEXT NOT NULL,
    "sealed_reason" BYTEA NOT NULL,
    "judged_by_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "judged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_judgement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "text_translation_request_id_key" ON "text_translation"("request_id");

-- CreateIndex
CREATE INDEX "text_translation_case_id_idx" ON "text_translation"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "text_translation_subject_id_version_key" ON "text_translation"("subject_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "sign_judgement_request_id_key" ON "sign_judgement"("request_id");

-- CreateIndex
CREATE UNIQUE INDEX "sign_judgement_case_id_indicator_version_key" ON "sign_judgement"("case_id", "indicator", "version");

-- CreateIndex
CREATE UNIQUE INDEX "task_request_id_key" ON "task"("request_id");

-- AddForeignKey
ALTER TABLE "text_translation" ADD CONSTRAINT "text_translation_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sign_judgement" ADD CONSTRAINT "sign_judgement_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Row-level security and triggers (written by hand).

-- What an officer makes of somebody's words, and of a sign, is theirs, stands beside what was there before, and stays.
ALTER TABLE text_translation ENABLE ROW LEVEL SECURITY;
ALTER TABLE text_translation ADD CONSTRAINT text_translation_kind CHECK (kind IN ('statement', 'message'));
GRANT SELECT, INSERT ON text_translation TO fair_passage_app;
CREATE POLICY text_translation_read ON text_translation FOR SELECT USING ((SELECT app.is_case_staff()) AND app.sees_case(case_id));
CREATE POLICY text_translation_insert ON text_translation FOR INSERT WITH CHECK (
  (SELECT app.is_case_staff()) AND translated_by_id = (SELECT app.actor_id()) AND app.sees_case(case_id) AND (
    (kind = 'statement' AND EXISTS (SELECT 1 FROM statement s WHERE s.id = subject_id AND s.case_id = text_translation.case_id))
    OR (kind = 'message' AND EXISTS (SELECT 1 FROM message m WHERE m.id = subject_id AND m.case_id = text_translation.case_id))));

ALTER TABLE sign_judgement ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_judgement ADD CONSTRAINT sign_judgement_word CHECK (judgement IN ('present', 'absent', 'unclear'));
GRANT SELECT, INSERT ON sign_judgement TO fair_passage_app;
CREATE POLICY sign_judgement_read ON sign_judgement FOR SELECT USING ((SELECT app.is_case_staff()) AND app.sees_case(case_id));
CREATE POLICY sign_judgement_insert ON sign_judgement FOR INSERT WITH CHECK (
  (SELECT app.is_case_staff()) AND judged_by_id = (SELECT app.actor_id()) AND app.sees_case(case_id));

-- The sign itself shows the last judgement, by who made it; what answers raised it stays as it was.
DROP POLICY indicator_finding_update ON indicator_finding;
CREATE POLICY indicator_finding_update ON indicator_finding FOR UPDATE USING ((SELECT app.is_case_staff()) AND app.sees_case(case_id))
  WITH CHECK (judged_by_id = (SELECT app.actor_id()));
CREATE TRIGGER indicator_finding_kept BEFORE UPDATE ON indicator_finding FOR EACH ROW WHEN (app.actor_kind() = 'staff')
  EXECUTE FUNCTION app.keep_other_columns('judgement', 'judged_by_id', 'judged_at', 'version');

-- A task is written down by somebody, for somebody of the office, and its words stay.
DROP POLICY task_insert ON task;
CREATE POLICY task_insert ON task FOR INSERT WITH CHECK (
  (SELECT app.is_case_staff()) AND created_by_id = (SELECT app.actor_id()) AND app.sees_case(case_id)
  AND (assignee_id IS NULL OR EXISTS (SELECT 1 FROM staff s WHERE s.id = assignee_id AND s.office_id = (SELECT app.office_id()))));
DROP POLICY task_update ON task;
CREATE POLICY task_update ON task FOR UPDATE USING ((SELECT app.is_case_staff()) AND app.sees_case(case_id))
  WITH CHECK (assignee_id IS NULL OR EXISTS (SELECT 1 FROM staff s WHERE s.id = assignee_id AND s.office_id = (SELECT app.office_id())));
CREATE TRIGGER task_kept BEFORE UPDATE ON task FOR EACH ROW WHEN (app.actor_kind() = 'staff')
  EXECUTE FUNCTION app.keep_other_columns('assignee_id', 'due_at', 'done_at', 'done_by_id', 'version');
