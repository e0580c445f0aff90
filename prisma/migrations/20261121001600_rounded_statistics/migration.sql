-- Two filters that differ by one person differ by that person's amount: sums and means of the recruitment cost leave the database
-- with three significant digits, so that taking one from the other tells little. Counts stay: small ones are held back, and what they tell is
-- seen beside all others (lib/domain/statistics/shown-*.ts). Months of pay are shown in tenths, which is no more than three digits.
CREATE FUNCTION app.three_digits(amount numeric) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT round(amount, least(0, 3 - length(trunc(abs(amount))::text)))::bigint $$;
REVOKE ALL ON FUNCTION app.three_digits(numeric) FROM PUBLIC;

-- As in migration recruitment_cost; mean and sums are rounded.
CREATE OR REPLACE FUNCTION app.recruitment_cost_by_origin(from_at timestamptz, to_at timestamptz, only_scheme text)
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
      SELECT GROUPING(k.origin) = 1 AS is_total, k.origin, count(*) AS reports, count(k.cost) AS costs, app.three_digits(avg(k.cost)) AS mean_cost,
        count(k.first) AS f_n, count(*) FILTER (WHERE k.cost > k.first) AS f1, count(*) FILTER (WHERE k.cost > 2 * k.first) AS f2, count(*) FILTER (WHERE k.cost > 3 * k.first) AS f3,
        avg(k.cost::float8 / k.first) AS f_mean, (sum(k.cost) FILTER (WHERE k.first IS NOT NULL))::float8 / sum(k.first)::float8 AS f_ratio,
        percentile_cont(ARRAY[0.25, 0.5, 0.75, 0.8]) WITHIN GROUP (ORDER BY k.cost::float8 / k.first) AS f_at,
        count(k.last) AS l_n, count(*) FILTER (WHERE k.cost > k.last) AS l1, count(*) FILTER (WHERE k.cost > 2 * k.last) AS l2, count(*) FILTER (WHERE k.cost > 3 * k.last) AS l3,
        avg(k.cost::float8 / k.last) AS l_mean, (sum(k.cost) FILTER (WHERE k.last IS NOT NULL))::float8 / sum(k.last)::float8 AS l_ratio,
        percentile_cont(ARRAY[0.25, 0.5, 0.75, 0.8]) WITHIN GROUP (ORDER BY k.cost::float8 / k.last) AS l_at,
        count(*) FILTER (WHERE k.ruled > 0) AS judged, count(*) FILTER (WHERE k.over > 0) AS judged_over, sum(k.ruled)::bigint AS ruled, sum(k.over)::bigint AS over,
        count(k.zero) AS assessed, count(*) FILTER (WHERE k.zero > 0) AS zeros, app.three_digits(coalesce(sum(k.zero), 0)) AS zero_jpy,
        count(*) FILTER (WHERE k.cap > 0) AS caps, app.three_digits(coalesce(sum(k.cap), 0)) AS cap_jpy
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

-- As in migration fee_cohort; the middle comes out from five other cases on, quartiles from ten on: of five they are one person's.
CREATE OR REPLACE FUNCTION app.fee_cohort(of_case uuid, of_line uuid)
RETURNS TABLE (n integer, median_jpy bigint, p25_jpy bigint, p75_jpy bigint, quarter text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE about record;
BEGIN
  IF NOT app.is_case_staff() THEN RAISE EXCEPTION 'only case staff compare payments' USING ERRCODE = 'insufficient_privilege'; END IF;
  SELECT l.category, p.role, p.party_id, p.name_key, c.corridor, c.scheme, left(l.paid_on, 4) AS year,
      (substring(l.paid_on FROM 6 FOR 2)::integer + 2) / 3 AS quarter
    INTO about
    FROM fee_line l JOIN cases c ON c.id = l.case_id JOIN case_party p ON p.id = l.case_party_id
    WHERE l.id = of_line AND c.id = of_case AND c.office_id = app.office_id() AND c.erased_at IS NULL
      AND l.removed_at IS NULL AND l.split_at IS NULL AND length(l.paid_on) >= 7 AND l.category IS NOT NULL
      AND c.corridor IS NOT NULL AND c.scheme IS NOT NULL AND (p.party_id IS NOT NULL OR p.name_key IS NOT NULL);
  IF NOT FOUND THEN RETURN; END IF;
  RETURN QUERY
    SELECT count(*)::integer,
      app.two_digits(percentile_cont(0.5) WITHIN GROUP (ORDER BY paid.jpy)::numeric),
      CASE WHEN count(*) >= 10 THEN app.two_digits(percentile_cont(0.25) WITHIN GROUP (ORDER BY paid.jpy)::numeric) END,
      CASE WHEN count(*) >= 10 THEN app.two_digits(percentile_cont(0.75) WITHIN GROUP (ORDER BY paid.jpy)::numeric) END,
      about.year || '-Q' || about.quarter
    FROM (
      SELECT sum(l.jpy_minor) AS jpy
        FROM case_party p
        JOIN cases c ON c.id = p.case_id
        JOIN fee_line l ON l.case_party_id = p.id
        WHERE (p.party_id = about.party_id
            -- The name decides only while one of the two is not linked to the register.
            OR (p.name_key = about.name_key AND p.role = about.role AND (p.party_id IS NULL OR about.party_id IS NULL)))
          AND c.id <> of_case AND c.corridor = about.corridor AND c.scheme = about.scheme
          AND c.in_statistics AND NOT c.is_test AND c.erased_at IS NULL AND c.closing_code IS DISTINCT FROM 'duplicate_merged'
          AND l.category = about.category AND l.removed_at IS NULL AND l.split_at IS NULL AND l.jpy_minor IS NOT NULL
          AND length(l.paid_on) >= 7 AND left(l.paid_on, 4) = about.year
          AND (substring(l.paid_on FROM 6 FOR 2)::integer + 2) / 3 = about.quarter
        GROUP BY c.id
    ) paid
    HAVING count(*) >= 5;
END $$;
