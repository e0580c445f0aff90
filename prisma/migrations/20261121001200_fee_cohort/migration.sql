-- What other workers paid the same party for the same: support for a payment nobody has papers of. Case staff ask about a payment
-- of a case they see; the answer crosses offices, so it is only ever about five other cases or more, one sum a case, and its
-- figures have two significant digits: with five cases a quartile is what one person paid.
CREATE FUNCTION app.two_digits(amount numeric) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN amount < 100 THEN round(amount) ELSE round(amount, 1 - floor(log(amount))::integer) END::bigint $$;

CREATE FUNCTION app.fee_cohort(of_case uuid, of_line uuid)
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
      app.two_digits(percentile_cont(0.25) WITHIN GROUP (ORDER BY paid.jpy)::numeric),
      app.two_digits(percentile_cont(0.75) WITHIN GROUP (ORDER BY paid.jpy)::numeric),
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
REVOKE ALL ON FUNCTION app.fee_cohort(uuid, uuid), app.two_digits(numeric) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.fee_cohort(uuid, uuid) TO fair_passage_app;

-- A payment is compared over its party.
CREATE INDEX fee_line_case_party_idx ON fee_line (case_party_id) WHERE case_party_id IS NOT NULL;
