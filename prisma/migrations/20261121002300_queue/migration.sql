-- The queue of an office: whom a case waits for, labels, saved views, bulk acts, and the search for sealed words (ADR 028).

ALTER TABLE "cases" ADD COLUMN "waiting_on" TEXT,
  ADD COLUMN "next_due_owner" TEXT,
  ADD COLUMN "sign_count" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "label_ids" UUID[] NOT NULL DEFAULT '{}';

CREATE TABLE "case_label" (
  "id" UUID NOT NULL,
  "office_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "created_by_id" UUID NOT NULL,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  "retired_at" TIMESTAMPTZ(3),
  CONSTRAINT "case_label_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "case_label_office_id_idx" ON "case_label"("office_id");
ALTER TABLE "case_label" ADD CONSTRAINT "case_label_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "saved_view" (
  "id" UUID NOT NULL,
  "office_id" UUID NOT NULL,
  "owner_id" UUID NOT NULL,
  "name" TEXT NOT NULL,
  "query" TEXT NOT NULL,
  "is_shared" BOOLEAN NOT NULL DEFAULT false,
  "created_at" TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "saved_view_office_id_owner_id_idx" ON "saved_view"("office_id", "owner_id");
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "bulk_act" (
  "id" UUID NOT NULL,
  "office_id" UUID NOT NULL,
  "staff_id" UUID NOT NULL,
  "kind" TEXT NOT NULL,
  "subject_id" UUID,
  "done_at" TIMESTAMPTZ(3) NOT NULL,
  "undone_at" TIMESTAMPTZ(3),
  CONSTRAINT "bulk_act_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "bulk_act_staff_id_idx" ON "bulk_act"("staff_id");
ALTER TABLE "bulk_act" ADD CONSTRAINT "bulk_act_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "bulk_act_case" (
  "act_id" UUID NOT NULL,
  "number" TEXT NOT NULL,
  "outcome" TEXT NOT NULL,
  "from_id" UUID,
  "undone" TEXT,
  CONSTRAINT "bulk_act_case_pkey" PRIMARY KEY ("act_id", "number")
);
ALTER TABLE "bulk_act_case" ADD CONSTRAINT "bulk_act_case_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "bulk_act"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "case_words" (
  "case_id" UUID NOT NULL,
  "office_id" UUID NOT NULL,
  "hashes" BIGINT[] NOT NULL,
  CONSTRAINT "case_words_pkey" PRIMARY KEY ("case_id")
);
ALTER TABLE "case_words" ADD CONSTRAINT "case_words_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- Without a list of pending entries: a search would read through it every time.
CREATE INDEX "case_words_hashes_idx" ON "case_words" USING gin ("hashes") WITH (fastupdate = off);

-- Whom a case waits for. lib/domain/waiting-on.ts says the same, word for word; a test compares every cell.
CREATE FUNCTION app.waiting_on(in_state text, body_waits boolean, party_waits boolean) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN in_state = 'closed' THEN NULL
    WHEN in_state = 'awaiting_worker' THEN 'worker'
    WHEN in_state = 'referred' THEN 'body'
    WHEN party_waits OR in_state = 'remedy_agreed' THEN 'party'
    WHEN body_waits THEN 'body'
    ELSE 'officer' END $$;
CREATE FUNCTION app.body_waits(in_case uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM referral r WHERE r.case_id = in_case AND r.state = 'sent' AND r.answered_at IS NULL)
    OR EXISTS (SELECT 1 FROM deadline d WHERE d.case_id = in_case AND d.owner_kind = 'body' AND d.met_at IS NULL AND d.cancelled_at IS NULL) $$;
CREATE FUNCTION app.party_waits(in_case uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM deadline d WHERE d.case_id = in_case AND d.owner_kind = 'party' AND d.met_at IS NULL AND d.cancelled_at IS NULL) $$;
CREATE FUNCTION app.signs_of(in_case uuid) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int FROM indicator_finding i WHERE i.case_id = in_case AND i.judgement IS DISTINCT FROM 'absent' $$;
-- Whose the next deadline is: as its row says; before the rows are there, as the kind says.
CREATE FUNCTION app.due_owner(in_case uuid, kind_due text) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT CASE WHEN kind_due IS NULL THEN NULL ELSE coalesce(
    (SELECT d.owner_kind FROM deadline d WHERE d.case_id = in_case AND d.kind = kind_due AND d.met_at IS NULL AND d.cancelled_at IS NULL ORDER BY d.due_at LIMIT 1),
    CASE WHEN kind_due = 'worker_check_in' THEN 'worker' ELSE 'officer' END) END $$;

-- Kept by the database, whoever changes what they follow from. Named to fire after the triggers that refuse a change of columns.
CREATE FUNCTION app.keep_queue_columns() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.waiting_on := CASE WHEN NEW.state IN ('closed', 'awaiting_worker', 'referred') THEN app.waiting_on(NEW.state, false, false)
    ELSE app.waiting_on(NEW.state, app.body_waits(NEW.id), app.party_waits(NEW.id)) END;
  NEW.next_due_owner := app.due_owner(NEW.id, NEW.next_due_kind);
  NEW.sign_count := app.signs_of(NEW.id);
  RETURN NEW;
END $$;
CREATE TRIGGER cases_zz_queue_insert BEFORE INSERT ON cases FOR EACH ROW EXECUTE FUNCTION app.keep_queue_columns();
CREATE TRIGGER cases_zz_queue_update BEFORE UPDATE OF state, next_due_at, next_due_kind, waiting_on, next_due_owner, sign_count ON cases
  FOR EACH ROW EXECUTE FUNCTION app.keep_queue_columns();

-- What they follow from changed: the row is touched, and the trigger above counts again.
CREATE FUNCTION app.touch_queue_columns() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE cases c SET waiting_on = c.waiting_on FROM (SELECT DISTINCT case_id FROM changed) n
    WHERE c.id = n.case_id AND (c.waiting_on, c.sign_count, c.next_due_owner) IS DISTINCT FROM
      (app.waiting_on(c.state, app.body_waits(c.id), app.party_waits(c.id)), app.signs_of(c.id), app.due_owner(c.id, c.next_due_kind));
  RETURN NULL;
END $$;
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['indicator_finding', 'deadline', 'referral'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.touch_queue_columns()', t || '_queue_insert', t);
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.touch_queue_columns()', t || '_queue_update', t);
    EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %I REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.touch_queue_columns()', t || '_queue_delete', t);
  END LOOP;
END $$;
UPDATE cases SET waiting_on = waiting_on;

-- A label of a case is one of its office.
CREATE FUNCTION app.labels_of_office() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM unnest(NEW.label_ids) AS l (id) WHERE NOT EXISTS (SELECT 1 FROM case_label o WHERE o.id = l.id AND o.office_id = NEW.office_id)) THEN
    RAISE EXCEPTION 'a label of another office' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER cases_labels BEFORE INSERT OR UPDATE OF label_ids ON cases FOR EACH ROW WHEN (NEW.label_ids <> '{}') EXECUTE FUNCTION app.labels_of_office();

ALTER TABLE case_label ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON case_label TO fair_passage_app;
GRANT UPDATE (name, retired_at) ON case_label TO fair_passage_app;
CREATE UNIQUE INDEX case_label_name ON case_label (office_id, lower(name)) WHERE retired_at IS NULL;
CREATE POLICY case_label_read ON case_label FOR SELECT USING ((SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id()));
CREATE POLICY case_label_insert ON case_label FOR INSERT WITH CHECK (
  (SELECT app.is_case_staff()) AND (SELECT app.staff_role()) = 'supervisor' AND office_id = (SELECT app.office_id()) AND created_by_id = (SELECT app.actor_id()));
CREATE POLICY case_label_update ON case_label FOR UPDATE
  USING ((SELECT app.is_case_staff()) AND (SELECT app.staff_role()) = 'supervisor' AND office_id = (SELECT app.office_id()));

-- A view is its maker's; shared ones are the office's, and only supervisors make or change those.
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, DELETE ON saved_view TO fair_passage_app;
GRANT UPDATE (name, is_shared) ON saved_view TO fair_passage_app;
CREATE POLICY saved_view_read ON saved_view FOR SELECT USING (
  (SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id()) AND (is_shared OR owner_id = (SELECT app.actor_id())));
CREATE POLICY saved_view_insert ON saved_view FOR INSERT WITH CHECK (
  (SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id()) AND owner_id = (SELECT app.actor_id()) AND (NOT is_shared OR (SELECT app.staff_role()) = 'supervisor'));
CREATE POLICY saved_view_update ON saved_view FOR UPDATE
  USING ((SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id())
    AND ((NOT is_shared AND owner_id = (SELECT app.actor_id())) OR (is_shared AND (SELECT app.staff_role()) = 'supervisor')))
  WITH CHECK (office_id = (SELECT app.office_id()) AND (NOT is_shared OR (SELECT app.staff_role()) = 'supervisor'));
CREATE POLICY saved_view_delete ON saved_view FOR DELETE
  USING ((SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id())
    AND ((NOT is_shared AND owner_id = (SELECT app.actor_id())) OR (is_shared AND (SELECT app.staff_role()) = 'supervisor')));

-- What somebody did to several cases at once: theirs to see and to take back.
ALTER TABLE bulk_act ENABLE ROW LEVEL SECURITY;
ALTER TABLE bulk_act_case ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON bulk_act, bulk_act_case TO fair_passage_app;
GRANT UPDATE (undone_at) ON bulk_act TO fair_passage_app;
GRANT UPDATE (undone) ON bulk_act_case TO fair_passage_app;
CREATE POLICY bulk_act_own ON bulk_act FOR ALL
  USING ((SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id()) AND staff_id = (SELECT app.actor_id()))
  WITH CHECK ((SELECT app.is_case_staff()) AND office_id = (SELECT app.office_id()) AND staff_id = (SELECT app.actor_id()));
CREATE POLICY bulk_act_case_own ON bulk_act_case FOR ALL
  USING (EXISTS (SELECT 1 FROM bulk_act b WHERE b.id = act_id)) WITH CHECK (EXISTS (SELECT 1 FROM bulk_act b WHERE b.id = act_id));

-- Words of a case, as keyed hashes. Nobody reads the table: functions answer which cases of the own office have all of some.
ALTER TABLE case_words ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION app.add_case_words(in_case uuid, added bigint[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE office uuid;
BEGIN
  SELECT c.office_id INTO office FROM cases c WHERE c.id = in_case AND c.erased_at IS NULL
    AND EXISTS (SELECT 1 FROM case_key k WHERE k.case_id = c.id)
    AND (app.actor_kind() = 'system' OR (app.actor_kind() IN ('worker', 'reporter') AND c.id = app.case_id()) OR (app.is_case_staff() AND c.office_id = app.office_id()));
  IF office IS NULL THEN RETURN; END IF;
  INSERT INTO case_words AS w (case_id, office_id, hashes) VALUES (in_case, office, added)
    ON CONFLICT (case_id) DO UPDATE SET hashes = ARRAY(SELECT DISTINCT h FROM unnest(w.hashes || excluded.hashes) AS h ORDER BY h)
    WHERE NOT w.hashes @> excluded.hashes;
END $$;
-- The key goes, the hashes go: an erased case is found by nothing.
CREATE FUNCTION app.forget_case_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  DELETE FROM case_words WHERE case_id = OLD.case_id;
  RETURN OLD;
END $$;
CREATE TRIGGER case_key_words AFTER DELETE ON case_key FOR EACH ROW EXECUTE FUNCTION app.forget_case_words();

-- Sealed words of cases that were there before their hashes: for the system, which has the key of keys, a few at a time.
CREATE FUNCTION app.cases_without_words(upto integer) RETURNS TABLE (case_id uuid, office_id uuid, codes text[], wrapped_key bytea, sealed jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system makes hashes afterwards' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN QUERY
    SELECT c.id, c.office_id, ARRAY(SELECT 'g:' || g FROM unnest(c.grievance_codes) AS g) || array_remove(ARRAY['c:' || c.origin, 'h:' || c.scheme], NULL), k.wrapped_key, (
      SELECT coalesce(jsonb_agg(jsonb_build_object('column', p.place, 'row', p.id, 'sealed', encode(p.sealed, 'base64'))), '[]'::jsonb) FROM (
        SELECT 'statement.sealed_text' AS place, s.id, s.sealed_text AS sealed FROM statement s WHERE s.case_id = c.id
        UNION ALL SELECT 'statement.sealed_translation', s.id, s.sealed_translation FROM statement s WHERE s.case_id = c.id
        UNION ALL SELECT 'message.sealed_body', m.id, m.sealed_body FROM message m WHERE m.case_id = c.id
        UNION ALL SELECT 'message.sealed_translation', m.id, m.sealed_translation FROM message m WHERE m.case_id = c.id
        UNION ALL SELECT 'note.sealed_body', n.id, n.sealed_body FROM note n WHERE n.case_id = c.id
        UNION ALL SELECT 'case_party.sealed_name_as_given', y.id, y.sealed_name_as_given FROM case_party y WHERE y.case_id = c.id
        UNION ALL SELECT 'fee_line.sealed_payee_name', f.id, f.sealed_payee_name FROM fee_line f WHERE f.case_id = c.id
        UNION ALL SELECT 'loan.sealed_lender_name', l.id, l.sealed_lender_name FROM loan l WHERE l.case_id = c.id
        UNION ALL SELECT 'correction.sealed_new', r.id, r.sealed_new FROM correction r WHERE r.case_id = c.id
        UNION ALL SELECT 'text_translation.sealed_text', t.id, t.sealed_text FROM text_translation t WHERE t.case_id = c.id
        UNION ALL SELECT 'correction.sealed_reason', r.id, r.sealed_reason FROM correction r WHERE r.case_id = c.id) p WHERE p.sealed IS NOT NULL)
    FROM cases c JOIN case_key k ON k.case_id = c.id
    WHERE c.erased_at IS NULL AND NOT EXISTS (SELECT 1 FROM case_words w WHERE w.case_id = c.id) LIMIT upto;
END $$;

-- What a case can be filtered by, as one list of hashes: any filter, however combined, is one look into one index. Not stored: the
-- index is made of the function. An erased case has none.
CREATE FUNCTION app.facet(code text) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$ SELECT hashtextextended(code, 28) $$;
CREATE FUNCTION app.case_facets(office uuid, state text, severity text, origin text, scheme text, grievances text[], assignee uuid, waiting text,
  unread integer, signs integer, verdict text, fee_change timestamptz, labels uuid[], due timestamptz, erased timestamptz)
RETURNS bigint[] LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF erased IS NOT NULL THEN RETURN '{}'; END IF;
  RETURN ARRAY(SELECT hashtextextended(code, 28) FROM unnest(ARRAY[
      'o:' || office::text, 's:' || state, 'v:' || severity, 'c:' || origin, 'h:' || scheme, 'a:' || coalesce(assignee::text, 'none'), 'w:' || waiting, 'f:' || verdict,
      CASE WHEN state = 'closed' THEN 'closed' ELSE 'open' END,
      CASE WHEN state <> 'closed' OR unread > 0 OR due IS NOT NULL THEN 'look' END,
      CASE WHEN unread > 0 THEN 'u:yes' END, CASE WHEN signs > 0 THEN 'i:yes' END, CASE WHEN fee_change IS NOT NULL THEN 'x:yes' END]
    || ARRAY(SELECT 'g:' || g FROM unnest(grievances) AS g) || ARRAY(SELECT 'l:' || l::text FROM unnest(labels) AS l)) AS code WHERE code IS NOT NULL);
END $$;
CREATE INDEX cases_facets ON cases USING gin (app.case_facets(office_id, state, severity, origin, scheme, grievance_codes, assignee_id, waiting_on,
  unread_from_worker, sign_count, fee_verdict, fee_change_at, label_ids, next_due_at, erased_at)) WITH (fastupdate = off);
-- The order of the list: due first, without a date last. One key, so that a page goes on where the last one ended.
CREATE INDEX cases_look_by_due ON cases (office_id, coalesce(next_due_at, 'infinity'::timestamptz), id)
  WHERE (state <> 'closed' OR unread_from_worker > 0 OR next_due_at IS NOT NULL) AND erased_at IS NULL;
CREATE INDEX cases_number_parts ON cases USING gin (replace(number, '-', '') gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX IF NOT EXISTS party_name_parts ON party_name USING gin (lower(name) gin_trgm_ops);

-- One page of the queue of the actor's office, as ids in order. `f`: order (due | closed | received), facets, due_from, due_to, and for
-- a search: words (lists of hashes, one of each list), number_part, codes, parties; a case that fits any of these fits.
-- First it walks a little in the order of the list, which finds a page of what is common at once; what is rare it takes from the
-- index of facets, or of words. Runs as the owner, because PostgreSQL keeps such operators off an index below row-level security:
-- therefore it asks itself who acts, and looks into no other office.
CREATE FUNCTION app.queue_page(f jsonb, after_at timestamptz, after_id uuid, wanted integer) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 AS $$
DECLARE
  office uuid := app.office_id();
  ordering text := f ->> 'order';
  key text; direction text; base text; behind text := ''; fits text := 'true'; found text; facet text; kind text; code text;
  facets bigint[] := '{}'; is_search boolean := ordering = 'received'; alternatives jsonb; words text; hits text;
  budget integer; ids uuid[]; walked integer;
  expression constant text := 'app.case_facets(c.office_id, c.state, c.severity, c.origin, c.scheme, c.grievance_codes, c.assignee_id, c.waiting_on, c.unread_from_worker, c.sign_count, c.fee_verdict, c.fee_change_at, c.label_ids, c.next_due_at, c.erased_at)';
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
    behind := format(' AND (%s, c.id) %s (%L::timestamptz, %L::uuid)', key, CASE direction WHEN 'ASC' THEN '>' ELSE '<' END, coalesce(after_at, 'infinity'), after_id);
  END IF;

  FOR facet IN SELECT value FROM jsonb_array_elements_text(coalesce(f -> 'facets', '[]')) LOOP
    facets := facets || app.facet(facet);
    fits := fits || ' AND ' || app.facet_condition(facet);
  END LOOP;

  IF is_search THEN
    hits := format('SELECT w.case_id AS id FROM case_words w WHERE w.office_id = %L::uuid', office);
    words := 'true';
    FOR alternatives IN SELECT value FROM jsonb_array_elements(coalesce(f -> 'words', '[]')) LOOP
      words := words || format(' AND w.hashes && %L::bigint[]', ARRAY(SELECT value::bigint FROM jsonb_array_elements_text(alternatives)));
    END LOOP;
    IF words = 'true' THEN words := 'false'; END IF;
    hits := hits || ' AND ' || words;
    found := format('EXISTS (SELECT 1 FROM case_words w WHERE w.case_id = c.id AND %s)', words);
    IF f ->> 'number_part' IS NOT NULL THEN
      hits := hits || format(' UNION SELECT c.id FROM cases c WHERE replace(c.number, ''-'', '''') LIKE %L', '%' || (f ->> 'number_part') || '%');
      found := found || format(' OR replace(c.number, ''-'', '''') LIKE %L', '%' || (f ->> 'number_part') || '%');
    END IF;
    IF jsonb_array_length(coalesce(f -> 'parties', '[]')) > 0 THEN
      hits := hits || format(' UNION SELECT y.case_id FROM case_party y WHERE y.party_id = ANY (%L::uuid[])', ARRAY(SELECT jsonb_array_elements_text(f -> 'parties')));
      found := found || format(' OR EXISTS (SELECT 1 FROM case_party y WHERE y.case_id = c.id AND y.party_id = ANY (%L::uuid[]))', ARRAY(SELECT jsonb_array_elements_text(f -> 'parties')));
    END IF;
    FOR facet IN SELECT value FROM jsonb_array_elements_text(coalesce(f -> 'codes', '[]')) LOOP
      hits := hits || format(' UNION SELECT c.id FROM cases c WHERE %s @> %L::bigint[]', expression, ARRAY[app.facet('o:' || office::text), app.facet(facet)]);
      found := found || ' OR ' || app.facet_condition(facet);
    END LOOP;
    fits := fits || ' AND (' || found || ')';
  END IF;

  FOREACH budget IN ARRAY CASE WHEN is_search THEN ARRAY[60, 500] ELSE ARRAY[100, 1500] END LOOP
    EXECUTE format('SELECT array_agg(v.id ORDER BY v.place) FILTER (WHERE v.fits), count(*) FROM (
        SELECT c.id, row_number() OVER (ORDER BY %1$s %2$s, c.id %2$s) AS place, (%3$s) AS fits FROM (SELECT c.* FROM cases c WHERE %4$s%5$s ORDER BY %1$s %2$s, c.id %2$s LIMIT %6$s) c) v',
      key, direction, fits, base, behind, budget) INTO ids, walked;
    IF walked < budget OR coalesce(cardinality(ids), 0) >= wanted THEN
      RETURN QUERY SELECT u.id FROM unnest(ids[1:wanted]) WITH ORDINALITY AS u (id, place) ORDER BY u.place;
      RETURN;
    END IF;
  END LOOP;

  IF is_search THEN
    RETURN QUERY EXECUTE format('WITH hits AS (%s) SELECT c.id FROM hits h JOIN cases c ON c.id = h.id WHERE %s%s AND %s ORDER BY %s %s, c.id %6$s LIMIT %s',
      hits, base, behind, app.facet_conditions(f -> 'facets'), key, direction, wanted);
  ELSE
    -- Only through the index of facets: the order of the list was tried above.
    PERFORM set_config('enable_indexscan', 'off', true);
    facets := facets || ARRAY[app.facet('o:' || office::text), app.facet(CASE ordering WHEN 'due' THEN 'look' ELSE 'closed' END)];
    RETURN QUERY EXECUTE format('WITH hits AS MATERIALIZED (SELECT c.id, %s AS key FROM cases c WHERE %s @> %L::bigint[] AND %s%s AND %s) SELECT h.id FROM hits h ORDER BY h.key %s, h.id %7$s LIMIT %s',
      key, expression, facets, base, behind, fits, direction, wanted);
    PERFORM set_config('enable_indexscan', 'on', true);
  END IF;
END $$;

-- A facet as a condition on the row `c`; the hash alone could, once in many thousand millions, be another's.
CREATE FUNCTION app.facet_condition(facet text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE split_part(facet, ':', 1)
    WHEN 's' THEN format('c.state = %L', substr(facet, 3))
    WHEN 'v' THEN format('c.severity = %L', substr(facet, 3))
    WHEN 'c' THEN format('c.origin = %L', substr(facet, 3))
    WHEN 'h' THEN format('c.scheme = %L', substr(facet, 3))
    WHEN 'g' THEN format('c.grievance_codes @> ARRAY[%L]::text[]', substr(facet, 3))
    WHEN 'a' THEN CASE WHEN substr(facet, 3) = 'none' THEN 'c.assignee_id IS NULL' ELSE format('c.assignee_id = %L::uuid', substr(facet, 3)) END
    WHEN 'w' THEN format('c.waiting_on = %L', substr(facet, 3))
    WHEN 'f' THEN format('c.fee_verdict = %L', substr(facet, 3))
    WHEN 'l' THEN format('%L::uuid = ANY (c.label_ids)', substr(facet, 3))
    WHEN 'u' THEN 'c.unread_from_worker > 0'
    WHEN 'i' THEN 'c.sign_count > 0'
    WHEN 'x' THEN 'c.fee_change_at IS NOT NULL'
    WHEN 'open' THEN 'c.state <> ''closed'''
    WHEN 'closed' THEN 'c.state = ''closed'''
    ELSE 'false' END $$;
CREATE FUNCTION app.facet_conditions(facets jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(string_agg(coalesce(app.facet_condition(value), 'false'), ' AND '), 'true') FROM jsonb_array_elements_text(coalesce(facets, '[]')) $$;

-- Organisations of the register whose name fits every pattern; those merged into another count as that one, too.
CREATE FUNCTION app.parties_named(patterns text[], upto integer) RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_case_staff() THEN RETURN; END IF;
  RETURN QUERY EXECUTE format('SELECT DISTINCT q.id FROM party_name n JOIN party p ON p.id = n.party_id CROSS JOIN LATERAL (VALUES (p.id), (p.merged_into_id)) AS q (id)
    WHERE q.id IS NOT NULL AND %s LIMIT %s', (SELECT string_agg(format('lower(n.name) LIKE %L', pattern), ' AND ') FROM unnest(patterns) AS pattern), upto);
END $$;

-- How many a filter finds, up to a limit.
CREATE FUNCTION app.queue_count(f jsonb, upto integer) RETURNS integer LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::int FROM app.queue_page(f, NULL, NULL, upto) $$;

REVOKE ALL ON FUNCTION app.body_waits(uuid), app.party_waits(uuid), app.signs_of(uuid), app.due_owner(uuid, text), app.add_case_words(uuid, bigint[]),
  app.cases_without_words(integer), app.queue_page(jsonb, timestamptz, uuid, integer), app.queue_count(jsonb, integer), app.parties_named(text[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.waiting_on(text, boolean, boolean), app.body_waits(uuid), app.party_waits(uuid), app.signs_of(uuid), app.due_owner(uuid, text),
  app.add_case_words(uuid, bigint[]), app.cases_without_words(integer), app.queue_page(jsonb, timestamptz, uuid, integer), app.queue_count(jsonb, integer), app.parties_named(text[], integer),
  app.facet(text), app.facet_condition(text), app.facet_conditions(jsonb),
  app.case_facets(uuid, text, text, text, text, text[], uuid, text, integer, integer, text, timestamptz, uuid[], timestamptz, timestamptz) TO fair_passage_app;
