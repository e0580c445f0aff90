-- The measures: erased cases are in none of them, what is about workers counts those who agreed, money is that of the remedies
-- (app.remedy_money), and a million cases are read once.

-- Each measure as counts: `hits` of `base`, or `amount` (hours, yen, minor units, a mean) over `base` people. `part` divides one (a
-- severity, a language, a currency). A supervisor or caseworker counts the own office, an administrator one office or all (null).
-- Time runs from the first submission; duplicates, tests and erased cases are left out.
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
      FROM each_case LEFT JOIN LATERAL (SELECT p.sex FROM case_person p WHERE p.case_id = each_case.id AND p.kind = 'worker' LIMIT 1) p ON true
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

-- Who looks at one office after the other beside all of them works out what was held back: to hold back more, an administrator's
-- page counts every office. Nobody else gets more than the own.
CREATE FUNCTION app.kpi_counts_by_office(from_at timestamptz, to_at timestamptz, at timestamptz)
RETURNS TABLE (office_id uuid, kpi text, part text, hits bigint, base bigint, amount numeric)
LANGUAGE sql STABLE SECURITY INVOKER SET search_path = public, pg_temp AS $$
  SELECT o.id, k.kpi, k.part, k.hits, k.base, k.amount FROM office o CROSS JOIN LATERAL app.kpi_counts(o.id, from_at, to_at, at) k WHERE app.staff_role() = 'administrator' $$;
REVOKE ALL ON FUNCTION app.kpi_counts_by_office(timestamptz, timestamptz, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.kpi_counts_by_office(timestamptz, timestamptz, timestamptz) TO fair_passage_app;

-- What moved with a merge names the cases of all offices: only the functions that take it back read it.
REVOKE SELECT ON party_merge FROM fair_passage_app;
GRANT SELECT (id, from_id, into_id, reason, office_id, merged_by_id, merged_by_name, merged_at, undone_at, undone_by_id) ON party_merge TO fair_passage_app;
