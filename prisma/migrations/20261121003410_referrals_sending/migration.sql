-- What was prepared, packed and sent stays what the worker agreed to; two people are two signed-in people; an answer ends the asking.

-- A pack is of the items and the yes it was made for. When either becomes another before it went out, it is destroyed.
CREATE FUNCTION app.stale_pack() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM referral_pack WHERE referral_id = NEW.id;
  NEW.packed_at := NULL;
  RETURN NEW;
END $$;
CREATE TRIGGER referral_stale_pack BEFORE UPDATE OF data_items, consent_id ON referral FOR EACH ROW
  WHEN (OLD.packed_at IS NOT NULL AND OLD.sent_at IS NULL AND NEW.sent_at IS NULL AND NEW.packed_at IS NOT DISTINCT FROM OLD.packed_at
    AND (NEW.data_items, NEW.consent_id) IS DISTINCT FROM (OLD.data_items, OLD.consent_id))
  EXECUTE FUNCTION app.stale_pack();

-- Whether a pack may be taken along now: the yes holds, or two people decided. Handing it over is done by hand, so taking the file
-- is the moment in which the data leave. The rows stay in sight: what was made, when, by whom, with which hash.
CREATE FUNCTION app.pack_holds(the_referral uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM referral r JOIN cases c ON c.id = r.case_id LEFT JOIN consent k ON k.id = r.consent_id
    WHERE r.id = the_referral AND app.is_case_staff() AND app.sees_case(r.case_id) AND c.erased_at IS NULL AND r.withdrawn_at IS NULL AND (
      (k.id IS NOT NULL AND k.withdrawn_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now()))
      OR (r.consent_id IS NULL AND r.sent_at IS NOT NULL AND cardinality(r.vital_interest_by_ids) >= 2)
      OR (r.consent_id IS NULL AND r.sent_at IS NULL AND EXISTS (SELECT 1 FROM move_approval m WHERE m.case_id = r.case_id AND m.to_state = 'referred'
        AND m.approved_at IS NOT NULL AND m.used_at IS NULL AND m.requested_at >= c.state_changed_at
        AND m.body_code IS NOT DISTINCT FROM coalesce(r.body_code, 'office:' || r.to_office_id))))) $$;
CREATE FUNCTION app.open_pack(the_pack uuid) RETURNS bytea LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT p.sealed_bytes FROM referral_pack p WHERE p.id = the_pack AND app.pack_holds(p.referral_id) $$;
REVOKE ALL ON FUNCTION app.pack_holds(uuid), app.open_pack(uuid), app.stale_pack() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.pack_holds(uuid), app.open_pack(uuid) TO fair_passage_app;
REVOKE SELECT ON referral_pack FROM fair_passage_app;
GRANT SELECT (id, case_id, referral_id, format, language, sha256, size_bytes, made_by_id, made_at) ON referral_pack TO fair_passage_app;

-- Nothing leaves without a consent for this recipient, this purpose and these data that holds now, or two people who say that a life
-- is at risk: who sends, and a colleague who confirmed just that, signed in, after reading why. A yes told to the sender, and a
-- country that endangers its own people (HOSTILE_ORIGINS in lib/domain/grievances/bodies.ts), need a note written with the sending.
CREATE OR REPLACE FUNCTION app.check_sending() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  recipient text := coalesce(NEW.body_code, 'office:' || NEW.to_office_id);
  has_note boolean := EXISTS (SELECT 1 FROM note n WHERE n.case_id = NEW.case_id AND n.kind = 'reason' AND n.author_id = app.actor_id() AND n.created_at = NEW.sent_at);
  country text := coalesce((SELECT o.country FROM office o WHERE o.id = NEW.to_office_id), split_part(NEW.body_code, '_', 1));
BEGIN
  IF country = 'MM' AND NOT has_note THEN
    RAISE EXCEPTION 'no note of why it goes to this country' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.withdrawn_at IS NULL AND EXISTS (SELECT 1 FROM consent k WHERE k.id = NEW.consent_id AND k.case_id = NEW.case_id AND k.kind = 'send_to_body' AND k.withdrawn_at IS NULL
    AND (k.expires_at IS NULL OR k.expires_at > NEW.sent_at) AND k.recipient_body = recipient
    AND k.purpose = NEW.purpose AND NEW.data_items <@ k.data_items
    AND (has_note OR k.method <> 'told_to_officer' OR k.given_at < NEW.sent_at)) THEN RETURN NEW; END IF;
  IF NEW.consent_id IS NULL AND NEW.withdrawn_at IS NULL AND cardinality(NEW.vital_interest_by_ids) = 2 AND NEW.vital_interest_by_ids[1] = app.actor_id()
    AND EXISTS (SELECT 1 FROM move_approval m WHERE m.case_id = NEW.case_id AND m.to_state = 'referred' AND m.body_code IS NOT DISTINCT FROM recipient
      AND m.requested_by_id = app.actor_id() AND m.approved_by_id = NEW.vital_interest_by_ids[2] AND m.used_at IS NULL AND m.requested_at >= NEW.created_at
      AND EXISTS (SELECT 1 FROM note n WHERE n.case_id = NEW.case_id AND n.kind = 'reason' AND n.author_id = m.requested_by_id AND n.created_at = m.requested_at))
    THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'no consent for this referral' USING ERRCODE = 'insufficient_privilege';
END $$;

-- Who decides on a share decides in the own name.
CREATE FUNCTION app.share_own_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.decided_by_id IS DISTINCT FROM app.actor_id() THEN
    RAISE EXCEPTION 'a share is decided in the own name' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER referral_share_own_name BEFORE UPDATE OF decided_by_id ON referral_share FOR EACH ROW
  WHEN (app.actor_kind() = 'staff' AND NEW.decided_by_id IS DISTINCT FROM OLD.decided_by_id) EXECUTE FUNCTION app.share_own_name();

-- As before; the case is held first, as everybody does who moves it, and the chains of both offices in one order, so that two offices
-- that answer each other at once do not wait for each other.
CREATE OR REPLACE FUNCTION app.share_answered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE acting text := app.actor_kind(); told text;
BEGIN
  told := CASE WHEN NEW.answered_at IS NOT NULL THEN 'referral_answered' ELSE 'referral_' || NEW.decision END;
  PERFORM 1 FROM cases WHERE id = NEW.case_id FOR UPDATE;
  IF NEW.answered_at IS NOT NULL THEN
    PERFORM set_config('app.actor_kind', 'system', true);
    UPDATE referral SET state = 'answered', outcome_code = NEW.outcome_code, outcome_language = NEW.outcome_language, answered_at = NEW.answered_at, version = version + 1
      WHERE id = NEW.referral_id AND answered_at IS NULL;
  END IF;
  PERFORM set_config('app.actor_kind', 'system', true);
  PERFORM app.notify_case(NEW.case_id, 'referral_answered', NEW.id || ' ' || told, 'holder', coalesce(NEW.answered_at, NEW.decided_at));
  PERFORM set_config('app.actor_kind', acting, true);
  INSERT INTO audit_head (office_id, seq, hash) SELECT o.id, 0, '\x' FROM office o WHERE o.id IN (NEW.from_office_id, NEW.to_office_id) ORDER BY o.id
    ON CONFLICT (office_id) DO NOTHING;
  PERFORM 1 FROM audit_head WHERE office_id IN (NEW.from_office_id, NEW.to_office_id) ORDER BY office_id FOR UPDATE;
  INSERT INTO audit_event (id, office_id, actor_kind, actor_id, action, case_id, detail)
    VALUES (gen_random_uuid(), NEW.from_office_id, 'staff', coalesce(app.actor_id(), NEW.answered_by_id, NEW.decided_by_id), 'referral.' || CASE WHEN NEW.answered_at IS NOT NULL THEN 'answered' ELSE NEW.decision END,
      NEW.case_id, jsonb_build_object('referralId', NEW.referral_id, 'officeId', NEW.to_office_id, 'outcomeCode', NEW.outcome_code));
  RETURN NEW;
END $$;

-- A body that answered, or from which the yes was taken back, is not waited for: it is the turn of the officer. Word for word
-- lib/domain/waiting-on.ts.
CREATE OR REPLACE FUNCTION app.waiting_on(in_state text, body_waits boolean, party_waits boolean) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN in_state = 'closed' THEN NULL
    WHEN in_state = 'awaiting_worker' THEN 'worker'
    WHEN in_state = 'referred' AND body_waits THEN 'body'
    WHEN party_waits OR in_state = 'remedy_agreed' THEN 'party'
    WHEN body_waits THEN 'body'
    ELSE 'officer' END $$;
CREATE OR REPLACE FUNCTION app.body_waits(in_case uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM referral r WHERE r.case_id = in_case AND r.state = 'sent' AND r.answered_at IS NULL AND r.withdrawn_at IS NULL)
    OR EXISTS (SELECT 1 FROM deadline d WHERE d.case_id = in_case AND d.owner_kind = 'body' AND d.met_at IS NULL AND d.cancelled_at IS NULL) $$;
CREATE OR REPLACE FUNCTION app.keep_queue_columns() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.waiting_on := CASE WHEN NEW.state IN ('closed', 'awaiting_worker') THEN app.waiting_on(NEW.state, false, false)
    ELSE app.waiting_on(NEW.state, app.body_waits(NEW.id), app.party_waits(NEW.id)) END;
  NEW.next_due_owner := app.due_owner(NEW.id, NEW.next_due_kind);
  NEW.sign_count := app.signs_of(NEW.id);
  RETURN NEW;
END $$;

-- With the last body that was waited for, asking it again is over, whoever wrote the answer down.
CREATE FUNCTION app.end_follow_ups() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE who text := app.actor_kind();
BEGIN
  IF EXISTS (SELECT 1 FROM referral r WHERE r.case_id = NEW.case_id AND r.sent_at IS NOT NULL AND r.answered_at IS NULL AND r.withdrawn_at IS NULL) THEN
    RETURN NULL;
  END IF;
  PERFORM set_config('app.actor_kind', 'nobody', true);
  UPDATE deadline SET cancelled_at = coalesce(NEW.answered_at, NEW.withdrawn_at), paused_at = NULL
    WHERE case_id = NEW.case_id AND kind = 'referral_follow_up' AND met_at IS NULL AND cancelled_at IS NULL;
  IF FOUND THEN
    UPDATE cases c SET next_due_at = n.due_at, next_due_kind = n.kind
      FROM (SELECT 1) one LEFT JOIN LATERAL (SELECT d.due_at, d.kind FROM deadline d WHERE d.case_id = NEW.case_id AND d.met_at IS NULL AND d.cancelled_at IS NULL AND d.paused_at IS NULL
        ORDER BY d.due_at, d.id LIMIT 1) n ON true
      WHERE c.id = NEW.case_id;
  END IF;
  PERFORM set_config('app.actor_kind', who, true);
  RETURN NULL;
END $$;
CREATE TRIGGER referral_over AFTER UPDATE OF answered_at, withdrawn_at ON referral FOR EACH ROW
  WHEN (NEW.sent_at IS NOT NULL AND ((OLD.answered_at IS NULL AND NEW.answered_at IS NOT NULL) OR (OLD.withdrawn_at IS NULL AND NEW.withdrawn_at IS NOT NULL)))
  EXECUTE FUNCTION app.end_follow_ups();
REVOKE ALL ON FUNCTION app.end_follow_ups(), app.share_own_name() FROM PUBLIC;
UPDATE cases SET waiting_on = waiting_on WHERE state = 'referred';
