-- What a scanner said of a file (ADR 051).
ALTER TABLE "upload" ADD COLUMN "scanned_at" TIMESTAMPTZ(3);
ALTER TABLE "evidence" ADD COLUMN "found_at" TIMESTAMPTZ(3);

-- Of a file that was kept while the scanner did not answer, said once, by who was about to open it. A find is never taken back.
CREATE FUNCTION app.note_scan(in_id uuid, is_harmful boolean) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE said evidence;
BEGIN
  SELECT * INTO said FROM evidence e WHERE e.id = in_id AND e.scanned_at IS NULL AND e.found_at IS NULL AND app.is_case_staff() AND app.sees_case_of_office(e.case_id);
  IF said.id IS NULL THEN RETURN false; END IF;
  -- The trigger for staff keeps every other column as it is: this is written as the owner, by nobody.
  PERFORM set_config('app.actor_kind', 'scanner', true);
  UPDATE evidence e SET scanned_at = now(), found_at = CASE WHEN is_harmful THEN now() END WHERE e.id = in_id;
  PERFORM set_config('app.actor_kind', 'staff', true);
  IF is_harmful THEN
    INSERT INTO audit_event (id, office_id, actor_kind, actor_id, action, case_id, detail)
      SELECT gen_random_uuid(), c.office_id, 'staff', app.actor_id(), 'evidence.found_harmful', c.id, jsonb_build_object('evidenceId', in_id) FROM cases c WHERE c.id = said.case_id;
  END IF;
  RETURN true;
END $$;
REVOKE EXECUTE ON FUNCTION app.note_scan(uuid, boolean) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.note_scan(uuid, boolean) TO fair_passage_app;
