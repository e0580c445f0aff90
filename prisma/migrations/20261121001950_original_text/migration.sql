-- CreateTable
CREATE TABLE "original_text" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "message_id" UUID,
    "sealed_fields" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "original_text_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "original_text_message_id_key" ON "original_text"("message_id");

-- CreateIndex
CREATE INDEX "original_text_case_id_idx" ON "original_text"("case_id");

-- AddForeignKey
ALTER TABLE "original_text" ADD CONSTRAINT "original_text_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "original_text" ADD CONSTRAINT "original_text_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Seen with its case, written with the words it belongs to, never changed.
ALTER TABLE original_text ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON original_text TO fair_passage_app;
CREATE POLICY original_text_read ON original_text FOR SELECT USING (app.sees_case(case_id));
CREATE POLICY original_text_insert ON original_text FOR INSERT WITH CHECK (app.sees_case(case_id) AND (
  ((SELECT app.actor_kind()) = 'reporter' AND message_id IS NULL)
  OR ((SELECT app.actor_kind()) = 'worker' AND message_id IS NOT NULL)
  OR (SELECT app.is_case_staff())));
