-- The end of every chain, for the job that writes it down outside of the database (ADR 049). Only numbers and hashes.
CREATE FUNCTION app.audit_heads() RETURNS TABLE (office_id uuid, seq bigint, hash text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF app.actor_kind() IS DISTINCT FROM 'system' THEN
    RAISE EXCEPTION 'the ends of the chains are read by the job that writes them down' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY SELECT h.office_id, h.seq, encode(h.hash, 'hex') FROM audit_head h WHERE h.seq > 0 ORDER BY h.office_id;
END $$;
REVOKE ALL ON FUNCTION app.audit_heads() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.audit_heads() TO fair_passage_app;
