-- CreateTable
CREATE TABLE "party_request" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "case_party_id" UUID NOT NULL,
    "base_consent_id" UUID NOT NULL,
    "consent_id" UUID NOT NULL,
    "lane" TEXT NOT NULL,
    "items" TEXT[],
    "language" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "sealed_key_case" BYTEA NOT NULL,
    "sealed_key_token" BYTEA NOT NULL,
    "sealed_allegation" BYTEA NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "party_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party_answer" (
    "id" UUID NOT NULL,
    "party_request_id" UUID NOT NULL,
    "case_id" UUID,
    "stance" TEXT NOT NULL,
    "sealed_words" BYTEA NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "party_answer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "party_request_token_hash_key" ON "party_request"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "party_request_form_id_key" ON "party_request"("form_id");

-- CreateIndex
CREATE INDEX "party_request_case_id_idx" ON "party_request"("case_id");

-- CreateIndex
CREATE INDEX "party_request_case_party_id_idx" ON "party_request"("case_party_id");

-- CreateIndex
CREATE UNIQUE INDEX "party_answer_party_request_id_key" ON "party_answer"("party_request_id");

-- CreateIndex
CREATE INDEX "party_answer_case_id_idx" ON "party_answer"("case_id");

-- AddForeignKey
ALTER TABLE "party_request" ADD CONSTRAINT "party_request_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_answer" ADD CONSTRAINT "party_answer_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_answer" ADD CONSTRAINT "party_answer_party_request_id_fkey" FOREIGN KEY ("party_request_id") REFERENCES "party_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules, row-level security, functions and triggers (written by hand).
CREATE INDEX party_request_consents_idx ON party_request (consent_id, base_consent_id) WHERE withdrawn_at IS NULL AND answered_at IS NULL;
CREATE INDEX party_request_base_consent_idx ON party_request (base_consent_id) WHERE withdrawn_at IS NULL AND answered_at IS NULL;

-- Whether a link still leads anywhere: not answered, not withdrawn, not run out, both yeses of the worker hold, the case is there.
-- The party sees neither consents nor cases: it runs as the owner and says yes or no.
CREATE FUNCTION app.party_link_open(in_request uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM party_request r JOIN cases c ON c.id = r.case_id JOIN case_key k ON k.case_id = c.id
    JOIN consent a ON a.id = r.base_consent_id AND a.case_id = r.case_id JOIN consent b ON b.id = r.consent_id AND b.case_id = r.case_id
    WHERE r.id = in_request AND r.withdrawn_at IS NULL AND r.answered_at IS NULL AND r.expires_at > now() AND c.erased_at IS NULL
      AND a.kind = 'contact_party' AND a.withdrawn_at IS NULL AND (a.expires_at IS NULL OR a.expires_at > now())
      AND b.kind = 'contact_party' AND b.withdrawn_at IS NULL AND (b.expires_at IS NULL OR b.expires_at > now())) $$;
REVOKE ALL ON FUNCTION app.party_link_open(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.party_link_open(uuid) TO fair_passage_app;

-- Officers ask in their own name and can only take the question back. A party holds a token: it sees the one row the token is of,
-- as long as the link is open, and puts one answer to it. Workers see neither table: an officer tells them.
ALTER TABLE party_request ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON party_request TO fair_passage_app;
GRANT UPDATE (withdrawn_at) ON party_request TO fair_passage_app;
CREATE POLICY party_request_staff_read ON party_request FOR SELECT USING ((SELECT app.is_case_staff()) AND app.sees_case(case_id));
CREATE POLICY party_request_own_read ON party_request FOR SELECT USING (
  (SELECT app.actor_kind()) = 'party' AND token_hash = (SELECT app.token_hash()) AND app.party_link_open(id));
CREATE POLICY party_request_insert ON party_request FOR INSERT WITH CHECK (
  (SELECT app.is_case_staff()) AND created_by_id = (SELECT app.actor_id()) AND withdrawn_at IS NULL AND answered_at IS NULL AND app.sees_case(case_id)
  AND EXISTS (SELECT 1 FROM case_party p WHERE p.id = case_party_id AND p.case_id = party_request.case_id)
  AND EXISTS (SELECT 1 FROM consent a WHERE a.id = base_consent_id AND a.case_id = party_request.case_id AND a.kind = 'contact_party' AND a.withdrawn_at IS NULL)
  AND EXISTS (SELECT 1 FROM consent b WHERE b.id = consent_id AND b.case_id = party_request.case_id AND b.kind = 'contact_party' AND b.withdrawn_at IS NULL));
CREATE POLICY party_request_withdraw ON party_request FOR UPDATE
  USING ((SELECT app.is_case_staff()) AND withdrawn_at IS NULL AND answered_at IS NULL AND app.sees_case(case_id)) WITH CHECK (withdrawn_at IS NOT NULL);

ALTER TABLE party_answer ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON party_answer TO fair_passage_app;
CREATE POLICY party_answer_staff_read ON party_answer FOR SELECT USING ((SELECT app.is_case_staff()) AND app.sees_case(case_id));
CREATE POLICY party_answer_insert ON party_answer FOR INSERT WITH CHECK (
  (SELECT app.actor_kind()) = 'party' AND EXISTS (SELECT 1 FROM party_request r WHERE r.id = party_request_id AND r.token_hash = (SELECT app.token_hash())));

-- The clock of a question ends; the case takes its new place in the queue. Runs as the owner, for the triggers below.
CREATE FUNCTION app.end_party_clock(in_case uuid, in_request uuid, met timestamptz, cancelled timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE who text := app.actor_kind();
BEGIN
  PERFORM set_config('app.actor_kind', 'nobody', true);
  UPDATE deadline SET met_at = met, cancelled_at = cancelled
    WHERE case_id = in_case AND kind = 'party_answer' AND subject_id = in_request AND met_at IS NULL AND cancelled_at IS NULL;
  UPDATE cases c SET next_due_at = n.due_at, next_due_kind = n.kind
    FROM (SELECT 1) one LEFT JOIN LATERAL (SELECT d.due_at, d.kind FROM deadline d WHERE d.case_id = in_case AND d.met_at IS NULL AND d.cancelled_at IS NULL AND d.paused_at IS NULL
      ORDER BY d.due_at, d.id LIMIT 1) n ON true
    WHERE c.id = in_case;
  PERFORM set_config('app.actor_kind', who, true);
END $$;
REVOKE ALL ON FUNCTION app.end_party_clock(uuid, uuid, timestamptz, timestamptz) FROM PUBLIC;

-- The party does not know the case: the answer is put into it here, the question is over, the clock ends, whoever holds the case
-- is told and the chain of the office knows.
CREATE FUNCTION app.file_party_answer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT r.case_id INTO NEW.case_id FROM party_request r WHERE r.id = NEW.party_request_id AND app.party_link_open(r.id) FOR UPDATE;
  IF NEW.case_id IS NULL THEN RAISE EXCEPTION 'there is no open question to answer' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER party_answer_filed BEFORE INSERT ON party_answer FOR EACH ROW EXECUTE FUNCTION app.file_party_answer();
CREATE FUNCTION app.after_party_answer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE who text := app.actor_kind();
BEGIN
  UPDATE party_request SET answered_at = NEW.answered_at WHERE id = NEW.party_request_id;
  PERFORM app.end_party_clock(NEW.case_id, NEW.party_request_id, NEW.answered_at, NULL);
  PERFORM set_config('app.actor_kind', 'system', true);
  PERFORM app.notify_case(NEW.case_id, 'party_answered', NEW.id::text, 'holder', NEW.answered_at);
  PERFORM set_config('app.actor_kind', who, true);
  INSERT INTO audit_event (id, office_id, actor_kind, actor_id, action, case_id, detail)
    SELECT gen_random_uuid(), c.office_id, 'party', NULL, 'party.answered', c.id, jsonb_build_object('requestId', NEW.party_request_id, 'stance', NEW.stance) FROM cases c WHERE c.id = NEW.case_id;
  RETURN NULL;
END $$;
CREATE TRIGGER party_answer_told AFTER INSERT ON party_answer FOR EACH ROW EXECUTE FUNCTION app.after_party_answer();

-- A yes that is taken back ends every link that rests on it, in the same moment.
CREATE FUNCTION app.close_party_links() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE open_request uuid;
BEGIN
  FOR open_request IN UPDATE party_request SET withdrawn_at = NEW.withdrawn_at
    WHERE (consent_id = NEW.id OR base_consent_id = NEW.id) AND withdrawn_at IS NULL AND answered_at IS NULL RETURNING id LOOP
    PERFORM app.end_party_clock(NEW.case_id, open_request, NULL, NEW.withdrawn_at);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER consent_closes_party_links AFTER UPDATE OF withdrawn_at ON consent FOR EACH ROW
  WHEN (OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL AND NEW.kind = 'contact_party') EXECUTE FUNCTION app.close_party_links();

-- How a registered party answers, over the cases of the actor's office: asked, answered in time, late, not at all, and still open.
CREATE FUNCTION app.party_responses(in_party uuid) RETURNS TABLE (asked bigint, in_time bigint, late bigint, unanswered bigint, waiting bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*), count(*) FILTER (WHERE r.answered_at <= r.due_at), count(*) FILTER (WHERE r.answered_at > r.due_at),
    count(*) FILTER (WHERE r.answered_at IS NULL AND r.due_at < now()), count(*) FILTER (WHERE r.answered_at IS NULL AND r.due_at >= now())
  FROM case_party p JOIN party_request r ON r.case_party_id = p.id JOIN cases c ON c.id = r.case_id
  WHERE p.party_id = in_party AND app.is_case_staff() AND c.office_id = app.office_id() AND c.erased_at IS NULL AND r.withdrawn_at IS NULL $$;
REVOKE ALL ON FUNCTION app.party_responses(uuid), app.file_party_answer(), app.after_party_answer(), app.close_party_links() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.party_responses(uuid) TO fair_passage_app;
