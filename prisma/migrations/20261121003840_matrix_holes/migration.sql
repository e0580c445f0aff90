-- What the matrix of tables (tests/support/matrix) found too open (ADR 050).

-- A comparison with a case that is not set is neither true nor false, and NOT of that refused nobody: a party, a reporter without a
-- case and a kind of actor nobody knows could leave notices in every case.
CREATE OR REPLACE FUNCTION app.notify_case(in_case uuid, what text, about text, audience text, at timestamp with time zone)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
DECLARE told cases; holder uuid; who uuid[];
BEGIN
  SELECT * INTO told FROM cases WHERE id = in_case AND erased_at IS NULL;
  IF NOT FOUND THEN RETURN 0; END IF;
  IF NOT (app.actor_kind() = 'system'
    OR (app.is_case_staff() AND told.office_id IS NOT DISTINCT FROM app.office_id())
    OR (app.actor_kind() IN ('worker', 'reporter') AND told.id IS NOT DISTINCT FROM app.case_id())) THEN
    RAISE EXCEPTION 'only who sees the case tells of it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT id INTO holder FROM staff WHERE id = told.assignee_id AND is_active;
  SELECT array_agg(s.id) INTO who FROM staff s WHERE s.office_id = told.office_id AND s.is_active AND s.role IN ('caseworker', 'supervisor') AND (CASE audience
    WHEN 'holder' THEN s.id = holder OR (s.role = 'supervisor' AND (holder IS NULL OR told.severity = 'critical'))
    WHEN 'assignee' THEN s.id = holder
    WHEN 'supervisors' THEN s.role = 'supervisor' AND s.id IS DISTINCT FROM told.assignee_id
    WHEN 'both' THEN s.id = holder OR s.role = 'supervisor'
    WHEN 'office' THEN true
    ELSE false END);
  IF who IS NULL AND audience <> 'assignee' THEN
    SELECT array_agg(s.id) INTO who FROM staff s WHERE s.office_id = told.office_id AND s.is_active AND s.role IN ('caseworker', 'supervisor')
      AND (audience <> 'supervisors' OR s.id IS DISTINCT FROM told.assignee_id);
  END IF;
  IF app.actor_kind() = 'staff' THEN who := array_remove(who, app.actor_id()); END IF;
  IF who IS NULL THEN RETURN 0; END IF;
  INSERT INTO notice (id, staff_id, case_id, kind, key, in_app, by_mail, created_at)
    SELECT gen_random_uuid(), w.id, in_case, what, about, what <> ALL (coalesce(n.app_off, '{}')), what <> ALL (coalesce(n.mail_off, '{}')), at
    FROM unnest(who) AS w(id) LEFT JOIN notice_settings n ON n.staff_id = w.id
    ON CONFLICT (staff_id, kind, key) DO NOTHING;
  RETURN (SELECT count(*) FROM unnest(who));
END $function$;

-- Inside a function that runs as the owner every case is seen: the question has to be the one that looks at the office itself.
CREATE OR REPLACE FUNCTION app.pack_holds(the_referral uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT EXISTS (SELECT 1 FROM referral r JOIN cases c ON c.id = r.case_id LEFT JOIN consent k ON k.id = r.consent_id
    WHERE r.id = the_referral AND app.is_case_staff() AND app.sees_case_of_office(r.case_id) AND c.erased_at IS NULL AND r.withdrawn_at IS NULL AND (
      (k.id IS NOT NULL AND k.withdrawn_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now()))
      OR (r.consent_id IS NULL AND r.sent_at IS NOT NULL AND cardinality(r.vital_interest_by_ids) >= 2)
      OR (r.consent_id IS NULL AND r.sent_at IS NULL AND EXISTS (SELECT 1 FROM move_approval m WHERE m.case_id = r.case_id AND m.to_state = 'referred'
        AND m.approved_at IS NOT NULL AND m.used_at IS NULL AND m.requested_at >= c.state_changed_at
        AND m.body_code IS NOT DISTINCT FROM coalesce(r.body_code, 'office:' || r.to_office_id))))) $function$;
CREATE OR REPLACE FUNCTION app.notify_self(in_case uuid, what text, about text, at timestamp with time zone)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
BEGIN
  IF NOT (app.is_case_staff() AND app.sees_case_of_office(in_case)) THEN
    RAISE EXCEPTION 'only who sees the case tells of it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO notice (id, staff_id, case_id, kind, key, in_app, by_mail, created_at)
    SELECT gen_random_uuid(), s.id, in_case, what, about, what <> ALL (coalesce(n.app_off, '{}')), what <> ALL (coalesce(n.mail_off, '{}')), at
    FROM staff s LEFT JOIN notice_settings n ON n.staff_id = s.id WHERE s.id = app.actor_id() AND s.is_active
    ON CONFLICT (staff_id, kind, key) DO NOTHING;
END $function$;

-- Only what an office brought in itself is taken back with an import; a report that a worker sent is never, whatever a row of the
-- import says it is.
CREATE OR REPLACE FUNCTION app.is_untouched(in_case uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public', 'pg_temp'
AS $function$
  SELECT NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.case_id = in_case AND e.actor_kind <> 'system' AND e.action NOT IN ('case.received', 'case.read'))
    AND NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.case_id = in_case AND e.action = 'case.received' AND e.actor_kind <> 'staff')
    AND NOT EXISTS (SELECT 1 FROM case_link l WHERE in_case IN (l.case_id, l.other_id))
    AND NOT EXISTS (SELECT 1 FROM case_group_member m WHERE m.case_id = in_case)
    AND NOT EXISTS (SELECT 1 FROM note n WHERE n.case_id = in_case)
    AND NOT EXISTS (SELECT 1 FROM message m WHERE m.case_id = in_case)
    AND EXISTS (SELECT 1 FROM cases c WHERE c.id = in_case AND c.state = 'received' AND c.assignee_id IS NULL AND c.unread_from_worker = 0 AND c.erased_at IS NULL) $function$;

-- Facts about a case that only the trigger asks for: it asks as the owner, nobody else by an id.
ALTER FUNCTION app.keep_queue_columns() SECURITY DEFINER SET search_path = public, pg_temp;
REVOKE EXECUTE ON FUNCTION app.signs_of(uuid), app.body_waits(uuid), app.party_waits(uuid), app.due_owner(uuid, text) FROM fair_passage_app;

-- What runs as the owner is called by those who were given it. Triggers need no right.
REVOKE EXECUTE ON FUNCTION app.case_by_code(bytea) FROM PUBLIC;
DO $$ DECLARE f regprocedure; BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace AND p.prosecdef AND p.prorettype = 'trigger'::regtype LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC, fair_passage_app', f);
  END LOOP;
END $$;
GRANT EXECUTE ON FUNCTION app.case_by_code(bytea) TO fair_passage_app;

-- Two policies of one table are alternatives in both halves: who passed the first half of one passed the second half of the other.
-- An officer could write the worker's answer, and a worker call a question off.
ALTER POLICY consent_request_answer ON consent_request WITH CHECK (
  (SELECT app.actor_kind()) = 'worker' AND answered_at IS NOT NULL AND cancelled_at IS NULL AND ((answer = 'no' AND consent_id IS NULL)
    OR (answer IN ('yes', 'part') AND EXISTS (SELECT 1 FROM consent k WHERE k.id = consent_request.consent_id AND k.case_id = consent_request.case_id
      AND k.kind = 'send_to_body' AND k.withdrawn_at IS NULL AND k.recipient_body = consent_request.recipient_body
      AND k.purpose = consent_request.purpose AND k.data_items <@ consent_request.data_items AND cardinality(k.data_items) > 0))));
ALTER POLICY consent_request_cancel ON consent_request WITH CHECK (
  (SELECT app.is_case_staff()) AND cancelled_at IS NOT NULL AND answer IS NULL AND consent_id IS NULL AND answered_at IS NULL);
ALTER POLICY microdata_request_decide ON microdata_request WITH CHECK (
  (SELECT app.is_administrator()) AND state IN ('approved', 'refused') AND decided_by_id = (SELECT app.actor_id()) AND asked_by_id <> (SELECT app.actor_id()));
ALTER POLICY microdata_request_withdraw ON microdata_request WITH CHECK ((SELECT app.is_administrator()) AND state = 'withdrawn');
ALTER POLICY microdata_request_make ON microdata_request WITH CHECK ((SELECT app.actor_kind()) = 'system' AND state IN ('ready', 'failed', 'expired'));
ALTER POLICY statistic_schedule_stop ON statistic_schedule WITH CHECK ((SELECT app.is_administrator()) AND state = 'stopped');

-- Rows of a list go into a list of the own office that is not applied yet.
ALTER POLICY party_import_row_insert ON party_import_row WITH CHECK ((SELECT app.brings_in_lists()) AND EXISTS (
  SELECT 1 FROM party_import i WHERE i.id = party_import_row.import_id AND i.office_id = (SELECT app.office_id())));

-- No use case lets a worker change who is named in the case.
ALTER POLICY case_party_update ON case_party USING ((SELECT app.is_case_staff()) AND app.sees_case(case_id));

-- What a row is, whose, and who told it never changes, nor does it move to another case.
DO $$ DECLARE t text; named text; BEGIN
  FOREACH t IN ARRAY ARRAY['cases', 'case_person', 'case_party', 'fee_line', 'loan', 'wage_fact', 'placement', 'deadline', 'referral', 'remedy', 'repayment', 'staff'] LOOP
    SELECT string_agg(quote_ident(a.attname), ', ') INTO named FROM pg_attribute a WHERE a.attrelid = t::regclass AND a.attnum > 0 AND NOT a.attisdropped
      AND a.attname NOT IN ('created_at', 'added_by_kind', 'added_by_id', 'email') AND (t = 'cases' OR a.attname NOT IN ('id', 'case_id', 'request_id'));
    EXECUTE format('REVOKE UPDATE ON %I FROM fair_passage_app', t);
    EXECUTE format('GRANT UPDATE (%s) ON %I TO fair_passage_app', named, t);
  END LOOP;
END $$;

-- Who did something is who does it.
CREATE FUNCTION app.refuse_other_name() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'only in the own name in %', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END $$;
DO $$ DECLARE one record; BEGIN
  FOR one IN SELECT * FROM (VALUES ('task', 'done_by_id'), ('statement', 'translated_by_id'), ('fee_line', 'support_by_id'), ('fee_assessment', 'acknowledged_by_id'),
      ('remedy', 'offered_by_id'), ('remedy', 'witness_staff_id'), ('remedy', 'confirm_witness_id'), ('repayment', 'confirm_witness_id'), ('referral', 'sent_by_id'),
      ('organisation_release', 'decided_by_id'), ('organisation_release', 'reply_kept_by_id')) AS n (of_table, of_column) LOOP
    EXECUTE format('CREATE TRIGGER %1$s_own_%2$s BEFORE UPDATE OF %2$I ON %1$I FOR EACH ROW
      WHEN (new.%2$I IS DISTINCT FROM old.%2$I AND new.%2$I IS NOT NULL AND app.actor_kind() = ''staff'' AND new.%2$I IS DISTINCT FROM app.actor_id())
      EXECUTE FUNCTION app.refuse_other_name()', one.of_table, one.of_column);
  END LOOP;
END $$;

-- A case is held by somebody of its office.
CREATE FUNCTION app.keep_assignee_of_office() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM staff s WHERE s.id = NEW.assignee_id AND s.office_id = NEW.office_id) THEN
    RAISE EXCEPTION 'a case is held in its office' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cases_assignee_of_office BEFORE UPDATE OF assignee_id ON cases FOR EACH ROW
  WHEN (new.assignee_id IS DISTINCT FROM old.assignee_id AND new.assignee_id IS NOT NULL AND app.actor_kind() = 'staff')
  EXECUTE FUNCTION app.keep_assignee_of_office();
REVOKE EXECUTE ON FUNCTION app.refuse_other_name(), app.keep_assignee_of_office() FROM PUBLIC;
