-- A payment that somebody else made is judged by no rule, so whoever judges cases anew has to know who paid: read_fee_cases as
-- before (migration fee_reassessment), with `paidBy` in each line.

-- The next open cases in the order of their ids, held until the transaction ends, with what a verdict needs. Amounts are text,
-- because JSON numbers lose digits. `before` is the verdict that officers know: while a difference is unseen, the one before it.
CREATE OR REPLACE FUNCTION app.read_fee_cases(countries text[], behind uuid, how_many integer) RETURNS TABLE (id uuid, facts jsonb)
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
        'paidBy', l.paid_by, 'createdAt', l.created_at) ORDER BY l.position, l.id), '[]')
      FROM fee_line l WHERE l.case_id = c.id AND l.removed_at IS NULL AND l.split_at IS NULL),
    'wages', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', w.kind, 'amountMinor', w.amount_minor::text, 'currency', w.currency, 'forMonth', w.for_month)
        ORDER BY w.created_at, w.id), '[]') FROM wage_fact w WHERE w.case_id = c.id AND w.removed_at IS NULL),
    'before', (SELECT to_jsonb(a) FROM fee_assessment a WHERE a.case_id = c.id AND (c.fee_change_at IS NULL OR a.assessed_at < c.fee_change_at)
        ORDER BY a.assessed_at DESC, a.id DESC LIMIT 1),
    'latest', (SELECT to_jsonb(a) FROM fee_assessment a WHERE a.case_id = c.id ORDER BY a.assessed_at DESC, a.id DESC LIMIT 1))
  FROM cases c WHERE c.id = ANY (picked) ORDER BY c.id;
END $$;
