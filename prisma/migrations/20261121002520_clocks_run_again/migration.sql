-- A wait for the worker stops the office's clocks for 14 days at most (lib/domain/waiting.ts says the same). Then they run again by
-- themselves, each with the time it lost: what was promised before the wait is due that much later; what was promised while waiting
-- has it in its date already, and the wish for another officer never stood still. The case stays where it is: nothing ends a wait
-- but people. Returns how many cases there were.
CREATE FUNCTION app.run_clocks_again(at timestamptz, longest interval, how_many integer) RETURNS integer
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE waiting record; done integer := 0;
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system looks at all clocks'; END IF;
  FOR waiting IN SELECT c.id, c.awaiting_since FROM cases c
    WHERE c.state = 'awaiting_worker' AND c.awaiting_since <= at - longest AND c.erased_at IS NULL
      AND c.id IN (SELECT d.case_id FROM deadline d WHERE d.paused_at <= at - longest AND d.met_at IS NULL AND d.cancelled_at IS NULL)
    ORDER BY c.id LIMIT how_many FOR UPDATE SKIP LOCKED
  LOOP
    UPDATE deadline d SET paused_at = NULL,
        due_at = CASE WHEN d.created_at < waiting.awaiting_since AND d.kind <> 'officer_change' THEN d.due_at + longest ELSE d.due_at END
      WHERE d.case_id = waiting.id AND d.paused_at IS NOT NULL AND d.met_at IS NULL AND d.cancelled_at IS NULL;
    UPDATE cases c SET (next_due_at, next_due_kind) = (SELECT d.due_at, d.kind FROM deadline d
        WHERE d.case_id = waiting.id AND d.met_at IS NULL AND d.cancelled_at IS NULL AND d.paused_at IS NULL ORDER BY d.due_at, d.id LIMIT 1)
      WHERE c.id = waiting.id;
    done := done + 1;
  END LOOP;
  RETURN done;
END $$;
REVOKE ALL ON FUNCTION app.run_clocks_again(timestamptz, interval, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.run_clocks_again(timestamptz, interval, integer) TO fair_passage_app;
CREATE INDEX deadline_paused_at_idx ON deadline (paused_at) WHERE paused_at IS NOT NULL;
