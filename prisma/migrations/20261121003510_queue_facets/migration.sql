-- The queue of a million cases answers any combination of filters fast (ADR 028). What a case can be filtered by is listed apart for
-- what somebody has to look at and for what is closed, and for each office: a list is then as short as what a page can show.

-- One entry: an office, `look` or `closed`, and a code such as `v:critical`.
CREATE FUNCTION app.queue_facet(office uuid, scope text, code text) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT hashtextextended(office::text || scope || code, 35) $$;
-- All entries of a case; never stored, the index is made of the function. An erased case has none. A closed case that still has to be
-- looked at stands in both lists.
CREATE FUNCTION app.queue_facets(office uuid, state text, severity text, origin text, scheme text, grievances text[], assignee uuid, waiting text,
  unread integer, signs integer, verdict text, fee_change timestamptz, labels uuid[], due timestamptz, erased timestamptz)
RETURNS bigint[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF erased IS NOT NULL THEN RETURN '{}'; END IF;
  RETURN ARRAY(SELECT hashtextextended(office::text || s.scope || f.code, 35)
    FROM unnest(ARRAY[CASE WHEN state = 'closed' THEN 'closed' END, CASE WHEN state <> 'closed' OR unread > 0 OR due IS NOT NULL THEN 'look' END]) AS s (scope),
      unnest(ARRAY['s:' || state, 'v:' || severity, 'c:' || origin, 'h:' || scheme, 'a:' || coalesce(assignee::text, 'none'), 'w:' || waiting, 'f:' || verdict,
          CASE WHEN unread > 0 THEN 'u:yes' END, CASE WHEN signs > 0 THEN 'i:yes' END, CASE WHEN fee_change IS NOT NULL THEN 'x:yes' END]
        || ARRAY(SELECT 'g:' || g FROM unnest(grievances) AS g) || ARRAY(SELECT 'l:' || l::text FROM unnest(labels) AS l)) AS f (code)
    WHERE s.scope IS NOT NULL AND f.code IS NOT NULL);
END $$;
CREATE INDEX cases_queue_facets ON cases USING gin (app.queue_facets(office_id, state, severity, origin, scheme, grievance_codes, assignee_id, waiting_on,
  unread_from_worker, sign_count, fee_verdict, fee_change_at, label_ids, next_due_at, erased_at)) WITH (fastupdate = off);

-- One page of the queue of the actor's office, as ids in order. `f`: order (due | closed | received), facets, due_from, due_to, and for
-- a search: words (lists of hashes, one of each list), number_part, codes, parties; a case that fits any of these fits. `unordered`:
-- any cases will do, for counting.
-- First it walks a little in the order of the list, which finds a page of what is common at once, and sees on the way how rare each
-- facet is; what is rare it takes from the index of facets, or of words: by the rarest facets, the others are asked of the row. Runs as the owner,
-- because PostgreSQL keeps such operators off an index below row-level security: therefore it asks itself who acts, and looks into
-- no other office.
CREATE OR REPLACE FUNCTION app.queue_page(f jsonb, after_at timestamptz, after_id uuid, wanted integer) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET enable_seqscan = off SET max_parallel_workers_per_gather = 0
SET work_mem = '32MB' AS $$
DECLARE
  office uuid := app.office_id();
  ordering text := f ->> 'order';
  is_search boolean := ordering = 'received';
  key text; direction text; base text; fits text; entry text; wish text := 'true';
  facets text[] := ARRAY(SELECT jsonb_array_elements_text(coalesce(f -> 'facets', '[]')));
  conditions text[]; shares bigint[]; narrow text[]; fitting bigint; worded bigint := 0; asked bigint;
  ways text[] := '{}'; sources text[] := '{}'; words text := ''; alternatives jsonb; by_words text;
  counts text; budget integer; ids uuid[]; walked integer;
BEGIN
  IF NOT app.is_case_staff() OR office IS NULL THEN RETURN; END IF;
  base := format('c.office_id = %L::uuid AND c.erased_at IS NULL', office);
  CASE ordering
    WHEN 'due' THEN
      key := 'coalesce(c.next_due_at, ''infinity''::timestamptz)'; direction := 'ASC';
      base := base || ' AND (c.state <> ''closed'' OR c.unread_from_worker > 0 OR c.next_due_at IS NOT NULL)';
      IF f ->> 'due_from' IS NOT NULL THEN base := base || format(' AND %s > %L::timestamptz', key, f ->> 'due_from'); END IF;
      IF f ->> 'due_to' IS NOT NULL THEN base := base || format(' AND %s <= %L::timestamptz', key, f ->> 'due_to'); END IF;
    WHEN 'closed' THEN key := 'c.state_changed_at'; direction := 'DESC'; base := base || ' AND c.state = ''closed''';
    WHEN 'received' THEN key := 'c.received_at'; direction := 'DESC';
  END CASE;
  IF after_id IS NOT NULL THEN
    base := base || format(' AND (%s, c.id) %s (%L::timestamptz, %L::uuid)', key, CASE direction WHEN 'ASC' THEN '>' ELSE '<' END, coalesce(after_at, 'infinity'), after_id);
  END IF;
  conditions := ARRAY(SELECT coalesce(app.facet_condition(facet), 'false') FROM unnest(facets) WITH ORDINALITY AS u (facet, place) ORDER BY place);
  fits := array_to_string('{true}' || conditions, ' AND ');
  counts := (SELECT string_agg(format('count(*) FILTER (WHERE %s)', condition), ', ' ORDER BY place) FROM unnest(conditions) WITH ORDINALITY AS u (condition, place));

  IF is_search THEN
    -- What was typed, as conditions on the row; any of them is enough. A value and no EXISTS, of which PostgreSQL would first make a
    -- table of all cases with the word. `sources` are the same for the indexes below.
    FOR alternatives IN SELECT value FROM jsonb_array_elements(coalesce(f -> 'words', '[]')) LOOP
      words := words || format(' AND w.hashes && %L::bigint[]', ARRAY(SELECT value::bigint FROM jsonb_array_elements_text(alternatives)));
    END LOOP;
    IF words <> '' THEN
      by_words := format('(SELECT true%s FROM case_words w WHERE w.case_id = c.id)', words);
      ways := ways || by_words;
    END IF;
    IF f ->> 'number_part' IS NOT NULL THEN
      entry := format('replace(c.number, ''-'', '''') LIKE %L', '%' || (f ->> 'number_part') || '%');
      ways := ways || entry; sources := sources || ('FROM cases c WHERE ' || entry);
    END IF;
    IF jsonb_array_length(coalesce(f -> 'parties', '[]')) > 0 THEN
      entry := format('y.party_id = ANY (%L::uuid[])', ARRAY(SELECT jsonb_array_elements_text(f -> 'parties')));
      ways := ways || format('(SELECT bool_or(%s) FROM case_party y WHERE y.case_id = c.id)', entry);
      sources := sources || format('FROM case_party y JOIN cases c ON c.id = y.case_id WHERE %s', entry);
    END IF;
    ways := ways || ARRAY(SELECT app.facet_condition(code) FROM jsonb_array_elements_text(coalesce(f -> 'codes', '[]')) AS code);
    wish := CASE WHEN ways = '{}' THEN 'false' ELSE format('(%s)', array_to_string(ways, ' OR ')) END;
  END IF;

  FOREACH budget IN ARRAY ARRAY[100, 1500, 4000] LOOP
    -- The long walk only in a long list, and for what the short one makes likely: rows in the order of the list lie far apart.
    EXIT WHEN budget = 4000 AND (ordering = 'due' OR f ->> 'unordered' IS NOT NULL OR coalesce(cardinality(ids), 0) * 5 < wanted * 2);
    EXECUTE format('SELECT array_agg(c.id ORDER BY c.place) FILTER (WHERE c.fits AND c.wished), count(*), ARRAY[%7$s]::bigint[], count(*) FILTER (WHERE c.fits), %8$s FROM (
        SELECT c.*, row_number() OVER (ORDER BY %1$s %2$s, c.id %2$s) AS place, (%3$s) AS fits, (%3$s AND %6$s) AS wished FROM (SELECT c.* FROM cases c WHERE %4$s ORDER BY %1$s %2$s, c.id %2$s LIMIT %5$s) c) c',
      key, direction, fits, base, budget, wish, counts, CASE WHEN by_words IS NULL OR budget > 1500 THEN '0' ELSE format('count(*) FILTER (WHERE %s)', by_words) END)
      INTO ids, walked, shares, fitting, asked;
    worded := greatest(worded, asked);
    IF walked < budget OR coalesce(cardinality(ids), 0) >= wanted THEN
      RETURN QUERY SELECT u.id FROM unnest(ids[1:wanted]) WITH ORDINALITY AS u (id, place) ORDER BY u.place;
      RETURN;
    END IF;
  END LOOP;

  -- The rarest facets, up to three; a list of a large part of all cases takes longer to read than the rows it would spare.
  narrow := ARRAY(SELECT u.facet FROM unnest(facets, shares) AS u (facet, hits) WHERE u.facet NOT IN ('open', 'closed') ORDER BY u.hits LIMIT 3);
  narrow := ARRAY(SELECT u.facet FROM unnest(facets, shares) AS u (facet, hits) WHERE u.facet = ANY (narrow) AND (u.hits * 4 < walked OR u.facet = narrow[1]) ORDER BY u.hits);
  IF is_search THEN
    -- Words by their index, or by that of the facets and then case by case: whichever the walk met less often. Not every case has words.
    SELECT worded * max(t.reltuples) FILTER (WHERE t.relname = 'case_words') / max(t.reltuples) FILTER (WHERE t.relname = 'cases')
      INTO asked FROM pg_class t WHERE t.oid IN ('case_words'::regclass, 'cases'::regclass) AND t.reltuples > 0;
    IF by_words IS NOT NULL AND (narrow = '{}' OR coalesce(asked, worded) <= fitting) THEN
      sources := sources || format('FROM case_words w JOIN cases c ON c.id = w.case_id WHERE w.office_id = %L::uuid%s', office, words);
    ELSIF by_words IS NOT NULL THEN
      sources := sources || format('FROM cases c WHERE %s AND %s', app.has_facets(office, '{look,closed}', narrow), by_words);
    END IF;
    sources := sources || ARRAY(SELECT format('FROM cases c WHERE %s AND %s IS TRUE', app.has_facets(office, '{look,closed}', code || narrow[1:2]), app.facet_condition(code))
      FROM jsonb_array_elements_text(coalesce(f -> 'codes', '[]')) AS code);
  ELSE
    sources := ARRAY[CASE WHEN narrow = '{}' THEN 'FROM cases c WHERE true' ELSE 'FROM cases c WHERE ' || app.has_facets(office, ARRAY[CASE ordering WHEN 'due' THEN 'look' ELSE 'closed' END], narrow) END];
  END IF;
  IF sources = '{}' THEN RETURN; END IF;
  -- What is asked of the row stands behind IS TRUE, so that no other index is put beside the one of facets or of words.
  RETURN QUERY EXECUTE format('WITH hits AS MATERIALIZED (%s) SELECT h.id FROM hits h %s LIMIT %s',
    (SELECT string_agg(format('SELECT c.id, %s AS key %s AND ((%s AND %s) IS TRUE)', key, source, base, fits), ' UNION ') FROM unnest(sources) AS u (source)),
    CASE WHEN f ->> 'unordered' IS NULL THEN format('ORDER BY h.key %1$s, h.id %1$s', direction) ELSE '' END, wanted);
END $$;

-- That a row `c` has all of these facets in one of the scopes, as the index of facets can tell.
CREATE FUNCTION app.has_facets(office uuid, scopes text[], facets text[]) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT format('(%s)', string_agg(format('app.queue_facets(c.office_id, c.state, c.severity, c.origin, c.scheme, c.grievance_codes, c.assignee_id, c.waiting_on, c.unread_from_worker, c.sign_count, c.fee_verdict, c.fee_change_at, c.label_ids, c.next_due_at, c.erased_at) @> %L::bigint[]',
    ARRAY(SELECT app.queue_facet(office, scope, facet) FROM unnest(facets) AS facet)), ' OR ')) FROM unnest(scopes) AS scope $$;

-- How many a filter finds, up to a limit: which of them does not matter.
CREATE OR REPLACE FUNCTION app.queue_count(f jsonb, upto integer) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int FROM app.queue_page(f || '{"unordered": true}', NULL, NULL, upto) $$;

DROP INDEX cases_facets;
DROP FUNCTION app.case_facets(uuid, text, text, text, text, text[], uuid, text, integer, integer, text, timestamptz, uuid[], timestamptz, timestamptz);
DROP FUNCTION app.facet(text);
DROP FUNCTION app.facet_conditions(jsonb);
-- What PostgreSQL knows of the new index, it learns here.
ANALYZE cases;
REVOKE ALL ON FUNCTION app.has_facets(uuid, text[], text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.queue_facet(uuid, text, text),
  app.queue_facets(uuid, text, text, text, text, text[], uuid, text, integer, integer, text, timestamptz, uuid[], timestamptz, timestamptz) TO fair_passage_app;
