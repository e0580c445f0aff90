-- How the installation stands, for administrators and for what watches the server (ADR 055). Numbers of the whole installation, of no
-- office, no case and no person: keys by the short name of the master key that wraps them, live sessions of staff, the months
-- that wait to be counted.
CREATE FUNCTION app.system_state() RETURNS TABLE (what text, detail text, number bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.actor_kind() IS DISTINCT FROM 'system' AND app.is_administrator() IS NOT TRUE THEN
    RAISE EXCEPTION 'how the installation stands is for administrators' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
    SELECT 'key', coalesce(k.master_key_id, ''), count(*)
      FROM (SELECT master_key_id FROM case_key UNION ALL SELECT master_key_id FROM case_group_key
            UNION ALL SELECT master_key_id FROM referral_share WHERE wrapped_key IS NOT NULL
            UNION ALL SELECT master_key_id FROM report_import WHERE wrapped_key IS NOT NULL
            UNION ALL SELECT master_key_id FROM statistic_file WHERE wrapped_key IS NOT NULL
            UNION ALL SELECT master_key_id FROM microdata_request WHERE wrapped_key IS NOT NULL) k
      GROUP BY 2
    UNION ALL SELECT 'staff_sessions', '', count(*) FROM staff_session WHERE revoked_at IS NULL AND expires_at > now()
    UNION ALL SELECT 'desk_months_waiting', '', count(*) FROM desk_month WHERE is_waiting
    UNION ALL SELECT 'file_bytes', '', coalesce(sum(size_bytes), 0)::bigint FROM evidence;
END $$;
REVOKE ALL ON FUNCTION app.system_state() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.system_state() TO fair_passage_app;
