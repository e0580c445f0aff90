-- As in migration statistic_facts. The planner cannot know how many reports come behind a place in the log, and joined some thousand
-- payments with some thousand verdicts one by one: now a page is a list of ids, and everything else is looked up in it and hashed.

-- The coded facts of the next reports that changed after a place in the log: a JSON list of lists, and the place of the last one.
-- [ref] of one that is not counted or not counted any more; else what lib/domain/statistics/columns/facts.ts names, in its order.
-- Codes, whole numbers, months; no word, no day, no id but `ref`, which leads nowhere.
CREATE OR REPLACE FUNCTION app.statistic_facts(after_change text, after_ref bigint, upto integer) RETURNS TABLE (last_change text, last_ref bigint, read_rows integer, facts text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET plan_cache_mode = force_custom_plan SET enable_nestloop = off AS $$
DECLARE ids uuid[]; refs bigint[]; changes text[];
BEGIN
  PERFORM app.refuse_unless_system();
  SELECT array_agg(p.case_id ORDER BY p.changed, p.ref), array_agg(p.ref ORDER BY p.changed, p.ref), array_agg(p.changed::text ORDER BY p.changed, p.ref) INTO ids, refs, changes FROM (
    SELECT s.ref, s.case_id, s.changed FROM statistic_change s WHERE (s.changed, s.ref) > (after_change::xid8, after_ref) ORDER BY s.changed, s.ref LIMIT upto) p;
  RETURN QUERY
  WITH page AS MATERIALIZED (SELECT u.case_id, u.ref FROM unnest(ids, refs) AS u (case_id, ref)),
  counted AS MATERIALIZED (
    SELECT p.ref, c.* FROM cases c JOIN page p ON p.case_id = c.id
      WHERE c.id = ANY (ids) AND c.in_statistics AND NOT c.is_test AND c.erased_at IS NULL AND c.closing_code IS DISTINCT FROM 'duplicate_merged'),
  newest AS MATERIALIZED (
    SELECT DISTINCT ON (a.case_id) a.case_id, a.result FROM fee_assessment a WHERE a.case_id = ANY (ids) ORDER BY a.case_id, a.assessed_at DESC, a.id DESC),
  verdicts AS MATERIALIZED (
    SELECT v."lineId" AS line_id, CASE WHEN v."isLikelyWithin" THEN NULL ELSE v.verdict END AS certain, v.verdict
      FROM newest n CROSS JOIN LATERAL jsonb_to_recordset(n.result->'lines') AS v ("lineId" uuid, verdict text, "isLikelyWithin" boolean)),
  payments AS (
    SELECT l.case_id, json_agg(json_build_array(l.payee_role, l.category, v.verdict, v.certain IS NOT NULL, left(l.paid_on, 7), l.jpy_minor) ORDER BY l.position, l.id) AS list
      FROM fee_line l LEFT JOIN verdicts v ON v.line_id = l.id
      WHERE l.case_id = ANY (ids) AND l.removed_at IS NULL AND l.split_at IS NULL GROUP BY l.case_id),
  people AS (
    SELECT DISTINCT ON (p.case_id) p.case_id, p.sex, p.age_band, p.sector FROM case_person p WHERE p.case_id = ANY (ids) AND p.kind = 'worker' ORDER BY p.case_id, p.created_at, p.id),
  signs AS (
    SELECT i.case_id, json_agg(i.indicator) AS list FROM indicator_finding i WHERE i.case_id = ANY (ids) AND i.judgement IS DISTINCT FROM 'absent' GROUP BY i.case_id),
  remedied AS (SELECT DISTINCT r.case_id FROM remedy r WHERE r.case_id = ANY (ids) AND r.delivered_at IS NOT NULL),
  jobs AS (SELECT j.case_id, j.programmes FROM placement j WHERE j.case_id = ANY (ids)),
  told AS (
    SELECT c.ref, json_build_array(c.ref, o.code,
        (extract(year FROM c.received_at AT TIME ZONE 'Asia/Tokyo') * 12 + extract(month FROM c.received_at AT TIME ZONE 'Asia/Tokyo') - 1)::integer,
        c.origin, c.corridor, c.scheme, c.channel, c.language, c.severity, c.state, c.closing_code, c.fee_verdict, w.sex, w.age_band, w.sector,
        c.grievance_codes, s.list, j.programmes, c.is_anonymous, c.is_admissible, r.case_id IS NOT NULL, c.paid_answer, c.fee_line_count, c.has_paid_sending, c.has_paid_broker, c.in_debt,
        c.tells_pay, c.ruled_line_count, c.over_line_count, c.paid_total_jpy, c.paid_sending_jpy, c.paid_broker_jpy, c.above_cap_jpy, c.above_zero_fee_jpy, c.recruitment_cost_jpy,
        c.first_month_jpy, c.last_month_jpy, c.debt_jpy, c.yearly_interest_bp, c.told_gap_jpy, c.told_pay_gap_jpy, c.deductions_jpy, c.claimed_jpy, c.repaid_jpy, m.list) AS row
      FROM counted c JOIN office o ON o.id = c.office_id LEFT JOIN payments m ON m.case_id = c.id LEFT JOIN people w ON w.case_id = c.id LEFT JOIN signs s ON s.case_id = c.id
        LEFT JOIN remedied r ON r.case_id = c.id LEFT JOIN jobs j ON j.case_id = c.id)
  SELECT changes[cardinality(changes)], refs[cardinality(refs)], coalesce(cardinality(refs), 0),
    (SELECT coalesce(json_agg(coalesce(t.row, json_build_array(p.ref))), '[]')::text FROM page p LEFT JOIN told t ON t.ref = p.ref);
END $$;
