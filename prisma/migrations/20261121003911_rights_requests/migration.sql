-- What a person may ask about the own data and an officer must do, beside the correction of one fact (ADR 053): asked on the own page, or
-- recorded by an officer when it came by phone or mail. The same clock of 14 days as a correction (deadline of kind rights_request).
CREATE TABLE "rights_request" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "came_by" TEXT NOT NULL,
    "identity_check" TEXT NOT NULL,
    "came_at" TIMESTAMPTZ(3) NOT NULL,
    "language" TEXT NOT NULL,
    "sealed_words" BYTEA,
    "request_id" UUID NOT NULL,
    "recorded_by_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "sealed_reason" BYTEA,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "rights_request_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "rights_request_request_id_key" ON "rights_request"("request_id");
CREATE INDEX "rights_request_case_id_idx" ON "rights_request"("case_id");
ALTER TABLE "rights_request" ADD CONSTRAINT "rights_request_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Row-level security, functions and triggers (written by hand).
ALTER TABLE rights_request ADD CONSTRAINT rights_request_answered_whole CHECK ((outcome IS NULL) = (answered_at IS NULL) AND (outcome IS NULL) = (answered_by_id IS NULL)),
  ADD CONSTRAINT rights_request_came_before CHECK (came_at <= recorded_at + interval '1 day');
ALTER TABLE rights_request ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON rights_request TO fair_passage_app;
GRANT UPDATE (outcome, sealed_reason, answered_by_id, answered_at) ON rights_request TO fair_passage_app;
-- Its worker sees what was asked for the worker; that somebody else asked is for the office alone.
CREATE POLICY rights_request_office ON rights_request FOR SELECT USING ((SELECT app.is_case_staff()) AND app.sees_case(case_id));
CREATE POLICY rights_request_own ON rights_request FOR SELECT USING (
  (SELECT app.actor_kind()) = 'worker' AND case_id = (SELECT app.case_id()) AND asked_by <> 'other' AND app.sees_case(case_id));
CREATE POLICY rights_request_ask ON rights_request FOR INSERT WITH CHECK (
  (SELECT app.actor_kind()) = 'worker' AND case_id = (SELECT app.case_id()) AND asked_by = 'worker' AND came_by = 'own_page'
  AND recorded_by_id IS NULL AND outcome IS NULL AND app.sees_case(case_id));
CREATE POLICY rights_request_record ON rights_request FOR INSERT WITH CHECK (
  (SELECT app.is_case_staff()) AND recorded_by_id = (SELECT app.actor_id()) AND came_by <> 'own_page' AND outcome IS NULL AND app.sees_case(case_id));
CREATE POLICY rights_request_answer ON rights_request FOR UPDATE
  USING ((SELECT app.is_case_staff()) AND outcome IS NULL AND app.sees_case(case_id))
  WITH CHECK (outcome IS NOT NULL AND answered_by_id = (SELECT app.actor_id()));

-- A correction of the report ends with the case; what a person may ask about the own data does not.
DO $$ DECLARE was text := pg_get_functiondef('app.end_with_case()'::regprocedure); BEGIN
  IF was NOT LIKE '%''remedy_answer'', ''rights_request'')%' THEN RAISE EXCEPTION 'a case ends otherwise than before'; END IF;
  EXECUTE replace(was, '''remedy_answer'', ''rights_request'')',
    '''remedy_answer'', ''rights_request'') AND (kind <> ''rights_request'' OR NOT EXISTS (SELECT 1 FROM rights_request r WHERE r.id = deadline.subject_id))');
END $$;
-- Of a case that belongs to nobody any more nothing of it stays.
DO $$ DECLARE was text := pg_get_functiondef('app.anonymise_case(uuid, timestamptz)'::regprocedure); BEGIN
  IF was NOT LIKE '%''correction'', ''officer_request'',%' THEN RAISE EXCEPTION 'a case is made anonymous otherwise than before'; END IF;
  EXECUTE replace(was, '''correction'', ''officer_request'',', '''correction'', ''rights_request'', ''officer_request'',');
END $$;
