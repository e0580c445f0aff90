-- Referrals: what the worker is asked, the pack that went out, and the share that another office opens instead of the case.
ALTER TABLE "referral" ADD COLUMN "request_id" UUID,
ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN "packed_at" TIMESTAMPTZ(3),
ADD COLUMN "sent_by_id" UUID,
ADD COLUMN "sent_how" TEXT,
ADD COLUMN "withdrawn_at" TIMESTAMPTZ(3),
ADD COLUMN "outcome_language" TEXT,
ADD COLUMN "told_worker_at" TIMESTAMPTZ(3);

CREATE TABLE "consent_request" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "recipient_body" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "data_items" TEXT[],
    "valid_days" INTEGER NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "answer_by_at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "consent_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),

    CONSTRAINT "consent_request_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "referral_pack" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "format" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "sealed_bytes" BYTEA NOT NULL,
    "sha256" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "referral_pack_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "referral_share" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "referral_id" UUID NOT NULL,
    "from_office_id" UUID NOT NULL,
    "to_office_id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "master_key_id" TEXT NOT NULL,
    "sealed_content" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "opened_at" TIMESTAMPTZ(3),
    "decision" TEXT,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "outcome_code" TEXT,
    "sealed_outcome" BYTEA,
    "outcome_language" TEXT,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "referral_share_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "referral_request_id_key" ON "referral"("request_id");
CREATE INDEX "consent_request_case_id_idx" ON "consent_request"("case_id");
CREATE INDEX "consent_request_referral_id_idx" ON "consent_request"("referral_id");
CREATE INDEX "referral_pack_case_id_idx" ON "referral_pack"("case_id");
CREATE UNIQUE INDEX "referral_pack_referral_id_format_language_key" ON "referral_pack"("referral_id", "format", "language");
CREATE UNIQUE INDEX "referral_share_referral_id_key" ON "referral_share"("referral_id");
CREATE INDEX "referral_share_case_id_idx" ON "referral_share"("case_id");
CREATE INDEX "referral_share_to_office_id_created_at_id_idx" ON "referral_share"("to_office_id", "created_at" DESC, "id");
CREATE INDEX "referral_share_from_office_id_created_at_id_idx" ON "referral_share"("from_office_id", "created_at" DESC, "id");
ALTER TABLE "consent_request" ADD CONSTRAINT "consent_request_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "consent_request" ADD CONSTRAINT "consent_request_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "referral_pack" ADD CONSTRAINT "referral_pack_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "referral_pack" ADD CONSTRAINT "referral_pack_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "referral_share" ADD CONSTRAINT "referral_share_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "referral_share" ADD CONSTRAINT "referral_share_referral_id_fkey" FOREIGN KEY ("referral_id") REFERENCES "referral"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Row-level security, functions and triggers (written by hand).
CREATE UNIQUE INDEX consent_request_one_open ON consent_request (referral_id) WHERE answered_at IS NULL AND cancelled_at IS NULL;

-- A question is put by an officer in the own name, taken back by one, answered by the worker, once.
ALTER TABLE consent_request ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON consent_request TO fair_passage_app;
GRANT UPDATE (answer, consent_id, answered_at, cancelled_at) ON consent_request TO fair_passage_app;
CREATE POLICY consent_request_read ON consent_request FOR SELECT USING (app.sees_case(case_id));
CREATE POLICY consent_request_insert ON consent_request FOR INSERT WITH CHECK (
  (SELECT app.is_case_staff()) AND asked_by_id = (SELECT app.actor_id()) AND answered_at IS NULL AND answer IS NULL AND consent_id IS NULL AND cancelled_at IS NULL
  AND app.sees_case(case_id) AND EXISTS (SELECT 1 FROM referral r WHERE r.id = referral_id AND r.case_id = consent_request.case_id AND r.state = 'pending_consent'
    AND coalesce(r.body_code, 'office:' || r.to_office_id) = recipient_body AND r.purpose = consent_request.purpose AND consent_request.data_items <@ r.data_items));
CREATE POLICY consent_request_cancel ON consent_request FOR UPDATE
  USING ((SELECT app.is_case_staff()) AND answered_at IS NULL AND cancelled_at IS NULL AND app.sees_case(case_id))
  WITH CHECK (cancelled_at IS NOT NULL AND answer IS NULL AND consent_id IS NULL AND answered_at IS NULL);
CREATE POLICY consent_request_answer ON consent_request FOR UPDATE
  USING ((SELECT app.actor_kind()) = 'worker' AND case_id = (SELECT app.case_id()) AND answered_at IS NULL AND cancelled_at IS NULL)
  WITH CHECK (answered_at IS NOT NULL AND cancelled_at IS NULL AND (
    (answer = 'no' AND consent_id IS NULL)
    OR (answer IN ('yes', 'part') AND EXISTS (SELECT 1 FROM consent k WHERE k.id = consent_id AND k.case_id = consent_request.case_id AND k.kind = 'send_to_body' AND k.withdrawn_at IS NULL
      AND k.recipient_body = consent_request.recipient_body AND k.purpose = consent_request.purpose AND k.data_items <@ consent_request.data_items AND cardinality(k.data_items) > 0))));

-- The answer decides the referral: a no ends it, a yes is for what it names, and nothing more is left to send.
CREATE FUNCTION app.consent_request_answered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE referral r SET version = r.version + 1,
      state = CASE WHEN NEW.answer = 'no' THEN 'refused' ELSE r.state END,
      consent_id = NEW.consent_id,
      data_items = coalesce((SELECT k.data_items FROM consent k WHERE k.id = NEW.consent_id), r.data_items)
    WHERE r.id = NEW.referral_id AND r.state = 'pending_consent';
  RETURN NEW;
END $$;
CREATE TRIGGER consent_request_answered AFTER UPDATE OF answered_at ON consent_request FOR EACH ROW
  WHEN (OLD.answered_at IS NULL AND NEW.answered_at IS NOT NULL) EXECUTE FUNCTION app.consent_request_answered();

-- Nothing leaves without a consent for this recipient, this purpose and these data that holds now, or two people who say that a
-- life is at risk. Whatever code asks.
CREATE FUNCTION app.check_sending() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.withdrawn_at IS NULL AND EXISTS (SELECT 1 FROM consent k WHERE k.id = NEW.consent_id AND k.case_id = NEW.case_id AND k.kind = 'send_to_body' AND k.withdrawn_at IS NULL
    AND (k.expires_at IS NULL OR k.expires_at > NEW.sent_at) AND k.recipient_body = coalesce(NEW.body_code, 'office:' || NEW.to_office_id)
    AND k.purpose = NEW.purpose AND NEW.data_items <@ k.data_items) THEN RETURN NEW; END IF;
  IF NEW.consent_id IS NULL AND cardinality(NEW.vital_interest_by_ids) >= 2 AND NEW.vital_interest_by_ids[1] <> NEW.vital_interest_by_ids[2] AND NEW.withdrawn_at IS NULL THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'no consent for this referral' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER referral_sending BEFORE UPDATE OF sent_at ON referral FOR EACH ROW
  WHEN (app.actor_kind() = 'staff' AND OLD.sent_at IS NULL AND NEW.sent_at IS NOT NULL) EXECUTE FUNCTION app.check_sending();
-- What was sent, to whom and why, is never told otherwise afterwards.
CREATE TRIGGER referral_sent_columns BEFORE UPDATE ON referral FOR EACH ROW WHEN (app.actor_kind() = 'staff' AND OLD.sent_at IS NOT NULL)
  EXECUTE FUNCTION app.keep_other_columns('state', 'version', 'sealed_outcome', 'outcome_code', 'outcome_language', 'answered_at', 'told_worker_at', 'withdrawn_at');

-- The pack is made by an officer of the case, and stays as it went out; before that it can be made anew or destroyed.
ALTER TABLE referral_pack ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON referral_pack TO fair_passage_app;
CREATE POLICY referral_pack_read ON referral_pack FOR SELECT USING ((SELECT app.is_case_staff()) AND app.sees_case(case_id));
CREATE POLICY referral_pack_insert ON referral_pack FOR INSERT WITH CHECK (
  (SELECT app.is_case_staff()) AND made_by_id = (SELECT app.actor_id()) AND app.sees_case(case_id)
  AND EXISTS (SELECT 1 FROM referral r WHERE r.id = referral_id AND r.case_id = referral_pack.case_id AND r.sent_at IS NULL AND r.withdrawn_at IS NULL));
CREATE POLICY referral_pack_delete ON referral_pack FOR DELETE USING (
  (SELECT app.is_case_staff()) AND app.sees_case(case_id) AND EXISTS (SELECT 1 FROM referral r WHERE r.id = referral_id AND r.sent_at IS NULL));

-- Whether what was shared may still be opened: the consent holds now, or two people decided; not taken back, the case not erased.
CREATE FUNCTION app.referral_holds(the_referral uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM referral r JOIN cases c ON c.id = r.case_id LEFT JOIN consent k ON k.id = r.consent_id
    WHERE r.id = the_referral AND c.erased_at IS NULL AND r.withdrawn_at IS NULL AND r.sent_at IS NOT NULL AND (
      (k.id IS NOT NULL AND k.withdrawn_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now()))
      OR (k.id IS NULL AND cardinality(r.vital_interest_by_ids) >= 2))) $$;
REVOKE ALL ON FUNCTION app.referral_holds(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.referral_holds(uuid) TO fair_passage_app;

-- The office that gave sees its share with the case. The office that was given sees the share alone, while it is open; it answers
-- once, in the name of who answers.
ALTER TABLE referral_share ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON referral_share TO fair_passage_app;
GRANT UPDATE (opened_at, decision, decided_by_id, decided_at, outcome_code, sealed_outcome, outcome_language, answered_by_id, answered_at, version) ON referral_share TO fair_passage_app;
CREATE POLICY referral_share_given ON referral_share FOR SELECT USING (
  (SELECT app.is_case_staff()) AND from_office_id = (SELECT app.office_id()) AND app.sees_case(case_id));
CREATE POLICY referral_share_received ON referral_share FOR SELECT USING (
  (SELECT app.is_case_staff()) AND to_office_id = (SELECT app.office_id()) AND closed_at IS NULL AND app.referral_holds(referral_id));
CREATE POLICY referral_share_insert ON referral_share FOR INSERT WITH CHECK (
  (SELECT app.is_case_staff()) AND from_office_id = (SELECT app.office_id()) AND to_office_id <> from_office_id AND closed_at IS NULL AND decided_at IS NULL AND answered_at IS NULL
  AND app.sees_case(case_id) AND EXISTS (SELECT 1 FROM referral r WHERE r.id = referral_id AND r.case_id = referral_share.case_id AND r.to_office_id = referral_share.to_office_id AND r.purpose = referral_share.purpose));
CREATE POLICY referral_share_answer ON referral_share FOR UPDATE
  USING ((SELECT app.is_case_staff()) AND to_office_id = (SELECT app.office_id()) AND answered_at IS NULL AND closed_at IS NULL AND app.referral_holds(referral_id))
  WITH CHECK (to_office_id = (SELECT app.office_id()) AND (decided_by_id IS NULL OR decision IN ('accepted', 'declined'))
    AND (answered_by_id IS NULL OR answered_by_id = (SELECT app.actor_id())));

-- The answer comes back into the case: on the referral, into the trail of the office that asked, to who holds the case.
CREATE FUNCTION app.share_answered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE acting text := app.actor_kind(); told text;
BEGIN
  told := CASE WHEN NEW.answered_at IS NOT NULL THEN 'referral_answered' ELSE 'referral_' || NEW.decision END;
  IF NEW.answered_at IS NOT NULL THEN
    PERFORM set_config('app.actor_kind', 'system', true);
    UPDATE referral SET state = 'answered', outcome_code = NEW.outcome_code, outcome_language = NEW.outcome_language, answered_at = NEW.answered_at, version = version + 1
      WHERE id = NEW.referral_id AND answered_at IS NULL;
  END IF;
  PERFORM set_config('app.actor_kind', 'system', true);
  PERFORM app.notify_case(NEW.case_id, 'referral_answered', NEW.id || ' ' || told, 'holder', coalesce(NEW.answered_at, NEW.decided_at));
  PERFORM set_config('app.actor_kind', acting, true);
  INSERT INTO audit_event (id, office_id, actor_kind, actor_id, action, case_id, detail)
    VALUES (gen_random_uuid(), NEW.from_office_id, 'staff', coalesce(NEW.answered_by_id, NEW.decided_by_id), 'referral.' || CASE WHEN NEW.answered_at IS NOT NULL THEN 'answered' ELSE NEW.decision END,
      NEW.case_id, jsonb_build_object('referralId', NEW.referral_id, 'officeId', NEW.to_office_id, 'outcomeCode', NEW.outcome_code));
  RETURN NEW;
END $$;
CREATE TRIGGER referral_share_answered AFTER UPDATE ON referral_share FOR EACH ROW
  WHEN ((OLD.answered_at IS NULL AND NEW.answered_at IS NOT NULL) OR (OLD.decided_at IS NULL AND NEW.decided_at IS NOT NULL AND NEW.answered_at IS NULL))
  EXECUTE FUNCTION app.share_answered();

-- What an office was given, without what is in it: also that it is closed.
CREATE FUNCTION app.shares_received() RETURNS TABLE (id uuid, from_office text, purpose text, created_at timestamptz, opened_at timestamptz,
    decision text, outcome_code text, answered_at timestamptz, is_open boolean)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT s.id, o.name, s.purpose, s.created_at, s.opened_at, s.decision, s.outcome_code, s.answered_at, s.closed_at IS NULL AND app.referral_holds(s.referral_id)
  FROM referral_share s JOIN office o ON o.id = s.from_office_id
  WHERE app.is_case_staff() AND s.to_office_id = app.office_id() ORDER BY s.created_at DESC, s.id LIMIT 200 $$;
REVOKE ALL ON FUNCTION app.shares_received() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.shares_received() TO fair_passage_app;

-- A consent is taken back: what was not sent yet cannot be sent, its pack is destroyed; what another office was given closes at
-- once and its content is gone. By whatever way it was taken back.
CREATE FUNCTION app.consent_taken_back() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM referral_pack p USING referral r WHERE r.id = p.referral_id AND r.consent_id = NEW.id AND r.sent_at IS NULL;
  UPDATE referral_share s SET closed_at = NEW.withdrawn_at, sealed_content = NULL, version = s.version + 1
    FROM referral r WHERE r.id = s.referral_id AND r.consent_id = NEW.id AND s.closed_at IS NULL;
  UPDATE referral SET withdrawn_at = NEW.withdrawn_at, version = version + 1,
      state = CASE WHEN sent_at IS NULL THEN 'withdrawn' ELSE state END, packed_at = CASE WHEN sent_at IS NULL THEN NULL ELSE packed_at END
    WHERE consent_id = NEW.id AND withdrawn_at IS NULL AND state NOT IN ('dropped', 'refused');
  RETURN NEW;
END $$;
CREATE TRIGGER consent_taken_back AFTER UPDATE OF withdrawn_at ON consent FOR EACH ROW
  WHEN (OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL) EXECUTE FUNCTION app.consent_taken_back();

-- An erased case leaves nothing with another office of the system either.
CREATE FUNCTION app.close_shares() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE referral_share SET closed_at = coalesce(closed_at, NEW.erased_at), sealed_content = NULL, sealed_outcome = NULL, wrapped_key = ''::bytea WHERE case_id = NEW.id;
  RETURN NEW;
END $$;
CREATE TRIGGER cases_close_shares AFTER UPDATE OF erased_at ON cases FOR EACH ROW WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL)
  EXECUTE FUNCTION app.close_shares();
REVOKE ALL ON FUNCTION app.consent_request_answered(), app.check_sending(), app.share_answered(), app.consent_taken_back(), app.close_shares() FROM PUBLIC;
