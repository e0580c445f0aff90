-- Notices of an office that was given a share of a case: that it came, that the worker took the yes back, that its time ran out.
-- They lead to the share, never to the case, which that office does not see.
ALTER TABLE "notice" ALTER COLUMN "case_id" DROP NOT NULL;
ALTER TABLE "notice" ADD COLUMN "share_id" UUID;
CREATE INDEX "notice_share_id_idx" ON "notice"("share_id");
ALTER TABLE "notice" ADD CONSTRAINT "notice_share_id_fkey" FOREIGN KEY ("share_id") REFERENCES "referral_share"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Row-level security, functions and triggers (written by hand).
ALTER TABLE notice ADD CONSTRAINT notice_of_one_thing CHECK (num_nonnulls(case_id, share_id) = 1);

-- A notice is the own one, of a case that is still to be seen, or of a share of the own office.
CREATE FUNCTION app.was_given(the_share uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM referral_share s WHERE s.id = the_share AND s.to_office_id = app.office_id()) $$;
DROP POLICY notice_own_read ON notice;
CREATE POLICY notice_own_read ON notice FOR SELECT USING (
  (SELECT app.is_case_staff()) AND staff_id = (SELECT app.actor_id())
  AND CASE WHEN share_id IS NULL THEN app.sees_case(case_id) ELSE app.was_given(share_id) END);

-- Tells the office that was given a share: all who work on cases while nobody of them took it on, then who did and the supervisors.
CREATE FUNCTION app.notify_share(given referral_share, what text, at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO notice (id, staff_id, share_id, kind, key, in_app, by_mail, created_at)
    SELECT gen_random_uuid(), s.id, given.id, what, given.id::text, what <> ALL (coalesce(n.app_off, '{}')), what <> ALL (coalesce(n.mail_off, '{}')), at
    FROM staff s LEFT JOIN notice_settings n ON n.staff_id = s.id
    WHERE s.office_id = given.to_office_id AND s.is_active AND s.role IN ('caseworker', 'supervisor')
      AND (s.role = 'supervisor' OR s.id = given.decided_by_id
        OR NOT EXISTS (SELECT 1 FROM staff d WHERE d.id = given.decided_by_id AND d.is_active AND d.office_id = given.to_office_id))
    ON CONFLICT (staff_id, kind, key) DO NOTHING;
END $$;

-- A share came. It was closed: because its time ran out, or because the worker took the yes back or the case is no more; which of
-- the two is not said. What is closed need not be looked at as new any more.
CREATE FUNCTION app.tell_of_share() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    PERFORM app.notify_share(NEW, 'share_received', NEW.created_at);
    RETURN NULL;
  END IF;
  UPDATE notice SET read_at = NEW.closed_at WHERE share_id = NEW.id AND kind = 'share_received' AND read_at IS NULL;
  PERFORM app.notify_share(NEW, CASE WHEN EXISTS (SELECT 1 FROM referral r JOIN consent k ON k.id = r.consent_id
      WHERE r.id = NEW.referral_id AND k.withdrawn_at IS NULL AND k.expires_at <= NEW.closed_at) THEN 'share_ran_out' ELSE 'share_withdrawn' END, NEW.closed_at);
  RETURN NULL;
END $$;
CREATE TRIGGER referral_share_came AFTER INSERT ON referral_share FOR EACH ROW EXECUTE FUNCTION app.tell_of_share();
CREATE TRIGGER referral_share_closed AFTER UPDATE OF closed_at ON referral_share FOR EACH ROW
  WHEN (OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL) EXECUTE FUNCTION app.tell_of_share();

-- Shares whose consent ran out are closed, and what was in them goes, as when the yes is taken back; who holds the case is told when
-- the other office had not answered yet. The cases are held first, and those that somebody works on are left to the next run.
-- Returns how many there were, at most a hundred.
CREATE FUNCTION app.close_shares_run_out(at timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one record; done integer := 0;
BEGIN
  PERFORM app.must_be_system();
  FOR one IN SELECT s.id, s.case_id, s.referral_id, s.from_office_id, s.answered_at FROM referral_share s JOIN cases c ON c.id = s.case_id
      JOIN referral r ON r.id = s.referral_id JOIN consent k ON k.id = r.consent_id
      WHERE s.closed_at IS NULL AND k.withdrawn_at IS NULL AND k.expires_at <= at
      ORDER BY s.from_office_id, s.id LIMIT 100 FOR KEY SHARE OF c SKIP LOCKED FOR UPDATE OF s SKIP LOCKED LOOP
    UPDATE referral_share SET closed_at = at, sealed_content = NULL, version = version + 1 WHERE id = one.id;
    IF one.answered_at IS NULL THEN PERFORM app.notify_case(one.case_id, 'referral_ran_out', one.id::text, 'holder', at); END IF;
    INSERT INTO audit_event (id, office_id, actor_kind, action, case_id, detail)
      VALUES (gen_random_uuid(), one.from_office_id, 'system', 'referral.ran_out', one.case_id, jsonb_build_object('referralId', one.referral_id));
    done := done + 1;
  END LOOP;
  RETURN done;
END $$;
CREATE INDEX referral_share_open_idx ON referral_share (referral_id) WHERE closed_at IS NULL;

-- The next person with unread notices to be mailed, as before; also of shares of the own office.
CREATE OR REPLACE FUNCTION app.claim_mail(at timestamptz, gap interval)
  RETURNS TABLE (staff_id uuid, email text, locale text, first uuid, notices uuid[]) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one record; local_minute integer;
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system writes mail'; END IF;
  FOR one IN
    SELECT s.id, s.email, s.locale, s.office_id, p.quiet_from, p.quiet_to, coalesce(p.time_zone, 'Asia/Tokyo') AS zone FROM staff s LEFT JOIN notice_settings p ON p.staff_id = s.id
    WHERE s.is_active AND EXISTS (SELECT 1 FROM notice n LEFT JOIN cases c ON c.id = n.case_id LEFT JOIN referral_share h ON h.id = n.share_id
        WHERE n.staff_id = s.id AND n.by_mail AND n.mailed_at IS NULL AND n.read_at IS NULL
        AND n.created_at <= at AND ((c.erased_at IS NULL AND c.office_id = s.office_id) OR h.to_office_id = s.office_id))
      AND NOT EXISTS (SELECT 1 FROM mail_attempt a WHERE a.staff_id = s.id AND a.at > claim_mail.at - gap)
    ORDER BY (SELECT max(a.at) FROM mail_attempt a WHERE a.staff_id = s.id) NULLS FIRST, s.id
  LOOP
    local_minute := extract(hour FROM at AT TIME ZONE one.zone) * 60 + extract(minute FROM at AT TIME ZONE one.zone);
    CONTINUE WHEN one.quiet_from IS NOT NULL AND one.quiet_from <> one.quiet_to AND (CASE WHEN one.quiet_from < one.quiet_to
      THEN local_minute >= one.quiet_from AND local_minute < one.quiet_to ELSE local_minute >= one.quiet_from OR local_minute < one.quiet_to END);
    CONTINUE WHEN NOT pg_try_advisory_xact_lock(hashtextextended('fair_passage.mail.' || one.id, 0));
    -- Whoever held the lock a moment ago may have written: looked at again, now that we hold it.
    CONTINUE WHEN EXISTS (SELECT 1 FROM mail_attempt a WHERE a.staff_id = one.id AND a.at > claim_mail.at - gap);
    RETURN QUERY SELECT one.id, one.email, one.locale, (array_agg(n.id ORDER BY n.created_at, n.id))[1], array_agg(n.id)
      FROM notice n LEFT JOIN cases c ON c.id = n.case_id LEFT JOIN referral_share h ON h.id = n.share_id
      WHERE n.staff_id = one.id AND n.by_mail AND n.mailed_at IS NULL AND n.read_at IS NULL AND n.created_at <= at
        AND ((c.erased_at IS NULL AND c.office_id = one.office_id) OR h.to_office_id = one.office_id) HAVING count(*) > 0;
    IF FOUND THEN RETURN; END IF;
  END LOOP;
END $$;

REVOKE ALL ON FUNCTION app.was_given(uuid), app.notify_share(referral_share, text, timestamptz), app.tell_of_share(), app.close_shares_run_out(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.was_given(uuid), app.close_shares_run_out(timestamptz) TO fair_passage_app;
