-- What is due, of the kinds that are asked for alone: a batch of cases does not look through the trail of five years.
CREATE FUNCTION app.retention_items(until timestamptz, kinds text[]) RETURNS TABLE (kind text, office_id uuid, id uuid, due_at timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH ended AS (
    SELECT c.id, c.office_id, coalesce(c.closed_at, c.state_changed_at) AS ended_at, app.held_until(c.id) AS held,
      c.in_statistics AND NOT c.is_test AND c.closing_code IS DISTINCT FROM 'duplicate_merged' AS is_counted, c.erase_due_at
    FROM cases c WHERE kinds && ARRAY['case_anonymised', 'case_erased', 'case_file', 'referral_pack'] AND c.state = 'closed' AND c.erased_at IS NULL AND c.anonymised_at IS NULL
      AND coalesce(c.closed_at, c.state_changed_at) <= until - least(app.retention_period('case_file'), app.retention_period('referral_pack'), app.retention_period('case_erased'))),
  found AS (
    SELECT k.kind, e.office_id, e.id, greatest(e.ended_at + app.retention_period(k.kind), e.held) AS due_at
      FROM ended e CROSS JOIN LATERAL (SELECT CASE WHEN e.is_counted THEN 'case_anonymised' ELSE 'case_erased' END AS kind) k WHERE e.erase_due_at IS NULL AND k.kind = ANY (kinds)
    UNION ALL SELECT 'case_file', e.office_id, f.id, greatest(e.ended_at + app.retention_period('case_file'), e.held)
      FROM ended e JOIN evidence f ON f.case_id = e.id WHERE f.removed_at IS NULL AND NOT f.legal_hold AND 'case_file' = ANY (kinds)
    UNION ALL SELECT 'referral_pack', e.office_id, p.id, greatest(e.ended_at + app.retention_period('referral_pack'), e.held)
      FROM ended e JOIN referral_pack p ON p.case_id = e.id WHERE 'referral_pack' = ANY (kinds)
    UNION ALL SELECT 'staff_session', s.office_id, t.id, least(t.expires_at, coalesce(t.revoked_at, t.expires_at)) + app.retention_period('staff_session')
      FROM staff_session t JOIN staff s ON s.id = t.staff_id WHERE 'staff_session' = ANY (kinds)
    UNION ALL SELECT 'staff_invitation', t.office_id, t.id, coalesce(t.accepted_at, t.expires_at) + app.retention_period('staff_invitation') FROM staff_invitation t WHERE 'staff_invitation' = ANY (kinds)
    -- A chain is cut at its beginning only: before the first event that is younger.
    UNION ALL SELECT 'audit_event', o.id, v.id, v.at + app.retention_period('audit_event') FROM office o CROSS JOIN LATERAL (
      SELECT e.id, e.at FROM audit_event e WHERE e.office_id = o.id AND e.seq < coalesce(
        (SELECT y.seq FROM audit_event y WHERE y.office_id = o.id AND y.at > until - app.retention_period('audit_event') ORDER BY y.seq LIMIT 1),
        (SELECT h.seq FROM audit_head h WHERE h.office_id = o.id))) v WHERE 'audit_event' = ANY (kinds))
  SELECT f.kind, f.office_id, f.id, f.due_at FROM found f WHERE f.due_at <= until $$;
REVOKE ALL ON FUNCTION app.retention_items(timestamptz, text[]) FROM PUBLIC;

DO $$ DECLARE one record; was text; BEGIN
  FOR one IN SELECT * FROM (VALUES
      ('app.retention_plan(timestamptz)', 'app.retention_items(until)',
        'app.retention_items(until, ARRAY[''case_anonymised'', ''case_erased'', ''case_file'', ''referral_pack'', ''audit_event'', ''staff_session'', ''staff_invitation''])'),
      ('app.retain_cases(timestamptz, integer)', 'app.retention_items(at) i WHERE i.kind IN (''case_anonymised'', ''case_erased'')',
        'app.retention_items(at, ARRAY[''case_anonymised'', ''case_erased'']) i'),
      ('app.retain_things(timestamptz, integer)', 'app.retention_items(at) i WHERE i.kind IN (''case_file'', ''referral_pack'', ''staff_session'', ''staff_invitation'')',
        'app.retention_items(at, ARRAY[''case_file'', ''referral_pack'', ''staff_session'', ''staff_invitation'']) i'),
      ('app.retain_audit(timestamptz, integer)', 'app.retention_items(retain_audit.at)', 'app.retention_items(retain_audit.at, ARRAY[''audit_event''])')) AS n (asks, before, after) LOOP
    was := pg_get_functiondef(one.asks::regprocedure);
    IF position(one.before IN was) = 0 THEN RAISE EXCEPTION '% asks otherwise than before', one.asks; END IF;
    EXECUTE replace(was, one.before, one.after);
  END LOOP;
END $$;
DROP FUNCTION app.retention_items(timestamptz);
