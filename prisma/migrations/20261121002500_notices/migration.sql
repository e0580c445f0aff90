-- Notices: what somebody should look at, one row for each person and thing. They hold codes and ids, nothing of a worker. They are
-- written by app.notify_case alone, for whom the kind is meant, and read by nobody else.
CREATE TABLE "notice" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "in_app" BOOLEAN NOT NULL,
    "by_mail" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notice_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "notice_settings" (
    "staff_id" UUID NOT NULL,
    "app_off" TEXT[],
    "mail_off" TEXT[],
    "quiet_from" INTEGER,
    "quiet_to" INTEGER,
    "time_zone" TEXT NOT NULL DEFAULT 'Asia/Tokyo',
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_settings_pkey" PRIMARY KEY ("staff_id")
);

CREATE TABLE "mail_attempt" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "message_id" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "code" TEXT,
    "notices" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mail_attempt_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "deadline" ADD COLUMN "remind_at" TIMESTAMPTZ(3);

CREATE UNIQUE INDEX "notice_staff_id_kind_key_key" ON "notice"("staff_id", "kind", "key");
CREATE INDEX "notice_staff_id_created_at_id_idx" ON "notice"("staff_id", "created_at" DESC, "id");
CREATE INDEX "notice_case_id_idx" ON "notice"("case_id");
CREATE INDEX "mail_attempt_staff_id_at_idx" ON "mail_attempt"("staff_id", "at");
ALTER TABLE "notice" ADD CONSTRAINT "notice_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notice" ADD CONSTRAINT "notice_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "notice_settings" ADD CONSTRAINT "notice_settings_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "mail_attempt" ADD CONSTRAINT "mail_attempt_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Row-level security, functions and triggers (written by hand).
CREATE INDEX notice_unread_idx ON notice (staff_id, created_at DESC, id) WHERE in_app AND read_at IS NULL;
CREATE INDEX notice_mail_idx ON notice (staff_id, created_at) WHERE by_mail AND mailed_at IS NULL AND read_at IS NULL;
CREATE INDEX notice_age_idx ON notice (created_at);
ALTER TABLE notice_settings ADD CONSTRAINT notice_settings_quiet CHECK (
  (quiet_from IS NULL) = (quiet_to IS NULL) AND coalesce(quiet_from BETWEEN 0 AND 1439 AND quiet_to BETWEEN 0 AND 1439, true));

-- A notice is the own one, of a case that is still to be seen, and may be marked as read.
ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON notice TO fair_passage_app;
GRANT UPDATE (read_at) ON notice TO fair_passage_app;
CREATE POLICY notice_own_read ON notice FOR SELECT USING (
  (SELECT app.is_case_staff()) AND staff_id = (SELECT app.actor_id()) AND app.sees_case(case_id));
CREATE POLICY notice_own_mark ON notice FOR UPDATE
  USING ((SELECT app.is_case_staff()) AND staff_id = (SELECT app.actor_id()))
  WITH CHECK (staff_id = (SELECT app.actor_id()) AND read_at IS NOT NULL);

ALTER TABLE notice_settings ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON notice_settings TO fair_passage_app;
GRANT UPDATE (app_off, mail_off, quiet_from, quiet_to, time_zone, version, updated_at) ON notice_settings TO fair_passage_app;
CREATE POLICY notice_settings_own ON notice_settings FOR ALL
  USING ((SELECT app.is_case_staff()) AND staff_id = (SELECT app.actor_id()))
  WITH CHECK ((SELECT app.is_case_staff()) AND staff_id = (SELECT app.actor_id()));

-- Mail goes out by the system; who it went to is nobody's to read.
ALTER TABLE mail_attempt ENABLE ROW LEVEL SECURITY;

-- Tells the people of a case's office that there is something to look at; who, the audience says:
--   holder       the assignee, otherwise the supervisors; of a critical case both
--   assignee     the assignee alone
--   supervisors  supervisors who do not hold the case themselves
--   both         the assignee and the supervisors
--   office       everybody who works on cases
-- Where nobody of them is there, all who work on cases of the office are told, except when it is about the holder alone.
-- Whoever acts is not told of the own act. The same thing is told to the same person once. Returns how many were told.
CREATE FUNCTION app.notify_case(in_case uuid, what text, about text, audience text, at timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE told cases; holder uuid; who uuid[];
BEGIN
  SELECT * INTO told FROM cases WHERE id = in_case AND erased_at IS NULL;
  IF NOT FOUND THEN RETURN 0; END IF;
  IF NOT (app.actor_kind() = 'system'
    OR (app.is_case_staff() AND told.office_id = app.office_id())
    OR (app.actor_kind() NOT IN ('nobody', 'staff', 'door') AND told.id = app.case_id())) THEN
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
END $$;
REVOKE ALL ON FUNCTION app.notify_case(uuid, text, text, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.notify_case(uuid, text, text, text, timestamptz) TO fair_passage_app;

-- When a deadline is looked at next. A new or changed date: a day before it (lib/domain/reminders.ts says what then happens, and
-- when it is looked at again). What stands still or is done is not looked at. The name is the last of its triggers: those before
-- it refuse changes that a worker makes, not this one.
CREATE FUNCTION app.plan_reminder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.met_at IS NOT NULL OR NEW.cancelled_at IS NOT NULL OR NEW.paused_at IS NOT NULL THEN
    NEW.remind_at := NULL;
  ELSIF TG_OP = 'INSERT' THEN
    NEW.remind_at := NEW.due_at - interval '1 day';
  ELSIF NEW.due_at IS DISTINCT FROM OLD.due_at OR OLD.paused_at IS NOT NULL OR OLD.met_at IS NOT NULL OR OLD.cancelled_at IS NOT NULL THEN
    NEW.remind_at := NEW.due_at - interval '1 day';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER deadline_z_reminder BEFORE INSERT OR UPDATE OF due_at, paused_at, met_at, cancelled_at ON deadline
  FOR EACH ROW EXECUTE FUNCTION app.plan_reminder();
UPDATE deadline SET remind_at = due_at - interval '1 day' WHERE met_at IS NULL AND cancelled_at IS NULL AND paused_at IS NULL;
CREATE INDEX deadline_remind_at_idx ON deadline (remind_at) WHERE remind_at IS NOT NULL;

-- The deadlines to be looked at now, locked until the transaction ends; those that another process holds are left to it.
CREATE FUNCTION app.claim_deadlines(at timestamptz, how_many integer)
  RETURNS TABLE (id uuid, case_id uuid, kind text, owner_kind text, created_at timestamptz, due_at timestamptz, remind_at timestamptz, severity text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system looks at all deadlines'; END IF;
  RETURN QUERY SELECT d.id, d.case_id, d.kind, d.owner_kind, d.created_at, d.due_at, d.remind_at, c.severity
    FROM deadline d JOIN cases c ON c.id = d.case_id
    WHERE d.remind_at <= at ORDER BY d.remind_at, d.id LIMIT how_many FOR UPDATE OF d SKIP LOCKED;
END $$;

-- Says what was decided about them: the next look, and who is told of what. All of it or nothing: a process that is killed leaves
-- the deadline to be looked at again, one that is through leaves it looked at.
CREATE FUNCTION app.store_reminders(decided jsonb, at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one record; told cases;
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system reminds'; END IF;
  FOR one IN SELECT * FROM jsonb_to_recordset(decided) AS r(id uuid, "caseId" uuid, "nextAt" timestamptz, notice text, key text, audience text, escalated text) LOOP
    UPDATE deadline SET remind_at = one."nextAt" WHERE id = one.id;
    IF one.notice IS NOT NULL THEN PERFORM app.notify_case(one."caseId", one.notice, one.key, one.audience, at); END IF;
    IF one.escalated IS NOT NULL THEN
      SELECT * INTO told FROM cases WHERE id = one."caseId";
      INSERT INTO audit_event (id, office_id, actor_kind, action, case_id, detail)
        VALUES (gen_random_uuid(), told.office_id, 'system', 'deadline.escalated', told.id, jsonb_build_object('deadline', one.escalated, 'key', one.key));
    END IF;
  END LOOP;
END $$;

-- The next person with unread notices to be mailed: nobody who was written to within `gap`, who has quiet hours, or whom another
-- process is writing to. `first` names the mail, so that one sent twice because a process was killed carries the same name.
CREATE FUNCTION app.claim_mail(at timestamptz, gap interval)
  RETURNS TABLE (staff_id uuid, email text, locale text, first uuid, notices uuid[]) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one record; local_minute integer;
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system writes mail'; END IF;
  FOR one IN
    SELECT s.id, s.email, s.locale, p.quiet_from, p.quiet_to, coalesce(p.time_zone, 'Asia/Tokyo') AS zone FROM staff s LEFT JOIN notice_settings p ON p.staff_id = s.id
    WHERE s.is_active AND EXISTS (SELECT 1 FROM notice n WHERE n.staff_id = s.id AND n.by_mail AND n.mailed_at IS NULL AND n.read_at IS NULL AND n.created_at <= at)
      AND NOT EXISTS (SELECT 1 FROM mail_attempt a WHERE a.staff_id = s.id AND a.at > claim_mail.at - gap)
    ORDER BY s.id
  LOOP
    local_minute := extract(hour FROM at AT TIME ZONE one.zone) * 60 + extract(minute FROM at AT TIME ZONE one.zone);
    CONTINUE WHEN one.quiet_from IS NOT NULL AND one.quiet_from <> one.quiet_to AND (CASE WHEN one.quiet_from < one.quiet_to
      THEN local_minute >= one.quiet_from AND local_minute < one.quiet_to ELSE local_minute >= one.quiet_from OR local_minute < one.quiet_to END);
    CONTINUE WHEN NOT pg_try_advisory_xact_lock(hashtextextended('fair_passage.mail.' || one.id, 0));
    -- Whoever held the lock a moment ago may have written: looked at again, now that we hold it.
    CONTINUE WHEN EXISTS (SELECT 1 FROM mail_attempt a WHERE a.staff_id = one.id AND a.at > claim_mail.at - gap);
    RETURN QUERY SELECT one.id, one.email, one.locale, (array_agg(n.id ORDER BY n.created_at, n.id))[1], array_agg(n.id)
      FROM notice n WHERE n.staff_id = one.id AND n.by_mail AND n.mailed_at IS NULL AND n.read_at IS NULL AND n.created_at <= at HAVING count(*) > 0;
    IF FOUND THEN RETURN; END IF;
  END LOOP;
END $$;

-- What came of it, in the same transaction. Sent, or refused for good: these notices are not mailed again. Failed: later.
CREATE FUNCTION app.store_mail(to_staff uuid, ids uuid[], name text, what text, why text, at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system writes mail'; END IF;
  IF what = 'sent' THEN UPDATE notice SET mailed_at = at WHERE id = ANY (ids) AND staff_id = to_staff;
  ELSIF what = 'refused' THEN UPDATE notice SET by_mail = false WHERE id = ANY (ids) AND staff_id = to_staff; END IF;
  INSERT INTO mail_attempt (id, staff_id, message_id, outcome, code, notices, at)
    VALUES (gen_random_uuid(), to_staff, name, what, why, cardinality(ids), at);
END $$;

-- How mail went since an instant, as counts: for the page of the jobs.
CREATE FUNCTION app.count_mail(since timestamptz) RETURNS TABLE (outcome text, code text, mails integer, last_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT outcome, code, count(*)::integer, max(at) FROM mail_attempt
  WHERE at >= since AND app.actor_kind() = 'staff' AND app.staff_role() IN ('supervisor', 'administrator') GROUP BY 1, 2 ORDER BY 1, 2 $$;

-- Read notices go after 90 days, all of them after a year; what was mailed is counted for 90 days.
CREATE FUNCTION app.forget_notices(at timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE gone integer;
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system forgets'; END IF;
  DELETE FROM notice WHERE created_at < at - interval '365 days' OR (created_at < at - interval '90 days' AND read_at IS NOT NULL);
  GET DIAGNOSTICS gone = ROW_COUNT;
  DELETE FROM mail_attempt a WHERE a.at < forget_notices.at - interval '90 days';
  RETURN gone;
END $$;

REVOKE ALL ON FUNCTION app.claim_deadlines(timestamptz, integer), app.store_reminders(jsonb, timestamptz), app.claim_mail(timestamptz, interval),
  app.store_mail(uuid, uuid[], text, text, text, timestamptz), app.count_mail(timestamptz), app.forget_notices(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.claim_deadlines(timestamptz, integer), app.store_reminders(jsonb, timestamptz), app.claim_mail(timestamptz, interval),
  app.store_mail(uuid, uuid[], text, text, text, timestamptz), app.count_mail(timestamptz), app.forget_notices(timestamptz) TO fair_passage_app;
