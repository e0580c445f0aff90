-- The measures of our own work, kept by office and month of the first submission (ADR 038): a few hundred numbers of each month that
-- add up to those of app.kpi_counts, whatever months and offices are asked for. Only what changed is counted again.

-- What was written since the last count: a case, the place it left, an organisation it named. Rows are only ever added, so that
-- nobody waits for anybody; whoever counts takes those it sees away, and counts afterwards.
CREATE TABLE "desk_change" (
  "id" BIGSERIAL NOT NULL,
  "case_id" UUID,
  "office_id" UUID,
  "month" INTEGER,
  "name_key" BYTEA,
  "is_of_parties" BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT "desk_change_pkey" PRIMARY KEY ("id")
);
-- `month`: year * 12 + month - 1, in Japan. `cases`: how many reports it had when it was counted, duplicates and tests too.
CREATE TABLE "desk_month" (
  "office_id" UUID NOT NULL,
  "month" INTEGER NOT NULL,
  "is_waiting" BOOLEAN NOT NULL,
  "cases" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "desk_month_pkey" PRIMARY KEY ("office_id","month")
);
CREATE INDEX "desk_month_waiting_idx" ON "desk_month" ("month") WHERE "is_waiting";
-- `turns`: moments after the count from which one more counts, of hits (`turn_hits`) or of what they are out of (`turn_base`).
CREATE TABLE "desk_count" (
  "office_id" UUID NOT NULL,
  "month" INTEGER NOT NULL,
  "kpi" TEXT NOT NULL,
  "part" TEXT NOT NULL,
  "hits" BIGINT,
  "base" BIGINT,
  "amount" DECIMAL,
  "turns" TIMESTAMPTZ(6)[],
  "turn_hits" INTEGER NOT NULL DEFAULT 0,
  "turn_base" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "desk_count_pkey" PRIMARY KEY ("office_id","month","kpi","part")
);
CREATE INDEX "desk_count_month_idx" ON "desk_count"("month");
-- Every value that a median is of, in eighths of a doubling: the sums over `counted` say which eighth a median is in. A year, which is
-- month -year here and in desk_count, has no values of its own.
CREATE TABLE "desk_value" (
  "office_id" UUID NOT NULL,
  "month" INTEGER NOT NULL,
  "kpi" TEXT NOT NULL,
  "part" TEXT NOT NULL,
  "eighth" INTEGER NOT NULL,
  "counted" INTEGER NOT NULL,
  "values" DOUBLE PRECISION[],
  CONSTRAINT "desk_value_pkey" PRIMARY KEY ("office_id","month","kpi","part","eighth")
);
CREATE INDEX "desk_value_month_idx" ON "desk_value"("month");
CREATE INDEX "desk_value_kpi_part_eighth_idx" ON "desk_value"("kpi", "part", "eighth");
-- Organisations are counted across months. `since`: of a report that came within twelve months of a closing, the latest month that
-- the case closed was submitted in, in the same office or in any: it comes again if the months asked for begin no later.
-- A row for each office and for all (no office), of each month, each year (month -year) and all months (month 0).
CREATE TABLE "desk_organisation" (
  "id" SERIAL NOT NULL,
  "name_key" BYTEA NOT NULL,
  "is_waiting" BOOLEAN NOT NULL,
  "cases" INTEGER NOT NULL DEFAULT 0,
  CONSTRAINT "desk_organisation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "desk_organisation_name_key_key" ON "desk_organisation"("name_key");
CREATE INDEX "desk_organisation_waiting_idx" ON "desk_organisation" ("id") WHERE "is_waiting";
CREATE TABLE "desk_organisation_month" (
  "id" BIGSERIAL NOT NULL,
  "organisation_id" INTEGER NOT NULL,
  "office_id" UUID,
  "month" INTEGER NOT NULL,
  "reports" INTEGER NOT NULL,
  "closings" INTEGER NOT NULL,
  "since_in_office" INTEGER,
  "since_in_any" INTEGER,
  CONSTRAINT "desk_organisation_month_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "desk_organisation_month_organisation_id_idx" ON "desk_organisation_month"("organisation_id");
CREATE INDEX "desk_organisation_month_month_office_id_idx" ON "desk_organisation_month"("month", "office_id");
ALTER TABLE desk_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE desk_month ENABLE ROW LEVEL SECURITY;
ALTER TABLE desk_count ENABLE ROW LEVEL SECURITY;
ALTER TABLE desk_value ENABLE ROW LEVEL SECURITY;
ALTER TABLE desk_organisation ENABLE ROW LEVEL SECURITY;
ALTER TABLE desk_organisation_month ENABLE ROW LEVEL SECURITY;

CREATE FUNCTION app.month_in_japan(at timestamptz) RETURNS integer LANGUAGE sql STABLE AS $$
  SELECT (extract(year FROM at AT TIME ZONE 'Asia/Tokyo') * 12 + extract(month FROM at AT TIME ZONE 'Asia/Tokyo') - 1)::integer $$;
CREATE FUNCTION app.start_of_month(month integer) RETURNS timestamptz LANGUAGE sql STABLE AS $$
  SELECT make_timestamptz(month / 12, month % 12 + 1, 1, 0, 0, 0, 'Asia/Tokyo') $$;

CREATE FUNCTION app.mark_new_cases() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO desk_change (case_id) SELECT n.id FROM fresh n;
  RETURN NULL;
END $$;
CREATE FUNCTION app.mark_changed_cases() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO desk_change (case_id, office_id, month, is_of_parties)
    SELECT n.id, o.office_id, app.month_in_japan(o.received_at),
        (n.office_id, n.received_at, n.is_test, n.erased_at, n.closing_code, n.state, n.is_admissible, n.closed_at)
          IS DISTINCT FROM (o.office_id, o.received_at, o.is_test, o.erased_at, o.closing_code, o.state, o.is_admissible, o.closed_at)
      FROM fresh n JOIN former o USING (id)
      WHERE (n.office_id, n.received_at, n.is_test, n.erased_at, n.closing_code, n.state, n.is_admissible, n.closed_at, n.channel, n.language, n.is_anonymous, n.in_statistics,
          n.assignee_id, n.first_reply_at, n.severity, n.next_due_at, n.scheme, n.origin, n.over_line_count, n.ruled_line_count, n.paid_answer)
        IS DISTINCT FROM (o.office_id, o.received_at, o.is_test, o.erased_at, o.closing_code, o.state, o.is_admissible, o.closed_at, o.channel, o.language, o.is_anonymous, o.in_statistics,
          o.assignee_id, o.first_reply_at, o.severity, o.next_due_at, o.scheme, o.origin, o.over_line_count, o.ruled_line_count, o.paid_answer);
  RETURN NULL;
END $$;
CREATE FUNCTION app.mark_removed_cases() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO desk_change (office_id, month) SELECT DISTINCT o.office_id, app.month_in_japan(o.received_at) FROM former o;
  RETURN NULL;
END $$;
CREATE TRIGGER cases_desk_insert AFTER INSERT ON cases REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION app.mark_new_cases();
CREATE TRIGGER cases_desk_update AFTER UPDATE ON cases REFERENCING NEW TABLE AS fresh OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION app.mark_changed_cases();
CREATE TRIGGER cases_desk_delete AFTER DELETE ON cases REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION app.mark_removed_cases();

CREATE FUNCTION app.mark_cases_of_parts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO desk_change (case_id) SELECT DISTINCT n.case_id FROM fresh n;
  RETURN NULL;
END $$;
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['deadline', 'case_person', 'remedy', 'repayment', 'state_move', 'satisfaction_survey', 'message', 'referral'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION app.mark_cases_of_parts()', t || '_desk_insert', t);
  END LOOP;
  -- A yes only counts with the referral that names it, which is written after it.
  FOREACH t IN ARRAY ARRAY['deadline', 'case_person', 'remedy', 'repayment', 'state_move', 'satisfaction_survey', 'message', 'referral', 'consent'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION app.mark_cases_of_parts()', t || '_desk_update', t);
    EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %I REFERENCING OLD TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION app.mark_cases_of_parts()', t || '_desk_delete', t);
  END LOOP;
END $$;

CREATE FUNCTION app.mark_named() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO desk_change (name_key) SELECT DISTINCT n.name_key FROM fresh n WHERE n.name_key IS NOT NULL;
  RETURN NULL;
END $$;
CREATE FUNCTION app.mark_renamed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO desk_change (name_key) SELECT DISTINCT k.name_key FROM fresh n JOIN former o USING (id) CROSS JOIN LATERAL (VALUES (n.name_key), (o.name_key)) AS k(name_key)
    WHERE (n.name_key, n.role, n.case_id) IS DISTINCT FROM (o.name_key, o.role, o.case_id) AND k.name_key IS NOT NULL;
  RETURN NULL;
END $$;
CREATE TRIGGER case_party_desk_insert AFTER INSERT ON case_party REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION app.mark_named();
CREATE TRIGGER case_party_desk_update AFTER UPDATE ON case_party REFERENCING NEW TABLE AS fresh OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION app.mark_renamed();
CREATE TRIGGER case_party_desk_delete AFTER DELETE ON case_party REFERENCING OLD TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION app.mark_named();

-- Of the audit trail only what the measures ask: that a worker was there at all, a tie, and what somebody with a tie read.
CREATE FUNCTION app.mark_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NEW.action = 'case.conflict_declared'
    OR NEW.actor_kind = 'worker' AND NOT EXISTS (SELECT 1 FROM audit_event e WHERE e.case_id = NEW.case_id AND e.actor_kind = 'worker' AND e.id <> NEW.id)
    OR NEW.action = 'case.read' AND EXISTS (SELECT 1 FROM audit_event e WHERE e.case_id = NEW.case_id AND e.action = 'case.conflict_declared')
  THEN INSERT INTO desk_change (case_id) VALUES (NEW.case_id); END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER audit_event_desk AFTER INSERT ON audit_event FOR EACH ROW
  WHEN (NEW.case_id IS NOT NULL AND (NEW.actor_kind = 'worker' OR NEW.action IN ('case.conflict_declared', 'case.read'))) EXECUTE FUNCTION app.mark_event();

REVOKE ALL ON FUNCTION app.mark_new_cases(), app.mark_changed_cases(), app.mark_removed_cases(), app.mark_cases_of_parts(), app.mark_named(), app.mark_renamed(), app.mark_event() FROM PUBLIC;

-- Everything there is waits to be counted: for the first time, or again.
CREATE FUNCTION app.count_desk_anew() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM desk_change; DELETE FROM desk_count; DELETE FROM desk_value; DELETE FROM desk_month; DELETE FROM desk_organisation_month; DELETE FROM desk_organisation;
  INSERT INTO desk_month (office_id, month, is_waiting, cases) SELECT office_id, app.month_in_japan(received_at), true, count(*) FROM cases GROUP BY 1, 2;
  INSERT INTO desk_organisation (name_key, is_waiting, cases) SELECT name_key, true, count(*) FROM case_party WHERE name_key IS NOT NULL GROUP BY 1;
END $$;
REVOKE ALL ON FUNCTION app.count_desk_anew() FROM PUBLIC;
SELECT app.count_desk_anew();
