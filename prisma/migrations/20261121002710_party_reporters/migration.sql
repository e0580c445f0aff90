-- As before; reports of one event that are linked as duplicates are one reporter.
CREATE OR REPLACE FUNCTION app.party_reporters(party uuid) RETURNS integer LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE reporters integer; step integer; shown integer;
BEGIN
  IF app.actor_kind() <> 'staff' THEN RAISE EXCEPTION 'only staff ask about a party' USING ERRCODE = 'insufficient_privilege'; END IF;
  WITH named AS (
    SELECT DISTINCT c.id FROM case_party p JOIN cases c ON c.id = p.case_id
     WHERE p.party_id = party AND NOT c.is_test AND c.erased_at IS NULL
       AND (c.closing_code IS NULL OR c.closing_code NOT IN ('duplicate_merged', 'inadmissible_signposted', 'not_substantiated')))
  SELECT count(*) INTO reporters FROM named n WHERE NOT EXISTS (
    SELECT 1 FROM case_link l JOIN named o ON o.id = CASE WHEN l.case_id = n.id THEN l.other_id ELSE l.case_id END
     WHERE n.id IN (l.case_id, l.other_id) AND l.kind = 'duplicate' AND l.unlinked_at IS NULL AND o.id < n.id);
  FOREACH step IN ARRAY ARRAY[3, 5, 10, 20, 50, 100] LOOP
    IF reporters >= step THEN shown := step; END IF;
  END LOOP;
  RETURN shown;
END $$;
