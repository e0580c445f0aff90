-- A register of incidents with personal data (ADR 053): what happened, whom it touches, what is due by when, who did it. Words are
-- sealed under a key of the incident; dates, kinds of data, countries and counts are not.
CREATE TABLE "breach" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'reported',
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "data" TEXT[],
    "people" INTEGER,
    "origins" TEXT[],
    "is_intended" BOOLEAN NOT NULL DEFAULT false,
    "is_fraud_risk" BOOLEAN NOT NULL DEFAULT false,
    "wrapped_key" BYTEA NOT NULL,
    "master_key_id" TEXT NOT NULL,
    "sealed_what" BYTEA NOT NULL,
    "sealed_measures" BYTEA,
    "reported_by_id" UUID NOT NULL,
    "reported_by_name" TEXT NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,
    "judged_by_id" UUID,
    "judged_by_name" TEXT,
    "judged_at" TIMESTAMPTZ(3),
    "sealed_judgement" BYTEA,
    "closing_by_id" UUID,
    "closing_by_name" TEXT,
    "closing_at" TIMESTAMPTZ(3),
    "closed_by_id" UUID,
    "closed_by_name" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "sealed_review" BYTEA,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "breach_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "breach_office_id_known_at_idx" ON "breach"("office_id", "known_at" DESC);
ALTER TABLE "breach" ADD CONSTRAINT "breach_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "breach_duty" (
    "id" UUID NOT NULL,
    "breach_id" UUID NOT NULL,
    "duty" TEXT NOT NULL,
    "law" TEXT,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "remind_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,
    "done_by_name" TEXT,
    "outcome" TEXT,
    "sealed_note" BYTEA,

    CONSTRAINT "breach_duty_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "breach_duty_breach_id_idx" ON "breach_duty"("breach_id");
ALTER TABLE "breach_duty" ADD CONSTRAINT "breach_duty_breach_id_fkey" FOREIGN KEY ("breach_id") REFERENCES "breach"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "breach_case" (
    "breach_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "data" TEXT[],
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "breach_case_pkey" PRIMARY KEY ("breach_id", "case_id")
);
CREATE INDEX "breach_case_case_id_idx" ON "breach_case"("case_id");
ALTER TABLE "breach_case" ADD CONSTRAINT "breach_case_breach_id_fkey" FOREIGN KEY ("breach_id") REFERENCES "breach"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "breach_case" ADD CONSTRAINT "breach_case_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "notice" ADD COLUMN "breach_id" UUID;
ALTER TABLE "notice" ADD CONSTRAINT "notice_breach_id_fkey" FOREIGN KEY ("breach_id") REFERENCES "breach"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "notice_breach_id_idx" ON "notice"("breach_id");

-- Row-level security, functions and triggers (written by hand).
CREATE UNIQUE INDEX breach_duty_once ON breach_duty (breach_id, duty, (coalesce(law, '')));
CREATE INDEX breach_duty_remind_at_idx ON breach_duty (remind_at) WHERE done_at IS NULL AND remind_at IS NOT NULL;
-- Whoever says that all is done is not who looks at it.
ALTER TABLE breach ADD CONSTRAINT breach_reviewed_by_another CHECK (closed_by_id IS NULL OR closed_by_id <> closing_by_id);

-- The leaders of an office see and keep its register.
CREATE FUNCTION app.leads_office(office uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT app.actor_kind() = 'staff' AND app.staff_role() IN ('supervisor', 'administrator') AND office = app.office_id() $$;
CREATE FUNCTION app.sees_breach(the_breach uuid) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT EXISTS (SELECT 1 FROM public.breach b WHERE b.id = the_breach) $$;
ALTER TABLE breach ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON breach TO fair_passage_app;
GRANT UPDATE (state, data, people, origins, is_intended, is_fraud_risk, sealed_measures, judged_by_id, judged_by_name, judged_at, sealed_judgement,
  closing_by_id, closing_by_name, closing_at, closed_by_id, closed_by_name, closed_at, sealed_review, version) ON breach TO fair_passage_app;
CREATE POLICY breach_read ON breach FOR SELECT USING (app.leads_office(office_id));
CREATE POLICY breach_insert ON breach FOR INSERT WITH CHECK (app.leads_office(office_id) AND reported_by_id = (SELECT app.actor_id()) AND state = 'reported'
  AND judged_by_id IS NULL AND closing_by_id IS NULL AND closed_by_id IS NULL);
CREATE POLICY breach_change ON breach FOR UPDATE USING (app.leads_office(office_id) AND state <> 'closed') WITH CHECK (app.leads_office(office_id));

ALTER TABLE breach_duty ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON breach_duty TO fair_passage_app;
GRANT UPDATE (due_at, remind_at, done_at, done_by_id, done_by_name, outcome, sealed_note) ON breach_duty TO fair_passage_app;
CREATE POLICY breach_duty_read ON breach_duty FOR SELECT USING (app.sees_breach(breach_id));
CREATE POLICY breach_duty_insert ON breach_duty FOR INSERT WITH CHECK (app.sees_breach(breach_id) AND done_at IS NULL AND done_by_id IS NULL);
CREATE POLICY breach_duty_do ON breach_duty FOR UPDATE USING (app.sees_breach(breach_id) AND done_at IS NULL) WITH CHECK (app.sees_breach(breach_id));
DO $$ DECLARE one record; BEGIN
  FOR one IN SELECT * FROM (VALUES ('breach', 'judged_by_id'), ('breach', 'closing_by_id'), ('breach', 'closed_by_id'), ('breach_duty', 'done_by_id')) AS n (of_table, of_column) LOOP
    EXECUTE format('CREATE TRIGGER %1$s_own_%2$s BEFORE UPDATE OF %2$I ON %1$I FOR EACH ROW
      WHEN (new.%2$I IS DISTINCT FROM old.%2$I AND new.%2$I IS NOT NULL AND app.actor_kind() = ''staff'' AND new.%2$I IS DISTINCT FROM app.actor_id())
      EXECUTE FUNCTION app.refuse_other_name()', one.of_table, one.of_column);
  END LOOP;
END $$;

-- Which cases it touches: named by a supervisor, who sees cases; their workers are told on the own page and learn nothing of others.
ALTER TABLE breach_case ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON breach_case TO fair_passage_app;
GRANT UPDATE (told_at) ON breach_case TO fair_passage_app;
CREATE POLICY breach_case_read ON breach_case FOR SELECT USING (app.sees_breach(breach_id));
CREATE POLICY breach_case_own_read ON breach_case FOR SELECT USING ((SELECT app.actor_kind()) = 'worker' AND case_id = (SELECT app.case_id()) AND told_at IS NOT NULL);
CREATE POLICY breach_case_insert ON breach_case FOR INSERT WITH CHECK (
  (SELECT app.is_case_staff()) AND added_by_id = (SELECT app.actor_id()) AND told_at IS NULL AND app.sees_breach(breach_id) AND app.sees_case(case_id));
CREATE POLICY breach_case_tell ON breach_case FOR UPDATE USING (app.sees_breach(breach_id) AND told_at IS NULL) WITH CHECK (app.sees_breach(breach_id));

-- A notice may lead to an incident: for the supervisors of its office.
ALTER TABLE notice DROP CONSTRAINT notice_of_one_thing;
ALTER TABLE notice ADD CONSTRAINT notice_of_one_thing CHECK (num_nonnulls(case_id, share_id, breach_id) = 1);
ALTER POLICY notice_own_read ON notice USING (
  (SELECT app.is_case_staff()) AND staff_id = (SELECT app.actor_id())
  AND CASE WHEN breach_id IS NOT NULL THEN app.sees_breach(breach_id) WHEN share_id IS NULL THEN app.sees_case(case_id) ELSE app.was_given(share_id) END);
CREATE FUNCTION app.notify_breach(in_breach uuid, what text, about text, at timestamptz) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  INSERT INTO notice (id, staff_id, breach_id, kind, key, in_app, by_mail, created_at)
    SELECT gen_random_uuid(), s.id, b.id, what, about, what <> ALL (coalesce(n.app_off, '{}')), what <> ALL (coalesce(n.mail_off, '{}')), at
    FROM breach b JOIN staff s ON s.office_id = b.office_id AND s.is_active AND s.role = 'supervisor' LEFT JOIN notice_settings n ON n.staff_id = s.id
    WHERE b.id = in_breach AND (app.actor_kind() <> 'staff' OR s.id IS DISTINCT FROM app.actor_id())
    ON CONFLICT (staff_id, kind, key) DO NOTHING $$;
CREATE FUNCTION app.tell_of_breach() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.notify_breach(NEW.id, 'breach_reported', NEW.id::text, NEW.reported_at);
  RETURN NULL;
END $$;
CREATE TRIGGER breach_told AFTER INSERT ON breach FOR EACH ROW EXECUTE FUNCTION app.tell_of_breach();

-- Reminds of what is due, once before, when it is due, and every day after; with the next look, in one transaction. Returns how many.
CREATE FUNCTION app.remind_breaches(at timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one record; told integer := 0;
BEGIN
  PERFORM app.must_be_system();
  FOR one IN SELECT d.id, d.breach_id, d.due_at FROM breach_duty d JOIN breach b ON b.id = d.breach_id
      WHERE d.done_at IS NULL AND d.remind_at <= at AND b.state <> 'closed' ORDER BY d.remind_at, d.id LIMIT 100 FOR UPDATE OF d SKIP LOCKED LOOP
    PERFORM app.notify_breach(one.breach_id, CASE WHEN at >= one.due_at THEN 'breach_overdue' ELSE 'breach_due' END,
      one.id || ' ' || CASE WHEN at >= one.due_at THEN (at AT TIME ZONE 'Asia/Tokyo')::date::text ELSE 'soon' END, at);
    UPDATE breach_duty SET remind_at = CASE WHEN at >= one.due_at THEN at + interval '1 day' ELSE one.due_at END WHERE id = one.id;
    told := told + 1;
  END LOOP;
  RETURN told;
END $$;

-- Mail about it goes like every other.
DO $$ DECLARE was text := pg_get_functiondef('app.claim_mail(timestamptz, interval)'::regprocedure); BEGIN
  IF was NOT LIKE '%h.to_office_id = s.office_id)%' OR was NOT LIKE '%h.to_office_id = one.office_id)%' THEN RAISE EXCEPTION 'mail is claimed otherwise than before'; END IF;
  EXECUTE replace(replace(was, 'h.to_office_id = s.office_id)', 'h.to_office_id = s.office_id OR n.breach_id IS NOT NULL)'),
    'h.to_office_id = one.office_id)', 'h.to_office_id = one.office_id OR n.breach_id IS NOT NULL)');
END $$;

REVOKE ALL ON FUNCTION app.leads_office(uuid), app.sees_breach(uuid), app.notify_breach(uuid, text, text, timestamptz), app.tell_of_breach(), app.remind_breaches(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.leads_office(uuid), app.sees_breach(uuid), app.remind_breaches(timestamptz) TO fair_passage_app;

-- A worker who says that a fact is wrong is answered within 14 days; with the case ends that clock like the others that wait for somebody.
DO $$ DECLARE was text := pg_get_functiondef('app.end_with_case()'::regprocedure); BEGIN
  IF was NOT LIKE '%''remedy_answer'')%' THEN RAISE EXCEPTION 'a case ends otherwise than before'; END IF;
  EXECUTE replace(was, '''remedy_answer'')', '''remedy_answer'', ''rights_request'')');
END $$;
