-- Finding parties by whole words. Comparing trigrams of keys took most of the time of a search; now the words of a key are an index
-- (all of them, then all but one), and trigrams only find the words that one was meant by, among the different words there are.
CREATE TABLE "party_word" (
    "word" TEXT NOT NULL,

    CONSTRAINT "party_word_pkey" PRIMARY KEY ("word")
);
CREATE INDEX "party_word_word_idx" ON "party_word" USING GIN ("word" gin_trgm_ops);
CREATE INDEX "party_word_starts" ON "party_word" ("word" text_pattern_ops);
ALTER TABLE party_word ENABLE ROW LEVEL SECURITY;
CREATE POLICY party_word_read ON party_word FOR SELECT USING ((SELECT app.actor_kind()) = 'staff');

-- The words of a key. Those with a sign before them are only looked for as they are, and letters of other scripts too.
CREATE FUNCTION app.key_words(key text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN array_to_tsvector(array_remove(string_to_array(key, ' '), ''));
CREATE INDEX party_key_words ON party_key USING GIN (app.key_words(key)) WITH (fastupdate = off);

CREATE FUNCTION app.learn_party_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO party_word (word) SELECT DISTINCT w FROM written, string_to_table(written.key, ' ') AS w WHERE w ~ '^[a-z][a-z0-9]{3,}$'
    AND NOT EXISTS (SELECT 1 FROM party_word p WHERE p.word = w) ORDER BY w ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE TRIGGER party_key_words_learnt AFTER INSERT ON party_key REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION app.learn_party_words();
INSERT INTO party_word (word) SELECT DISTINCT w FROM party_key k, string_to_table(k.key, ' ') AS w WHERE w ~ '^[a-z][a-z0-9]{3,}$' ORDER BY w;

DROP FUNCTION app.party_candidates(text[], text[], integer);
DROP FUNCTION app.party_candidates(text[], text[], text[], integer);

-- Parties that have all the words of one of `sought`, then all but one, the nearest in length first. A word is `a|b` for either
-- spelling, `a*` when it may be half written, `a!` when it is looked for as it is and says little by itself (a trade, a place). A
-- word that nobody has is taken for a mistake in one of the words there are. When next to nothing is found, every word is, and one
-- word in common is enough. Comparing trigrams is what takes time: no key is, and only words that are needed.
CREATE FUNCTION app.party_candidates(sought text[], most integer) RETURNS TABLE (party_id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET enable_seqscan = off
  SET plan_cache_mode = force_generic_plan SET pg_trgm.similarity_threshold = 0.36 AS $$
DECLARE one text; item text; first text; spellings text[]; near text; words text[]; strong boolean[]; fewer text; long integer; is_last boolean;
  whole uuid[] := '{}'; most_of uuid[] := '{}'; few uuid[] := '{}';
BEGIN
  IF app.actor_kind() <> 'staff' THEN RAISE EXCEPTION 'only staff search the register' USING ERRCODE = 'insufficient_privilege'; END IF;
  FOREACH is_last IN ARRAY ARRAY[false, true] LOOP
    EXIT WHEN cardinality(whole) + cardinality(most_of) >= 3;
    FOREACH one IN ARRAY sought LOOP
      words := '{}'; strong := '{}';
      long := length(regexp_replace(one, '[|][^ ]*|[*!]', '', 'g'));
      FOREACH item IN ARRAY string_to_array(one, ' ') LOOP
        spellings := string_to_array(rtrim(item, '*!'), '|');
        first := spellings[1];
        near := NULL;
        IF right(item, 1) <> '!' AND first ~ '^[a-z]{4}' AND (is_last OR cardinality(spellings) = 1 AND NOT EXISTS (SELECT 1 FROM party_word w
            WHERE w.word ~>=~ first AND w.word ~<=~ CASE WHEN right(item, 1) = '*' THEN first || '{' ELSE first END)) THEN
          SELECT string_agg(quote_literal(n.word), ' | ') INTO near FROM (
            SELECT w.word FROM unnest(spellings) AS s JOIN party_word w ON w.word % s ORDER BY similarity(w.word, s) DESC LIMIT 8) n;
        END IF;
        words := words || ('(' || concat_ws(' | ', (SELECT string_agg(quote_literal(s) || CASE WHEN right(item, 1) = '*' THEN ':*' ELSE '' END, ' | ')
          FROM unnest(spellings) AS s), near) || ')');
        strong := strong || (right(item, 1) <> '!');
      END LOOP;
      whole := whole || ARRAY(SELECT h.name_id FROM (SELECT k.name_id, length(k.key) AS l FROM party_key k
        WHERE app.key_words(k.key) @@ array_to_string(words, ' & ')::tsquery LIMIT 2000) h ORDER BY abs(h.l - long), h.name_id LIMIT most);
      CONTINUE WHEN cardinality(words) < 2 OR cardinality(whole) >= most;
      SELECT string_agg(rest, ' | ') INTO fewer FROM (
        SELECT '(' || string_agg(words[j], ' & ') || ')' AS rest FROM generate_subscripts(words, 1) AS o, generate_subscripts(words, 1) AS j
         WHERE j <> o GROUP BY o HAVING bool_or(strong[j])) r;
      CONTINUE WHEN fewer IS NULL;
      most_of := most_of || ARRAY(SELECT h.name_id FROM (SELECT k.name_id, length(k.key) AS l FROM party_key k
        WHERE app.key_words(k.key) @@ fewer::tsquery LIMIT 2000) h ORDER BY abs(h.l - long), h.name_id LIMIT most);
      CONTINUE WHEN cardinality(words) < 3 OR NOT is_last;
      SELECT string_agg(words[j], ' | ') INTO fewer FROM generate_subscripts(words, 1) AS j WHERE strong[j];
      CONTINUE WHEN fewer IS NULL;
      few := few || ARRAY(SELECT h.name_id FROM (SELECT k.name_id, length(k.key) AS l FROM party_key k
        WHERE app.key_words(k.key) @@ fewer::tsquery LIMIT 2000) h ORDER BY abs(h.l - long), h.name_id LIMIT most);
    END LOOP;
  END LOOP;
  RETURN QUERY SELECT n.party_id FROM unnest(whole || most_of || few) WITH ORDINALITY AS f (name_id, place)
    JOIN party_name n ON n.id = f.name_id AND n.removed_at IS NULL GROUP BY n.party_id ORDER BY min(f.place) LIMIT most;
END $$;
REVOKE ALL ON FUNCTION app.party_candidates(text[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.party_candidates(text[], integer) TO fair_passage_app;
