-- Of several workers of a case the first who was written down counts, here as in app.statistic_facts: without an order it was any of
-- them, and two countings of the same case could differ. Nothing else of the functions is another than in migrations desk_counts and
-- measures_held_back.
CREATE OR REPLACE FUNCTION app.count_desk_months(made_at timestamptz, upto integer) RETURNS integer
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
    CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE p.kind IN ('proxy', 'support_person')) > 0 AS is_helped, (array_agg(p.sex ORDER BY p.created_at, p.id) FILTER (WHERE p.kind = 'worker'))[1] AS sex FROM case_person p WHERE p.case_id = c.id) p
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

CREATE OR REPLACE FUNCTION app.kpi_counts(only_office uuid, from_at timestamptz, to_at timestamptz, at timestamptz)
RETURNS TABLE (kpi text, part text, hits bigint, base bigint, amount numeric)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET work_mem = '64MB' SET plan_cache_mode = force_custom_plan AS $$
#variable_conflict use_column
BEGIN
  IF app.actor_kind() <> 'staff' THEN RAISE EXCEPTION 'measures are for staff' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF app.staff_role() <> 'administrator' AND only_office IS DISTINCT FROM app.office_id() THEN
    RAISE EXCEPTION 'only the own office' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
  WITH c AS MATERIALIZED (
    SELECT k.id, k.state, k.channel, k.language, k.is_anonymous, k.in_statistics, k.assignee_id, k.first_reply_at, k.received_at, k.closed_at,
      k.severity, k.next_due_at, k.scheme, k.origin, k.is_admissible, k.closing_code, k.over_line_count, k.ruled_line_count, k.paid_answer
    FROM cases k WHERE NOT k.is_test AND k.erased_at IS NULL AND k.closing_code IS DISTINCT FROM 'duplicate_merged'
      AND (only_office IS NULL OR k.office_id = only_office) AND (from_at IS NULL OR k.received_at >= from_at) AND (to_at IS NULL OR k.received_at < to_at)),
  ties AS MATERIALIZED (SELECT e.case_id, (e.detail->>'staffId')::uuid AS staff_id, min(e.at) AS since FROM audit_event e JOIN c ON c.id = e.case_id
      WHERE e.action = 'case.conflict_declared' AND e.detail ? 'staffId' GROUP BY 1, 2),
  late AS MATERIALIZED (SELECT DISTINCT d.case_id FROM deadline d JOIN c ON c.id = d.case_id WHERE d.kind IN ('status_update', 'first_reply') AND d.met_at IS NULL
      AND d.cancelled_at IS NULL AND d.paused_at IS NULL AND d.due_at < at),
  looked AS MATERIALIZED (SELECT DISTINCT e.case_id FROM audit_event e JOIN c ON c.id = e.case_id WHERE e.actor_kind = 'worker'),
  helped AS MATERIALIZED (SELECT DISTINCT p.case_id FROM case_person p JOIN c ON c.id = p.case_id WHERE p.kind IN ('proxy', 'support_person')),
  remedied AS MATERIALIZED (SELECT DISTINCT r.case_id FROM remedy r JOIN c ON c.id = r.case_id WHERE r.delivered_at IS NOT NULL),
  each_case AS MATERIALIZED (SELECT c.*, (tie.case_id IS NOT NULL) AS is_tied, (late.case_id IS NOT NULL) AS is_late, (looked.case_id IS NOT NULL) AS is_looked_at,
      (helped.case_id IS NOT NULL) AS is_helped, (remedied.case_id IS NOT NULL) AS is_remedied
    FROM c LEFT JOIN ties tie ON tie.case_id = c.id AND tie.staff_id = c.assignee_id LEFT JOIN late ON late.case_id = c.id
      LEFT JOIN looked ON looked.case_id = c.id LEFT JOIN helped ON helped.case_id = c.id LEFT JOIN remedied ON remedied.case_id = c.id),
  one AS (SELECT count(*) AS cases,
      count(*) FILTER (WHERE assignee_id IS NOT NULL AND NOT is_tied) AS untied, count(assignee_id) AS assigned,
      count(*) FILTER (WHERE in_statistics) AS agreed, count(*) FILTER (WHERE in_statistics AND is_anonymous) AS anonymous,
      count(*) FILTER (WHERE in_statistics AND is_helped) AS helped, count(*) FILTER (WHERE in_statistics AND is_looked_at) AS looked_at,
      count(first_reply_at) AS replied,
      percentile_cont(ARRAY[0.5, 0.9]) WITHIN GROUP (ORDER BY extract(epoch FROM first_reply_at - received_at) / 3600) AS reply_hours,
      count(closed_at) AS closed, percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM closed_at - received_at) / 3600) AS closing_hours,
      count(*) FILTER (WHERE state <> 'closed') AS open, count(*) FILTER (WHERE state <> 'closed' AND NOT is_late) AS fresh,
      count(*) FILTER (WHERE state = 'closed') AS ended,
      count(*) FILTER (WHERE state = 'closed' AND is_admissible AND in_statistics) AS decided,
      count(*) FILTER (WHERE state = 'closed' AND is_admissible AND in_statistics AND is_remedied) AS remedied,
      coalesce(sum(over_line_count) FILTER (WHERE in_statistics), 0) AS over_lines, coalesce(sum(ruled_line_count) FILTER (WHERE in_statistics), 0) AS ruled_lines,
      count(*) FILTER (WHERE in_statistics AND paid_answer = 'no') AS paid_nothing, count(*) FILTER (WHERE in_statistics AND paid_answer IN ('yes', 'no')) AS paid_answers
    FROM each_case),
  promises AS (
    SELECT d.kind, count(*) FILTER (WHERE d.met_at <= d.due_at) AS kept, count(*) AS made FROM deadline d JOIN c ON c.id = d.case_id
    WHERE d.kind IN ('first_reply', 'triage_decision') AND d.cancelled_at IS NULL AND (d.met_at IS NOT NULL OR (d.due_at <= at AND d.paused_at IS NULL)) GROUP BY 1),
  surveys AS MATERIALIZED (SELECT s.case_id, s.score, s.would_return, s.paid_to_complain FROM satisfaction_survey s JOIN c ON c.id = s.case_id),
  moves AS MATERIALIZED (SELECT m.case_id, m.moved_at, m.to_state, m.closing_code, lead(m.to_state) OVER way AS next_state, lag(m.closing_code) OVER way AS last_code
      FROM state_move m JOIN c ON c.id = m.case_id WINDOW way AS (PARTITION BY m.case_id ORDER BY m.moved_at, m.id)),
  money AS MATERIALIZED (SELECT m.case_id, m.currency, sum(m.claimed) AS claimed, sum(m.repaid) AS repaid
      FROM app.remedy_money m JOIN c ON c.id = m.case_id WHERE c.in_statistics AND m.currency IS NOT NULL GROUP BY 1, 2),
  named AS MATERIALIZED (SELECT p.name_key, c.id, bool_or(p.role <> 'other') AS is_telling, c.state, c.is_admissible, c.received_at, c.closed_at
      FROM case_party p JOIN c ON c.id = p.case_id WHERE p.name_key IS NOT NULL GROUP BY p.name_key, c.id, c.state, c.is_admissible, c.received_at, c.closed_at),
  -- Of each organisation when a case was closed and when one came: whether one came within twelve months of the last closing before.
  turns AS (SELECT name_key, received_at AS turned_at, NULL::timestamptz AS closed_at FROM named WHERE is_admissible
      UNION ALL SELECT name_key, closed_at, closed_at FROM named WHERE is_telling AND state = 'closed' AND is_admissible AND closed_at IS NOT NULL),
  turned AS (SELECT name_key, turned_at, closed_at, max(closed_at) OVER (PARTITION BY name_key ORDER BY turned_at, closed_at NULLS LAST ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS last_closing FROM turns),
  again AS (SELECT name_key, bool_or(closed_at IS NULL AND turned_at > last_closing AND turned_at < last_closing + interval '12 months') AS came FROM turned
      GROUP BY name_key HAVING count(closed_at) > 0),
  gaps AS (SELECT unnest(ARRAY['anonymous:' || is_anonymous::text, 'scheme:' || scheme, 'origin:' || origin, 'sex:' || p.sex]) AS part, is_remedied
      FROM each_case LEFT JOIN LATERAL (SELECT p.sex FROM case_person p WHERE p.case_id = each_case.id AND p.kind = 'worker' ORDER BY p.created_at, p.id LIMIT 1) p ON true
      WHERE state = 'closed' AND in_statistics AND is_admissible)
  SELECT v.kpi, NULL::text, v.hits, v.base, v.amount FROM one CROSS JOIN LATERAL (VALUES
      ('independence_share', untied, assigned, NULL::numeric), ('anonymous_share', anonymous, agreed, NULL), ('support_person_share', helped, agreed, NULL),
      ('status_view_rate', looked_at, agreed, NULL), ('ttfr_median', NULL, replied, reply_hours[1]::numeric), ('ttfr_p90', NULL, replied, reply_hours[2]::numeric),
      ('ttc_median', NULL, closed, closing_hours::numeric), ('status_freshness', fresh, open, NULL), ('remedy_rate', remedied, decided, NULL),
      ('satisfaction_response', (SELECT count(DISTINCT case_id) FROM surveys WHERE score IS NOT NULL), ended, NULL),
      ('over_cap_share', over_lines, ruled_lines, NULL), ('zero_fee_share', paid_nothing, paid_answers, NULL)) AS v(kpi, hits, base, amount)
  UNION ALL SELECT v.kpi, NULL, v.hits, v.base, v.amount FROM (SELECT count(*) FILTER (WHERE would_return) AS back, count(would_return) AS asked,
      count(*) FILTER (WHERE paid_to_complain) AS paid, count(paid_to_complain) AS paid_of, count(*) FILTER (WHERE score >= 4) AS good, count(score) AS scored, avg(score) AS mean FROM surveys) s
    CROSS JOIN LATERAL (VALUES ('trust_return_rate', back, asked, NULL::numeric), ('fee_to_complain', paid, paid_of, NULL), ('satisfaction', good, scored, mean)) AS v(kpi, hits, base, amount)
  UNION ALL SELECT 'named_party_access_events', NULL, count(*), NULL, NULL FROM ties t JOIN audit_event e ON e.case_id = t.case_id AND e.actor_id = t.staff_id AND e.at > t.since WHERE e.action = 'case.read'
  UNION ALL SELECT 'language_coverage', NULL, count(*) FILTER (WHERE same), count(*), NULL FROM (SELECT bool_and(m.language = c.language) AS same FROM message m JOIN c ON c.id = m.case_id WHERE m.direction = 'to_worker' GROUP BY c.id) answered
  UNION ALL SELECT 'channel_mix', channel, count(*), sum(count(*)) OVER ()::bigint, NULL FROM c GROUP BY channel
  UNION ALL SELECT 'language_mix', language, count(*), sum(count(*)) OVER ()::bigint, NULL FROM c WHERE in_statistics GROUP BY language
  UNION ALL SELECT 'form_completion', f.locale, sum(f.sent), greatest(sum(f.started), sum(f.sent)), NULL FROM filing_day f
    WHERE only_office IS NULL AND (from_at IS NULL OR f.day >= (from_at AT TIME ZONE 'Asia/Tokyo')::date) AND (to_at IS NULL OR f.day < (to_at AT TIME ZONE 'Asia/Tokyo')::date) GROUP BY f.locale
  UNION ALL SELECT k.name, NULL, coalesce(p.kept, 0), coalesce(p.made, 0), NULL FROM (VALUES ('within_target_first_reply', 'first_reply'), ('within_target_triage', 'triage_decision')) AS k(name, kind) LEFT JOIN promises p ON p.kind = k.kind
  UNION ALL SELECT 'overdue_open', severity, count(*) FILTER (WHERE next_due_at < at), count(*), NULL FROM c WHERE state <> 'closed' GROUP BY severity
  UNION ALL SELECT 'remedy_value', currency, count(*) FILTER (WHERE repaid > 0), count(*), sum(repaid) FROM money GROUP BY currency
  UNION ALL SELECT 'remedy_claimed', currency, NULL, count(*), sum(claimed) FROM money WHERE claimed > 0 GROUP BY currency
  UNION ALL SELECT 'remedy_value_median', currency, NULL, count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY repaid)::numeric FROM money WHERE repaid > 0 GROUP BY currency
  UNION ALL SELECT v.kpi, NULL, v.hits, v.base, NULL FROM (SELECT count(*) AS sent, count(*) FILTER (WHERE r.consent_id IS NULL AND cardinality(r.vital_interest_by_ids) > 0) AS vital,
      count(*) FILTER (WHERE k.given_at <= r.sent_at AND (k.expires_at IS NULL OR k.expires_at > r.sent_at) AND (k.withdrawn_at IS NULL OR k.withdrawn_at > r.sent_at)) AS covered
      FROM referral r JOIN c ON c.id = r.case_id LEFT JOIN consent k ON k.id = r.consent_id WHERE r.sent_at IS NOT NULL) s
    CROSS JOIN LATERAL (VALUES ('consent_coverage', covered, sent - vital), ('vital_interest_referrals', vital, sent)) AS v(kpi, hits, base)
  UNION ALL SELECT v.kpi, NULL, v.hits, v.base, NULL FROM (SELECT count(*) FILTER (WHERE c.in_statistics AND d.outcome_code = 'yes') AS punished, count(*) FILTER (WHERE c.in_statistics AND d.outcome_code IN ('yes', 'no')) AS asked,
      count(*) FILTER (WHERE d.cancelled_at IS NULL AND d.met_at IS NOT NULL) AS checked, count(*) FILTER (WHERE d.cancelled_at IS NULL AND (d.met_at IS NOT NULL OR d.due_at <= at)) AS due
      FROM deadline d JOIN c ON c.id = d.case_id WHERE d.kind = 'retaliation_check') s
    CROSS JOIN LATERAL (VALUES ('retaliation_rate', punished, asked), ('retaliation_checked', checked, due)) AS v(kpi, hits, base)
  UNION ALL SELECT 'recurrence', NULL, count(*) FILTER (WHERE came), count(*), NULL FROM again
  UNION ALL SELECT 'systemic_flags', NULL, count(*) FILTER (WHERE reporters >= 3), count(*), NULL FROM (SELECT count(*) AS reporters FROM named GROUP BY name_key) organisations
  UNION ALL SELECT 'reopen_rate', NULL, count(DISTINCT case_id) FILTER (WHERE to_state = 'reopened'), count(DISTINCT case_id) FILTER (WHERE to_state = 'closed'), NULL FROM moves
  UNION ALL SELECT 'appeal_overturn_rate', NULL, count(*) FILTER (WHERE next_state = 'assigned' OR (next_state = 'closed' AND EXISTS (SELECT 1 FROM state_move n WHERE n.case_id = moves.case_id AND n.moved_at > moves.moved_at AND n.closing_code IS DISTINCT FROM moves.last_code))), count(*) FILTER (WHERE next_state IS NOT NULL), NULL FROM moves WHERE to_state = 'appeal'
  UNION ALL SELECT 'mediated_agreement_rate', NULL, count(*) FILTER (WHERE next_state = 'remedy_agreed'), count(*) FILTER (WHERE next_state IS NOT NULL AND next_state <> 'awaiting_worker'), NULL FROM moves WHERE to_state = 'mediation'
  UNION ALL SELECT 'outcome_gap', g.part, count(*) FILTER (WHERE g.is_remedied), count(*), NULL FROM gaps g WHERE g.part IS NOT NULL GROUP BY g.part;
END $$;

-- Cases with several workers are counted again.
INSERT INTO desk_change (case_id) SELECT p.case_id FROM case_person p WHERE p.kind = 'worker' GROUP BY p.case_id HAVING count(*) > 1;
