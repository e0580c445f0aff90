-- Reading a case of another office when a life is in danger, and who read a case (ADR 051).

-- CreateTable
CREATE TABLE "break_glass" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "by_office_id" UUID NOT NULL,
    "reason_code" TEXT NOT NULL,
    "sealed_reason" BYTEA,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "closed_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "seen_at" TIMESTAMPTZ(3),
    "seen_by_id" UUID,
    "judgement" TEXT,
    "judged_at" TIMESTAMPTZ(3),
    "judged_by_id" UUID,
    "held_back_until" TIMESTAMPTZ(3),
    "held_back_by_id" UUID,
    "sealed_held_back_reason" BYTEA,

    CONSTRAINT "break_glass_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "break_glass_case_id_idx" ON "break_glass"("case_id");

-- CreateIndex
CREATE INDEX "break_glass_staff_id_opened_at_idx" ON "break_glass"("staff_id", "opened_at");

-- AddForeignKey
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "break_glass" ADD CONSTRAINT "break_glass_by_office_id_fkey" FOREIGN KEY ("by_office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Row-level security, functions and triggers (written by hand).
ALTER TABLE break_glass ADD CONSTRAINT break_glass_is_short CHECK (ends_at > opened_at AND ends_at <= opened_at + interval '60 minutes'),
  ADD CONSTRAINT break_glass_judgement CHECK (judgement IN ('justified', 'not_justified')),
  ADD CONSTRAINT break_glass_reason CHECK (reason_code IN ('life_in_danger', 'missing', 'called_by_rescue'));

ALTER TABLE break_glass ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON break_glass TO fair_passage_app;
-- The office of the case; who opened it; its worker once it is over and nobody holds it back.
CREATE POLICY break_glass_office ON break_glass FOR SELECT USING ((SELECT app.is_case_staff()) AND app.sees_case(case_id));
CREATE POLICY break_glass_opener ON break_glass FOR SELECT USING ((SELECT app.actor_kind()) = 'rescuer' AND staff_id = (SELECT app.actor_id()));
CREATE POLICY break_glass_worker ON break_glass FOR SELECT USING (
  (SELECT app.actor_kind()) = 'worker' AND case_id = (SELECT app.case_id()) AND (closed_at IS NOT NULL OR ends_at <= now())
  AND (held_back_until IS NULL OR held_back_until <= now()));

-- Whether this rescuer may read this case now: the row says until when, and a disabled account or another role ends it at once.
CREATE FUNCTION app.breaks_glass(in_case uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app.actor_kind() = 'rescuer' AND EXISTS (SELECT 1 FROM break_glass b JOIN staff s ON s.id = b.staff_id AND s.is_active AND s.role = 'supervisor'
    WHERE b.case_id = in_case AND b.staff_id = app.actor_id() AND b.closed_at IS NULL AND b.ends_at > now()) $$;

-- The case itself, and through app.sees_case its key and what the worker told. Nothing is written by a rescuer: the policies for
-- that ask for other actors, and what only the office knows (notes, tasks, referrals) asks for staff.
CREATE POLICY cases_rescue_read ON cases FOR SELECT USING ((SELECT app.actor_kind()) = 'rescuer' AND app.breaks_glass(id));

-- Opens a case of another office by its number: a supervisor, in the own name, for an hour at most, five times a day. In the same
-- transaction all supervisors of its office and its officer are told, and it stands in the trails of both offices. An opening of the
-- same case that still runs is that one. Nothing: no such case; an exception: may not.
CREATE FUNCTION app.break_glass(in_number text, new_id uuid, in_reason text, in_minutes integer) RETURNS TABLE (id uuid, case_id uuid)
 LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE opener staff; told cases; running break_glass;
BEGIN
  SELECT * INTO opener FROM staff s WHERE s.id = app.actor_id() AND s.is_active AND s.role = 'supervisor' AND s.office_id = app.office_id();
  IF app.actor_kind() <> 'rescuer' OR opener.id IS NULL THEN
    RAISE EXCEPTION 'only a supervisor opens a case in an emergency' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('break_glass'), hashtext(opener.id::text));
  IF (SELECT count(*) FROM break_glass b WHERE b.staff_id = opener.id AND b.opened_at > now() - interval '1 day') >= 5 THEN
    RAISE EXCEPTION 'opened too often' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO told FROM cases c WHERE c.number = in_number AND c.erased_at IS NULL AND c.office_id <> opener.office_id;
  IF told.id IS NULL THEN RETURN; END IF;
  SELECT * INTO running FROM break_glass b WHERE b.case_id = told.id AND b.staff_id = opener.id AND b.closed_at IS NULL AND b.ends_at > now();
  IF running.id IS NOT NULL THEN RETURN QUERY SELECT running.id, told.id; RETURN; END IF;
  INSERT INTO break_glass (id, case_id, staff_id, by_office_id, reason_code, opened_at, ends_at)
    VALUES (new_id, told.id, opener.id, opener.office_id, in_reason, now(), now() + least(greatest(in_minutes, 1), 60) * interval '1 minute');
  INSERT INTO notice (id, staff_id, case_id, kind, key, in_app, by_mail, created_at)
    SELECT gen_random_uuid(), s.id, told.id, 'glass_broken', new_id::text, true, 'glass_broken' <> ALL (coalesce(n.mail_off, '{}')), now()
    FROM staff s LEFT JOIN notice_settings n ON n.staff_id = s.id
    WHERE s.office_id = told.office_id AND s.is_active AND s.role IN ('caseworker', 'supervisor') AND (s.role = 'supervisor' OR s.id = told.assignee_id
      OR NOT EXISTS (SELECT 1 FROM staff o WHERE o.office_id = told.office_id AND o.is_active AND (o.role = 'supervisor' OR o.id = told.assignee_id)));
  IF NOT FOUND THEN RAISE EXCEPTION 'nobody can be told' USING ERRCODE = 'insufficient_privilege'; END IF;
  INSERT INTO audit_event (id, office_id, actor_kind, actor_id, action, case_id, detail)
    SELECT gen_random_uuid(), e.office_id, 'staff', opener.id, 'break_glass.opened', e.case_id, jsonb_build_object('breakGlassId', new_id, 'reason', in_reason, 'office', opener.office_id)
    FROM (VALUES (told.office_id, told.id), (opener.office_id, NULL::uuid)) AS e (office_id, case_id) ORDER BY e.office_id;
  RETURN QUERY SELECT new_id, told.id;
END $$;

-- The reason in words, sealed under the case's key, which only who opened it can read by now.
CREATE FUNCTION app.say_why_glass_broke(in_id uuid, sealed bytea) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE break_glass b SET sealed_reason = sealed WHERE b.id = in_id AND app.actor_kind() = 'rescuer' AND b.staff_id = app.actor_id() AND b.sealed_reason IS NULL;
  RETURN FOUND;
END $$;
-- None is opened without one.
CREATE FUNCTION app.refuse_glass_without_reason() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM break_glass b WHERE b.id = NEW.id AND b.sealed_reason IS NULL) THEN
    RAISE EXCEPTION 'an emergency has a reason' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER break_glass_has_reason AFTER INSERT ON break_glass DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  EXECUTE FUNCTION app.refuse_glass_without_reason();

-- Ends it before its time: who opened it, or anybody of the office of the case.
CREATE FUNCTION app.end_glass(in_id uuid) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ended break_glass;
BEGIN
  UPDATE break_glass b SET closed_at = now(), closed_by_id = app.actor_id() WHERE b.id = in_id AND b.closed_at IS NULL AND b.ends_at > now()
    AND ((app.actor_kind() = 'rescuer' AND b.staff_id = app.actor_id()) OR (app.is_case_staff() AND app.sees_case_of_office(b.case_id)))
    RETURNING * INTO ended;
  IF ended.id IS NULL THEN RETURN false; END IF;
  INSERT INTO audit_event (id, office_id, actor_kind, actor_id, action, case_id, detail)
    SELECT gen_random_uuid(), c.office_id, 'staff', app.actor_id(), 'break_glass.ended', c.id, jsonb_build_object('breakGlassId', in_id) FROM cases c WHERE c.id = ended.case_id;
  RETURN true;
END $$;

-- What the office of the case says to it, a supervisor or the case's officer: `seen`, `justified`, `not_justified`, or, with sealed
-- words and a day at most thirty days away, `held_back`: the worker is not told until then. Never for the opener, who is of another office.
CREATE FUNCTION app.answer_glass(in_id uuid, what text, sealed bytea, held_until timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE answered break_glass;
BEGIN
  IF NOT (app.is_case_staff() AND EXISTS (SELECT 1 FROM break_glass b JOIN cases c ON c.id = b.case_id
      WHERE b.id = in_id AND app.sees_case_of_office(b.case_id) AND (app.staff_role() = 'supervisor' OR c.assignee_id = app.actor_id()))) THEN RETURN false; END IF;
  IF what = 'seen' THEN
    UPDATE break_glass b SET seen_at = now(), seen_by_id = app.actor_id() WHERE b.id = in_id AND b.seen_at IS NULL RETURNING * INTO answered;
  ELSIF what IN ('justified', 'not_justified') THEN
    UPDATE break_glass b SET judgement = what, judged_at = now(), judged_by_id = app.actor_id(), seen_at = coalesce(b.seen_at, now()), seen_by_id = coalesce(b.seen_by_id, app.actor_id())
      WHERE b.id = in_id AND b.judgement IS NULL AND (b.closed_at IS NOT NULL OR b.ends_at <= now()) RETURNING * INTO answered;
  ELSIF what = 'held_back' AND sealed IS NOT NULL AND held_until > now() AND held_until <= now() + interval '30 days' THEN
    UPDATE break_glass b SET held_back_until = held_until, held_back_by_id = app.actor_id(), sealed_held_back_reason = sealed WHERE b.id = in_id RETURNING * INTO answered;
  ELSIF what = 'told' THEN
    UPDATE break_glass b SET held_back_until = NULL WHERE b.id = in_id AND b.held_back_until IS NOT NULL RETURNING * INTO answered;
  END IF;
  IF answered.id IS NULL THEN RETURN false; END IF;
  INSERT INTO audit_event (id, office_id, actor_kind, actor_id, action, case_id, detail)
    VALUES (gen_random_uuid(), app.office_id(), 'staff', app.actor_id(), 'break_glass.' || what, answered.case_id, jsonb_build_object('breakGlassId', in_id));
  RETURN true;
END $$;

-- What a rescuer read, in the trail of the office of the case, once in a quarter of an hour.
CREATE FUNCTION app.note_glass_reading(in_case uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.breaks_glass(in_case) THEN RAISE EXCEPTION 'nobody reads this' USING ERRCODE = 'insufficient_privilege'; END IF;
  INSERT INTO audit_event (id, office_id, actor_kind, actor_id, action, case_id, detail)
    SELECT gen_random_uuid(), c.office_id, 'staff', app.actor_id(), 'break_glass.read', c.id, '{}' FROM cases c WHERE c.id = in_case
      AND NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.case_id = in_case AND e.actor_id = app.actor_id() AND e.action = 'break_glass.read' AND e.at > now() - interval '15 minutes');
END $$;

-- Who read the own case: by day of Japan, office, role and what kind of thing. A name only of who wrote to the worker already.
CREATE FUNCTION app.own_readings() RETURNS TABLE (day date, office text, role text, name text, what text)
 LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT (e.at AT TIME ZONE 'Asia/Tokyo')::date, o.name, s.role,
    CASE WHEN EXISTS (SELECT 1 FROM message m WHERE m.case_id = e.case_id AND m.author_staff_id = s.id AND m.direction = 'to_worker') THEN s.display_name END,
    CASE WHEN e.action LIKE 'evidence.%' THEN 'file' WHEN e.action = 'case.printed' THEN 'print' WHEN e.action LIKE 'referral.%' THEN 'pack' ELSE 'case' END
  FROM audit_event e JOIN staff s ON s.id = e.actor_id JOIN office o ON o.id = s.office_id
  WHERE app.actor_kind() = 'worker' AND e.case_id = app.case_id() AND e.actor_kind = 'staff'
    AND e.action IN ('case.read', 'case.printed', 'evidence.opened', 'evidence.previewed', 'referral.pack_made', 'referral.pack_opened')
  ORDER BY 1 DESC, 2, 3 $$;

-- Who opened a case: colleagues of other offices are not seen otherwise.
CREATE FUNCTION app.glass_openers(in_case uuid) RETURNS TABLE (id uuid, name text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT s.id, s.display_name FROM break_glass b JOIN staff s ON s.id = b.staff_id
    WHERE b.case_id = in_case AND app.is_case_staff() AND app.sees_case_of_office(in_case) $$;

DO $$ DECLARE f regprocedure; BEGIN
  FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'app'::regnamespace
    AND p.proname IN ('breaks_glass', 'break_glass', 'say_why_glass_broke', 'end_glass', 'answer_glass', 'note_glass_reading', 'own_readings', 'glass_openers') LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO fair_passage_app', f);
  END LOOP;
  REVOKE EXECUTE ON FUNCTION app.refuse_glass_without_reason() FROM PUBLIC;
END $$;
