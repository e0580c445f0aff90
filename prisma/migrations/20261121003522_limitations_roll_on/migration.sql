-- The codes and dates that the time limits of cases depend on, never a sealed word; for the two functions below alone.
CREATE FUNCTION app.limitation_facts(ids uuid[]) RETURNS TABLE (id uuid, facts jsonb) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT c.id, jsonb_build_object('origin', c.origin, 'scheme', c.scheme, 'grievanceCodes', to_jsonb(c.grievance_codes), 'isAnonymous', c.is_anonymous,
    'receivedAt', c.received_at, 'departureOn', c.departure_on, 'contractEndOn', c.contract_end_on,
    'workStartedOn', p.work_started_on, 'workEndedOn', p.work_ended_on,
    'lines', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', l.id, 'category', l.category, 'lumpCategories', to_jsonb(l.lump_categories), 'payeeRole', l.payee_role,
        'paidOn', l.paid_on) ORDER BY l.position, l.id), '[]') FROM fee_line l WHERE l.case_id = c.id AND l.removed_at IS NULL AND l.split_at IS NULL),
    'roles', (SELECT coalesce(jsonb_agg(DISTINCT r.role), '[]') FROM case_party r WHERE r.case_id = c.id),
    'payMonths', (SELECT coalesce(jsonb_agg(w.for_month ORDER BY w.for_month), '[]') FROM wage_fact w
        WHERE w.case_id = c.id AND w.removed_at IS NULL AND w.for_month IS NOT NULL),
    'files', (SELECT coalesce(jsonb_agg(e.kind), '[]') FROM evidence e WHERE e.case_id = c.id AND e.removed_at IS NULL),
    'stories', (SELECT count(*) FROM statement s WHERE s.case_id = c.id))
  FROM cases c LEFT JOIN placement p ON p.case_id = c.id WHERE c.id = ANY (ids) ORDER BY c.id $$;

-- As before: the next open cases in the order of their ids, held until the transaction ends.
CREATE OR REPLACE FUNCTION app.read_limitation_cases(behind uuid, how_many integer) RETURNS TABLE (id uuid, facts jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE picked uuid[];
BEGIN
  PERFORM app.must_be_system();
  SELECT array_agg(held.id) INTO picked FROM (
    SELECT c.id FROM cases c WHERE c.erased_at IS NULL AND (behind IS NULL OR c.id > behind) AND (c.state NOT IN ('received', 'triage', 'closed')
      OR (c.state <> 'closed' AND EXISTS (SELECT 1 FROM deadline d WHERE d.case_id = c.id AND d.kind = 'limitation' AND d.met_at IS NULL AND d.cancelled_at IS NULL)))
    ORDER BY c.id LIMIT how_many FOR UPDATE OF c) held;
  -- A new statement, which sees what whoever held a case before has written.
  RETURN QUERY SELECT f.id, f.facts FROM app.limitation_facts(picked) f;
END $$;

-- Open cases of which a claim's time has run out, held in the same order; those that somebody works on are left to the next run. Not
-- before the reminders have told of it (remind_at): the clock of the next claim must not hide that this one is over.
CREATE FUNCTION app.passed_limitation(d deadline, at timestamptz) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$
  SELECT d.kind = 'limitation' AND d.subject_id = d.case_id AND d.due_at < at AND d.met_at IS NULL AND d.cancelled_at IS NULL AND (d.remind_at IS NULL OR d.remind_at > d.due_at) $$;
CREATE FUNCTION app.read_passed_limitations(at timestamptz, how_many integer) RETURNS TABLE (id uuid, facts jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE picked uuid[];
BEGIN
  PERFORM app.must_be_system();
  SELECT array_agg(held.id) INTO picked FROM (
    SELECT c.id FROM cases c WHERE c.erased_at IS NULL AND c.state <> 'closed'
      AND c.id IN (SELECT d.case_id FROM deadline d WHERE d.kind = 'limitation' AND d.due_at < at AND d.met_at IS NULL AND d.cancelled_at IS NULL AND app.passed_limitation(d, at))
    ORDER BY c.id LIMIT how_many FOR UPDATE OF c SKIP LOCKED) held;
  RETURN QUERY SELECT f.id, f.facts FROM app.limitation_facts(ARRAY(
    SELECT d.case_id FROM deadline d WHERE d.case_id = ANY (picked) AND app.passed_limitation(d, at))) f;
END $$;
CREATE INDEX deadline_limitation_idx ON deadline (due_at) WHERE kind = 'limitation' AND met_at IS NULL AND cancelled_at IS NULL;

-- What ran out goes into the trail of its case, and the clock of the case stands on the next claim, or ends.
CREATE FUNCTION app.roll_limitations(counted jsonb, at timestamptz) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE passed jsonb; moved integer;
BEGIN
  PERFORM app.must_be_system();
  SELECT jsonb_agg(jsonb_build_object('id', c.id, 'office', c.office_id, 'was', d.due_at, 'next', j."dueAt")) INTO passed
    FROM jsonb_to_recordset(counted) AS j ("caseId" uuid, "dueAt" timestamptz) JOIN cases c ON c.id = j."caseId"
    JOIN deadline d ON d.case_id = c.id AND app.passed_limitation(d, at);
  moved := app.store_limitations(counted, at);
  INSERT INTO audit_event (id, office_id, actor_kind, action, case_id, detail)
    SELECT gen_random_uuid(), p.office, 'system', 'limitation.passed', p.id, jsonb_build_object('endedAt', p.was, 'nextAt', p.next)
    FROM jsonb_to_recordset(passed) AS p (id uuid, office uuid, was timestamptz, next timestamptz) ORDER BY p.office, p.id;
  RETURN moved;
END $$;
REVOKE ALL ON FUNCTION app.limitation_facts(uuid[]), app.passed_limitation(deadline, timestamptz), app.read_passed_limitations(timestamptz, integer), app.roll_limitations(jsonb, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.read_passed_limitations(timestamptz, integer), app.roll_limitations(jsonb, timestamptz) TO fair_passage_app;
