-- Reports of the same words are closed together by a supervisor (ADR 051), and never one whose worker came back to it.
CREATE FUNCTION app.worker_came_back(in_case uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT app.is_case_staff() AND EXISTS (SELECT 1 FROM cases c WHERE c.id = in_case AND c.office_id = app.office_id()) AND (
    EXISTS (SELECT 1 FROM worker_session s WHERE s.case_id = in_case)
    OR EXISTS (SELECT 1 FROM message m WHERE m.case_id = in_case AND m.direction = 'from_worker')
    OR EXISTS (SELECT 1 FROM audit_event e WHERE e.case_id = in_case AND e.actor_kind = 'worker')) $$;
REVOKE EXECUTE ON FUNCTION app.worker_came_back(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.worker_came_back(uuid) TO fair_passage_app;
