-- Counting again what waits, and adding up what was counted. The formulas are those of app.kpi_counts (measures_held_back), which
-- stays: what is kept is held against it by a test.

-- Which months and organisations wait since something of them was written. One process counts at a time.
CREATE FUNCTION app.collect_desk_changes() RETURNS TABLE (waiting bigint, known bigint) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.refuse_unless_system();
  PERFORM pg_advisory_xact_lock(hashtext('desk_count'));
  WITH taken AS MATERIALIZED (DELETE FROM desk_change RETURNING case_id, office_id, month, name_key, is_of_parties),
  months AS (
    SELECT t.office_id, t.month FROM taken t WHERE t.month IS NOT NULL
    UNION SELECT k.office_id, app.month_in_japan(k.received_at) FROM taken t JOIN cases k ON k.id = t.case_id),
  named AS (
    SELECT t.name_key FROM taken t WHERE t.name_key IS NOT NULL
    UNION SELECT p.name_key FROM taken t JOIN case_party p ON p.case_id = t.case_id WHERE t.is_of_parties AND p.name_key IS NOT NULL),
  marked AS (
    INSERT INTO desk_month (office_id, month, is_waiting) SELECT m.office_id, m.month, true FROM months m
      ON CONFLICT (office_id, month) DO UPDATE SET is_waiting = true WHERE NOT desk_month.is_waiting)
  INSERT INTO desk_organisation (name_key, is_waiting) SELECT n.name_key, true FROM named n
    ON CONFLICT (name_key) DO UPDATE SET is_waiting = true WHERE NOT desk_organisation.is_waiting;
  RETURN QUERY SELECT (SELECT count(*) FROM desk_month WHERE is_waiting) + (SELECT count(*) FROM desk_organisation WHERE is_waiting),
    (SELECT count(*) FROM desk_month) + (SELECT count(*) FROM desk_organisation);
END $$;

-- Adds the months of a year up again, as month -year: what is asked for is mostly years, and then a few months before and after.
CREATE FUNCTION app.add_up_desk_years(offices uuid[], months integer[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET work_mem = '64MB' AS $$
DECLARE of_office uuid; of_year integer;
BEGIN
  FOR of_office, of_year IN SELECT DISTINCT b.office_id, b.month / 12 FROM unnest(offices, months) AS b(office_id, month) LOOP
    DELETE FROM desk_count d WHERE d.office_id = of_office AND d.month = -of_year;
    DELETE FROM desk_value d WHERE d.office_id = of_office AND d.month = -of_year;
    INSERT INTO desk_count (office_id, month, kpi, part, hits, base, amount, turns, turn_hits, turn_base)
      SELECT of_office, -of_year, d.kpi, d.part, sum(d.hits), sum(d.base), sum(d.amount),
          (SELECT array_agg(u.moment) FROM desk_count t CROSS JOIN LATERAL unnest(t.turns) AS u(moment)
            WHERE t.office_id = of_office AND t.month BETWEEN of_year * 12 AND of_year * 12 + 11 AND t.kpi = d.kpi AND t.part = d.part AND t.turns IS NOT NULL),
          (array_agg(d.turn_hits))[1], (array_agg(d.turn_base))[1]
        FROM desk_count d WHERE d.office_id = of_office AND d.month BETWEEN of_year * 12 AND of_year * 12 + 11 GROUP BY d.kpi, d.part;
    -- Not the values themselves: those of one eighth are read from the months.
    INSERT INTO desk_value (office_id, month, kpi, part, eighth, counted)
      SELECT of_office, -of_year, d.kpi, d.part, d.eighth, sum(d.counted)
        FROM desk_value d WHERE d.office_id = of_office AND d.month BETWEEN of_year * 12 AND of_year * 12 + 11 GROUP BY d.kpi, d.part, d.eighth;
  END LOOP;
END $$;

-- Counts the next months that wait, of `upto` cases or one month. Returns how many months. `made_at`: of the clock that will ask.
CREATE FUNCTION app.count_desk_months(made_at timestamptz, upto integer) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET work_mem = '64MB' SET enable_seqscan = off AS $$
DECLARE offices uuid[]; months integer[];
BEGIN
  PERFORM app.refuse_unless_system();
  PERFORM pg_advisory_xact_lock(hashtext('desk_count'));
  SELECT array_agg(w.office_id), array_agg(w.month) INTO offices, months FROM (
    SELECT m.office_id, m.month, sum(m.cases + 10) OVER (ORDER BY m.month DESC, m.office_id) - m.cases - 10 AS before FROM desk_month m WHERE m.is_waiting) w WHERE w.before < upto;
  IF offices IS NULL THEN RETURN 0; END IF;
  DELETE FROM desk_count d USING unnest(offices, months) AS b(office_id, month) WHERE d.office_id = b.office_id AND d.month = b.month;
  DELETE FROM desk_value d USING unnest(offices, months) AS b(office_id, month) WHERE d.office_id = b.office_id AND d.month = b.month;
  UPDATE desk_month d SET is_waiting = false,
      cases = (SELECT count(*) FROM cases k WHERE k.office_id = d.office_id AND k.received_at >= app.start_of_month(d.month) AND k.received_at < app.start_of_month(d.month + 1))
    FROM unnest(offices, months) AS b(office_id, month) WHERE d.office_id = b.office_id AND d.month = b.month;
  WITH c AS MATERIALIZED (
    SELECT b.month, k.* FROM unnest(offices, months) AS b(of_office, month) CROSS JOIN LATERAL (
      SELECT k.id, k.office_id, k.state, k.channel, k.language, k.is_anonymous, k.in_statistics, k.assignee_id, k.first_reply_at, k.received_at, k.closed_at,
        k.severity, k.next_due_at, k.scheme, k.origin, k.is_admissible, k.over_line_count, k.ruled_line_count, k.paid_answer
      FROM cases k WHERE k.office_id = b.of_office AND k.received_at >= app.start_of_month(b.month) AND k.received_at < app.start_of_month(b.month + 1)
        AND NOT k.is_test AND k.erased_at IS NULL AND k.closing_code IS DISTINCT FROM 'duplicate_merged' OFFSET 0) k),
  -- One row a case; its parts by their index, aggregated where they are read.
  e AS MATERIALIZED (
    SELECT c.*, d.*, t.*, w.is_looked_at, p.is_helped, p.sex, coalesce(r.is_remedied, false) AS is_remedied, m.*, s.*, a.*, f.*
    FROM c
    CROSS JOIN LATERAL (SELECT
        count(*) FILTER (WHERE d.kind = 'first_reply' AND d.cancelled_at IS NULL AND d.met_at <= d.due_at) AS reply_kept,
        count(*) FILTER (WHERE d.kind = 'first_reply' AND d.cancelled_at IS NULL AND d.met_at IS NOT NULL) AS reply_made,
        array_agg(d.due_at - interval '1 microsecond') FILTER (WHERE d.kind = 'first_reply' AND d.cancelled_at IS NULL AND d.met_at IS NULL AND d.paused_at IS NULL) AS reply_due,
        count(*) FILTER (WHERE d.kind = 'triage_decision' AND d.cancelled_at IS NULL AND d.met_at <= d.due_at) AS triage_kept,
        count(*) FILTER (WHERE d.kind = 'triage_decision' AND d.cancelled_at IS NULL AND d.met_at IS NOT NULL) AS triage_made,
        array_agg(d.due_at - interval '1 microsecond') FILTER (WHERE d.kind = 'triage_decision' AND d.cancelled_at IS NULL AND d.met_at IS NULL AND d.paused_at IS NULL) AS triage_due,
        min(d.due_at) FILTER (WHERE d.kind IN ('status_update', 'first_reply') AND d.met_at IS NULL AND d.cancelled_at IS NULL AND d.paused_at IS NULL) AS stale_from,
        count(*) FILTER (WHERE d.kind = 'retaliation_check' AND d.outcome_code = 'yes') AS punished, count(*) FILTER (WHERE d.kind = 'retaliation_check' AND d.outcome_code IN ('yes', 'no')) AS asked_after,
        count(*) FILTER (WHERE d.kind = 'retaliation_check' AND d.cancelled_at IS NULL AND d.met_at IS NOT NULL) AS checked,
        array_agg(d.due_at - interval '1 microsecond') FILTER (WHERE d.kind = 'retaliation_check' AND d.cancelled_at IS NULL AND d.met_at IS NULL) AS check_due
      FROM deadline d WHERE d.case_id = c.id) d
    CROSS JOIN LATERAL (SELECT coalesce(bool_or(t.staff_id = c.assignee_id), false) AS is_tied,
        coalesce(sum((SELECT count(*) FROM audit_event v WHERE v.case_id = c.id AND v.actor_id = t.staff_id AND v.at > t.since AND v.action = 'case.read')), 0) AS tied_reads
      FROM (SELECT (v.detail->>'staffId')::uuid AS staff_id, min(v.at) AS since FROM audit_event v WHERE v.case_id = c.id AND v.action = 'case.conflict_declared' AND v.detail ? 'staffId' GROUP BY 1) t) t
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE v.actor_kind = 'worker') > 0 AS is_looked_at FROM audit_event v WHERE v.case_id = c.id) w
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE p.kind IN ('proxy', 'support_person')) > 0 AS is_helped, (array_agg(p.sex) FILTER (WHERE p.kind = 'worker'))[1] AS sex FROM case_person p WHERE p.case_id = c.id) p
    CROSS JOIN LATERAL (SELECT bool_or(r.delivered_at IS NOT NULL) AS is_remedied FROM remedy r WHERE r.case_id = c.id) r
    CROSS JOIN LATERAL (SELECT coalesce(bool_or(m.to_state = 'reopened'), false) AS was_reopened, coalesce(bool_or(m.to_state = 'closed'), false) AS was_closed,
        count(*) FILTER (WHERE m.to_state = 'appeal' AND m.next_state IS NOT NULL) AS appeals,
        count(*) FILTER (WHERE m.to_state = 'appeal' AND (m.next_state = 'assigned' OR (m.next_state = 'closed'
          AND EXISTS (SELECT 1 FROM state_move n WHERE n.case_id = c.id AND n.moved_at > m.moved_at AND n.closing_code IS DISTINCT FROM m.last_code)))) AS overturned,
        count(*) FILTER (WHERE m.to_state = 'mediation' AND m.next_state = 'remedy_agreed') AS agreements,
        count(*) FILTER (WHERE m.to_state = 'mediation' AND m.next_state IS NOT NULL AND m.next_state <> 'awaiting_worker') AS mediations
      FROM (SELECT m.moved_at, m.to_state, lead(m.to_state) OVER way AS next_state, lag(m.closing_code) OVER way AS last_code
        FROM state_move m WHERE m.case_id = c.id WINDOW way AS (ORDER BY m.moved_at, m.id)) m) m
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE s.would_return) AS back, count(s.would_return) AS back_of, count(*) FILTER (WHERE s.paid_to_complain) AS paid_to, count(s.paid_to_complain) AS paid_to_of,
        count(*) FILTER (WHERE s.score >= 4) AS good, count(s.score) AS scored, sum(s.score) AS score_sum FROM satisfaction_survey s WHERE s.case_id = c.id) s
    CROSS JOIN LATERAL (SELECT count(*) > 0 AS is_answered, coalesce(bool_and(g.language = c.language), false) AS is_own_language FROM message g WHERE g.case_id = c.id AND g.direction = 'to_worker') a
    CROSS JOIN LATERAL (SELECT count(*) AS sent, count(*) FILTER (WHERE f.consent_id IS NULL AND cardinality(f.vital_interest_by_ids) > 0) AS vital,
        count(*) FILTER (WHERE k.given_at <= f.sent_at AND (k.expires_at IS NULL OR k.expires_at > f.sent_at) AND (k.withdrawn_at IS NULL OR k.withdrawn_at > f.sent_at)) AS covered
      FROM referral f LEFT JOIN consent k ON k.id = f.consent_id WHERE f.case_id = c.id AND f.sent_at IS NOT NULL) f),
  money AS MATERIALIZED (
    SELECT e.office_id, e.month, m.currency::text AS currency, m.claimed, m.repaid FROM e CROSS JOIN LATERAL (
      SELECT m.currency, sum(m.claimed) AS claimed, sum(m.repaid) AS repaid FROM app.remedy_money m WHERE m.case_id = e.id AND m.currency IS NOT NULL GROUP BY 1) m WHERE e.in_statistics),
  counted AS (
    SELECT e.office_id, e.month, v.kpi, v.part, sum(v.hits)::bigint AS hits, sum(v.base)::bigint AS base, sum(v.amount) AS amount FROM e CROSS JOIN LATERAL (VALUES
      ('independence_share', '', (e.assignee_id IS NOT NULL AND NOT e.is_tied)::int, (e.assignee_id IS NOT NULL)::int, NULL::bigint),
      ('anonymous_share', '', (e.in_statistics AND e.is_anonymous)::int, e.in_statistics::int, NULL), ('support_person_share', '', (e.in_statistics AND e.is_helped)::int, e.in_statistics::int, NULL),
      ('status_view_rate', '', (e.in_statistics AND e.is_looked_at)::int, e.in_statistics::int, NULL),
      ('remedy_rate', '', (e.state = 'closed' AND e.is_admissible AND e.in_statistics AND e.is_remedied)::int, (e.state = 'closed' AND e.is_admissible AND e.in_statistics)::int, NULL),
      ('satisfaction_response', '', (e.scored > 0)::int, (e.state = 'closed')::int, NULL),
      ('over_cap_share', '', CASE WHEN e.in_statistics THEN e.over_line_count END, CASE WHEN e.in_statistics THEN e.ruled_line_count END, NULL),
      ('zero_fee_share', '', (e.in_statistics AND e.paid_answer = 'no')::int, (e.in_statistics AND e.paid_answer IN ('yes', 'no'))::int, NULL),
      ('trust_return_rate', '', e.back, e.back_of, NULL), ('fee_to_complain', '', e.paid_to, e.paid_to_of, NULL), ('satisfaction', '', e.good, e.scored, e.score_sum),
      ('named_party_access_events', '', e.tied_reads, NULL, NULL), ('language_coverage', '', (e.is_answered AND e.is_own_language)::int, e.is_answered::int, NULL),
      ('consent_coverage', '', e.covered, e.sent - e.vital, NULL), ('vital_interest_referrals', '', e.vital, e.sent, NULL),
      ('retaliation_rate', '', CASE WHEN e.in_statistics THEN e.punished END, CASE WHEN e.in_statistics THEN e.asked_after END, NULL),
      ('reopen_rate', '', e.was_reopened::int, e.was_closed::int, NULL), ('appeal_overturn_rate', '', e.overturned, e.appeals, NULL), ('mediated_agreement_rate', '', e.agreements, e.mediations, NULL),
      ('channel_mix', e.channel, 1, NULL, NULL), ('language_mix', e.language, CASE WHEN e.in_statistics THEN 1 END, NULL, NULL)) AS v(kpi, part, hits, base, amount)
    GROUP BY 1, 2, 3, 4
    UNION ALL SELECT e.office_id, e.month, 'outcome_gap', g.part, count(*) FILTER (WHERE e.is_remedied), count(*), NULL
      FROM e CROSS JOIN LATERAL unnest(ARRAY['anonymous:' || e.is_anonymous::text, 'scheme:' || e.scheme, 'origin:' || e.origin, 'sex:' || e.sex]) AS g(part)
      WHERE e.state = 'closed' AND e.in_statistics AND e.is_admissible AND g.part IS NOT NULL GROUP BY 1, 2, 4
    UNION ALL SELECT office_id, month, 'remedy_value', currency, count(*) FILTER (WHERE repaid > 0), count(*), sum(repaid) FROM money GROUP BY 1, 2, 4
    UNION ALL SELECT office_id, month, 'remedy_claimed', currency, NULL, count(*), sum(claimed) FROM money WHERE claimed > 0 GROUP BY 1, 2, 4),
  -- What the clock turns: a moment passes, and one more is overdue, no longer fresh, or to be judged.
  dated AS (
    SELECT e.office_id, e.month, v.kpi, v.part, sum(v.hits) AS hits, sum(v.base) AS base, min(v.turn_hits) AS turn_hits, min(v.turn_base) AS turn_base
    FROM e CROSS JOIN LATERAL (VALUES
      ('within_target_first_reply', '', e.reply_kept, e.reply_made, 0, 1), ('within_target_triage', '', e.triage_kept, e.triage_made, 0, 1), ('retaliation_checked', '', e.checked, e.checked, 0, 1),
      ('overdue_open', e.severity, 0, (e.state <> 'closed')::int, 1, 0), ('status_freshness', '', (e.state <> 'closed')::int, (e.state <> 'closed')::int, -1, 0)) AS v(kpi, part, hits, base, turn_hits, turn_base)
    GROUP BY 1, 2, 3, 4),
  moments AS (
    SELECT e.office_id, e.month, v.kpi, v.part, u.moment FROM e CROSS JOIN LATERAL (VALUES
      ('within_target_first_reply', '', e.reply_due), ('within_target_triage', '', e.triage_due), ('retaliation_checked', '', e.check_due),
      ('overdue_open', e.severity, CASE WHEN e.state <> 'closed' AND e.next_due_at IS NOT NULL THEN ARRAY[e.next_due_at] END),
      ('status_freshness', '', CASE WHEN e.state <> 'closed' AND e.stale_from IS NOT NULL THEN ARRAY[e.stale_from] END)) AS v(kpi, part, due) CROSS JOIN LATERAL unnest(v.due) AS u(moment)),
  turning AS (
    SELECT office_id, month, kpi, part, count(*) FILTER (WHERE moment < made_at) AS turned, array_agg(moment) FILTER (WHERE moment >= made_at) AS turns FROM moments GROUP BY 1, 2, 3, 4),
  kept AS (
    INSERT INTO desk_count (office_id, month, kpi, part, hits, base, amount)
      SELECT office_id, month, kpi, part, hits, base, amount FROM counted WHERE hits <> 0 OR base <> 0),
  kept_dated AS (
    INSERT INTO desk_count (office_id, month, kpi, part, hits, base, turns, turn_hits, turn_base)
      SELECT d.office_id, d.month, d.kpi, d.part, d.hits + d.turn_hits * coalesce(t.turned, 0), d.base + d.turn_base * coalesce(t.turned, 0), t.turns, d.turn_hits, d.turn_base
      FROM dated d LEFT JOIN turning t USING (office_id, month, kpi, part) WHERE d.base > 0 OR t.kpi IS NOT NULL),
  measured AS (
    SELECT office_id, month, 'reply' AS kpi, '' AS part, (extract(epoch FROM first_reply_at - received_at) / 3600)::double precision AS value FROM e WHERE first_reply_at IS NOT NULL
    UNION ALL SELECT office_id, month, 'closing', '', (extract(epoch FROM closed_at - received_at) / 3600)::double precision FROM e WHERE closed_at IS NOT NULL
    UNION ALL SELECT office_id, month, 'repaid', currency, repaid::double precision FROM money WHERE repaid > 0)
  INSERT INTO desk_value (office_id, month, kpi, part, eighth, counted, "values")
    SELECT office_id, month, kpi, part, CASE WHEN value <= 0 THEN -1000 ELSE floor(ln(value) / ln(2::double precision) * 8)::integer END, count(*), array_agg(value) FROM measured GROUP BY 1, 2, 3, 4, 5;
  PERFORM app.add_up_desk_years(offices, months);
  RETURN cardinality(offices);
END $$;

-- For each report that came within twelve months of a closing: the latest month of submission among those closings. In order of time
-- with the closings that may still count in a queue, later ones with an earlier month left out: each is looked at once.
CREATE FUNCTION app.returns_of_organisations(organisations integer[], by_office boolean)
RETURNS TABLE (organisation_id integer, office_id uuid, month integer, since integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $$
#variable_conflict use_column
DECLARE
  turn record; last_organisation integer; last_office uuid; head integer := 1; tail integer := 0; until_at timestamptz[]; months integer[];
BEGIN
  FOR turn IN
    SELECT t.* FROM (
      SELECT n.organisation_id, n.office_id, n.month, n.received_at AS turned_at, false AS is_closing FROM app.named_cases(organisations) n WHERE n.is_admissible
      UNION ALL SELECT n.organisation_id, n.office_id, n.month, n.closed_at, true FROM app.named_cases(organisations) n WHERE n.is_closing) t
    ORDER BY t.organisation_id, CASE WHEN by_office THEN t.office_id END, t.turned_at, t.is_closing
  LOOP
    IF turn.organisation_id IS DISTINCT FROM last_organisation OR (by_office AND turn.office_id IS DISTINCT FROM last_office) THEN
      last_organisation := turn.organisation_id; last_office := turn.office_id; head := 1; tail := 0;
    END IF;
    IF turn.is_closing THEN
      WHILE tail >= head AND months[tail] <= turn.month LOOP tail := tail - 1; END LOOP;
      tail := tail + 1; months[tail] := turn.month; until_at[tail] := turn.turned_at + interval '12 months';
    ELSE
      WHILE head <= tail AND until_at[head] <= turn.turned_at LOOP head := head + 1; END LOOP;
      IF head <= tail THEN
        organisation_id := turn.organisation_id; office_id := turn.office_id; month := turn.month; since := months[head];
        RETURN NEXT;
      END IF;
    END IF;
  END LOOP;
END $$;

-- The counted cases that name organisations, each once an organisation.
CREATE FUNCTION app.named_cases(organisations integer[])
RETURNS TABLE (organisation_id integer, office_id uuid, month integer, received_at timestamptz, closed_at timestamptz, is_admissible boolean, is_closing boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.id, k.office_id, app.month_in_japan(k.received_at), k.received_at, k.closed_at, coalesce(k.is_admissible, false),
      bool_or(p.role <> 'other') AND k.state = 'closed' AND coalesce(k.is_admissible, false) AND k.closed_at IS NOT NULL
    FROM desk_organisation o JOIN case_party p ON p.name_key = o.name_key JOIN cases k ON k.id = p.case_id
    WHERE o.id = ANY (organisations) AND NOT k.is_test AND k.erased_at IS NULL AND k.closing_code IS DISTINCT FROM 'duplicate_merged'
    GROUP BY o.id, k.id $$;

-- Counts the next organisations that wait, of `upto` cases or one organisation. Returns how many.
CREATE FUNCTION app.count_desk_organisations(upto integer) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET work_mem = '64MB' AS $$
DECLARE picked integer[];
BEGIN
  PERFORM app.refuse_unless_system();
  PERFORM pg_advisory_xact_lock(hashtext('desk_count'));
  SELECT array_agg(w.id) INTO picked FROM (
    SELECT o.id, sum(o.cases + 10) OVER (ORDER BY o.id) - o.cases - 10 AS before FROM desk_organisation o WHERE o.is_waiting) w WHERE w.before < upto;
  IF picked IS NULL THEN RETURN 0; END IF;
  DELETE FROM desk_organisation_month m WHERE m.organisation_id = ANY (picked);
  WITH facts AS (
    SELECT n.organisation_id, n.office_id, n.month, 1 AS reports, n.is_closing::int AS closings, NULL::integer AS since_in_office, NULL::integer AS since_in_any FROM app.named_cases(picked) n
    UNION ALL SELECT r.organisation_id, r.office_id, r.month, 0, 0, r.since, NULL FROM app.returns_of_organisations(picked, true) r
    UNION ALL SELECT r.organisation_id, r.office_id, r.month, 0, 0, NULL, r.since FROM app.returns_of_organisations(picked, false) r)
  INSERT INTO desk_organisation_month (organisation_id, office_id, month, reports, closings, since_in_office, since_in_any)
    SELECT f.organisation_id, f.office_id, coalesce(f.month, -f.year, 0), sum(f.reports), sum(f.closings), max(f.since_in_office), max(f.since_in_any)
    FROM (SELECT facts.*, facts.month / 12 AS year FROM facts) f GROUP BY GROUPING SETS ((f.organisation_id, f.office_id, f.month), (f.organisation_id, f.office_id, f.year), (f.organisation_id, f.office_id),
      (f.organisation_id, f.month), (f.organisation_id, f.year), (f.organisation_id));
  UPDATE desk_organisation o SET is_waiting = false,
      cases = coalesce((SELECT m.reports FROM desk_organisation_month m WHERE m.organisation_id = o.id AND m.month = 0 AND m.office_id IS NULL), 0) WHERE o.id = ANY (picked);
  RETURN cardinality(picked);
END $$;

-- The measures of the months from `from_month` to `to_month` (both included, null is open) as app.kpi_counts counts them: of one
-- office, of all (null), or, for administrators, of each by itself.
CREATE FUNCTION app.desk_counts(only_office uuid, from_month integer, to_month integer, at timestamptz, each_office boolean)
RETURNS TABLE (office_id uuid, kpi text, part text, hits bigint, base bigint, amount numeric)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET work_mem = '64MB' SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
DECLARE
  -- Whole years are read as such (month -year), the months before and after them one by one. Without whole years all are `before`.
  first_year integer := coalesce((from_month + 11) / 12, 1); last_year integer := coalesce((to_month + 1) / 12 - 1, 100000);
  is_in_years boolean := first_year <= last_year; is_always boolean := from_month IS NULL AND to_month IS NULL;
  before_from integer := coalesce(from_month, 1); before_to integer := CASE WHEN is_in_years THEN first_year * 12 - 1 ELSE to_month END;
  after_from integer := CASE WHEN is_in_years THEN (last_year + 1) * 12 ELSE 0 END; after_to integer := CASE WHEN is_in_years THEN coalesce(to_month, -1) ELSE -1 END;
  -- How organisations are kept: those of all offices as such, too.
  is_by_office boolean := each_office OR only_office IS NOT NULL;
BEGIN
  IF app.actor_kind() <> 'staff' THEN RAISE EXCEPTION 'measures are for staff' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF each_office THEN
    IF app.staff_role() <> 'administrator' THEN RETURN; END IF;
  ELSIF app.staff_role() <> 'administrator' AND only_office IS DISTINCT FROM app.office_id() THEN
    RAISE EXCEPTION 'only the own office' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
  WITH groups AS (SELECT o.id FROM office o WHERE each_office UNION ALL SELECT NULL WHERE NOT each_office),
  added AS MATERIALIZED (
    SELECT CASE WHEN each_office THEN d.office_id END AS gid, d.kpi, d.part, sum(d.hits + d.turn_hits * coalesce(n.turned, 0))::bigint AS hits,
      sum(d.base + d.turn_base * coalesce(n.turned, 0))::bigint AS base, sum(d.amount) AS amount
    FROM desk_count d LEFT JOIN LATERAL (SELECT count(*) AS turned FROM unnest(d.turns) AS u(moment) WHERE u.moment < at) n ON d.turns IS NOT NULL
    WHERE (only_office IS NULL OR d.office_id = only_office) AND (d.month BETWEEN -last_year AND -first_year OR d.month BETWEEN before_from AND before_to OR d.month BETWEEN after_from AND after_to) GROUP BY 1, 2, 3),
  always AS (SELECT g.id AS gid, k.name AS kpi FROM groups g CROSS JOIN unnest(ARRAY['independence_share', 'anonymous_share', 'support_person_share', 'status_view_rate', 'status_freshness', 'remedy_rate',
      'satisfaction_response', 'over_cap_share', 'zero_fee_share', 'trust_return_rate', 'fee_to_complain', 'satisfaction', 'named_party_access_events', 'language_coverage', 'within_target_first_reply',
      'within_target_triage', 'consent_coverage', 'vital_interest_referrals', 'retaliation_rate', 'retaliation_checked', 'reopen_rate', 'appeal_overturn_rate', 'mediated_agreement_rate']) AS k(name)),
  -- A median: how many values there are up to each eighth, then the one or two eighths it lies in.
  eighths AS MATERIALIZED (
    SELECT x.*, sum(x.counted) OVER (PARTITION BY x.gid, x.kpi, x.part ORDER BY x.eighth) - x.counted AS before, sum(x.counted) OVER (PARTITION BY x.gid, x.kpi, x.part) AS total FROM (
      SELECT CASE WHEN each_office THEN v.office_id END AS gid, v.kpi, v.part, v.eighth, sum(v.counted) AS counted FROM desk_value v
      WHERE (only_office IS NULL OR v.office_id = only_office) AND (v.month BETWEEN -last_year AND -first_year OR v.month BETWEEN before_from AND before_to OR v.month BETWEEN after_from AND after_to) GROUP BY 1, 2, 3, 4) x),
  asked AS (SELECT DISTINCT e.gid, e.kpi, e.part, e.total, q.name, q.share * (e.total - 1)::double precision AS place
    FROM eighths e JOIN (VALUES ('reply', 'ttfr_median', 0.5::double precision), ('reply', 'ttfr_p90', 0.9), ('closing', 'ttc_median', 0.5), ('repaid', 'remedy_value_median', 0.5)) AS q(kpi, name, share) USING (kpi)),
  needed AS MATERIALIZED (SELECT a.gid, a.kpi, a.part, a.total, a.name, a.place, min(e.eighth) AS low, max(e.eighth) AS high, min(e.before) AS before, sum(e.counted) AS counted
    FROM asked a JOIN eighths e ON e.gid IS NOT DISTINCT FROM a.gid AND e.kpi = a.kpi AND e.part = a.part AND e.before <= ceil(a.place) AND e.before + e.counted > floor(a.place) GROUP BY 1, 2, 3, 4, 5, 6),
  medians AS MATERIALIZED (
    SELECT n.gid, n.name, n.part, n.total, p.two[1] + (n.place - floor(n.place)) * (p.two[2] - p.two[1]) AS value
    FROM needed n CROSS JOIN LATERAL (
      SELECT percentile_disc(ARRAY[(floor(n.place) - n.before + 0.5) / n.counted, (ceil(n.place) - n.before + 0.5) / n.counted]::double precision[]) WITHIN GROUP (ORDER BY u.value) AS two
      FROM desk_value v CROSS JOIN LATERAL unnest(v."values") AS u(value)
      WHERE v.kpi = n.kpi AND v.part = n.part AND v.eighth IN (n.low, n.high) AND v.month > 0 AND (n.gid IS NULL OR v.office_id = n.gid)
        AND (only_office IS NULL OR v.office_id = only_office) AND (from_month IS NULL OR v.month >= from_month) AND (to_month IS NULL OR v.month <= to_month)) p),
  organisations AS (
    SELECT y.gid, count(*) FILTER (WHERE y.reports > 0) AS known, count(*) FILTER (WHERE y.reports >= 3) AS flagged,
      count(*) FILTER (WHERE y.closings > 0) AS closed, count(*) FILTER (WHERE y.closings > 0 AND y.since >= coalesce(from_month, 0)) AS again
    FROM (
      -- Of all months there is one row already.
      SELECT CASE WHEN each_office THEN m.office_id END AS gid, m.reports, m.closings, CASE WHEN is_by_office THEN m.since_in_office ELSE m.since_in_any END AS since
        FROM desk_organisation_month m WHERE is_always AND m.month = 0 AND CASE WHEN each_office THEN m.office_id IS NOT NULL ELSE m.office_id IS NOT DISTINCT FROM only_office END
      UNION ALL SELECT CASE WHEN each_office THEN m.office_id END, sum(m.reports), sum(m.closings), max(CASE WHEN is_by_office THEN m.since_in_office ELSE m.since_in_any END)
        FROM desk_organisation_month m WHERE NOT is_always AND (m.month BETWEEN -last_year AND -first_year OR m.month BETWEEN before_from AND before_to OR m.month BETWEEN after_from AND after_to)
          AND CASE WHEN each_office THEN m.office_id IS NOT NULL ELSE m.office_id IS NOT DISTINCT FROM only_office END GROUP BY 1, m.organisation_id) y GROUP BY 1)
  SELECT w.gid, w.kpi, NULL::text, coalesce(a.hits, 0), CASE WHEN w.kpi <> 'named_party_access_events' THEN coalesce(a.base, 0) END, CASE WHEN w.kpi = 'satisfaction' THEN a.amount / nullif(a.base, 0) END
    FROM always w LEFT JOIN added a ON a.gid IS NOT DISTINCT FROM w.gid AND a.kpi = w.kpi
  UNION ALL SELECT a.gid, a.kpi, a.part, a.hits, CASE WHEN a.kpi LIKE '%\_mix' THEN (sum(a.hits) OVER (PARTITION BY a.gid, a.kpi))::bigint ELSE a.base END, a.amount FROM added a WHERE a.part <> ''
  UNION ALL SELECT g.id, q.name, NULL, NULL, coalesce(m.total, 0)::bigint, m.value::numeric FROM groups g CROSS JOIN unnest(ARRAY['ttfr_median', 'ttfr_p90', 'ttc_median']) AS q(name)
    LEFT JOIN medians m ON m.gid IS NOT DISTINCT FROM g.id AND m.name = q.name
  UNION ALL SELECT m.gid, m.name, m.part, NULL, m.total::bigint, m.value::numeric FROM medians m WHERE m.name = 'remedy_value_median'
  UNION ALL SELECT g.id, q.name, NULL, q.hits, q.base, NULL FROM groups g LEFT JOIN organisations o ON o.gid IS NOT DISTINCT FROM g.id
    CROSS JOIN LATERAL (VALUES ('recurrence', coalesce(o.again, 0), coalesce(o.closed, 0)), ('systemic_flags', coalesce(o.flagged, 0), coalesce(o.known, 0))) AS q(name, hits, base)
  UNION ALL SELECT NULL, 'form_completion', f.locale, sum(f.sent), greatest(sum(f.started), sum(f.sent)), NULL FROM filing_day f
    WHERE only_office IS NULL AND NOT each_office AND (from_month IS NULL OR f.day >= (app.start_of_month(from_month) AT TIME ZONE 'Asia/Tokyo')::date)
      AND (to_month IS NULL OR f.day < (app.start_of_month(to_month + 1) AT TIME ZONE 'Asia/Tokyo')::date) GROUP BY f.locale;
END $$;

REVOKE ALL ON FUNCTION app.collect_desk_changes(), app.count_desk_months(timestamptz, integer), app.add_up_desk_years(uuid[], integer[]), app.returns_of_organisations(integer[], boolean), app.named_cases(integer[]),
  app.count_desk_organisations(integer), app.desk_counts(uuid, integer, integer, timestamptz, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.collect_desk_changes(), app.count_desk_months(timestamptz, integer), app.count_desk_organisations(integer),
  app.desk_counts(uuid, integer, integer, timestamptz, boolean) TO fair_passage_app;
