-- Narrower policies: who may write which row of a case, in whose name, and which of its columns. What a policy cannot say, because it
-- sees only the row as it will be, a trigger says, which sees it as it was.

-- Refuses a change of any column but the named ones. Columns of later migrations are kept until somebody names them here.
CREATE FUNCTION app.keep_other_columns() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE changed text;
BEGIN
  SELECT string_agg(n.key, ', ' ORDER BY n.key) INTO changed
    FROM jsonb_each(to_jsonb(NEW) - TG_ARGV) n JOIN jsonb_each(to_jsonb(OLD) - TG_ARGV) o USING (key) WHERE n.value IS DISTINCT FROM o.value;
  IF changed IS NOT NULL THEN
    RAISE EXCEPTION 'this actor may not change % of %', changed, TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;

-- Cases. What belongs to the report, to the office or to triage is not the worker's to change.
CREATE TRIGGER cases_worker_columns BEFORE UPDATE ON cases FOR EACH ROW WHEN (app.actor_kind() = 'worker')
  EXECUTE FUNCTION app.keep_other_columns('state', 'state_before_awaiting', 'awaiting_since', 'state_changed_at', 'closing_code', 'closed_at', 'version',
    'next_due_at', 'next_due_kind', 'unread_from_worker', 'erase_due_at', 'in_statistics', 'last_update_at', 'assignee_id',
    'paid_answer', 'fee_line_count', 'paid_total_jpy', 'has_paid_sending', 'paid_sending_jpy', 'has_paid_broker', 'paid_broker_jpy', 'in_debt', 'debt_jpy');
-- A worker can ask for another officer, not choose one.
CREATE TRIGGER cases_worker_assignee BEFORE UPDATE OF assignee_id ON cases FOR EACH ROW
  WHEN (app.actor_kind() = 'worker' AND NEW.assignee_id IS NOT NULL AND NEW.assignee_id IS DISTINCT FROM OLD.assignee_id)
  EXECUTE FUNCTION app.keep_other_columns('version');
-- What a case is known by stays. Its office stays by the policy cases_staff_update.
CREATE TRIGGER cases_staff_identity BEFORE UPDATE ON cases FOR EACH ROW
  WHEN (app.actor_kind() = 'staff' AND (OLD.id, OLD.number, OLD.submission_id, OLD.code_hash, OLD.received_at) IS DISTINCT FROM (NEW.id, NEW.number, NEW.submission_id, NEW.code_hash, NEW.received_at))
  EXECUTE FUNCTION app.keep_other_columns('office_id');

-- Parts of a case are written in the name of who writes them.
DROP POLICY message_insert ON message;
CREATE POLICY message_insert_worker ON message FOR INSERT WITH CHECK (
  (SELECT app.actor_kind()) = 'worker' AND case_id = (SELECT app.case_id()) AND direction = 'from_worker' AND author_staff_id IS NULL AND app.sees_case(case_id));
CREATE POLICY message_insert_staff ON message FOR INSERT WITH CHECK (
  (SELECT app.is_case_staff()) AND direction = 'to_worker' AND author_staff_id = (SELECT app.actor_id()) AND app.sees_case(case_id));
-- Words stay as they were written; who a message is for marks it as read.
DROP POLICY message_update ON message;
CREATE POLICY message_read_worker ON message FOR UPDATE USING ((SELECT app.actor_kind()) = 'worker' AND direction = 'to_worker' AND app.sees_case(case_id));
CREATE POLICY message_read_staff ON message FOR UPDATE USING ((SELECT app.is_case_staff()) AND direction = 'from_worker' AND app.sees_case(case_id));
CREATE TRIGGER message_words BEFORE UPDATE ON message FOR EACH ROW WHEN (app.actor_kind() IN ('worker', 'staff')) EXECUTE FUNCTION app.keep_other_columns('read_at');

DROP POLICY state_move_insert ON state_move;
CREATE POLICY state_move_insert ON state_move FOR INSERT WITH CHECK (app.sees_case(case_id) AND (
  ((SELECT app.actor_kind()) IN ('worker', 'reporter') AND by_kind = 'worker' AND by_staff_id IS NULL)
  OR ((SELECT app.is_case_staff()) AND by_kind = 'staff' AND by_staff_id = (SELECT app.actor_id()))));

DROP POLICY statement_insert ON statement;
CREATE POLICY statement_insert ON statement FOR INSERT WITH CHECK (app.sees_case(case_id) AND (
  ((SELECT app.actor_kind()) IN ('worker', 'reporter') AND author_kind = 'worker' AND author_staff_id IS NULL)
  OR ((SELECT app.is_case_staff()) AND (author_staff_id IS NULL OR author_staff_id = (SELECT app.actor_id())))));
DROP POLICY statement_update ON statement;
CREATE POLICY statement_update ON statement FOR UPDATE USING ((SELECT app.is_case_staff()) AND app.sees_case(case_id));
CREATE TRIGGER statement_words BEFORE UPDATE ON statement FOR EACH ROW WHEN (app.actor_kind() = 'staff')
  EXECUTE FUNCTION app.keep_other_columns('sealed_translation', 'translated_by_id');

DROP POLICY fee_line_insert ON fee_line;
CREATE POLICY fee_line_insert ON fee_line FOR INSERT WITH CHECK (app.sees_case(case_id) AND (
  ((SELECT app.actor_kind()) IN ('worker', 'reporter') AND added_by_kind = 'worker' AND added_by_id IS NULL)
  OR ((SELECT app.is_case_staff()) AND (added_by_id IS NULL OR added_by_id = (SELECT app.actor_id())))));
DROP POLICY fee_line_revision_insert ON fee_line_revision;
CREATE POLICY fee_line_revision_insert ON fee_line_revision FOR INSERT WITH CHECK (app.sees_case(case_id) AND (
  ((SELECT app.actor_kind()) = 'worker' AND changed_by_kind = 'worker' AND changed_by_id IS NULL)
  OR ((SELECT app.is_case_staff()) AND changed_by_kind = 'staff' AND changed_by_id = (SELECT app.actor_id()))));

-- A yes is witnessed by nobody or by who writes it down, and only taken back, once.
DROP POLICY consent_insert ON consent;
CREATE POLICY consent_insert ON consent FOR INSERT WITH CHECK (withdrawn_at IS NULL AND app.sees_case(case_id) AND (
  ((SELECT app.actor_kind()) IN ('worker', 'reporter') AND witness_staff_id IS NULL)
  OR ((SELECT app.is_case_staff()) AND (witness_staff_id IS NULL OR witness_staff_id = (SELECT app.actor_id())))));
DROP POLICY consent_update ON consent;
CREATE POLICY consent_withdraw ON consent FOR UPDATE
  USING (((SELECT app.actor_kind()) = 'worker' OR (SELECT app.is_case_staff())) AND withdrawn_at IS NULL AND app.sees_case(case_id))
  WITH CHECK (withdrawn_at IS NOT NULL);
CREATE TRIGGER consent_kept BEFORE UPDATE ON consent FOR EACH ROW WHEN (app.actor_kind() IN ('worker', 'staff')) EXECUTE FUNCTION app.keep_other_columns('withdrawn_at');

-- Officers write down what is agreed; the worker accepts it and confirms that it came.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['remedy', 'repayment'] LOOP
    EXECUTE format('DROP POLICY %I ON %I', t || '_insert', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK ((SELECT app.is_case_staff()) AND app.sees_case(case_id))', t || '_insert', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE ON %I FOR EACH ROW WHEN (app.actor_kind() = ''worker'') EXECUTE FUNCTION app.keep_other_columns(''worker_accepted_at'', ''worker_confirmed_at'')', t || '_worker_columns', t);
  END LOOP;
END $$;

-- A note is by who writes it, and stays.
DROP POLICY note_insert ON note;
CREATE POLICY note_insert ON note FOR INSERT WITH CHECK ((SELECT app.is_case_staff()) AND author_id = (SELECT app.actor_id()) AND app.sees_case(case_id));
DROP POLICY note_update ON note;

-- When the worker acts, clocks that stood still go on, with the time they lost, and others end. A running one keeps its date.
CREATE TRIGGER deadline_worker_columns BEFORE UPDATE ON deadline FOR EACH ROW WHEN (app.actor_kind() = 'worker' AND OLD.paused_at IS NOT NULL)
  EXECUTE FUNCTION app.keep_other_columns('due_at', 'paused_at', 'met_at', 'cancelled_at');
CREATE TRIGGER deadline_worker_dates BEFORE UPDATE ON deadline FOR EACH ROW WHEN (app.actor_kind() = 'worker' AND OLD.paused_at IS NULL)
  EXECUTE FUNCTION app.keep_other_columns('paused_at', 'met_at', 'cancelled_at');

-- The register of organisations is the work of those who work on cases.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['party', 'party_name', 'party_licence', 'party_programme'] LOOP
    EXECUTE format('DROP POLICY %I ON %I', t || '_insert', t);
    EXECUTE format('DROP POLICY %I ON %I', t || '_update', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK ((SELECT app.is_case_staff()))', t || '_insert', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING ((SELECT app.is_case_staff()))', t || '_update', t);
  END LOOP;
END $$;

-- An event goes into the chain of the office it belongs to: the actor's own, or that of the one case.
DROP POLICY audit_event_append ON audit_event;
CREATE POLICY audit_event_append_staff ON audit_event FOR INSERT WITH CHECK (
  (SELECT app.actor_kind()) = 'staff' AND actor_kind = 'staff' AND actor_id = (SELECT app.actor_id()) AND office_id = (SELECT app.office_id())
  AND (case_id IS NULL OR app.sees_case(case_id)));
CREATE POLICY audit_event_append_own ON audit_event FOR INSERT WITH CHECK (
  (SELECT app.actor_kind()) IN ('worker', 'reporter') AND actor_kind = (SELECT app.actor_kind()) AND actor_id IS NULL AND case_id = (SELECT app.case_id())
  AND office_id = (SELECT c.office_id FROM public.cases c WHERE c.id = app.case_id()));
CREATE POLICY audit_event_append_door ON audit_event FOR INSERT WITH CHECK (
  (SELECT app.actor_kind()) = 'door' AND actor_kind = 'door' AND actor_id IS NULL AND case_id IS NULL AND action = 'staff.accept_invitation');

-- The look through the chain needs the whole chain, which a caseworker does not see: it runs as the owner, for those who may ask.
ALTER FUNCTION app.first_broken_audit(uuid) RENAME TO first_broken_link;
REVOKE ALL ON FUNCTION app.first_broken_link(uuid) FROM PUBLIC, fair_passage_app;
CREATE FUNCTION app.first_broken_audit(office uuid) RETURNS bigint LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT (
    (app.actor_kind() = 'staff' AND app.staff_role() IN ('supervisor', 'administrator') AND office = app.office_id())
    OR (app.actor_kind() = 'nobody' AND pg_has_role(session_user, (SELECT relowner FROM pg_class WHERE oid = 'public.audit_event'::regclass), 'USAGE'))) THEN
    RAISE EXCEPTION 'the chain is checked by supervisors and administrators of the office, and by the owner' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN app.first_broken_link(office);
END $$;
REVOKE ALL ON FUNCTION app.first_broken_audit(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.first_broken_audit(uuid) TO fair_passage_app;

-- Staff. A link is for somebody of the office, and a session is only ever ended.
DROP POLICY staff_invitation_administrator ON staff_invitation;
CREATE POLICY staff_invitation_administrator ON staff_invitation FOR ALL
  USING ((SELECT app.is_administrator()) AND office_id = (SELECT app.office_id()))
  WITH CHECK ((SELECT app.is_administrator()) AND office_id = (SELECT app.office_id())
    AND EXISTS (SELECT 1 FROM staff s WHERE s.id = staff_id AND s.office_id = (SELECT app.office_id())));
DROP POLICY staff_session_revoke ON staff_session;
CREATE POLICY staff_session_revoke ON staff_session FOR UPDATE
  USING ((SELECT app.is_administrator()) AND EXISTS (SELECT 1 FROM staff s WHERE s.id = staff_id AND s.office_id = (SELECT app.office_id())))
  WITH CHECK ((SELECT app.is_administrator()) AND revoked_at IS NOT NULL);
CREATE TRIGGER staff_session_kept BEFORE UPDATE ON staff_session FOR EACH ROW WHEN (app.actor_kind() = 'staff') EXECUTE FUNCTION app.keep_other_columns('revoked_at');

-- A worker is told the name of who answers, and nothing else of that person.
DROP POLICY staff_read ON staff;
CREATE POLICY staff_read ON staff FOR SELECT USING (
  (SELECT app.actor_kind()) = 'door' OR ((SELECT app.actor_kind()) = 'staff' AND office_id = (SELECT app.office_id())));
CREATE FUNCTION app.message_authors(in_case uuid) RETURNS TABLE (id uuid, display_name text) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT DISTINCT s.id, s.display_name FROM message m JOIN staff s ON s.id = m.author_staff_id JOIN cases c ON c.id = m.case_id
  WHERE m.case_id = in_case
    AND ((app.actor_kind() = 'worker' AND c.id = app.case_id()) OR (app.is_case_staff() AND c.office_id = app.office_id())) $$;
REVOKE ALL ON FUNCTION app.message_authors(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.message_authors(uuid) TO fair_passage_app;

-- Statistics. A supervisor counts the own office, an administrator all offices: with both at hand, the rest would be somebody
-- else's few. Null is every office.
CREATE FUNCTION app.counted_office() RETURNS uuid LANGUAGE sql STABLE AS $$ SELECT CASE WHEN app.staff_role() = 'administrator' THEN NULL ELSE coalesce(app.office_id(), '00000000-0000-0000-0000-000000000000') END $$;
REVOKE ALL ON FUNCTION app.counted_office() FROM PUBLIC;
DROP INDEX cases_statistics_idx;
CREATE INDEX cases_statistics_idx ON cases (received_at)
  INCLUDE (office_id, scheme, origin, state, severity, grievance_codes, closing_code, paid_answer, has_paid_sending, paid_sending_jpy, has_paid_broker, paid_broker_jpy, paid_total_jpy, in_debt, debt_jpy)
  WHERE in_statistics AND NOT is_test AND closing_code IS DISTINCT FROM 'duplicate_merged';
CREATE OR REPLACE FUNCTION app.survey_by_origin(from_at timestamptz, to_at timestamptz, only_scheme text)
RETURNS TABLE (
  origin text, reports bigint, answered_paid bigint,
  paid_sending bigint, sending_amounts bigint, sending_jpy bigint,
  paid_broker bigint, broker_amounts bigint, broker_jpy bigint,
  paid_amounts bigint, paid_jpy bigint,
  answered_debt bigint, in_debt bigint, debt_amounts bigint, debt_jpy bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $$
#variable_conflict use_column
DECLARE only_office uuid := app.counted_office();
BEGIN
  PERFORM app.refuse_unless_counting();
  RETURN QUERY
    SELECT c.origin, count(*), count(*) FILTER (WHERE c.paid_answer IN ('yes', 'no')),
      count(*) FILTER (WHERE c.has_paid_sending), count(c.paid_sending_jpy) FILTER (WHERE c.has_paid_sending), coalesce(sum(c.paid_sending_jpy) FILTER (WHERE c.has_paid_sending), 0)::bigint,
      count(*) FILTER (WHERE c.has_paid_broker), count(c.paid_broker_jpy) FILTER (WHERE c.has_paid_broker), coalesce(sum(c.paid_broker_jpy) FILTER (WHERE c.has_paid_broker), 0)::bigint,
      count(*) FILTER (WHERE c.paid_total_jpy > 0), sum(c.paid_total_jpy)::bigint,
      count(c.in_debt), count(*) FILTER (WHERE c.in_debt), count(c.debt_jpy) FILTER (WHERE c.in_debt), coalesce(sum(c.debt_jpy) FILTER (WHERE c.in_debt), 0)::bigint
    FROM cases c
    WHERE c.in_statistics AND NOT c.is_test AND c.closing_code IS DISTINCT FROM 'duplicate_merged' AND (only_office IS NULL OR c.office_id = only_office)
      AND (from_at IS NULL OR c.received_at >= from_at) AND (to_at IS NULL OR c.received_at < to_at)
      AND (only_scheme IS NULL OR c.scheme = only_scheme)
    GROUP BY c.origin;
END $$;

-- How many reports by state, severity, grievance or month of receipt (Japan time). A report names several grievances and counts in each;
-- the row without a cell counts every report once.
CREATE OR REPLACE FUNCTION app.case_counts(dimension text, from_at timestamptz, to_at timestamptz, only_scheme text)
RETURNS TABLE (cell text, reports bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $$
#variable_conflict use_column
DECLARE
  starts timestamptz[];
  only_office uuid := app.counted_office();
BEGIN
  PERFORM app.refuse_unless_counting();
  IF dimension NOT IN ('state', 'severity', 'grievance', 'month') THEN
    RAISE EXCEPTION 'not a dimension: %', dimension USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF dimension = 'month' THEN
    -- Month by month through a list of their first moments: three times as fast as a calendar sum for every row.
    SELECT coalesce(array_agg(m AT TIME ZONE 'Asia/Tokyo' ORDER BY m), ARRAY[now()]) INTO starts FROM (
      SELECT date_trunc('month', min(c.received_at) AT TIME ZONE 'Asia/Tokyo') AS first, max(c.received_at) AT TIME ZONE 'Asia/Tokyo' AS last FROM cases c
      WHERE c.in_statistics AND NOT c.is_test AND c.closing_code IS DISTINCT FROM 'duplicate_merged' AND (only_office IS NULL OR c.office_id = only_office)) span, generate_series(first, last, interval '1 month') AS m;
    RETURN QUERY SELECT to_char(starts[m.place] AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM'), m.reports FROM (
      SELECT width_bucket(c.received_at, starts) AS place, count(*) AS reports FROM cases c
      WHERE c.in_statistics AND NOT c.is_test AND c.closing_code IS DISTINCT FROM 'duplicate_merged' AND (only_office IS NULL OR c.office_id = only_office)
        AND (from_at IS NULL OR c.received_at >= from_at) AND (to_at IS NULL OR c.received_at < to_at)
        AND (only_scheme IS NULL OR c.scheme = only_scheme)
      GROUP BY GROUPING SETS ((1), ())) m;
  ELSIF dimension = 'grievance' THEN
    RETURN QUERY WITH sets AS MATERIALIZED (
      SELECT c.grievance_codes AS codes, count(*) AS reports FROM cases c
      WHERE c.in_statistics AND NOT c.is_test AND c.closing_code IS DISTINCT FROM 'duplicate_merged' AND (only_office IS NULL OR c.office_id = only_office)
        AND (from_at IS NULL OR c.received_at >= from_at) AND (to_at IS NULL OR c.received_at < to_at)
        AND (only_scheme IS NULL OR c.scheme = only_scheme)
      GROUP BY 1)
    SELECT code, sum(s.reports)::bigint FROM sets s, unnest(s.codes) AS code GROUP BY code
    UNION ALL SELECT NULL, coalesce(sum(s.reports), 0)::bigint FROM sets s;
  ELSE
    RETURN QUERY SELECT CASE dimension WHEN 'state' THEN c.state ELSE c.severity END, count(*) FROM cases c
    WHERE c.in_statistics AND NOT c.is_test AND c.closing_code IS DISTINCT FROM 'duplicate_merged' AND (only_office IS NULL OR c.office_id = only_office)
      AND (from_at IS NULL OR c.received_at >= from_at) AND (to_at IS NULL OR c.received_at < to_at)
      AND (only_scheme IS NULL OR c.scheme = only_scheme)
    GROUP BY GROUPING SETS ((1), ());
  END IF;
END $$;
