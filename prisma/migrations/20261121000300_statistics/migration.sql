-- Aggregates for administrators and supervisors, who reach them without reaching a case (docs/domain-model.md, "Statistics").
-- The functions run with the rights of the schema's owner, refuse everybody else, and can only count: no row, id, text or
-- single amount comes out. Small cells are held back afterwards, in lib/domain/statistics/suppress.ts, where a total can be seen too.
-- Counted is who agreed to be counted, once: no tests, no duplicates merged into another case.

-- Everything the functions read, so that the wide rows of cases stay untouched.
CREATE INDEX cases_statistics_idx ON cases (received_at)
  INCLUDE (scheme, origin, state, severity, grievance_codes, closing_code, paid_answer, has_paid_sending, paid_sending_jpy, has_paid_broker, paid_broker_jpy, paid_total_jpy, in_debt, debt_jpy)
  WHERE in_statistics AND NOT is_test AND closing_code IS DISTINCT FROM 'duplicate_merged';

CREATE FUNCTION app.refuse_unless_counting() RETURNS void LANGUAGE plpgsql STABLE AS $$
BEGIN
  IF app.actor_kind() <> 'staff' OR app.staff_role() NOT IN ('supervisor', 'administrator') THEN
    RAISE EXCEPTION 'statistics are for supervisors and administrators' USING ERRCODE = 'insufficient_privilege';
  END IF;
END $$;

-- The measures of the survey by country of origin. An average is a sum over those who paid (or owe) and named an amount; yen.
-- Received from from_at on and before to_at; null leaves a side open. A null scheme takes every scheme, a null origin is kept as such.
CREATE FUNCTION app.survey_by_origin(from_at timestamptz, to_at timestamptz, only_scheme text)
RETURNS TABLE (
  origin text, reports bigint, answered_paid bigint,
  paid_sending bigint, sending_amounts bigint, sending_jpy bigint,
  paid_broker bigint, broker_amounts bigint, broker_jpy bigint,
  paid_amounts bigint, paid_jpy bigint,
  answered_debt bigint, in_debt bigint, debt_amounts bigint, debt_jpy bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $$
#variable_conflict use_column
BEGIN
  PERFORM app.refuse_unless_counting();
  RETURN QUERY
    SELECT c.origin, count(*), count(*) FILTER (WHERE c.paid_answer IN ('yes', 'no')),
      count(*) FILTER (WHERE c.has_paid_sending), count(c.paid_sending_jpy) FILTER (WHERE c.has_paid_sending), coalesce(sum(c.paid_sending_jpy) FILTER (WHERE c.has_paid_sending), 0)::bigint,
      count(*) FILTER (WHERE c.has_paid_broker), count(c.paid_broker_jpy) FILTER (WHERE c.has_paid_broker), coalesce(sum(c.paid_broker_jpy) FILTER (WHERE c.has_paid_broker), 0)::bigint,
      count(*) FILTER (WHERE c.paid_total_jpy > 0), sum(c.paid_total_jpy)::bigint,
      count(c.in_debt), count(*) FILTER (WHERE c.in_debt), count(c.debt_jpy) FILTER (WHERE c.in_debt), coalesce(sum(c.debt_jpy) FILTER (WHERE c.in_debt), 0)::bigint
    FROM cases c
    WHERE c.in_statistics AND NOT c.is_test AND c.closing_code IS DISTINCT FROM 'duplicate_merged'
      AND (from_at IS NULL OR c.received_at >= from_at) AND (to_at IS NULL OR c.received_at < to_at)
      AND (only_scheme IS NULL OR c.scheme = only_scheme)
    GROUP BY c.origin;
END $$;

-- How many reports by state, severity, grievance or month of receipt (Japan time). A report names several grievances and counts in each;
-- the row without a cell counts every report once.
CREATE FUNCTION app.case_counts(dimension text, from_at timestamptz, to_at timestamptz, only_scheme text)
RETURNS TABLE (cell text, reports bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $$
#variable_conflict use_column
DECLARE starts timestamptz[];
BEGIN
  PERFORM app.refuse_unless_counting();
  IF dimension NOT IN ('state', 'severity', 'grievance', 'month') THEN
    RAISE EXCEPTION 'not a dimension: %', dimension USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF dimension = 'month' THEN
    -- Month by month through a list of their first moments: three times as fast as a calendar sum for every row.
    SELECT coalesce(array_agg(m AT TIME ZONE 'Asia/Tokyo' ORDER BY m), ARRAY[now()]) INTO starts FROM (
      SELECT date_trunc('month', min(c.received_at) AT TIME ZONE 'Asia/Tokyo') AS first, max(c.received_at) AT TIME ZONE 'Asia/Tokyo' AS last FROM cases c
      WHERE c.in_statistics AND NOT c.is_test AND c.closing_code IS DISTINCT FROM 'duplicate_merged') span, generate_series(first, last, interval '1 month') AS m;
    RETURN QUERY SELECT to_char(starts[m.place] AT TIME ZONE 'Asia/Tokyo', 'YYYY-MM'), m.reports FROM (
      SELECT width_bucket(c.received_at, starts) AS place, count(*) AS reports FROM cases c
      WHERE c.in_statistics AND NOT c.is_test AND c.closing_code IS DISTINCT FROM 'duplicate_merged'
        AND (from_at IS NULL OR c.received_at >= from_at) AND (to_at IS NULL OR c.received_at < to_at)
        AND (only_scheme IS NULL OR c.scheme = only_scheme)
      GROUP BY GROUPING SETS ((1), ())) m;
  ELSIF dimension = 'grievance' THEN
    RETURN QUERY WITH sets AS MATERIALIZED (
      SELECT c.grievance_codes AS codes, count(*) AS reports FROM cases c
      WHERE c.in_statistics AND NOT c.is_test AND c.closing_code IS DISTINCT FROM 'duplicate_merged'
        AND (from_at IS NULL OR c.received_at >= from_at) AND (to_at IS NULL OR c.received_at < to_at)
        AND (only_scheme IS NULL OR c.scheme = only_scheme)
      GROUP BY 1)
    SELECT code, sum(s.reports)::bigint FROM sets s, unnest(s.codes) AS code GROUP BY code
    UNION ALL SELECT NULL, coalesce(sum(s.reports), 0)::bigint FROM sets s;
  ELSE
    RETURN QUERY SELECT CASE dimension WHEN 'state' THEN c.state ELSE c.severity END, count(*) FROM cases c
    WHERE c.in_statistics AND NOT c.is_test AND c.closing_code IS DISTINCT FROM 'duplicate_merged'
      AND (from_at IS NULL OR c.received_at >= from_at) AND (to_at IS NULL OR c.received_at < to_at)
      AND (only_scheme IS NULL OR c.scheme = only_scheme)
    GROUP BY GROUPING SETS ((1), ());
  END IF;
END $$;

REVOKE ALL ON FUNCTION app.refuse_unless_counting(), app.survey_by_origin(timestamptz, timestamptz, text), app.case_counts(text, timestamptz, timestamptz, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.survey_by_origin(timestamptz, timestamptz, text), app.case_counts(text, timestamptz, timestamptz, text) TO fair_passage_app;
