-- AlterTable
ALTER TABLE "message" ADD COLUMN     "answer_code" TEXT,
ADD COLUMN     "answers_id" UUID;

-- AlterTable
ALTER TABLE "satisfaction_survey" ADD COLUMN     "closed_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "correction" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "subject_id" UUID,
    "sealed_old" BYTEA,
    "sealed_new" BYTEA NOT NULL,
    "new_code" TEXT,
    "language" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'proposed',
    "request_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "sealed_reason" BYTEA,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "correction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "officer_request" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "preference" TEXT NOT NULL,
    "sealed_reason" BYTEA,
    "about_staff_id" UUID,
    "request_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "officer_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "repayment_answer" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "remedy_id" UUID NOT NULL,
    "repayment_id" UUID,
    "arrived" TEXT NOT NULL,
    "amount_minor" BIGINT,
    "currency" CHAR(3),
    "request_id" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "repayment_answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code_replacement" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "met_how" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "matched" INTEGER NOT NULL,
    "mismatched" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "needs_second" BOOLEAN NOT NULL DEFAULT false,
    "request_id" UUID NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),
    "replaced_at" TIMESTAMPTZ(3),

    CONSTRAINT "code_replacement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "correction_request_id_key" ON "correction"("request_id");

-- CreateIndex
CREATE INDEX "correction_case_id_idx" ON "correction"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "officer_request_request_id_key" ON "officer_request"("request_id");

-- CreateIndex
CREATE INDEX "officer_request_case_id_idx" ON "officer_request"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "repayment_answer_request_id_key" ON "repayment_answer"("request_id");

-- CreateIndex
CREATE INDEX "repayment_answer_case_id_idx" ON "repayment_answer"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "code_replacement_request_id_key" ON "code_replacement"("request_id");

-- CreateIndex
CREATE INDEX "code_replacement_case_id_checked_at_idx" ON "code_replacement"("case_id", "checked_at");

-- CreateIndex
CREATE UNIQUE INDEX "satisfaction_survey_case_id_closed_at_key" ON "satisfaction_survey"("case_id", "closed_at");

-- AddForeignKey
ALTER TABLE "correction" ADD CONSTRAINT "correction_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "officer_request" ADD CONSTRAINT "officer_request_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repayment_answer" ADD CONSTRAINT "repayment_answer_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "code_replacement" ADD CONSTRAINT "code_replacement_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Row-level security, functions and triggers (written by hand).

-- Until now an answer was whatever a worker wrote next: it answers the last question before it.
UPDATE message a SET answers_id = q.id FROM message q
  WHERE q.is_question AND q.direction = 'to_worker'
    AND a.id = (SELECT m.id FROM message m WHERE m.case_id = q.case_id AND m.direction = 'from_worker' AND m.sent_at >= q.sent_at ORDER BY m.sent_at, m.id LIMIT 1);
-- A worker answers a question of the own case, staff answer none.
CREATE FUNCTION app.check_answer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.direction <> 'from_worker' OR NOT EXISTS (
    SELECT 1 FROM public.message q WHERE q.id = NEW.answers_id AND q.case_id = NEW.case_id AND q.is_question AND q.direction = 'to_worker') THEN
    RAISE EXCEPTION 'an answer belongs to a question of the same case' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER message_answer BEFORE INSERT ON message FOR EACH ROW WHEN (NEW.answers_id IS NOT NULL) EXECUTE FUNCTION app.check_answer();

-- A correction is proposed by the worker, once decided by an officer in the own name, and never rewritten.
ALTER TABLE correction ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON correction TO fair_passage_app;
GRANT UPDATE (state, decided_by_id, sealed_reason, decided_at) ON correction TO fair_passage_app;
CREATE POLICY correction_read ON correction FOR SELECT USING (app.sees_case(case_id));
CREATE POLICY correction_insert ON correction FOR INSERT WITH CHECK (
  (SELECT app.actor_kind()) = 'worker' AND case_id = (SELECT app.case_id()) AND state = 'proposed' AND decided_by_id IS NULL AND decided_at IS NULL AND app.sees_case(case_id));
CREATE POLICY correction_decide ON correction FOR UPDATE
  USING ((SELECT app.is_case_staff()) AND state = 'proposed' AND app.sees_case(case_id))
  WITH CHECK (state IN ('accepted', 'declined') AND decided_by_id = (SELECT app.actor_id()));

-- A request for another officer, with its reason, is for supervisors who do not hold the case. Everybody on the case may know that
-- there is one, and since when: the clock says it.
ALTER TABLE officer_request ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON officer_request TO fair_passage_app;
CREATE POLICY officer_request_own_read ON officer_request FOR SELECT USING ((SELECT app.actor_kind()) = 'worker' AND case_id = (SELECT app.case_id()));
CREATE POLICY officer_request_supervisor_read ON officer_request FOR SELECT USING (
  (SELECT app.is_case_staff()) AND (SELECT app.staff_role()) = 'supervisor' AND about_staff_id IS DISTINCT FROM (SELECT app.actor_id())
  AND EXISTS (SELECT 1 FROM cases c WHERE c.id = case_id AND c.assignee_id IS DISTINCT FROM (SELECT app.actor_id())));
CREATE POLICY officer_request_insert ON officer_request FOR INSERT WITH CHECK (
  (SELECT app.actor_kind()) = 'worker' AND case_id = (SELECT app.case_id()) AND outcome IS NULL AND answered_by_id IS NULL AND app.sees_case(case_id));
CREATE UNIQUE INDEX officer_request_one_open ON officer_request (case_id) WHERE answered_at IS NULL;
CREATE FUNCTION app.name_present_officer() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.about_staff_id := (SELECT c.assignee_id FROM public.cases c WHERE c.id = NEW.case_id);
  RETURN NEW;
END $$;
CREATE TRIGGER officer_request_about BEFORE INSERT ON officer_request FOR EACH ROW EXECUTE FUNCTION app.name_present_officer();

CREATE FUNCTION app.sees_case_of_office(in_case uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM cases c WHERE c.id = in_case AND c.erased_at IS NULL
    AND ((app.actor_kind() = 'worker' AND c.id = app.case_id()) OR (app.is_case_staff() AND c.office_id = app.office_id()))) $$;
-- Since when a request waits; null when none does.
CREATE FUNCTION app.officer_asked_at(in_case uuid) RETURNS timestamptz LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT requested_at FROM officer_request WHERE case_id = in_case AND answered_at IS NULL AND app.sees_case_of_office(in_case) $$;
-- Who the worker asked to have changed, and was: they do not get the case back.
CREATE FUNCTION app.officers_changed(in_case uuid) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT about_staff_id FROM officer_request WHERE case_id = in_case AND about_staff_id IS NOT NULL AND (outcome IS NULL OR outcome = 'changed')
    AND app.is_case_staff() AND app.sees_case_of_office(in_case) $$;
-- Answers the request that waits. `changed`: somebody else holds the case now, whoever gave it to them. `none_free`: a supervisor
-- whom the request is not about says that nobody else is there. Returns whether there was one.
CREATE FUNCTION app.answer_officer_request(in_case uuid, what text, at timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE holder uuid;
BEGIN
  IF NOT (app.is_case_staff() AND app.sees_case_of_office(in_case)) THEN RETURN false; END IF;
  SELECT assignee_id INTO holder FROM cases WHERE id = in_case;
  UPDATE officer_request r SET outcome = what, answered_by_id = app.actor_id(), answered_at = at
    WHERE r.case_id = in_case AND r.answered_at IS NULL AND (
      (what = 'changed' AND holder IS NOT NULL AND holder IS DISTINCT FROM r.about_staff_id)
      OR (what = 'none_free' AND app.staff_role() = 'supervisor' AND holder IS DISTINCT FROM app.actor_id() AND r.about_staff_id IS DISTINCT FROM app.actor_id()));
  RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION app.sees_case_of_office(uuid), app.officer_asked_at(uuid), app.officers_changed(uuid), app.answer_officer_request(uuid, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.officer_asked_at(uuid), app.officers_changed(uuid), app.answer_officer_request(uuid, text, timestamptz) TO fair_passage_app;

-- Whether what was agreed arrived is for its worker to say.
ALTER TABLE repayment_answer ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON repayment_answer TO fair_passage_app;
CREATE POLICY repayment_answer_read ON repayment_answer FOR SELECT USING (app.sees_case(case_id));
CREATE POLICY repayment_answer_insert ON repayment_answer FOR INSERT WITH CHECK (
  (SELECT app.actor_kind()) = 'worker' AND case_id = (SELECT app.case_id()) AND app.sees_case(case_id)
  AND EXISTS (SELECT 1 FROM remedy r WHERE r.id = remedy_id AND r.case_id = repayment_answer.case_id)
  AND (repayment_id IS NULL OR EXISTS (SELECT 1 FROM repayment p WHERE p.id = repayment_id AND p.remedy_id = repayment_answer.remedy_id)));

-- How a worker found us is said by the worker, about a case that has ended, and read by supervisors only: an officer who is rated
-- does not see by whom.
DROP POLICY satisfaction_survey_insert ON satisfaction_survey;
CREATE POLICY satisfaction_survey_insert ON satisfaction_survey FOR INSERT WITH CHECK (
  (SELECT app.actor_kind()) = 'worker' AND case_id = (SELECT app.case_id())
  AND EXISTS (SELECT 1 FROM cases c WHERE c.id = case_id AND c.state = 'closed' AND c.closed_at IS NOT DISTINCT FROM satisfaction_survey.closed_at));
DROP POLICY satisfaction_survey_read ON satisfaction_survey;
CREATE POLICY satisfaction_survey_own_read ON satisfaction_survey FOR SELECT USING ((SELECT app.actor_kind()) = 'worker' AND case_id = (SELECT app.case_id()));
CREATE POLICY satisfaction_survey_supervisor_read ON satisfaction_survey FOR SELECT USING (
  (SELECT app.is_case_staff()) AND (SELECT app.staff_role()) = 'supervisor' AND app.sees_case(case_id));

-- A new code: written down in the own name, confirmed by a supervisor who did not check where the case is critical, used once.
ALTER TABLE code_replacement ENABLE ROW LEVEL SECURITY;
ALTER TABLE code_replacement ADD CONSTRAINT code_replacement_enough CHECK (outcome = 'refused' OR (outcome = 'passed' AND matched >= 3 AND mismatched = 0));
GRANT SELECT, INSERT ON code_replacement TO fair_passage_app;
GRANT UPDATE (confirmed_by_id, confirmed_at) ON code_replacement TO fair_passage_app;
CREATE POLICY code_replacement_read ON code_replacement FOR SELECT USING ((SELECT app.is_case_staff()) AND app.sees_case(case_id));
CREATE POLICY code_replacement_own_read ON code_replacement FOR SELECT USING (
  (SELECT app.actor_kind()) = 'worker' AND case_id = (SELECT app.case_id()) AND replaced_at IS NOT NULL);
CREATE POLICY code_replacement_insert ON code_replacement FOR INSERT WITH CHECK (
  (SELECT app.is_case_staff()) AND staff_id = (SELECT app.actor_id()) AND confirmed_by_id IS NULL AND confirmed_at IS NULL AND replaced_at IS NULL AND app.sees_case(case_id));
CREATE POLICY code_replacement_confirm ON code_replacement FOR UPDATE
  USING ((SELECT app.is_case_staff()) AND (SELECT app.staff_role()) = 'supervisor' AND staff_id <> (SELECT app.actor_id())
    AND outcome = 'passed' AND confirmed_at IS NULL AND replaced_at IS NULL AND app.sees_case(case_id))
  WITH CHECK (confirmed_by_id = (SELECT app.actor_id()));
CREATE FUNCTION app.ask_for_second() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.needs_second := (SELECT c.severity = 'critical' FROM public.cases c WHERE c.id = NEW.case_id);
  RETURN NEW;
END $$;
CREATE TRIGGER code_replacement_second BEFORE INSERT ON code_replacement FOR EACH ROW EXECUTE FUNCTION app.ask_for_second();

-- What a case is known by stays, as before; only the code may be another, when a check of this officer allows it. The check is used
-- up, and whoever had the page of the case open needs the new code.
DROP TRIGGER cases_staff_identity ON cases;
CREATE TRIGGER cases_staff_identity BEFORE UPDATE ON cases FOR EACH ROW
  WHEN (app.actor_kind() = 'staff' AND (OLD.id, OLD.number, OLD.submission_id, OLD.received_at) IS DISTINCT FROM (NEW.id, NEW.number, NEW.submission_id, NEW.received_at))
  EXECUTE FUNCTION app.keep_other_columns('office_id');
CREATE FUNCTION app.use_code_check() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE code_replacement r SET replaced_at = clock_timestamp() WHERE r.id = (
    SELECT p.id FROM code_replacement p
    WHERE p.case_id = NEW.id AND p.staff_id = app.actor_id() AND p.outcome = 'passed' AND p.replaced_at IS NULL
      AND (NOT p.needs_second OR p.confirmed_at IS NOT NULL) AND p.checked_at > clock_timestamp() - interval '24 hours'
    ORDER BY p.checked_at DESC LIMIT 1 FOR UPDATE);
  IF NOT FOUND OR NEW.code_hash IS NULL OR NOT app.is_case_staff() THEN
    RAISE EXCEPTION 'no check allows another code' USING ERRCODE = 'insufficient_privilege';
  END IF;
  DELETE FROM worker_session WHERE case_id = NEW.id;
  RETURN NEW;
END $$;
CREATE TRIGGER cases_code_replaced BEFORE UPDATE OF code_hash ON cases FOR EACH ROW
  WHEN (app.actor_kind() = 'staff' AND NEW.code_hash IS DISTINCT FROM OLD.code_hash) EXECUTE FUNCTION app.use_code_check();

-- What another office has been sent is not taken from under it: a case that is to be erased stays until they have answered, at the
-- latest a year after the sending (lib/domain/erasing.ts says the same). From the answer on, thirty days.
CREATE FUNCTION app.keep_while_elsewhere() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE cases c SET erase_due_at = CASE
      WHEN NEW.sent_at IS NOT NULL AND NEW.answered_at IS NULL THEN greatest(c.erase_due_at, NEW.sent_at + interval '365 days')
      WHEN EXISTS (SELECT 1 FROM referral r WHERE r.case_id = c.id AND r.id <> NEW.id AND r.sent_at IS NOT NULL AND r.answered_at IS NULL) THEN c.erase_due_at
      ELSE least(c.erase_due_at, NEW.answered_at + interval '30 days') END
    WHERE c.id = NEW.case_id AND c.erase_due_at IS NOT NULL AND c.erased_at IS NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER referral_keeps_case AFTER UPDATE OF sent_at, answered_at ON referral FOR EACH ROW
  WHEN (NEW.sent_at IS DISTINCT FROM OLD.sent_at OR NEW.answered_at IS DISTINCT FROM OLD.answered_at) EXECUTE FUNCTION app.keep_while_elsewhere();

-- A worker may say which way to be reached is safe now; who they are stays as it was told.
CREATE TRIGGER case_person_worker_columns BEFORE UPDATE ON case_person FOR EACH ROW WHEN (app.actor_kind() = 'worker')
  EXECUTE FUNCTION app.keep_other_columns('contact_channel', 'sealed_contact', 'sealed_safe_times', 'may_leave_message', 'preferred_officer_sex');
