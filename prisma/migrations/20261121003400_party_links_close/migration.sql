-- AlterTable
ALTER TABLE "remedy" ADD COLUMN     "confirm_witness_id" UUID,
ADD COLUMN     "confirmed_how" TEXT;

-- AlterTable
ALTER TABLE "repayment" ADD COLUMN     "confirm_witness_id" UUID,
ADD COLUMN     "confirmed_how" TEXT;

-- Rules, functions and triggers (written by hand).

-- A link leads nowhere once the case is closed, or is to be erased. The general yes is not the yes for one question.
CREATE OR REPLACE FUNCTION app.party_link_open(in_request uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM party_request r JOIN cases c ON c.id = r.case_id JOIN case_key k ON k.case_id = c.id
    JOIN consent a ON a.id = r.base_consent_id AND a.case_id = r.case_id JOIN consent b ON b.id = r.consent_id AND b.case_id = r.case_id
    WHERE r.id = in_request AND r.withdrawn_at IS NULL AND r.answered_at IS NULL AND r.expires_at > now()
      AND c.erased_at IS NULL AND c.state <> 'closed' AND c.erase_due_at IS NULL
      AND a.kind = 'contact_party' AND a.withdrawn_at IS NULL AND (a.expires_at IS NULL OR a.expires_at > now())
      AND b.kind = 'contact_party' AND b.withdrawn_at IS NULL AND (b.expires_at IS NULL OR b.expires_at > now())) $$;

-- Nobody is asked before triage, after closing, or about a report whose worker has not confirmed it.
DROP POLICY party_request_insert ON party_request;
CREATE POLICY party_request_insert ON party_request FOR INSERT WITH CHECK (
  (SELECT app.is_case_staff()) AND created_by_id = (SELECT app.actor_id()) AND withdrawn_at IS NULL AND answered_at IS NULL AND app.sees_case(case_id)
  AND EXISTS (SELECT 1 FROM cases c WHERE c.id = case_id AND c.erase_due_at IS NULL AND c.state NOT IN ('received', 'triage', 'closed')
    AND (c.state <> 'awaiting_worker' OR c.state_before_awaiting NOT IN ('received', 'triage'))
    AND (NOT EXISTS (SELECT 1 FROM case_person p WHERE p.case_id = c.id AND p.kind = 'proxy')
      OR EXISTS (SELECT 1 FROM consent k WHERE k.case_id = c.id AND k.kind = 'keep_complaint' AND k.withdrawn_at IS NULL AND (k.method = 'tap' OR k.given_at > c.received_at))))
  AND EXISTS (SELECT 1 FROM case_party p WHERE p.id = case_party_id AND p.case_id = party_request.case_id)
  AND EXISTS (SELECT 1 FROM consent a WHERE a.id = base_consent_id AND a.case_id = party_request.case_id AND a.kind = 'contact_party' AND a.purpose IS DISTINCT FROM 'party_answer' AND a.withdrawn_at IS NULL)
  AND EXISTS (SELECT 1 FROM consent b WHERE b.id = consent_id AND b.case_id = party_request.case_id AND b.kind = 'contact_party' AND b.withdrawn_at IS NULL));

-- With the case ends what still waits for somebody outside the office: links of parties, questions to the worker about sending it on,
-- and the clocks of both. Whoever closed it, the worker or an officer.
CREATE FUNCTION app.end_with_case() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE who text := app.actor_kind();
BEGIN
  PERFORM set_config('app.actor_kind', 'nobody', true);
  UPDATE party_request SET withdrawn_at = now() WHERE case_id = NEW.id AND withdrawn_at IS NULL AND answered_at IS NULL;
  UPDATE consent_request SET cancelled_at = now() WHERE case_id = NEW.id AND answered_at IS NULL AND cancelled_at IS NULL;
  UPDATE deadline SET cancelled_at = now(), paused_at = NULL
    WHERE case_id = NEW.id AND kind IN ('party_answer', 'consent_request', 'remedy_answer') AND met_at IS NULL AND cancelled_at IS NULL;
  IF FOUND THEN
    UPDATE cases c SET next_due_at = n.due_at, next_due_kind = n.kind
      FROM (SELECT 1) one LEFT JOIN LATERAL (SELECT d.due_at, d.kind FROM deadline d WHERE d.case_id = NEW.id AND d.met_at IS NULL AND d.cancelled_at IS NULL AND d.paused_at IS NULL
        ORDER BY d.due_at, d.id LIMIT 1) n ON true
      WHERE c.id = NEW.id;
  END IF;
  PERFORM set_config('app.actor_kind', who, true);
  RETURN NULL;
END $$;
CREATE TRIGGER cases_end_with AFTER UPDATE OF state ON cases FOR EACH ROW WHEN (OLD.state <> 'closed' AND NEW.state = 'closed')
  EXECUTE FUNCTION app.end_with_case();

-- An answer waits for who holds the case, in the order everybody else locks, and then looks again whether the link is open.
CREATE OR REPLACE FUNCTION app.file_party_answer() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM 1 FROM cases c WHERE c.id = (SELECT r.case_id FROM party_request r WHERE r.id = NEW.party_request_id) FOR UPDATE;
  SELECT r.case_id INTO NEW.case_id FROM party_request r WHERE r.id = NEW.party_request_id AND app.party_link_open(r.id) FOR UPDATE;
  IF NEW.case_id IS NULL THEN RAISE EXCEPTION 'there is no open question to answer' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN NEW;
END $$;

-- The key that a link opens is gone with the link: what lies in the mailbox of a party opens nothing any more.
CREATE FUNCTION app.drop_link_key() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.sealed_key_token := ''::bytea;
  RETURN NEW;
END $$;
CREATE TRIGGER party_request_key_dropped BEFORE UPDATE OF withdrawn_at, answered_at ON party_request FOR EACH ROW
  WHEN (NEW.withdrawn_at IS NOT NULL OR NEW.answered_at IS NOT NULL) EXECUTE FUNCTION app.drop_link_key();

-- Links that ran out without an answer lose it too. For the sweep.
CREATE FUNCTION app.drop_run_out_links(at timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE dropped integer;
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system drops the keys of links'; END IF;
  UPDATE party_request SET sealed_key_token = ''::bytea WHERE expires_at <= at AND sealed_key_token <> ''::bytea;
  GET DIAGNOSTICS dropped = ROW_COUNT;
  RETURN dropped;
END $$;
CREATE INDEX party_request_with_key_idx ON party_request (expires_at) WHERE sealed_key_token <> ''::bytea;

-- An erased case leaves neither the question nor the answer, in no seal.
CREATE FUNCTION app.erase_party_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE party_answer SET sealed_words = ''::bytea WHERE case_id = NEW.id;
  UPDATE party_request SET sealed_key_token = ''::bytea, sealed_key_case = ''::bytea, sealed_allegation = ''::bytea,
    withdrawn_at = CASE WHEN answered_at IS NULL THEN coalesce(withdrawn_at, NEW.erased_at) ELSE withdrawn_at END WHERE case_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER cases_erase_party_words AFTER UPDATE OF erased_at ON cases FOR EACH ROW WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL)
  EXECUTE FUNCTION app.erase_party_words();

-- What stands already.
UPDATE party_answer a SET sealed_words = ''::bytea FROM cases c WHERE c.id = a.case_id AND c.erased_at IS NOT NULL;
UPDATE party_request r SET sealed_key_case = ''::bytea, sealed_allegation = ''::bytea, withdrawn_at = CASE WHEN r.answered_at IS NULL THEN coalesce(r.withdrawn_at, now()) ELSE r.withdrawn_at END
  FROM cases c WHERE c.id = r.case_id AND c.erased_at IS NOT NULL;
UPDATE party_request r SET withdrawn_at = now() FROM cases c WHERE c.id = r.case_id AND c.state = 'closed' AND r.withdrawn_at IS NULL AND r.answered_at IS NULL;
UPDATE party_request SET sealed_key_token = ''::bytea WHERE withdrawn_at IS NOT NULL OR answered_at IS NOT NULL OR expires_at <= now();

-- Who confirmed that something came: the worker on the own page, or an officer whom the worker told so, as witness. Written by the
-- database, so that no way of confirming goes without it. After the rules about columns, which look at what was asked for.
ALTER TABLE remedy ADD CONSTRAINT remedy_confirm_witness CHECK (confirmed_how IS DISTINCT FROM 'told_to_officer' OR confirm_witness_id IS NOT NULL);
ALTER TABLE repayment ADD CONSTRAINT repayment_confirm_witness CHECK (confirmed_how IS DISTINCT FROM 'told_to_officer' OR confirm_witness_id IS NOT NULL);
CREATE FUNCTION app.mark_confirmed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.worker_confirmed_at IS NULL THEN
    NEW.confirmed_how := NULL;
    NEW.confirm_witness_id := NULL;
  ELSIF app.actor_kind() = 'worker' THEN
    NEW.confirmed_how := 'tap';
    NEW.confirm_witness_id := NULL;
  ELSIF app.actor_kind() = 'staff' THEN
    NEW.confirmed_how := 'told_to_officer';
    NEW.confirm_witness_id := app.actor_id();
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER remedy_zz_confirmed BEFORE UPDATE ON remedy FOR EACH ROW
  WHEN (OLD.worker_confirmed_at IS DISTINCT FROM NEW.worker_confirmed_at) EXECUTE FUNCTION app.mark_confirmed();
CREATE TRIGGER repayment_zz_confirmed BEFORE UPDATE ON repayment FOR EACH ROW
  WHEN (OLD.worker_confirmed_at IS DISTINCT FROM NEW.worker_confirmed_at) EXECUTE FUNCTION app.mark_confirmed();

REVOKE ALL ON FUNCTION app.end_with_case(), app.drop_link_key(), app.drop_run_out_links(timestamptz), app.erase_party_words(), app.mark_confirmed() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.drop_run_out_links(timestamptz) TO fair_passage_app;
