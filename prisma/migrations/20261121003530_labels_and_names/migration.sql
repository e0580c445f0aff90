-- Labels are made by whoever sorts cases; retiring one stays with supervisors (case_label_update).
DROP POLICY case_label_insert ON case_label;
CREATE POLICY case_label_insert ON case_label FOR INSERT WITH CHECK (
  (SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id()) AND created_by_id = (SELECT app.actor_id()));

-- Organisations of the register by what was typed into the search of the queue: as it is written (patterns), or as its keys sound
-- (pieces: without marks, in any order, in any script; lib/domain/parties/matching/keys.ts). As the owner: row security would keep
-- PostgreSQL off the index of trigrams.
CREATE FUNCTION app.parties_called(patterns text[], pieces text[], upto integer) RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE written text; sounding text;
BEGIN
  IF NOT app.is_case_staff() THEN RETURN; END IF;
  SELECT string_agg(format('lower(n.name) LIKE %L', p), ' AND ') INTO written FROM unnest(patterns) AS p;
  SELECT string_agg(format('k.key LIKE %L', '%' || replace(replace(replace(p, '\', '\\'), '%', '\%'), '_', '\_') || '%'), ' AND ') INTO sounding FROM unnest(pieces) AS p;
  RETURN QUERY EXECUTE format('SELECT DISTINCT q.id FROM (
      SELECT n.party_id FROM party_name n WHERE n.removed_at IS NULL AND %s
      UNION SELECT n.party_id FROM party_key k JOIN party_name n ON n.id = k.name_id AND n.removed_at IS NULL WHERE %s
    ) h JOIN party p ON p.id = h.party_id CROSS JOIN LATERAL (VALUES (p.id), (p.merged_into_id)) AS q (id)
    WHERE q.id IS NOT NULL LIMIT %s', coalesce(written, 'false'), coalesce(sounding, 'false'), upto);
END $$;
REVOKE ALL ON FUNCTION app.parties_called(text[], text[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.parties_called(text[], text[], integer) TO fair_passage_app;
DROP FUNCTION app.parties_named(text[], integer);
