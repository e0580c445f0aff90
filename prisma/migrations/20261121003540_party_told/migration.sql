-- CreateTable
CREATE TABLE "party_answer_draft" (
    "party_request_id" UUID NOT NULL,
    "sealed_fields" BYTEA NOT NULL,
    "kept_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "party_answer_draft_pkey" PRIMARY KEY ("party_request_id")
);

-- AddForeignKey
ALTER TABLE "party_answer_draft" ADD CONSTRAINT "party_answer_draft_party_request_id_fkey" FOREIGN KEY ("party_request_id") REFERENCES "party_request"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules, row-level security, functions and triggers (written by hand).

-- What a party has begun to answer is seen by whoever holds its open link and by nobody else, officers included: nothing was said yet.
ALTER TABLE party_answer_draft ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON party_answer_draft TO fair_passage_app;
GRANT UPDATE (sealed_fields, kept_at) ON party_answer_draft TO fair_passage_app;
CREATE POLICY party_answer_draft_of_link ON party_answer_draft FOR ALL
  USING ((SELECT app.actor_kind()) = 'party'
    AND EXISTS (SELECT 1 FROM party_request r WHERE r.id = party_request_id AND r.token_hash = (SELECT app.token_hash())))
  WITH CHECK ((SELECT app.actor_kind()) = 'party'
    AND EXISTS (SELECT 1 FROM party_request r WHERE r.id = party_request_id AND r.token_hash = (SELECT app.token_hash())));

-- With the key of its link the draft is gone: answered, taken back, run out, erased.
CREATE FUNCTION app.drop_answer_draft() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM party_answer_draft WHERE party_request_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER party_request_draft_dropped AFTER UPDATE ON party_request FOR EACH ROW
  WHEN (OLD.sealed_key_token <> ''::bytea AND NEW.sealed_key_token = ''::bytea) EXECUTE FUNCTION app.drop_answer_draft();
REVOKE ALL ON FUNCTION app.drop_answer_draft() FROM PUBLIC;

-- Workers see what parties were told about their case, and whether they answered; what they answered comes from an officer.
CREATE POLICY party_request_worker_read ON party_request FOR SELECT USING (
  (SELECT app.actor_kind()) = 'worker' AND app.sees_case(case_id));
