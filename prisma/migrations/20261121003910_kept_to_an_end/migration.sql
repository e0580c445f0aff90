-- What had no end gets one (ADR 053): incidents, confirmations, emergency openings, holds that ended, and what disabled people signed in
-- with. lib/domain/retention says the same periods; because they changed, an administrator confirms anew.

CREATE OR REPLACE FUNCTION app.retention_period(kind text) RETURNS interval LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE kind
    WHEN 'case_anonymised' THEN interval '3 years' WHEN 'case_erased' THEN interval '3 years'
    WHEN 'case_file' THEN interval '1 year' WHEN 'referral_pack' THEN interval '1 year'
    WHEN 'case_hold' THEN interval '3 years' WHEN 'emergency_opening' THEN interval '5 years'
    WHEN 'incident' THEN interval '5 years' WHEN 'retention_confirmation' THEN interval '5 years'
    WHEN 'audit_event' THEN interval '5 years'
    WHEN 'staff_session' THEN interval '30 days' WHEN 'staff_invitation' THEN interval '30 days'
    WHEN 'staff_secret' THEN interval '30 days' WHEN 'staff_identity' THEN interval '30 days' END $$;
CREATE OR REPLACE FUNCTION app.retention_periods() RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT '2026-11-22' $$;

-- As before, and the new kinds.
CREATE OR REPLACE FUNCTION app.retention_items(until timestamptz, kinds text[]) RETURNS TABLE (kind text, office_id uuid, id uuid, due_at timestamptz)
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
    -- Of somebody who was shut out and not let in again: password and second steps are one item, the link to the office's provider another.
    UNION ALL SELECT 'staff_secret', s.office_id, s.id, s.disabled_at + app.retention_period('staff_secret')
      FROM staff s WHERE NOT s.is_active AND 'staff_secret' = ANY (kinds)
        AND (EXISTS (SELECT 1 FROM staff_credential x WHERE x.staff_id = s.id) OR EXISTS (SELECT 1 FROM staff_totp x WHERE x.staff_id = s.id)
          OR EXISTS (SELECT 1 FROM staff_passkey x WHERE x.staff_id = s.id) OR EXISTS (SELECT 1 FROM staff_recovery_code x WHERE x.staff_id = s.id)
          OR EXISTS (SELECT 1 FROM staff_factor_reset x WHERE x.staff_id = s.id))
    UNION ALL SELECT 'staff_identity', s.office_id, s.id, s.disabled_at + app.retention_period('staff_identity')
      FROM staff s JOIN staff_identity i ON i.staff_id = s.id WHERE NOT s.is_active AND 'staff_identity' = ANY (kinds)
    UNION ALL SELECT 'incident', b.office_id, b.id, b.closed_at + app.retention_period('incident') FROM breach b WHERE b.state = 'closed' AND 'incident' = ANY (kinds)
    -- A confirmation ends when it is taken back or another one comes; the one that stands stays.
    UNION ALL SELECT 'retention_confirmation', s.office_id, r.id, least(r.stopped_at, r.next_at) + app.retention_period('retention_confirmation')
      FROM (SELECT c.*, lead(c.confirmed_at) OVER (ORDER BY c.confirmed_at, c.id) AS next_at FROM retention_confirmation c) r JOIN staff s ON s.id = r.confirmed_by_id
      WHERE 'retention_confirmation' = ANY (kinds) AND (r.stopped_at IS NOT NULL OR r.periods <> app.retention_periods())
    UNION ALL SELECT 'emergency_opening', c.office_id, b.id, greatest(least(b.ends_at, b.closed_at) + app.retention_period('emergency_opening'), app.held_until(c.id), b.held_back_until)
      FROM break_glass b JOIN cases c ON c.id = b.case_id WHERE 'emergency_opening' = ANY (kinds)
    UNION ALL SELECT 'case_hold', c.office_id, h.id, greatest(least(h.ends_at, h.lifted_at) + app.retention_period('case_hold'), app.held_until(c.id))
      FROM case_hold h JOIN cases c ON c.id = h.case_id WHERE 'case_hold' = ANY (kinds)
    -- A chain is cut at its beginning only: before the first event that is younger.
    UNION ALL SELECT 'audit_event', o.id, v.id, v.at + app.retention_period('audit_event') FROM office o CROSS JOIN LATERAL (
      SELECT e.id, e.at FROM audit_event e WHERE e.office_id = o.id AND e.seq < coalesce(
        (SELECT y.seq FROM audit_event y WHERE y.office_id = o.id AND y.at > until - app.retention_period('audit_event') ORDER BY y.seq LIMIT 1),
        (SELECT h.seq FROM audit_head h WHERE h.office_id = o.id))) v WHERE 'audit_event' = ANY (kinds))
  SELECT f.kind, f.office_id, f.id, f.due_at FROM found f WHERE f.due_at <= until $$;

DO $$ DECLARE was text := pg_get_functiondef('app.retention_plan(timestamptz)'::regprocedure); BEGIN
  IF position('''staff_invitation'']' IN was) = 0 THEN RAISE EXCEPTION 'what is to go is planned otherwise than before'; END IF;
  EXECUTE replace(was, '''staff_invitation'']', '''staff_invitation'', ''staff_secret'', ''staff_identity'', ''incident'', ''retention_confirmation'', ''emergency_opening'', ''case_hold'']');
END $$;

-- Everything but cases and the trail. The bytes of files go with the next sweep of the store, which finds no row for them; with an
-- incident goes its key, and with that every word of it and of its duties.
CREATE OR REPLACE FUNCTION app.retain_things(at timestamptz, upto integer) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE due uuid[]; offices uuid[]; kinds text[]; gone uuid[];
BEGIN
  PERFORM app.must_be_confirmed();
  -- Whoever lets one of them in again at this moment waits or was first.
  PERFORM 1 FROM staff s WHERE NOT s.is_active AND s.disabled_at <= at - least(app.retention_period('staff_secret'), app.retention_period('staff_identity')) ORDER BY s.id FOR UPDATE;
  SELECT array_agg(i.id), array_agg(i.office_id), array_agg(i.kind) INTO due, offices, kinds
    FROM (SELECT i.* FROM app.retention_items(at, ARRAY['case_file', 'referral_pack', 'staff_session', 'staff_invitation', 'staff_secret', 'staff_identity', 'incident', 'retention_confirmation',
      'emergency_opening', 'case_hold']) i ORDER BY i.due_at, i.id LIMIT upto) i;
  IF due IS NULL THEN RETURN 0; END IF;
  UPDATE evidence SET removed_at = at, sealed_file_key = ''::bytea, sealed_sha256 = ''::bytea, sealed_file_name = NULL
    WHERE id IN (SELECT u.id FROM unnest(due, kinds) AS u (id, kind) WHERE u.kind = 'case_file');
  DELETE FROM referral_pack WHERE id IN (SELECT u.id FROM unnest(due, kinds) AS u (id, kind) WHERE u.kind = 'referral_pack');
  DELETE FROM staff_session WHERE id IN (SELECT u.id FROM unnest(due, kinds) AS u (id, kind) WHERE u.kind = 'staff_session');
  DELETE FROM staff_invitation WHERE id IN (SELECT u.id FROM unnest(due, kinds) AS u (id, kind) WHERE u.kind = 'staff_invitation');
  gone := ARRAY(SELECT u.id FROM unnest(due, kinds) AS u (id, kind) WHERE u.kind = 'staff_secret');
  DELETE FROM staff_credential WHERE staff_id = ANY (gone);
  DELETE FROM staff_totp WHERE staff_id = ANY (gone);
  DELETE FROM staff_passkey WHERE staff_id = ANY (gone);
  DELETE FROM staff_recovery_code WHERE staff_id = ANY (gone);
  DELETE FROM staff_factor_reset WHERE staff_id = ANY (gone);
  DELETE FROM staff_identity WHERE staff_id IN (SELECT u.id FROM unnest(due, kinds) AS u (id, kind) WHERE u.kind = 'staff_identity');
  DELETE FROM breach WHERE id IN (SELECT u.id FROM unnest(due, kinds) AS u (id, kind) WHERE u.kind = 'incident');
  DELETE FROM retention_confirmation WHERE id IN (SELECT u.id FROM unnest(due, kinds) AS u (id, kind) WHERE u.kind = 'retention_confirmation');
  DELETE FROM break_glass WHERE id IN (SELECT u.id FROM unnest(due, kinds) AS u (id, kind) WHERE u.kind = 'emergency_opening');
  DELETE FROM case_hold WHERE id IN (SELECT u.id FROM unnest(due, kinds) AS u (id, kind) WHERE u.kind = 'case_hold');
  PERFORM app.tell_retained((SELECT jsonb_object_agg(s.name, s.items) FROM (SELECT o || ' ' || k AS name, count(*) AS items FROM unnest(offices, kinds) AS u (o, k) GROUP BY 1) s));
  RETURN cardinality(due);
END $$;
