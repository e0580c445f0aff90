-- What recruitment cost in months of pay, by country of origin and over all (docs/domain-model.md, "Statistics"; ADR 009).
-- As survey_by_origin: only supervisors and administrators, the own office or all, who agreed to be counted, once.
-- A mean or a sum over one person is that person's amount, and the middle of five is somebody's own: so nothing but counts comes
-- out of fewer than five people. Under ten the highest fifth is one person and a quartile two: those come out from ten on.
-- The rest is held back in lib/domain/statistics/shown-recruitment-cost.ts, where a total can be seen too.

-- The columns the function reads that cases_statistics_idx does not hold.
DROP INDEX cases_statistics_idx;
CREATE INDEX cases_statistics_idx ON cases (received_at)
  INCLUDE (scheme, origin, state, severity, grievance_codes, closing_code, office_id, paid_answer, has_paid_sending, paid_sending_jpy, has_paid_broker, paid_broker_jpy, paid_total_jpy, in_debt, debt_jpy,
    recruitment_cost_jpy, first_month_jpy, last_month_jpy, ruled_line_count, over_line_count, above_cap_jpy, above_zero_fee_jpy)
  WHERE in_statistics AND NOT is_test AND closing_code IS DISTINCT FROM 'duplicate_merged';

-- One row for each country, for who did not say one (origin null), and for all (is_total); percentiles do not add up, so all is its own row.
-- costs: people whose cost is known. first_*, last_*: people whose cost and first (last) month's earnings are known, in months of earnings;
-- the mean of everybody's own ratio, the ratio of the two means, percentiles by linear interpolation, people above 1, 2, 3 months.
-- judged: people with a payment that a rule in force covers; judged_over: people with one above the limit; *_lines: their payments.
-- assessed: people whose amounts to ask back are known; above_zero, above_cap: those with any.
CREATE FUNCTION app.recruitment_cost_by_origin(from_at timestamptz, to_at timestamptz, only_scheme text)
RETURNS TABLE (
  is_total boolean, origin text, reports bigint, costs bigint, mean_cost_jpy bigint,
  first_n bigint, first_above_1 bigint, first_above_2 bigint, first_above_3 bigint,
  first_mean_of_ratios float8, first_ratio_of_means float8, first_median float8, first_p25 float8, first_p75 float8, first_p80 float8,
  last_n bigint, last_above_1 bigint, last_above_2 bigint, last_above_3 bigint,
  last_mean_of_ratios float8, last_ratio_of_means float8, last_median float8, last_p25 float8, last_p75 float8, last_p80 float8,
  judged bigint, judged_over bigint, ruled_lines bigint, over_lines bigint,
  assessed bigint, above_zero bigint, above_zero_jpy bigint, above_cap bigint, above_cap_jpy bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $$
#variable_conflict use_column
DECLARE
  only_office uuid := app.counted_office();
  few CONSTANT int := 5;
  few_for_quartiles CONSTANT int := 10;
BEGIN
  PERFORM app.refuse_unless_counting();
  RETURN QUERY
    WITH counted AS (
      SELECT c.origin, c.recruitment_cost_jpy AS cost, c.ruled_line_count AS ruled, c.over_line_count AS over, c.above_zero_fee_jpy AS zero, c.above_cap_jpy AS cap,
        CASE WHEN c.recruitment_cost_jpy IS NOT NULL AND c.first_month_jpy > 0 THEN c.first_month_jpy END AS first,
        CASE WHEN c.recruitment_cost_jpy IS NOT NULL AND c.last_month_jpy > 0 THEN c.last_month_jpy END AS last
      FROM cases c
      WHERE c.in_statistics AND NOT c.is_test AND c.closing_code IS DISTINCT FROM 'duplicate_merged' AND (only_office IS NULL OR c.office_id = only_office)
        AND (from_at IS NULL OR c.received_at >= from_at) AND (to_at IS NULL OR c.received_at < to_at)
        AND (only_scheme IS NULL OR c.scheme = only_scheme)
    ), sums AS (
      SELECT GROUPING(k.origin) = 1 AS is_total, k.origin, count(*) AS reports, count(k.cost) AS costs, round(avg(k.cost))::bigint AS mean_cost,
        count(k.first) AS f_n, count(*) FILTER (WHERE k.cost > k.first) AS f1, count(*) FILTER (WHERE k.cost > 2 * k.first) AS f2, count(*) FILTER (WHERE k.cost > 3 * k.first) AS f3,
        avg(k.cost::float8 / k.first) AS f_mean, (sum(k.cost) FILTER (WHERE k.first IS NOT NULL))::float8 / sum(k.first)::float8 AS f_ratio,
        percentile_cont(ARRAY[0.25, 0.5, 0.75, 0.8]) WITHIN GROUP (ORDER BY k.cost::float8 / k.first) AS f_at,
        count(k.last) AS l_n, count(*) FILTER (WHERE k.cost > k.last) AS l1, count(*) FILTER (WHERE k.cost > 2 * k.last) AS l2, count(*) FILTER (WHERE k.cost > 3 * k.last) AS l3,
        avg(k.cost::float8 / k.last) AS l_mean, (sum(k.cost) FILTER (WHERE k.last IS NOT NULL))::float8 / sum(k.last)::float8 AS l_ratio,
        percentile_cont(ARRAY[0.25, 0.5, 0.75, 0.8]) WITHIN GROUP (ORDER BY k.cost::float8 / k.last) AS l_at,
        count(*) FILTER (WHERE k.ruled > 0) AS judged, count(*) FILTER (WHERE k.over > 0) AS judged_over, sum(k.ruled)::bigint AS ruled, sum(k.over)::bigint AS over,
        count(k.zero) AS assessed, count(*) FILTER (WHERE k.zero > 0) AS zeros, coalesce(sum(k.zero), 0)::bigint AS zero_jpy,
        count(*) FILTER (WHERE k.cap > 0) AS caps, coalesce(sum(k.cap), 0)::bigint AS cap_jpy
      FROM counted k GROUP BY GROUPING SETS ((k.origin), ())
    )
    SELECT s.is_total, s.origin, s.reports, s.costs, CASE WHEN s.costs >= few THEN s.mean_cost END,
      s.f_n, s.f1, s.f2, s.f3, CASE WHEN s.f_n >= few THEN s.f_mean END, CASE WHEN s.f_n >= few THEN s.f_ratio END, CASE WHEN s.f_n >= few THEN s.f_at[2] END,
      CASE WHEN s.f_n >= few_for_quartiles THEN s.f_at[1] END, CASE WHEN s.f_n >= few_for_quartiles THEN s.f_at[3] END, CASE WHEN s.f_n >= few_for_quartiles THEN s.f_at[4] END,
      s.l_n, s.l1, s.l2, s.l3, CASE WHEN s.l_n >= few THEN s.l_mean END, CASE WHEN s.l_n >= few THEN s.l_ratio END, CASE WHEN s.l_n >= few THEN s.l_at[2] END,
      CASE WHEN s.l_n >= few_for_quartiles THEN s.l_at[1] END, CASE WHEN s.l_n >= few_for_quartiles THEN s.l_at[3] END, CASE WHEN s.l_n >= few_for_quartiles THEN s.l_at[4] END,
      s.judged, s.judged_over, CASE WHEN s.judged >= few THEN s.ruled END, CASE WHEN s.judged >= few THEN s.over END,
      s.assessed, s.zeros, CASE WHEN s.zeros = 0 OR s.zeros >= few THEN s.zero_jpy END, s.caps, CASE WHEN s.caps = 0 OR s.caps >= few THEN s.cap_jpy END
    FROM sums s;
END $$;

REVOKE ALL ON FUNCTION app.recruitment_cost_by_origin(timestamptz, timestamptz, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.recruitment_cost_by_origin(timestamptz, timestamptz, text) TO fair_passage_app;
