-- Who read what is one event for each person, case and kind of reading in a quarter of an hour (ADR 051).

-- Holds the end of the trail of the own office until the transaction ends, as whoever appends does.
CREATE FUNCTION app.hold_trail() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.actor_kind() <> 'staff' THEN RAISE EXCEPTION 'only staff read for an office' USING ERRCODE = 'insufficient_privilege'; END IF;
  INSERT INTO audit_head (office_id, seq, hash) VALUES (app.office_id(), 0, '\x') ON CONFLICT (office_id) DO NOTHING;
  PERFORM 1 FROM audit_head h WHERE h.office_id = app.office_id() FOR UPDATE;
END $$;
REVOKE EXECUTE ON FUNCTION app.hold_trail() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.hold_trail() TO fair_passage_app;

-- Appends that the actor read something of a case, unless the same was written lately. Runs with the rights of who asks: the policies of
-- the trail decide what is seen and what may be appended. Two processes at once wait for each other at the end of the trail, and the
-- second sees what the first wrote.
CREATE FUNCTION app.note_reading(new_id uuid, in_case uuid, what text, how jsonb) RETURNS boolean LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  FOR turn IN 1..2 LOOP
    IF EXISTS (SELECT 1 FROM audit_event e WHERE e.case_id = in_case AND e.at > clock_timestamp() - interval '15 minutes' AND e.actor_id = app.actor_id()
        AND e.action = what AND e.detail = how) THEN RETURN false; END IF;
    IF turn = 1 THEN PERFORM app.hold_trail(); END IF;
  END LOOP;
  INSERT INTO audit_event (id, office_id, actor_kind, actor_id, action, case_id, detail) VALUES (new_id, app.office_id(), 'staff', app.actor_id(), what, in_case, how);
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION app.note_reading(uuid, uuid, text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.note_reading(uuid, uuid, text, jsonb) TO fair_passage_app;

-- A pack that was taken along is a reading as well; the event of it has this name.
DO $$ DECLARE was text := pg_get_functiondef('app.own_readings()'::regprocedure); BEGIN
  IF was NOT LIKE '%''referral.pack_opened''%' THEN RAISE EXCEPTION 'who read a case is told otherwise than before'; END IF;
  EXECUTE replace(was, '''referral.pack_opened''', '''referral.pack_taken''');
END $$;
