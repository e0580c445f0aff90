-- Typing: a name with a word that thousands carry (製作所) was compared with all of them. Keys without such a word (`inside`) are
-- looked for within the stored ones; the rest as before.
CREATE FUNCTION app.party_candidates(keys text[], inside text[], words text[], most integer) RETURNS TABLE (party_id uuid, closeness real)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan
  SET pg_trgm.similarity_threshold = 0.38 SET pg_trgm.word_similarity_threshold = 0.6 AS $$
DECLARE pattern text;
BEGIN
  IF app.actor_kind() <> 'staff' THEN RAISE EXCEPTION 'only staff search the register' USING ERRCODE = 'insufficient_privilege'; END IF;
  SELECT string_agg(format('k.key LIKE %L', '%' || w || '%'), ' AND ') INTO pattern FROM unnest(words) AS w;
  RETURN QUERY EXECUTE format($q$
    SELECT n.party_id, max(h.c)::real FROM (
      (SELECT k.name_id, similarity(k.key, q) AS c FROM unnest($1) AS q JOIN party_key k ON k.key %% q ORDER BY c DESC LIMIT $3)
      UNION ALL
      (SELECT k.name_id, 0.9 * word_similarity(q, k.key) AS c FROM unnest($2) AS q JOIN party_key k ON k.key %%> q ORDER BY c DESC, similarity(k.key, q) DESC LIMIT $3)
      UNION ALL
      (SELECT k.name_id, 0.6 AS c FROM party_key k WHERE %s LIMIT $3)
    ) h JOIN party_name n ON n.id = h.name_id AND n.removed_at IS NULL
    GROUP BY n.party_id ORDER BY 2 DESC LIMIT $3$q$, coalesce(pattern, 'false')) USING keys, inside, most;
END $$;
REVOKE ALL ON FUNCTION app.party_candidates(text[], text[], text[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.party_candidates(text[], text[], text[], integer) TO fair_passage_app;
