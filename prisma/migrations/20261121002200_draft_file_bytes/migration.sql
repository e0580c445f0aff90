-- How much room the files of all drafts take, those that arrived in part among them. A draft's holder sees only their own files
-- and must still not fill the disk together with everybody else: one number, of no draft in particular.
CREATE FUNCTION app.draft_file_bytes() RETURNS bigint LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(sum(CASE WHEN state = 'ready' THEN size_bytes ELSE least(declared_bytes::bigint, coalesce(cardinality(received), 0)::bigint * 262144) END), 0)::bigint
  FROM upload WHERE draft_id IS NOT NULL AND state <> 'refused'
$$;
REVOKE ALL ON FUNCTION app.draft_file_bytes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.draft_file_bytes() TO fair_passage_app;
