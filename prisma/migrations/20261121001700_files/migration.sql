

-- A file on its way is seen by whoever holds the token of its draft, or by the worker of its case, and by nobody else. What is
-- past its time, by the sweeper.
ALTER TABLE upload ADD CONSTRAINT upload_of_draft_or_case CHECK (num_nonnulls(draft_id, case_id) = 1);
ALTER TABLE upload ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE, DELETE ON upload TO fair_passage_app;
CREATE POLICY upload_draft ON upload FOR ALL
  USING (((SELECT app.actor_kind()) = 'reporter' OR (SELECT app.is_case_staff())) AND draft_id IN (SELECT d.id FROM draft d WHERE d.token_hash = (SELECT app.token_hash())))
  WITH CHECK (((SELECT app.actor_kind()) = 'reporter' OR (SELECT app.is_case_staff())) AND draft_id IN (SELECT d.id FROM draft d WHERE d.token_hash = (SELECT app.token_hash())));
CREATE POLICY upload_own ON upload FOR ALL
  USING ((SELECT app.actor_kind()) = 'worker' AND case_id = (SELECT app.case_id()) AND app.sees_case(case_id))
  WITH CHECK ((SELECT app.actor_kind()) = 'worker' AND case_id = (SELECT app.case_id()) AND app.sees_case(case_id));
CREATE POLICY upload_sweep ON upload FOR SELECT USING (
  (SELECT app.actor_kind()) = 'system' AND (expires_at < now() OR draft_id IN (SELECT d.id FROM draft d WHERE d.expires_at < now())));
CREATE POLICY upload_sweep_delete ON upload FOR DELETE USING ((SELECT app.actor_kind()) = 'system' AND expires_at < now());

-- Files of a case: put there in the name of who adds them; afterwards they can be removed, tied to a payment by the office, and
-- to the message they were recorded with by the worker. What a law holds stays.
DROP POLICY evidence_insert ON evidence;
CREATE POLICY evidence_insert ON evidence FOR INSERT WITH CHECK (app.sees_case(case_id) AND (
  ((SELECT app.actor_kind()) IN ('worker', 'reporter') AND added_by_kind = 'worker' AND added_by_id IS NULL)
  OR ((SELECT app.is_case_staff()) AND added_by_kind = 'staff' AND added_by_id = (SELECT app.actor_id()))));
DROP POLICY evidence_update ON evidence;
CREATE POLICY evidence_update_staff ON evidence FOR UPDATE USING ((SELECT app.is_case_staff()) AND app.sees_case(case_id));
CREATE POLICY evidence_update_own ON evidence FOR UPDATE USING (
  (SELECT app.actor_kind()) = 'worker' AND case_id = (SELECT app.case_id()) AND added_by_kind = 'worker' AND app.sees_case(case_id));
CREATE TRIGGER evidence_staff_columns BEFORE UPDATE ON evidence FOR EACH ROW WHEN (app.actor_kind() = 'staff')
  EXECUTE FUNCTION app.keep_other_columns('fee_line_id', 'removed_at');
CREATE TRIGGER evidence_worker_columns BEFORE UPDATE ON evidence FOR EACH ROW WHEN (app.actor_kind() = 'worker')
  EXECUTE FUNCTION app.keep_other_columns('message_id', 'removed_at');
CREATE TRIGGER evidence_held BEFORE UPDATE OF removed_at ON evidence FOR EACH ROW WHEN (OLD.legal_hold AND NEW.removed_at IS NOT NULL)
  EXECUTE FUNCTION app.keep_other_columns('message_id');

-- Which of the stored objects somebody still needs: chunks of a file that is not complete, files of drafts and of cases that can
-- be read. The rest is what a crash, an erased case or a removed file left behind.
CREATE FUNCTION app.kept_objects(keys text[]) RETURNS TABLE (key text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system looks for what nobody needs'; END IF;
  RETURN QUERY
    SELECT u.chunks_key FROM upload u WHERE u.chunks_key = ANY (keys) AND u.state = 'receiving'
    UNION ALL SELECT u.storage_key FROM upload u WHERE u.storage_key = ANY (keys)
    UNION ALL SELECT e.storage_key FROM evidence e JOIN case_key k ON k.case_id = e.case_id WHERE e.storage_key = ANY (keys) AND e.removed_at IS NULL;
END $$;
REVOKE ALL ON FUNCTION app.kept_objects(text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.kept_objects(text[]) TO fair_passage_app;
