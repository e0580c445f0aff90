-- AlterTable
ALTER TABLE "report_import" ADD COLUMN     "failure_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "stop_reason" TEXT;

-- CreateTable
CREATE TABLE "limitation_recount" (
    "id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "last_case_id" UUID,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "limitation_recount_pkey" PRIMARY KEY ("id")
);

-- Row-level security, functions and triggers (written by hand).

-- An import that fails again and again stops, and says so; any step that succeeds begins the count anew.
GRANT UPDATE (failure_count, stop_reason) ON report_import TO fair_passage_app;
DROP TRIGGER report_import_system_columns ON report_import;
CREATE TRIGGER report_import_system_columns BEFORE UPDATE ON report_import FOR EACH ROW WHEN (app.actor_kind() = 'system')
  EXECUTE FUNCTION app.keep_other_columns('state', 'wrapped_key', 'sealed_file', 'sealed_mapping', 'moved_at', 'version', 'failure_count', 'stop_reason');

-- Whether nobody has worked on a case since it was received: looking at it is not work, and what the system does by itself is
-- nobody's. Whatever another case or somebody's words depend on is not taken away under them.
CREATE OR REPLACE FUNCTION app.is_untouched(in_case uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.case_id = in_case AND e.actor_kind <> 'system' AND e.action NOT IN ('case.received', 'case.read'))
    AND NOT EXISTS (SELECT 1 FROM case_link l WHERE in_case IN (l.case_id, l.other_id))
    AND NOT EXISTS (SELECT 1 FROM case_group_member m WHERE m.case_id = in_case)
    AND NOT EXISTS (SELECT 1 FROM note n WHERE n.case_id = in_case)
    AND NOT EXISTS (SELECT 1 FROM message m WHERE m.case_id = in_case)
    AND EXISTS (SELECT 1 FROM cases c WHERE c.id = in_case AND c.state = 'received' AND c.assignee_id IS NULL AND c.unread_from_worker = 0 AND c.erased_at IS NULL) $$;

-- When a deadline is looked at first: as early as lib/domain/reminders.ts can have something to say of its kind.
CREATE FUNCTION app.reminder_lead(kind text) RETURNS interval LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE kind WHEN 'limitation' THEN interval '180 days' WHEN 'repayment_due' THEN interval '2 days' WHEN 'party_answer' THEN interval '2 days'
    ELSE interval '1 day' END $$;
CREATE OR REPLACE FUNCTION app.plan_reminder() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.met_at IS NOT NULL OR NEW.cancelled_at IS NOT NULL OR NEW.paused_at IS NOT NULL THEN
    NEW.remind_at := NULL;
  ELSIF TG_OP = 'INSERT' THEN
    NEW.remind_at := NEW.due_at - app.reminder_lead(NEW.kind);
  ELSIF NEW.due_at IS DISTINCT FROM OLD.due_at OR OLD.paused_at IS NOT NULL OR OLD.met_at IS NOT NULL OR OLD.cancelled_at IS NOT NULL THEN
    NEW.remind_at := NEW.due_at - app.reminder_lead(NEW.kind);
  END IF;
  RETURN NEW;
END $$;
UPDATE deadline SET remind_at = due_at - app.reminder_lead(kind)
  WHERE kind IN ('limitation', 'repayment_due', 'party_answer') AND remind_at = due_at - interval '1 day';

-- Nobody is told of a case that is not there any more.
CREATE FUNCTION app.drop_notices() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM notice WHERE case_id = NEW.id;
  RETURN NULL;
END $$;
CREATE TRIGGER cases_drop_notices AFTER UPDATE OF erased_at ON cases FOR EACH ROW WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL)
  EXECUTE FUNCTION app.drop_notices();
DELETE FROM notice n USING cases c WHERE c.id = n.case_id AND c.erased_at IS NOT NULL;

-- The next person with unread notices to be mailed, of cases they still see: nobody who was written to within `gap`, who has quiet
-- hours, or whom another process is writing to. Who has waited longest for a try comes first. The caller notes the try
-- (`claimed`) in the same transaction and sends after it, so that a mail server that hangs holds nothing and nobody up.
CREATE OR REPLACE FUNCTION app.claim_mail(at timestamptz, gap interval)
  RETURNS TABLE (staff_id uuid, email text, locale text, first uuid, notices uuid[]) LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one record; local_minute integer;
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system writes mail'; END IF;
  FOR one IN
    SELECT s.id, s.email, s.locale, s.office_id, p.quiet_from, p.quiet_to, coalesce(p.time_zone, 'Asia/Tokyo') AS zone FROM staff s LEFT JOIN notice_settings p ON p.staff_id = s.id
    WHERE s.is_active AND EXISTS (SELECT 1 FROM notice n JOIN cases c ON c.id = n.case_id WHERE n.staff_id = s.id AND n.by_mail AND n.mailed_at IS NULL AND n.read_at IS NULL
        AND n.created_at <= at AND c.erased_at IS NULL AND c.office_id = s.office_id)
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
      FROM notice n JOIN cases c ON c.id = n.case_id WHERE n.staff_id = one.id AND n.by_mail AND n.mailed_at IS NULL AND n.read_at IS NULL AND n.created_at <= at
        AND c.erased_at IS NULL AND c.office_id = one.office_id HAVING count(*) > 0;
    IF FOUND THEN RETURN; END IF;
  END LOOP;
END $$;

-- What came of it: first that it is tried (`claimed`), then how it went, in the place of that. Sent, or refused for good: these
-- notices are not mailed again. Failed, or never heard of again: later.
CREATE OR REPLACE FUNCTION app.store_mail(to_staff uuid, ids uuid[], name text, what text, why text, at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system writes mail'; END IF;
  IF what = 'sent' THEN UPDATE notice SET mailed_at = at WHERE id = ANY (ids) AND staff_id = to_staff;
  ELSIF what = 'refused' THEN UPDATE notice SET by_mail = false WHERE id = ANY (ids) AND staff_id = to_staff; END IF;
  UPDATE mail_attempt a SET outcome = what, code = why
    WHERE what <> 'claimed' AND a.staff_id = to_staff AND a.message_id = name AND a.at = store_mail.at AND a.outcome = 'claimed';
  IF NOT FOUND THEN
    INSERT INTO mail_attempt (id, staff_id, message_id, outcome, code, notices, at)
      VALUES (gen_random_uuid(), to_staff, name, what, why, cardinality(ids), at);
  END IF;
END $$;

-- How mail went since an instant, as counts. A try that nothing was heard of counts as failed.
CREATE OR REPLACE FUNCTION app.count_mail(since timestamptz) RETURNS TABLE (outcome text, code text, mails integer, last_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE a.outcome WHEN 'claimed' THEN 'failed' ELSE a.outcome END, CASE a.outcome WHEN 'claimed' THEN 'cut_off' ELSE a.code END, count(*)::integer, max(a.at)
  FROM mail_attempt a
  WHERE a.at >= since AND (a.outcome <> 'claimed' OR a.at < now() - interval '1 minute')
    AND app.actor_kind() = 'staff' AND app.staff_role() IN ('supervisor', 'administrator') GROUP BY 1, 2 ORDER BY 1, 2 $$;

-- A new version of a rule on forums or time limits: the clocks of open cases are counted again, by the system, batch by batch.
ALTER TABLE limitation_recount ENABLE ROW LEVEL SECURITY;
GRANT SELECT, UPDATE ON limitation_recount TO fair_passage_app;
CREATE POLICY limitation_recount_read ON limitation_recount FOR SELECT USING ((SELECT app.actor_kind()) = 'system');
CREATE POLICY limitation_recount_go_on ON limitation_recount FOR UPDATE USING ((SELECT app.actor_kind()) = 'system');
CREATE INDEX limitation_recount_open_idx ON limitation_recount (requested_at) WHERE finished_at IS NULL;
CREATE FUNCTION app.ask_limitation_recount() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO limitation_recount (id, requested_at) SELECT gen_random_uuid(), now()
    WHERE NOT EXISTS (SELECT 1 FROM limitation_recount WHERE finished_at IS NULL AND last_case_id IS NULL AND requested_at = now());
  RETURN NULL;
END $$;
CREATE TRIGGER legal_rule_asks_recount AFTER INSERT ON legal_rule FOR EACH STATEMENT EXECUTE FUNCTION app.ask_limitation_recount();

-- The next open cases in the order of their ids, held until the transaction ends, with the codes and dates that time limits depend
-- on, never a sealed word. Those that nobody has looked at yet get their clock when they are given to somebody.
CREATE FUNCTION app.read_limitation_cases(behind uuid, how_many integer) RETURNS TABLE (id uuid, facts jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE picked uuid[];
BEGIN
  PERFORM app.must_be_system();
  SELECT array_agg(held.id) INTO picked FROM (
    SELECT c.id FROM cases c WHERE c.erased_at IS NULL AND (behind IS NULL OR c.id > behind) AND (c.state NOT IN ('received', 'triage', 'closed')
      OR (c.state <> 'closed' AND EXISTS (SELECT 1 FROM deadline d WHERE d.case_id = c.id AND d.kind = 'limitation' AND d.met_at IS NULL AND d.cancelled_at IS NULL)))
    ORDER BY c.id LIMIT how_many FOR UPDATE OF c) held;
  -- A new statement, which sees what whoever held a case before has written.
  RETURN QUERY SELECT c.id, jsonb_build_object('origin', c.origin, 'scheme', c.scheme, 'grievanceCodes', to_jsonb(c.grievance_codes), 'isAnonymous', c.is_anonymous,
    'receivedAt', c.received_at, 'departureOn', c.departure_on, 'contractEndOn', c.contract_end_on,
    'workStartedOn', p.work_started_on, 'workEndedOn', p.work_ended_on,
    'lines', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'category', l.category, 'lumpCategories', to_jsonb(l.lump_categories), 'payeeRole', l.payee_role,
        'paidOn', l.paid_on) ORDER BY l.position, l.id), '[]') FROM fee_line l WHERE l.case_id = c.id AND l.removed_at IS NULL AND l.split_at IS NULL),
    'roles', (SELECT coalesce(jsonb_agg(DISTINCT r.role), '[]') FROM case_party r WHERE r.case_id = c.id),
    'payMonths', (SELECT coalesce(jsonb_agg(w.for_month ORDER BY w.for_month), '[]') FROM wage_fact w
        WHERE w.case_id = c.id AND w.removed_at IS NULL AND w.for_month IS NOT NULL),
    'files', (SELECT coalesce(jsonb_agg(e.kind), '[]') FROM evidence e WHERE e.case_id = c.id AND e.removed_at IS NULL),
    'stories', (SELECT count(*) FROM statement s WHERE s.case_id = c.id))
  FROM cases c LEFT JOIN placement p ON p.case_id = c.id WHERE c.id = ANY (picked) ORDER BY c.id;
END $$;

-- Lets the clocks of these cases stand on these days, ends those that have none, and puts the cases where they belong in the queue.
CREATE FUNCTION app.store_limitations(counted jsonb, at timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one record; moved integer := 0;
BEGIN
  PERFORM app.must_be_system();
  FOR one IN SELECT j."caseId" AS id, j."dueAt" AS due, d.id AS clock, d.due_at AS was FROM jsonb_to_recordset(counted) AS j ("caseId" uuid, "dueAt" timestamptz)
      LEFT JOIN deadline d ON d.case_id = j."caseId" AND d.kind = 'limitation' AND d.subject_id = j."caseId" AND d.met_at IS NULL AND d.cancelled_at IS NULL LOOP
    CONTINUE WHEN one.due IS NOT DISTINCT FROM one.was;
    IF one.due IS NULL THEN UPDATE deadline d SET cancelled_at = at WHERE d.id = one.clock;
    ELSIF one.clock IS NULL THEN
      INSERT INTO deadline (id, case_id, kind, subject_id, owner_kind, due_at, created_at)
        VALUES (gen_random_uuid(), one.id, 'limitation', one.id, 'officer', one.due, at);
    ELSE UPDATE deadline d SET due_at = one.due WHERE d.id = one.clock; END IF;
    UPDATE cases c SET (next_due_at, next_due_kind) = (SELECT d.due_at, d.kind FROM deadline d
        WHERE d.case_id = one.id AND d.met_at IS NULL AND d.cancelled_at IS NULL AND d.paused_at IS NULL ORDER BY d.due_at, d.id LIMIT 1)
      WHERE c.id = one.id;
    moved := moved + 1;
  END LOOP;
  RETURN moved;
END $$;

REVOKE ALL ON FUNCTION app.drop_notices(), app.ask_limitation_recount(), app.read_limitation_cases(uuid, integer), app.store_limitations(jsonb, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.read_limitation_cases(uuid, integer), app.store_limitations(jsonb, timestamptz) TO fair_passage_app;
