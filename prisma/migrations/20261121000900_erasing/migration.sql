-- What was promised to be erased is erased on its day: the key goes, and with it every sealed word of the case, here and in
-- every backup without keys. The codes that are left belong to nobody: no code opens the case, no office sees it, no statistic
-- counts it. The audit chain keeps that it was erased, and when.
CREATE FUNCTION app.erase_due_cases(at timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE due record; erased integer := 0;
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system erases what is due'; END IF;
  FOR due IN SELECT id, office_id FROM cases WHERE erase_due_at <= at AND erased_at IS NULL ORDER BY erase_due_at LIMIT 100 FOR UPDATE SKIP LOCKED LOOP
    DELETE FROM case_key WHERE case_id = due.id;
    DELETE FROM worker_session WHERE case_id = due.id;
    UPDATE deadline SET cancelled_at = at WHERE case_id = due.id AND met_at IS NULL AND cancelled_at IS NULL;
    UPDATE cases SET erased_at = at, code_hash = NULL, in_statistics = false, next_due_at = NULL, next_due_kind = NULL, unread_from_worker = 0, version = version + 1 WHERE id = due.id;
    INSERT INTO audit_event (id, office_id, actor_kind, action, case_id, detail) VALUES (gen_random_uuid(), due.office_id, 'system', 'case.erased', due.id, '{}');
    erased := erased + 1;
  END LOOP;
  RETURN erased;
END $$;
REVOKE ALL ON FUNCTION app.erase_due_cases(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.erase_due_cases(timestamptz) TO fair_passage_app;

CREATE INDEX cases_erase_due_at_idx ON cases (erase_due_at) WHERE erase_due_at IS NOT NULL AND erased_at IS NULL;

DROP POLICY cases_staff_read ON cases;
CREATE POLICY cases_staff_read ON cases FOR SELECT USING ((SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id()) AND erased_at IS NULL);
