-- Notices of two more kinds, which lead to no case: that something of one's own account was changed (ADR 047), for everybody, and that
-- the installation needs somebody now (ADR 055), for administrators. Administrators hear of incidents too (ADR 053).
ALTER TABLE notice DROP CONSTRAINT notice_of_one_thing;
ALTER TABLE notice ADD CONSTRAINT notice_of_one_thing CHECK (
  num_nonnulls(case_id, share_id, breach_id) = CASE WHEN kind IN ('account_changed', 'system_attention') THEN 0 ELSE 1 END);
CREATE INDEX notice_account_mail_idx ON notice (staff_id) WHERE kind = 'account_changed' AND mailed_at IS NULL;

-- Everybody of the staff has a list; of a case or a share only who works on cases sees one.
CREATE FUNCTION app.is_staff() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT app.is_case_staff() OR app.is_administrator() $$;
ALTER POLICY notice_own_read ON notice USING (
  (SELECT app.is_staff()) AND staff_id = (SELECT app.actor_id())
  AND CASE WHEN kind = 'account_changed' THEN true WHEN kind = 'system_attention' THEN (SELECT app.is_administrator())
    WHEN breach_id IS NOT NULL THEN app.sees_breach(breach_id)
    WHEN share_id IS NULL THEN (SELECT app.is_case_staff()) AND app.sees_case(case_id) ELSE (SELECT app.is_case_staff()) AND app.was_given(share_id) END);
ALTER POLICY notice_own_mark ON notice USING ((SELECT app.is_staff()) AND staff_id = (SELECT app.actor_id()));
ALTER POLICY notice_settings_own ON notice_settings
  USING ((SELECT app.is_staff()) AND staff_id = (SELECT app.actor_id()))
  WITH CHECK ((SELECT app.is_staff()) AND staff_id = (SELECT app.actor_id()));

-- Tells somebody that the own account was changed, with the change. What nobody can put aside: no setting is asked.
CREATE FUNCTION app.note_account_change(person uuid, at timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO notice (id, staff_id, kind, key, in_app, by_mail, created_at)
    SELECT gen_random_uuid(), s.id, 'account_changed', gen_random_uuid()::text, true, true, at FROM staff s WHERE s.id = person AND s.is_active $$;
-- The door changes accounts; an administrator those of the office.
CREATE FUNCTION app.tell_of_account(person uuid, at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT (app.actor_kind() = 'door'
    OR (app.is_administrator() AND EXISTS (SELECT 1 FROM staff s WHERE s.id = person AND s.office_id = app.office_id()))) THEN
    RAISE EXCEPTION 'only who changes an account tells of it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM app.note_account_change(person, at);
END $$;
-- Whose second factor a colleague took away is told with it.
DO $$ DECLARE was text := pg_get_functiondef('app.reset_second_factor(uuid, timestamptz)'::regprocedure); BEGIN
  IF was NOT LIKE '%RETURN true;%' THEN RAISE EXCEPTION 'a second factor is taken away otherwise than before'; END IF;
  EXECUTE replace(was, 'RETURN true;', 'PERFORM app.note_account_change(colleague, at);' || chr(10) || '  RETURN true;');
END $$;

-- Mail about an account: also of what was read, which may have been by who changed it, in quiet hours, and however lately other mail
-- went; one in `gap` at most, for all that was changed meanwhile. What the mail server did not take waits as long.
CREATE FUNCTION app.claim_account_mail(at timestamptz, gap interval)
  RETURNS TABLE (staff_id uuid, email text, locale text, first uuid, notices uuid[], changed_at timestamptz)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one record;
BEGIN
  PERFORM app.must_be_system();
  FOR one IN SELECT s.id, s.email, s.locale FROM staff s WHERE s.is_active AND EXISTS (
      SELECT 1 FROM notice n WHERE n.staff_id = s.id AND n.kind = 'account_changed' AND n.mailed_at IS NULL AND n.by_mail AND n.created_at <= at)
    ORDER BY (SELECT max(a.at) FROM mail_attempt a WHERE a.staff_id = s.id) NULLS FIRST, s.id
  LOOP
    CONTINUE WHEN NOT pg_try_advisory_xact_lock(hashtextextended('fair_passage.mail.' || one.id, 0));
    CONTINUE WHEN EXISTS (SELECT 1 FROM notice n WHERE n.staff_id = one.id AND n.kind = 'account_changed' AND n.mailed_at > claim_account_mail.at - gap)
      OR EXISTS (SELECT 1 FROM mail_attempt a WHERE a.staff_id = one.id AND a.outcome = 'failed' AND a.at > claim_account_mail.at - gap);
    RETURN QUERY SELECT one.id, one.email, one.locale, (array_agg(n.id ORDER BY n.created_at, n.id))[1], array_agg(n.id), max(n.created_at)
      FROM notice n WHERE n.staff_id = one.id AND n.kind = 'account_changed' AND n.mailed_at IS NULL AND n.by_mail AND n.created_at <= claim_account_mail.at
      HAVING count(*) > 0;
    IF FOUND THEN RETURN; END IF;
  END LOOP;
END $$;
-- Mail about the installation goes like every other.
DO $$ DECLARE was text := pg_get_functiondef('app.claim_mail(timestamptz, interval)'::regprocedure); BEGIN
  IF was NOT LIKE '%OR n.breach_id IS NOT NULL)%OR n.breach_id IS NOT NULL)%' THEN RAISE EXCEPTION 'mail is claimed otherwise than before'; END IF;
  EXECUTE replace(was, 'OR n.breach_id IS NOT NULL)', 'OR n.breach_id IS NOT NULL OR n.kind = ''system_attention'')');
END $$;

-- What was changed of one's own account lately, from the trail: the own acts among these, and what a colleague did to it (by_name).
CREATE INDEX audit_event_account_idx ON audit_event (office_id, at) WHERE case_id IS NULL AND action LIKE 'staff.%';
CREATE FUNCTION app.account_changes(own text[], by_others text[], since timestamptz, how_many integer)
  RETURNS TABLE (action text, at timestamptz, by_name text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT e.action, e.at, CASE WHEN e.actor_id <> app.actor_id() THEN s.display_name END
  FROM audit_event e LEFT JOIN staff s ON s.id = e.actor_id
  WHERE app.is_staff() AND e.office_id = app.office_id() AND e.at >= since AND e.case_id IS NULL AND e.action LIKE 'staff.%'
    AND ((e.actor_id = app.actor_id() AND e.action = ANY (own)) OR (e.detail ->> 'staffId' = app.actor_id()::text AND e.action = ANY (by_others)))
  ORDER BY e.at DESC, e.seq DESC LIMIT how_many $$;

-- Incidents: the leaders of the office are told, who both see its register.
DO $$ DECLARE was text := pg_get_functiondef('app.notify_breach(uuid, text, text, timestamptz)'::regprocedure); BEGIN
  IF was NOT LIKE '%s.role = ''supervisor''%' THEN RAISE EXCEPTION 'of incidents others are told than before'; END IF;
  EXECUTE replace(was, 's.role = ''supervisor''', 's.role IN (''supervisor'', ''administrator'')');
END $$;

-- What of the installation needs somebody now, by the codes of its lines: every administrator, of each once a day.
CREATE FUNCTION app.tell_administrators(codes text[], at timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE told integer;
BEGIN
  PERFORM app.must_be_system();
  INSERT INTO notice (id, staff_id, kind, key, in_app, by_mail, created_at)
    SELECT gen_random_uuid(), s.id, 'system_attention', c.code || ' ' || (at AT TIME ZONE 'Asia/Tokyo')::date,
      'system_attention' <> ALL (coalesce(n.app_off, '{}')), 'system_attention' <> ALL (coalesce(n.mail_off, '{}')), at
    FROM staff s CROSS JOIN unnest(codes) AS c (code) LEFT JOIN notice_settings n ON n.staff_id = s.id
    WHERE s.is_active AND s.role = 'administrator'
    ON CONFLICT (staff_id, kind, key) DO NOTHING;
  GET DIAGNOSTICS told = ROW_COUNT;
  RETURN told;
END $$;

REVOKE ALL ON FUNCTION app.is_staff(), app.note_account_change(uuid, timestamptz), app.tell_of_account(uuid, timestamptz),
  app.claim_account_mail(timestamptz, interval), app.account_changes(text[], text[], timestamptz, integer), app.tell_administrators(text[], timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.is_staff(), app.tell_of_account(uuid, timestamptz), app.claim_account_mail(timestamptz, interval),
  app.account_changes(text[], text[], timestamptz, integer), app.tell_administrators(text[], timestamptz) TO fair_passage_app;
