-- A changed rule or rate: open cases with payments are judged again. Nobody sees the cases of all offices, so the system reads the
-- codes and amounts a verdict needs through these functions, never a sealed word, and puts the new verdict beside the old ones.

CREATE FUNCTION app.must_be_system() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system judges cases anew'; END IF;
END $$;

-- How many open cases have payments that a rule for these countries may be about; none named: every country. A case whose country
-- was not told may be one of them. A count and nothing else, for the administrator who changes a rule.
CREATE FUNCTION app.count_fee_cases(countries text[]) RETURNS integer LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.actor_kind() <> 'system' AND NOT app.is_administrator() THEN RAISE EXCEPTION 'only an administrator counts these cases'; END IF;
  RETURN (SELECT count(*) FROM cases c WHERE c.state <> 'closed' AND c.erased_at IS NULL AND c.fee_line_count > 0
    AND (cardinality(countries) = 0 OR c.origin IS NULL OR c.origin = ANY (countries)));
END $$;

-- How many open cases have a payment that went through one of these rates, or would: of the currency, or any payment where the
-- currency is one that sums are turned into, in a period named, or in one that has no rate of its own.
CREATE FUNCTION app.count_fee_cases_at_rates(currencies text[], into_currencies text[], periods text[]) RETURNS integer
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.actor_kind() <> 'system' AND NOT app.is_administrator() THEN RAISE EXCEPTION 'only an administrator counts these cases'; END IF;
  RETURN (SELECT count(*) FROM cases c WHERE c.state <> 'closed' AND c.erased_at IS NULL AND EXISTS (
    SELECT 1 FROM fee_line l WHERE l.case_id = c.id AND l.removed_at IS NULL AND l.split_at IS NULL AND l.currency IS NOT NULL
      AND ((l.currency = ANY (currencies) AND l.rate_override IS NULL) OR into_currencies && currencies)
      AND (l.paid_on IS NULL OR left(l.paid_on, 7) = ANY (periods) OR left(l.paid_on, 4) = ANY (periods) OR l.rate_basis IS DISTINCT FROM 'month')));
END $$;

-- The next open cases in the order of their ids, held until the transaction ends, with what a verdict needs. Amounts are text,
-- because JSON numbers lose digits. `before` is the verdict that officers know: while a difference is unseen, the one before it.
CREATE FUNCTION app.read_fee_cases(countries text[], behind uuid, how_many integer) RETURNS TABLE (id uuid, facts jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE picked uuid[];
BEGIN
  PERFORM app.must_be_system();
  SELECT array_agg(held.id) INTO picked FROM (
    SELECT c.id FROM cases c WHERE c.state <> 'closed' AND c.erased_at IS NULL AND c.fee_line_count > 0 AND (behind IS NULL OR c.id > behind)
      AND (cardinality(countries) = 0 OR c.origin IS NULL OR c.origin = ANY (countries))
    ORDER BY c.id LIMIT how_many FOR UPDATE OF c) held;
  -- A new statement, which sees what whoever held a case before has written.
  RETURN QUERY SELECT c.id, jsonb_build_object(
    'origin', c.origin, 'destination', c.destination, 'scheme', c.scheme, 'receivedAt', c.received_at,
    'placement', (SELECT jsonb_build_object('contractMonths', p.contract_months, 'contractSignedOn', p.contract_signed_on, 'workStartedOn', p.work_started_on,
        'workEndedOn', p.work_ended_on, 'isFirstJobAbroad', p.is_first_job_abroad, 'toldTotalMinor', p.told_total_minor::text, 'toldTotalCurrency', p.told_total_currency,
        'programmes', p.programmes, 'conditionsMet', p.conditions_met, 'conditionsNotMet', p.conditions_not_met) FROM placement p WHERE p.case_id = c.id),
    'lines', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'payeeRole', l.payee_role, 'casePartyId', l.case_party_id, 'category', l.category,
        'lumpCategories', l.lump_categories, 'amountMinor', l.amount_minor::text, 'amountMaxMinor', l.amount_max_minor::text, 'currency', l.currency,
        'precision', l.precision, 'paidOn', l.paid_on, 'refundedMinor', l.refunded_minor::text, 'rateOverride', trim_scale(l.rate_override)::text,
        'createdAt', l.created_at) ORDER BY l.position, l.id), '[]')
      FROM fee_line l WHERE l.case_id = c.id AND l.removed_at IS NULL AND l.split_at IS NULL),
    'wages', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', w.kind, 'amountMinor', w.amount_minor::text, 'currency', w.currency, 'forMonth', w.for_month)
        ORDER BY w.created_at, w.id), '[]') FROM wage_fact w WHERE w.case_id = c.id AND w.removed_at IS NULL),
    'before', (SELECT to_jsonb(a) FROM fee_assessment a WHERE a.case_id = c.id AND (c.fee_change_at IS NULL OR a.assessed_at < c.fee_change_at)
        ORDER BY a.assessed_at DESC, a.id DESC LIMIT 1),
    'latest', (SELECT to_jsonb(a) FROM fee_assessment a WHERE a.case_id = c.id ORDER BY a.assessed_at DESC, a.id DESC LIMIT 1))
  FROM cases c WHERE c.id = ANY (picked) ORDER BY c.id;
END $$;

-- Stores new verdicts beside the old ones, in the transaction that read the cases. `isUnseen`: an officer has something to look at;
-- the first moment stays until somebody has. `isTold`: the difference goes into the chain of the office.
CREATE FUNCTION app.store_fee_verdicts(judged jsonb, why text, at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.must_be_system();
  INSERT INTO fee_assessment (id, case_id, cause, verdict, rule_refs, inputs, result, assessed_at)
    SELECT j.id, j."caseId", why, j.verdict, ARRAY(SELECT jsonb_array_elements_text(j."ruleRefs")), j.inputs, j.result, at
    FROM jsonb_to_recordset(judged) AS j (id uuid, "caseId" uuid, verdict text, "ruleRefs" jsonb, inputs jsonb, result jsonb);
  UPDATE cases c SET fee_verdict = j.verdict, ruled_line_count = j."ruledLineCount", over_line_count = j."overLineCount",
      above_cap_jpy = j."aboveCapJpy", above_zero_fee_jpy = j."aboveZeroFeeJpy",
      fee_change_at = CASE WHEN j."isUnseen" THEN coalesce(c.fee_change_at, at) END
    FROM jsonb_to_recordset(judged) AS j ("caseId" uuid, verdict text, "ruledLineCount" integer, "overLineCount" integer,
      "aboveCapJpy" bigint, "aboveZeroFeeJpy" bigint, "isUnseen" boolean)
    WHERE c.id = j."caseId";
  INSERT INTO audit_event (id, office_id, actor_kind, action, case_id, detail)
    SELECT gen_random_uuid(), c.office_id, 'system', 'case.fees_reassessed', c.id, jsonb_build_object('cause', why, 'before', j."verdictBefore", 'after', j.verdict)
    FROM jsonb_to_recordset(judged) AS j ("caseId" uuid, verdict text, "verdictBefore" text, "isTold" boolean)
    JOIN cases c ON c.id = j."caseId" WHERE j."isTold" ORDER BY c.office_id, c.id;
END $$;

REVOKE ALL ON FUNCTION app.must_be_system(), app.count_fee_cases(text[]), app.count_fee_cases_at_rates(text[], text[], text[]),
  app.read_fee_cases(text[], uuid, integer), app.store_fee_verdicts(jsonb, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.must_be_system(), app.count_fee_cases(text[]), app.count_fee_cases_at_rates(text[], text[], text[]),
  app.read_fee_cases(text[], uuid, integer), app.store_fee_verdicts(jsonb, text, timestamptz) TO fair_passage_app;

-- What is not finished, oldest first.
CREATE INDEX fee_reassessment_open_idx ON fee_reassessment (requested_at) WHERE finished_at IS NULL;
