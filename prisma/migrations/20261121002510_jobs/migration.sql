-- Escalations go into the audit chains last and office by office, as every act does: a chain is held until the transaction ends,
-- so whoever works on a case waits as briefly as can be, and two processes that remind never wait for each other in a circle.
CREATE OR REPLACE FUNCTION app.store_reminders(decided jsonb, at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE one record;
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system reminds'; END IF;
  FOR one IN SELECT * FROM jsonb_to_recordset(decided) AS r(id uuid, "caseId" uuid, "nextAt" timestamptz, notice text, key text, audience text) LOOP
    UPDATE deadline SET remind_at = one."nextAt" WHERE id = one.id;
    IF one.notice IS NOT NULL THEN PERFORM app.notify_case(one."caseId", one.notice, one.key, one.audience, at); END IF;
  END LOOP;
  FOR one IN SELECT c.id, c.office_id, r.key, r.escalated FROM jsonb_to_recordset(decided) AS r("caseId" uuid, key text, escalated text)
    JOIN cases c ON c.id = r."caseId" WHERE r.escalated IS NOT NULL ORDER BY c.office_id, r.key LOOP
    INSERT INTO audit_event (id, office_id, actor_kind, action, case_id, detail)
      VALUES (gen_random_uuid(), one.office_id, 'system', 'deadline.escalated', one.id, jsonb_build_object('deadline', one.escalated, 'key', one.key));
  END LOOP;
END $$;
