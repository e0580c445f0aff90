-- Whoever works on a case holds the case first and its deadlines after it. The reminders held the deadlines first and came to the
-- case with the notice (its foreign key), so that they and the count of time limits could wait for each other in a circle. Now they
-- hold the case too, only so far that it stays what it is, and leave to the next run what somebody else is working on: they wait
-- for nobody.
CREATE OR REPLACE FUNCTION app.claim_deadlines(at timestamptz, how_many integer)
  RETURNS TABLE (id uuid, case_id uuid, kind text, owner_kind text, created_at timestamptz, due_at timestamptz, remind_at timestamptz, severity text)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system looks at all deadlines'; END IF;
  RETURN QUERY SELECT d.id, d.case_id, d.kind, d.owner_kind, d.created_at, d.due_at, d.remind_at, c.severity
    FROM deadline d JOIN cases c ON c.id = d.case_id
    WHERE d.remind_at <= at ORDER BY d.remind_at, d.id LIMIT how_many FOR KEY SHARE OF c SKIP LOCKED FOR UPDATE OF d SKIP LOCKED;
END $$;
