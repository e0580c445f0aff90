-- The job that makes files of records says in the audit trail of the office that asked what it did.
CREATE POLICY audit_event_append_microdata ON audit_event FOR INSERT WITH CHECK (
  (SELECT app.actor_kind()) = 'system' AND actor_kind = 'system' AND actor_id IS NULL AND case_id IS NULL
  AND action IN ('microdata.made', 'microdata.failed', 'microdata.expired') AND office_id IN (SELECT r.office_id FROM microdata_request r));
