-- Retention (ADR 053): what is kept how long, what happens then, and what holds it up. lib/domain/retention says the same periods.

-- A case that ended long ago and is counted stays as numbers and codes; it belongs to nobody and no office opens it.
ALTER TABLE "cases" ADD COLUMN "anonymised_at" TIMESTAMPTZ(3);

-- While an authority or a court works on a case it is neither erased nor made anonymous, for the time that was said.
CREATE TABLE "case_hold" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "sealed_words" BYTEA,
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by_id" UUID,
    "request_id" UUID NOT NULL,

    CONSTRAINT "case_hold_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "case_hold_request_id_key" ON "case_hold"("request_id");
CREATE INDEX "case_hold_case_id_idx" ON "case_hold"("case_id");
ALTER TABLE "case_hold" ADD CONSTRAINT "case_hold_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An administrator has seen what the first run would take away. Without one that stands for the periods of this version nothing goes.
CREATE TABLE "retention_confirmation" (
    "id" UUID NOT NULL,
    "periods" TEXT NOT NULL,
    "items" INTEGER NOT NULL,
    "confirmed_by_id" UUID NOT NULL,
    "confirmed_by_name" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3) NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),
    "stopped_by_id" UUID,
    "stopped_by_name" TEXT,

    CONSTRAINT "retention_confirmation_pkey" PRIMARY KEY ("id")
);

-- How far the beginning of an audit chain was taken away: its last number and hash, which the rest is held against.
CREATE TABLE "audit_cut" (
    "office_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,
    "cut_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_cut_pkey" PRIMARY KEY ("office_id", "seq")
);

-- Row-level security, functions and triggers (written by hand).
CREATE POLICY cases_anonymous_unseen ON cases AS RESTRICTIVE FOR SELECT USING (anonymised_at IS NULL);
REVOKE UPDATE (anonymised_at) ON cases FROM fair_passage_app;

ALTER TABLE case_hold ENABLE ROW LEVEL SECURITY;
ALTER TABLE case_hold ADD CONSTRAINT case_hold_while CHECK (ends_at > set_at AND ends_at <= set_at + interval '366 days');
GRANT SELECT, INSERT ON case_hold TO fair_passage_app;
GRANT UPDATE (lifted_at, lifted_by_id) ON case_hold TO fair_passage_app;
CREATE POLICY case_hold_read ON case_hold FOR SELECT USING (app.sees_case(case_id));
CREATE POLICY case_hold_insert ON case_hold FOR INSERT WITH CHECK (
  (SELECT app.is_case_staff()) AND set_by_id = (SELECT app.actor_id()) AND lifted_at IS NULL AND lifted_by_id IS NULL AND app.sees_case(case_id));
CREATE POLICY case_hold_lift ON case_hold FOR UPDATE
  USING ((SELECT app.is_case_staff()) AND lifted_at IS NULL AND app.sees_case(case_id))
  WITH CHECK ((SELECT app.is_case_staff()) AND lifted_at IS NOT NULL AND lifted_by_id = (SELECT app.actor_id()));

ALTER TABLE retention_confirmation ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON retention_confirmation TO fair_passage_app;
GRANT UPDATE (stopped_at, stopped_by_id, stopped_by_name) ON retention_confirmation TO fair_passage_app;
CREATE POLICY retention_confirmation_read ON retention_confirmation FOR SELECT USING ((SELECT app.is_administrator()) OR (SELECT app.actor_kind()) = 'system');
CREATE POLICY retention_confirmation_insert ON retention_confirmation FOR INSERT WITH CHECK (
  (SELECT app.is_administrator()) AND confirmed_by_id = (SELECT app.actor_id()) AND stopped_at IS NULL AND stopped_by_id IS NULL AND stopped_by_name IS NULL);
CREATE POLICY retention_confirmation_stop ON retention_confirmation FOR UPDATE
  USING ((SELECT app.is_administrator()) AND stopped_at IS NULL)
  WITH CHECK ((SELECT app.is_administrator()) AND stopped_at IS NOT NULL AND stopped_by_id = (SELECT app.actor_id()));

-- Only functions of the owner read and write it.
ALTER TABLE audit_cut ENABLE ROW LEVEL SECURITY;

-- The periods, as lib/domain/retention/periods.ts has them (a test compares), and their name for a confirmation.
CREATE FUNCTION app.retention_period(kind text) RETURNS interval LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE kind
    WHEN 'case_anonymised' THEN interval '3 years' WHEN 'case_erased' THEN interval '3 years'
    WHEN 'case_file' THEN interval '1 year' WHEN 'referral_pack' THEN interval '1 year'
    WHEN 'audit_event' THEN interval '5 years'
    WHEN 'staff_session' THEN interval '30 days' WHEN 'staff_invitation' THEN interval '30 days' END $$;
CREATE FUNCTION app.retention_periods() RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT '2026-11' $$;

-- Until when a case is held; null where it is not.
CREATE FUNCTION app.held_until(in_case uuid) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT max(h.ends_at) FROM public.case_hold h WHERE h.case_id = in_case AND h.lifted_at IS NULL $$;

CREATE INDEX cases_retention_idx ON cases ((coalesce(closed_at, state_changed_at))) WHERE state = 'closed' AND erased_at IS NULL AND anonymised_at IS NULL;

-- Everything that goes by an instant, and when it was or is to go. What the run takes and what a dry run counts are both read from here.
CREATE FUNCTION app.retention_items(until timestamptz) RETURNS TABLE (kind text, office_id uuid, id uuid, due_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH ended AS (
    SELECT c.id, c.office_id, coalesce(c.closed_at, c.state_changed_at) AS ended_at, app.held_until(c.id) AS held,
      c.in_statistics AND NOT c.is_test AND c.closing_code IS DISTINCT FROM 'duplicate_merged' AS is_counted, c.erase_due_at
    FROM cases c WHERE c.state = 'closed' AND c.erased_at IS NULL AND c.anonymised_at IS NULL
      AND coalesce(c.closed_at, c.state_changed_at) <= until - least(app.retention_period('case_file'), app.retention_period('referral_pack'), app.retention_period('case_erased'))),
  found AS (
    SELECT k.kind, e.office_id, e.id, greatest(e.ended_at + app.retention_period(k.kind), e.held) AS due_at
      FROM ended e CROSS JOIN LATERAL (SELECT CASE WHEN e.is_counted THEN 'case_anonymised' ELSE 'case_erased' END AS kind) k WHERE e.erase_due_at IS NULL
    UNION ALL SELECT 'case_file', e.office_id, f.id, greatest(e.ended_at + app.retention_period('case_file'), e.held)
      FROM ended e JOIN evidence f ON f.case_id = e.id WHERE f.removed_at IS NULL AND NOT f.legal_hold
    UNION ALL SELECT 'referral_pack', e.office_id, p.id, greatest(e.ended_at + app.retention_period('referral_pack'), e.held)
      FROM ended e JOIN referral_pack p ON p.case_id = e.id
    UNION ALL SELECT 'staff_session', s.office_id, t.id, least(t.expires_at, coalesce(t.revoked_at, t.expires_at)) + app.retention_period('staff_session')
      FROM staff_session t JOIN staff s ON s.id = t.staff_id
    UNION ALL SELECT 'staff_invitation', t.office_id, t.id, coalesce(t.accepted_at, t.expires_at) + app.retention_period('staff_invitation') FROM staff_invitation t
    -- A chain is cut at its beginning only: before the first event that is younger.
    UNION ALL SELECT 'audit_event', o.id, v.id, v.at + app.retention_period('audit_event') FROM office o CROSS JOIN LATERAL (
      SELECT e.id, e.at FROM audit_event e WHERE e.office_id = o.id AND e.seq < coalesce(
        (SELECT y.seq FROM audit_event y WHERE y.office_id = o.id AND y.at > until - app.retention_period('audit_event') ORDER BY y.seq LIMIT 1),
        (SELECT h.seq FROM audit_head h WHERE h.office_id = o.id))) v)
  SELECT f.kind, f.office_id, f.id, f.due_at FROM found f WHERE f.due_at <= until $$;
REVOKE ALL ON FUNCTION app.retention_items(timestamptz) FROM PUBLIC;

-- The dry run: how much goes on which day (of Japan), by kind and office. Nothing of a person.
CREATE FUNCTION app.retention_plan(until timestamptz) RETURNS TABLE (kind text, office_id uuid, due_on date, items integer)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF NOT (app.is_administrator() OR app.actor_kind() = 'system') THEN
    RAISE EXCEPTION 'what is to go is for administrators' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY SELECT i.kind, i.office_id, (i.due_at AT TIME ZONE 'Asia/Tokyo')::date, count(*)::integer
    FROM app.retention_items(until) i GROUP BY 1, 2, 3 ORDER BY 3, 1, 2;
END $$;

CREATE FUNCTION app.must_be_confirmed() RETURNS void LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.must_be_system();
  IF NOT EXISTS (SELECT 1 FROM retention_confirmation r WHERE r.periods = app.retention_periods() AND r.stopped_at IS NULL) THEN
    RAISE EXCEPTION 'no administrator has confirmed what is to go' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;

-- What erasing a case does, for a case that is held by this transaction.
CREATE FUNCTION app.erase_case(in_case uuid, of_office uuid, at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM case_key WHERE case_id = in_case;
  DELETE FROM worker_session WHERE case_id = in_case;
  UPDATE case_party SET name_key = NULL WHERE case_id = in_case AND name_key IS NOT NULL;
  UPDATE deadline SET cancelled_at = at WHERE case_id = in_case AND met_at IS NULL AND cancelled_at IS NULL;
  UPDATE cases SET erased_at = at, code_hash = NULL, in_statistics = false, next_due_at = NULL, next_due_kind = NULL, unread_from_worker = 0, version = version + 1 WHERE id = in_case;
  INSERT INTO audit_event (id, office_id, actor_kind, action, case_id, detail) VALUES (gen_random_uuid(), of_office, 'system', 'case.erased', in_case, '{}');
END $$;
-- As before; what is held waits for the end of the hold.
CREATE OR REPLACE FUNCTION app.erase_due_cases(at timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE due record; erased integer := 0;
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system erases what is due'; END IF;
  FOR due IN SELECT c.id, c.office_id FROM cases c WHERE c.erase_due_at <= at AND c.erased_at IS NULL AND app.held_until(c.id) > at IS NOT TRUE
      ORDER BY c.erase_due_at LIMIT 100 FOR UPDATE SKIP LOCKED LOOP
    -- Whoever put a hold on it meanwhile is seen now that the case is held.
    CONTINUE WHEN app.held_until(due.id) > at;
    PERFORM app.erase_case(due.id, due.office_id, at);
    erased := erased + 1;
  END LOOP;
  RETURN erased;
END $$;

-- Empties every sealed column of what hangs on a case, of tables of later migrations too.
CREATE FUNCTION app.empty_sealed(of_case uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one record;
BEGIN
  FOR one IN SELECT a.attrelid::regclass AS of_table, string_agg(format('%I = %s', a.attname, CASE WHEN a.attnotnull THEN '''''::bytea' ELSE 'NULL' END), ', ') AS emptied
      FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid
      WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid = 'bytea'::regtype AND a.attname LIKE 'sealed\_%'
        AND EXISTS (SELECT 1 FROM pg_attribute k WHERE k.attrelid = t.oid AND k.attname = 'case_id' AND NOT k.attisdropped) GROUP BY 1 LOOP
    EXECUTE format('UPDATE %s SET %s WHERE case_id = $1', one.of_table, one.emptied) USING of_case;
  END LOOP;
END $$;

-- Leaves of a case what is counted: codes, months and sums, how long what took and how it ended. The key goes, and with it all words;
-- what only words were made of goes altogether, the number that people knew it by too.
CREATE FUNCTION app.anonymise_case(in_case uuid, at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one_table text;
BEGIN
  DELETE FROM case_key WHERE case_id = in_case;
  -- The title of a group goes with the last case in it.
  DELETE FROM case_group_key k USING case_group_member m WHERE m.case_id = in_case AND m.removed_at IS NULL AND k.group_id = m.group_id
    AND NOT EXISTS (SELECT 1 FROM case_group_member o JOIN cases c ON c.id = o.case_id
      WHERE o.group_id = m.group_id AND o.removed_at IS NULL AND o.case_id <> in_case AND c.erased_at IS NULL AND c.anonymised_at IS NULL);
  FOREACH one_table IN ARRAY ARRAY['worker_session', 'case_words', 'case_words_due', 'notice', 'text_translation', 'statement', 'original_text', 'note', 'task', 'referral_pack',
      'correction', 'officer_request', 'code_replacement', 'ledger_revision', 'sign_judgement', 'upload', 'evidence', 'group_act_case', 'case_group_member', 'consent_request', 'move_approval', 'triage', 'case_hold'] LOOP
    EXECUTE format('DELETE FROM %I WHERE case_id = $1', one_table) USING in_case;
  END LOOP;
  DELETE FROM case_link WHERE in_case IN (case_id, other_id);
  DELETE FROM bulk_act_case b USING cases c WHERE c.id = in_case AND b.number = c.number;
  DELETE FROM case_person WHERE case_id = in_case AND kind NOT IN ('worker', 'proxy', 'support_person');
  DELETE FROM fee_assessment f WHERE f.case_id = in_case AND f.id <> (SELECT n.id FROM fee_assessment n WHERE n.case_id = in_case ORDER BY n.assessed_at DESC, n.id DESC LIMIT 1);
  -- Of the proofs stay those that what is counted rests on: the yes to be counted, and those of what was sent.
  UPDATE referral SET consent_id = NULL WHERE case_id = in_case AND sent_at IS NULL;
  DELETE FROM consent k WHERE k.case_id = in_case AND k.kind <> 'statistics' AND NOT EXISTS (SELECT 1 FROM referral r WHERE r.consent_id = k.id);
  UPDATE consent SET witness_staff_id = NULL WHERE case_id = in_case;
  UPDATE referral_share SET closed_at = coalesce(closed_at, at), wrapped_key = ''::bytea WHERE case_id = in_case;
  UPDATE party_request SET withdrawn_at = CASE WHEN answered_at IS NULL THEN coalesce(withdrawn_at, at) ELSE withdrawn_at END WHERE case_id = in_case;
  DELETE FROM party_answer_draft d USING party_request r WHERE r.case_id = in_case AND d.party_request_id = r.id;
  PERFORM app.empty_sealed(in_case);
  UPDATE case_person SET contact_channel = NULL, may_leave_message = NULL, language = NULL, occupation = NULL, arrived_on = NULL, contract_months = NULL, preferred_officer_sex = NULL WHERE case_id = in_case;
  UPDATE fee_line SET paid_on = left(paid_on, 7), support_by_id = NULL, added_by_id = NULL WHERE case_id = in_case;
  UPDATE fee_assessment SET inputs = '{}' WHERE case_id = in_case;
  UPDATE loan SET borrowed_on = left(borrowed_on, 7), added_by_id = NULL WHERE case_id = in_case;
  UPDATE wage_fact SET added_by_id = NULL WHERE case_id = in_case;
  UPDATE deadline SET remind_at = NULL WHERE case_id = in_case;
  UPDATE cases SET anonymised_at = at, number = 'none-' || gen_random_uuid(), submission_id = gen_random_uuid(), code_hash = NULL, next_due_at = NULL, next_due_kind = NULL, unread_from_worker = 0,
    departure_on = NULL, residence_expiry_on = NULL, contract_end_on = NULL, job_order = NULL, programme = NULL, label_ids = '{}', fee_change_at = NULL, version = version + 1 WHERE id = in_case;
END $$;
REVOKE ALL ON FUNCTION app.erase_case(uuid, uuid, timestamptz), app.empty_sealed(uuid), app.anonymise_case(uuid, timestamptz) FROM PUBLIC;

-- Takes away the next that are due, and writes into the trail of each office how many of which kind. Returns how many; ask again until
-- it is none. Cases that somebody works on are left to the next run.
CREATE FUNCTION app.retain_cases(at timestamptz, upto integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one record; held record; done integer := 0; counts jsonb := '{}'; name text;
BEGIN
  PERFORM app.must_be_confirmed();
  FOR one IN SELECT i.kind, i.office_id, i.id FROM app.retention_items(at) i WHERE i.kind IN ('case_anonymised', 'case_erased') ORDER BY i.due_at, i.id LIMIT upto LOOP
    SELECT c.id INTO held FROM cases c WHERE c.id = one.id FOR UPDATE SKIP LOCKED;
    CONTINUE WHEN held.id IS NULL;
    -- A new statement, which sees what whoever held it before has written.
    CONTINUE WHEN (SELECT c.state <> 'closed' OR c.erased_at IS NOT NULL OR c.anonymised_at IS NOT NULL OR c.erase_due_at IS NOT NULL
      OR coalesce(c.closed_at, c.state_changed_at) + app.retention_period(one.kind) > at OR coalesce(app.held_until(c.id) > at, false)
      OR (c.in_statistics AND NOT c.is_test AND c.closing_code IS DISTINCT FROM 'duplicate_merged') <> (one.kind = 'case_anonymised') FROM cases c WHERE c.id = one.id);
    IF one.kind = 'case_anonymised' THEN PERFORM app.anonymise_case(one.id, at); ELSE PERFORM app.erase_case(one.id, one.office_id, at); END IF;
    name := one.office_id || ' ' || one.kind;
    counts := counts || jsonb_build_object(name, coalesce((counts ->> name)::integer, 0) + 1);
    done := done + 1;
  END LOOP;
  PERFORM app.tell_retained(counts);
  RETURN done;
END $$;

-- One event for each office and kind: how many went.
CREATE FUNCTION app.tell_retained(counts jsonb) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO audit_event (id, office_id, actor_kind, action, detail)
    SELECT gen_random_uuid(), split_part(c.key, ' ', 1)::uuid, 'system', 'retention.gone', jsonb_build_object('kind', split_part(c.key, ' ', 2), 'items', c.value::integer)
    FROM jsonb_each_text(counts) c ORDER BY c.key $$;

-- The same of files, packs, sessions and invitations. The bytes of files go with the next sweep of the store, which finds no row for them.
CREATE FUNCTION app.retain_things(at timestamptz, upto integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE due uuid[]; offices uuid[]; kinds text[];
BEGIN
  PERFORM app.must_be_confirmed();
  SELECT array_agg(i.id), array_agg(i.office_id), array_agg(i.kind) INTO due, offices, kinds
    FROM (SELECT i.* FROM app.retention_items(at) i WHERE i.kind IN ('case_file', 'referral_pack', 'staff_session', 'staff_invitation') ORDER BY i.due_at, i.id LIMIT upto) i;
  IF due IS NULL THEN RETURN 0; END IF;
  UPDATE evidence SET removed_at = at, sealed_file_key = ''::bytea, sealed_sha256 = ''::bytea, sealed_file_name = NULL
    WHERE id IN (SELECT u.id FROM unnest(due, kinds) AS u (id, kind) WHERE u.kind = 'case_file');
  DELETE FROM referral_pack WHERE id IN (SELECT u.id FROM unnest(due, kinds) AS u (id, kind) WHERE u.kind = 'referral_pack');
  DELETE FROM staff_session WHERE id IN (SELECT u.id FROM unnest(due, kinds) AS u (id, kind) WHERE u.kind = 'staff_session');
  DELETE FROM staff_invitation WHERE id IN (SELECT u.id FROM unnest(due, kinds) AS u (id, kind) WHERE u.kind = 'staff_invitation');
  PERFORM app.tell_retained((SELECT jsonb_object_agg(s.name, s.items) FROM (SELECT o || ' ' || k AS name, count(*) AS items FROM unnest(offices, kinds) AS u (o, k) GROUP BY 1) s));
  RETURN cardinality(due);
END $$;

-- Events go only where a cut says so, and a cut says where the rest begins.
CREATE OR REPLACE FUNCTION app.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM public.audit_cut c WHERE c.office_id = OLD.office_id AND c.seq >= OLD.seq) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'audit events are never changed';
END $$;

-- Cuts the beginning of one chain whose events are older than five years, and takes away up to `upto` events before its cut. The cut
-- is an event of the chain itself, so that it cannot be made up afterwards. Returns how many events went.
CREATE FUNCTION app.retain_audit(at timestamptz, upto integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE of_office uuid; last audit_event; gone integer;
BEGIN
  PERFORM app.must_be_confirmed();
  SELECT c.office_id INTO of_office FROM audit_cut c WHERE EXISTS (SELECT 1 FROM audit_event e WHERE e.office_id = c.office_id AND e.seq <= c.seq) ORDER BY 1 LIMIT 1;
  IF of_office IS NULL THEN
    -- Once at an instant: what the cut itself writes is of now, whatever the clock of the machine says.
    SELECT i.office_id INTO of_office FROM app.retention_items(retain_audit.at) i WHERE i.kind = 'audit_event'
      AND NOT EXISTS (SELECT 1 FROM audit_cut c WHERE c.office_id = i.office_id AND c.cut_at >= retain_audit.at) ORDER BY 1 LIMIT 1;
    IF of_office IS NULL THEN RETURN 0; END IF;
    PERFORM 1 FROM audit_head h WHERE h.office_id = of_office FOR UPDATE;
    SELECT e.* INTO last FROM audit_event e WHERE e.office_id = of_office AND e.id IN (SELECT i.id FROM app.retention_items(retain_audit.at) i WHERE i.kind = 'audit_event' AND i.office_id = of_office)
      ORDER BY e.seq DESC LIMIT 1;
    INSERT INTO audit_cut (office_id, seq, hash, cut_at) VALUES (of_office, last.seq, last.hash, retain_audit.at);
    INSERT INTO audit_event (id, office_id, actor_kind, action, detail)
      VALUES (gen_random_uuid(), of_office, 'system', 'audit.cut', jsonb_build_object('seq', last.seq, 'hash', encode(last.hash, 'hex')));
  END IF;
  DELETE FROM audit_event WHERE id IN (SELECT e.id FROM audit_event e
    WHERE e.office_id = of_office AND e.seq <= (SELECT max(c.seq) FROM audit_cut c WHERE c.office_id = of_office) ORDER BY e.seq LIMIT upto);
  GET DIAGNOSTICS gone = ROW_COUNT;
  PERFORM app.tell_retained(jsonb_build_object(of_office || ' audit_event', gone));
  RETURN gone;
END $$;
CREATE INDEX audit_event_office_at_idx ON audit_event (office_id, at);

-- As before, from the last cut on. What a cut says is said in the chain too, or it is not believed.
CREATE OR REPLACE FUNCTION app.first_broken_link(office uuid) RETURNS bigint LANGUAGE sql STABLE AS $$
  WITH cut AS (
    SELECT coalesce(max(c.seq), 0) AS seq, coalesce((array_agg(c.hash ORDER BY c.seq DESC))[1], '\x'::bytea) AS hash FROM public.audit_cut c WHERE c.office_id = office),
  chain AS (
    SELECT e AS event, e.seq, e.prev_hash, e.hash, lag(e.hash, 1, cut.hash) OVER w AS expected_prev, lag(e.seq, 1, cut.seq) OVER w AS previous_seq
    FROM public.audit_event e CROSS JOIN cut WHERE e.office_id = office AND e.seq > cut.seq WINDOW w AS (ORDER BY e.seq))
  SELECT least(
    (SELECT min(c.seq) FROM chain c WHERE c.prev_hash <> c.expected_prev OR c.seq <> c.previous_seq + 1 OR c.hash <> app.audit_hash(c.event, c.prev_hash)),
    (SELECT cut.seq + 1 FROM cut WHERE cut.seq > 0 AND NOT EXISTS (SELECT 1 FROM public.audit_event e WHERE e.office_id = office AND e.action = 'audit.cut'
      AND e.detail = jsonb_build_object('seq', cut.seq, 'hash', encode(cut.hash, 'hex'))))) $$;
REVOKE ALL ON FUNCTION app.tell_retained(jsonb), app.must_be_confirmed() FROM PUBLIC;

-- What looks at cases as the owner, and shows them to people: none of those.
DO $$ DECLARE one regprocedure; was text; BEGIN
  FOREACH one IN ARRAY ARRAY['app.sees_case_of_office(uuid)', 'app.related_cases(uuid)', 'app.queue_page(jsonb, timestamptz, uuid, integer)', 'app.notify_case(uuid, text, text, text, timestamptz)']::regprocedure[] LOOP
    was := pg_get_functiondef(one);
    IF was NOT LIKE '%erased_at IS NULL%' THEN RAISE EXCEPTION '% does not look at erased cases', one; END IF;
    EXECUTE regexp_replace(was, '(\m(?:c\.)?)erased_at IS NULL', '\1erased_at IS NULL AND \1anonymised_at IS NULL', 'g');
  END LOOP;
END $$;

REVOKE ALL ON FUNCTION app.retention_period(text), app.retention_periods(), app.held_until(uuid), app.retention_plan(timestamptz), app.retain_cases(timestamptz, integer),
  app.retain_things(timestamptz, integer), app.retain_audit(timestamptz, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.retention_period(text), app.retention_periods(), app.retention_plan(timestamptz), app.retain_cases(timestamptz, integer),
  app.retain_things(timestamptz, integer), app.retain_audit(timestamptz, integer) TO fair_passage_app;
