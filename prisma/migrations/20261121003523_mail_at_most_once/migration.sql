-- A mail goes at most once for a notice. The notices count as mailed from the moment a mail server is going to be spoken to for them
-- (`claimed`, in the transaction that claims them). Only a sure no gives them back: what the server did not take is tried again
-- (`failed`), what it never will take is not (`refused`). Where nobody knows (`unsure`, or a process that ended in between) they stay
-- mailed: the list itself has lost nothing.
CREATE OR REPLACE FUNCTION app.store_mail(to_staff uuid, ids uuid[], name text, what text, why text, at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system writes mail'; END IF;
  IF what IN ('claimed', 'sent') THEN UPDATE notice SET mailed_at = at WHERE id = ANY (ids) AND staff_id = to_staff AND mailed_at IS DISTINCT FROM at;
  ELSIF what = 'failed' THEN UPDATE notice SET mailed_at = NULL WHERE id = ANY (ids) AND staff_id = to_staff AND mailed_at = at;
  ELSIF what = 'refused' THEN UPDATE notice SET by_mail = false, mailed_at = NULL WHERE id = ANY (ids) AND staff_id = to_staff; END IF;
  UPDATE mail_attempt a SET outcome = what, code = why
    WHERE what <> 'claimed' AND a.staff_id = to_staff AND a.message_id = name AND a.at = store_mail.at AND a.outcome = 'claimed';
  IF NOT FOUND THEN
    INSERT INTO mail_attempt (id, staff_id, message_id, outcome, code, notices, at)
      VALUES (gen_random_uuid(), to_staff, name, what, why, cardinality(ids), at);
  END IF;
END $$;

-- How mail went since an instant, as counts. Of a try that nothing was heard of nobody knows.
CREATE OR REPLACE FUNCTION app.count_mail(since timestamptz) RETURNS TABLE (outcome text, code text, mails integer, last_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE a.outcome WHEN 'claimed' THEN 'unsure' ELSE a.outcome END, CASE a.outcome WHEN 'claimed' THEN 'cut_off' ELSE a.code END, count(*)::integer, max(a.at)
  FROM mail_attempt a
  WHERE a.at >= since AND (a.outcome <> 'claimed' OR a.at < now() - interval '1 minute')
    AND app.actor_kind() = 'staff' AND app.staff_role() IN ('supervisor', 'administrator') GROUP BY 1, 2 ORDER BY 1, 2 $$;

-- What a long act of one's own has found, for the person who began it: nobody else is told by it, and nobody can tell another.
CREATE FUNCTION app.notify_self(in_case uuid, what text, about text, at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT (app.is_case_staff() AND app.sees_case(in_case)) THEN
    RAISE EXCEPTION 'only who sees the case tells of it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO notice (id, staff_id, case_id, kind, key, in_app, by_mail, created_at)
    SELECT gen_random_uuid(), s.id, in_case, what, about, what <> ALL (coalesce(n.app_off, '{}')), what <> ALL (coalesce(n.mail_off, '{}')), at
    FROM staff s LEFT JOIN notice_settings n ON n.staff_id = s.id WHERE s.id = app.actor_id() AND s.is_active
    ON CONFLICT (staff_id, kind, key) DO NOTHING;
END $$;
REVOKE ALL ON FUNCTION app.notify_self(uuid, text, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.notify_self(uuid, text, text, timestamptz) TO fair_passage_app;
