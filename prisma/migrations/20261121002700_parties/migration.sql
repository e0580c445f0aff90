-- The register of organisations: names in many scripts, licences with a history of their status, memberships, versions, merging
-- that can be taken back, and lists brought in from files. Public facts, common to all offices.

-- Trigrams find a name by pieces of it. A trusted extension: whoever may create in the database may make it (ADR 032).
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE "party_import" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" BYTEA,
    "mapping" JSONB,
    "seen" TEXT,
    "applied_at" TIMESTAMPTZ(3),
    "applied_by_id" UUID,
    "counts" JSONB,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "party_import_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "party_import_row" (
    "id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "party_id" UUID NOT NULL,
    "licence_id" UUID,
    "before" JSONB NOT NULL,

    CONSTRAINT "party_import_row_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "party" ADD COLUMN     "import_id" UUID,
ADD COLUMN     "request_id" UUID,
ADD COLUMN     "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

ALTER TABLE "party_name" ADD COLUMN     "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "import_id" UUID,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'registered',
ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

ALTER TABLE "party_licence" ADD COLUMN     "import_id" UUID,
ADD COLUMN     "number_key" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

ALTER TABLE "party_programme" ADD COLUMN     "import_id" UUID,
ADD COLUMN     "removed_at" TIMESTAMPTZ(3);

-- What a name can be found by: several spellings of one name, in plain letters.
CREATE TABLE "party_key" (
    "name_id" UUID NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "party_key_pkey" PRIMARY KEY ("name_id","key")
);

CREATE TABLE "party_licence_status" (
    "id" UUID NOT NULL,
    "licence_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "since_on" TEXT,
    "source" TEXT NOT NULL,
    "noted_by_id" UUID,
    "noted_at" TIMESTAMPTZ(3) NOT NULL,
    "import_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "party_licence_status_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "party_version" (
    "id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "changed_by_id" UUID,
    "changed_by_name" TEXT NOT NULL,
    "office_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "snapshot" JSONB NOT NULL,

    CONSTRAINT "party_version_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "party_merge" (
    "id" UUID NOT NULL,
    "from_id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "office_id" UUID NOT NULL,
    "merged_by_id" UUID NOT NULL,
    "merged_by_name" TEXT NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL,
    "moved" JSONB NOT NULL,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" UUID,

    CONSTRAINT "party_merge_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "party_import_made_at_idx" ON "party_import"("made_at");
CREATE INDEX "party_import_row_import_id_idx" ON "party_import_row"("import_id");
CREATE UNIQUE INDEX "party_request_id_key" ON "party"("request_id");
CREATE INDEX "party_import_id_idx" ON "party"("import_id");
CREATE INDEX "party_merged_into_id_idx" ON "party"("merged_into_id");
CREATE INDEX "party_licence_regime_number_key_idx" ON "party_licence"("regime", "number_key");
CREATE INDEX "party_licence_number_key_idx" ON "party_licence"("number_key");
CREATE INDEX "party_licence_status_licence_id_idx" ON "party_licence_status"("licence_id");
CREATE INDEX "party_licence_status_import_id_idx" ON "party_licence_status"("import_id");
CREATE INDEX "party_version_party_id_version_idx" ON "party_version"("party_id", "version");
CREATE INDEX "party_merge_from_id_idx" ON "party_merge"("from_id");
CREATE INDEX "party_merge_into_id_idx" ON "party_merge"("into_id");
CREATE INDEX "party_key_key_idx" ON "party_key" USING GIN ("key" gin_trgm_ops);
CREATE INDEX "party_key_key_exact" ON "party_key"("key");

ALTER TABLE "party_import_row" ADD CONSTRAINT "party_import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "party_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "party_key" ADD CONSTRAINT "party_key_name_id_fkey" FOREIGN KEY ("name_id") REFERENCES "party_name"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "party_licence_status" ADD CONSTRAINT "party_licence_status_licence_id_fkey" FOREIGN KEY ("licence_id") REFERENCES "party_licence"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "party_version" ADD CONSTRAINT "party_version_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "party"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "party_merge" ADD CONSTRAINT "party_merge_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "party"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "party_merge" ADD CONSTRAINT "party_merge_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "party"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- The status a licence has now is the latest of its history that was not taken back.
CREATE FUNCTION app.current_licence_status() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE party_licence l SET status = coalesce((
      SELECT s.status FROM party_licence_status s WHERE s.licence_id = NEW.licence_id AND s.withdrawn_at IS NULL
       ORDER BY coalesce(s.since_on, to_char(s.noted_at, 'YYYY-MM-DD')) DESC, s.noted_at DESC, s.id DESC LIMIT 1), 'unknown')
   WHERE l.id = NEW.licence_id;
  RETURN NULL;
END $$;
CREATE TRIGGER party_licence_status_current AFTER INSERT OR UPDATE ON party_licence_status FOR EACH ROW EXECUTE FUNCTION app.current_licence_status();

-- Officers write the register, administrators and supervisors bring in lists. A party is merged and a name is moved only by the
-- functions below; nothing is deleted by the application.
REVOKE UPDATE ON party, party_name, party_licence, party_programme FROM fair_passage_app;
GRANT UPDATE (country, roles, name, version, updated_at) ON party TO fair_passage_app;
GRANT UPDATE (removed_at) ON party_name TO fair_passage_app;
GRANT UPDATE (from_on, to_on, removed_at) ON party_licence TO fair_passage_app;
GRANT UPDATE (from_on, to_on, removed_at) ON party_programme TO fair_passage_app;

CREATE FUNCTION app.brings_in_lists() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT app.actor_kind() = 'staff' AND app.staff_role() IN ('supervisor', 'administrator') $$;
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['party_key', 'party_licence_status', 'party_version', 'party_merge', 'party_import', 'party_import_row'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('GRANT SELECT ON %I TO fair_passage_app', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR SELECT USING ((SELECT app.actor_kind()) = ''staff'')', t || '_read', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['party', 'party_name', 'party_licence', 'party_programme'] LOOP
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK ((SELECT app.is_administrator()) AND import_id IS NOT NULL)', t || '_bring_in', t);
  END LOOP;
END $$;
CREATE POLICY party_bring_in_update ON party FOR UPDATE USING ((SELECT app.is_administrator()));
CREATE POLICY party_licence_bring_in_update ON party_licence FOR UPDATE USING ((SELECT app.is_administrator()));

GRANT INSERT ON party_key, party_licence_status, party_version TO fair_passage_app;
CREATE POLICY party_key_insert ON party_key FOR INSERT WITH CHECK ((SELECT app.is_case_staff()) OR (SELECT app.is_administrator()));
CREATE POLICY party_licence_status_insert ON party_licence_status FOR INSERT WITH CHECK (
  noted_by_id = (SELECT app.actor_id()) AND withdrawn_at IS NULL AND ((SELECT app.is_case_staff()) OR ((SELECT app.is_administrator()) AND import_id IS NOT NULL)));
CREATE POLICY party_version_insert ON party_version FOR INSERT WITH CHECK (
  changed_by_id = (SELECT app.actor_id()) AND office_id = (SELECT app.office_id()) AND ((SELECT app.is_case_staff()) OR (SELECT app.is_administrator())));

GRANT INSERT ON party_import, party_import_row TO fair_passage_app;
GRANT UPDATE (content, mapping, seen, applied_at, applied_by_id, counts) ON party_import TO fair_passage_app;
CREATE POLICY party_import_insert ON party_import FOR INSERT WITH CHECK (
  (SELECT app.brings_in_lists()) AND office_id = (SELECT app.office_id()) AND made_by_id = (SELECT app.actor_id()) AND applied_at IS NULL AND undone_at IS NULL);
CREATE POLICY party_import_update ON party_import FOR UPDATE
  USING ((SELECT app.brings_in_lists()) AND office_id = (SELECT app.office_id()) AND applied_at IS NULL)
  WITH CHECK (applied_by_id IS NULL OR applied_by_id = (SELECT app.actor_id()));
CREATE POLICY party_import_row_insert ON party_import_row FOR INSERT WITH CHECK ((SELECT app.brings_in_lists()));

-- Names close to any of the keys, the closest first. Row-level security keeps PostgreSQL off the trigram index, hence this way.
CREATE FUNCTION app.party_candidates(keys text[], words text[], most integer) RETURNS TABLE (party_id uuid, closeness real)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET pg_trgm.similarity_threshold = 0.38 SET pg_trgm.word_similarity_threshold = 0.66 AS $$
DECLARE pattern text;
BEGIN
  IF app.actor_kind() <> 'staff' THEN RAISE EXCEPTION 'only staff search the register' USING ERRCODE = 'insufficient_privilege'; END IF;
  SELECT string_agg(format('k.key LIKE %L', '%' || w || '%'), ' AND ') INTO pattern FROM unnest(words) AS w;
  RETURN QUERY EXECUTE format($q$
    SELECT n.party_id, max(h.c)::real FROM (
      (SELECT k.name_id, similarity(k.key, q) AS c FROM unnest($1) AS q JOIN party_key k ON k.key %% q ORDER BY c DESC LIMIT $2)
      UNION ALL
      (SELECT k.name_id, 0.6 AS c FROM party_key k WHERE %s LIMIT $2)
    ) h JOIN party_name n ON n.id = h.name_id AND n.removed_at IS NULL
    GROUP BY n.party_id ORDER BY 2 DESC LIMIT $2$q$, coalesce(pattern, 'false')) USING keys, most;
END $$;
REVOKE ALL ON FUNCTION app.party_candidates(text[], text[], integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.party_candidates(text[], text[], integer) TO fair_passage_app;

-- How many reporters of all offices name a party, independently of each other: null below three, else only a step (3, 5, 10, 20 ...).
CREATE FUNCTION app.party_reporters(party uuid) RETURNS integer LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE reporters integer; step integer; shown integer;
BEGIN
  IF app.actor_kind() <> 'staff' THEN RAISE EXCEPTION 'only staff ask about a party' USING ERRCODE = 'insufficient_privilege'; END IF;
  SELECT count(DISTINCT c.id) INTO reporters FROM case_party p JOIN cases c ON c.id = p.case_id
   WHERE p.party_id = party AND NOT c.is_test AND c.erased_at IS NULL
     AND (c.closing_code IS NULL OR c.closing_code NOT IN ('duplicate_merged', 'inadmissible_signposted', 'not_substantiated'));
  FOREACH step IN ARRAY ARRAY[3, 5, 10, 20, 50, 100] LOOP
    IF reporters >= step THEN shown := step; END IF;
  END LOOP;
  RETURN shown;
END $$;
REVOKE ALL ON FUNCTION app.party_reporters(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.party_reporters(uuid) TO fair_passage_app;

-- One party into another: everything that hangs on it moves, and what moved is written down. Both stand still meanwhile, in the
-- order of their ids, so that two merges never wait for each other crosswise. Says what happened instead of failing.
CREATE FUNCTION app.merge_parties(merge uuid, from_party uuid, into_party uuid, from_version integer, into_version integer, why text, by_name text, at timestamptz)
RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE a party; b party; names uuid[]; licences uuid[]; programmes uuid[]; places uuid[];
BEGIN
  IF NOT app.is_case_staff() THEN RAISE EXCEPTION 'only those who work on cases merge parties' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF from_party = into_party OR btrim(why) = '' THEN RETURN 'not_allowed'; END IF;
  PERFORM 1 FROM party WHERE id IN (from_party, into_party) ORDER BY id FOR UPDATE;
  IF EXISTS (SELECT 1 FROM party_merge WHERE id = merge) THEN RETURN 'done'; END IF;
  SELECT * INTO a FROM party WHERE id = from_party;
  SELECT * INTO b FROM party WHERE id = into_party;
  IF a.id IS NULL OR b.id IS NULL THEN RETURN 'gone'; END IF;
  IF a.merged_into_id IS NOT NULL OR b.merged_into_id IS NOT NULL OR a.version <> from_version OR b.version <> into_version THEN RETURN 'changed'; END IF;
  WITH m AS (UPDATE party_name SET party_id = b.id WHERE party_id = a.id RETURNING id) SELECT coalesce(array_agg(id), '{}') INTO names FROM m;
  WITH m AS (UPDATE party_licence SET party_id = b.id WHERE party_id = a.id RETURNING id) SELECT coalesce(array_agg(id), '{}') INTO licences FROM m;
  WITH m AS (UPDATE party_programme SET party_id = b.id WHERE party_id = a.id RETURNING id) SELECT coalesce(array_agg(id), '{}') INTO programmes FROM m;
  WITH m AS (UPDATE case_party SET party_id = b.id WHERE party_id = a.id RETURNING id) SELECT coalesce(array_agg(id), '{}') INTO places FROM m;
  INSERT INTO party_merge (id, from_id, into_id, reason, office_id, merged_by_id, merged_by_name, merged_at, moved)
    VALUES (merge, a.id, b.id, why, app.office_id(), app.actor_id(), by_name, at,
      jsonb_build_object('names', to_jsonb(names), 'licences', to_jsonb(licences), 'programmes', to_jsonb(programmes), 'places', to_jsonb(places),
        'roles', to_jsonb(b.roles), 'rolesAfter', to_jsonb((SELECT array_agg(DISTINCT r) FROM unnest(a.roles || b.roles) AS r))));
  UPDATE party SET merged_into_id = b.id, version = version + 1, updated_at = at WHERE id = a.id;
  UPDATE party SET roles = coalesce((SELECT array_agg(DISTINCT r) FROM unnest(a.roles || b.roles) AS r), '{}'), version = version + 1, updated_at = at WHERE id = b.id;
  RETURN 'merged';
END $$;
REVOKE ALL ON FUNCTION app.merge_parties(uuid, uuid, uuid, integer, integer, text, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.merge_parties(uuid, uuid, uuid, integer, integer, text, text, timestamptz) TO fair_passage_app;

-- Back to two: what moved and is still there goes back. What was added to the remaining party meanwhile stays with it. The last
-- merge is taken back first.
CREATE FUNCTION app.undo_party_merge(merge uuid, at timestamptz) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE m party_merge; a party; b party;
  ids uuid[];
BEGIN
  IF NOT app.is_case_staff() THEN RAISE EXCEPTION 'only those who work on cases take a merge back' USING ERRCODE = 'insufficient_privilege'; END IF;
  SELECT * INTO m FROM party_merge WHERE id = merge;
  IF m.id IS NULL THEN RETURN 'gone'; END IF;
  PERFORM 1 FROM party WHERE id IN (m.from_id, m.into_id) ORDER BY id FOR UPDATE;
  SELECT * INTO m FROM party_merge WHERE id = merge FOR UPDATE;
  IF m.undone_at IS NOT NULL THEN RETURN 'done'; END IF;
  SELECT * INTO a FROM party WHERE id = m.from_id;
  SELECT * INTO b FROM party WHERE id = m.into_id;
  IF b.merged_into_id IS NOT NULL OR a.merged_into_id IS DISTINCT FROM b.id THEN RETURN 'later_merge'; END IF;
  IF EXISTS (SELECT 1 FROM party_merge l WHERE l.into_id = b.id AND l.undone_at IS NULL AND l.merged_at > m.merged_at) THEN RETURN 'later_merge'; END IF;
  SELECT coalesce(array_agg(v::uuid), '{}') INTO ids FROM jsonb_array_elements_text(m.moved -> 'names') AS v;
  UPDATE party_name SET party_id = a.id WHERE id = ANY (ids) AND party_id = b.id;
  SELECT coalesce(array_agg(v::uuid), '{}') INTO ids FROM jsonb_array_elements_text(m.moved -> 'licences') AS v;
  UPDATE party_licence SET party_id = a.id WHERE id = ANY (ids) AND party_id = b.id;
  SELECT coalesce(array_agg(v::uuid), '{}') INTO ids FROM jsonb_array_elements_text(m.moved -> 'programmes') AS v;
  UPDATE party_programme SET party_id = a.id WHERE id = ANY (ids) AND party_id = b.id;
  SELECT coalesce(array_agg(v::uuid), '{}') INTO ids FROM jsonb_array_elements_text(m.moved -> 'places') AS v;
  UPDATE case_party SET party_id = a.id WHERE id = ANY (ids) AND party_id = b.id;
  UPDATE party SET merged_into_id = NULL, version = version + 1, updated_at = at WHERE id = a.id;
  -- Roles that an officer changed since the merge are kept.
  UPDATE party SET version = version + 1, updated_at = at,
    roles = CASE WHEN to_jsonb(roles) = m.moved -> 'rolesAfter' THEN coalesce((SELECT array_agg(r) FROM jsonb_array_elements_text(m.moved -> 'roles') AS r), '{}') ELSE roles END
   WHERE id = b.id;
  UPDATE party_merge SET undone_at = at, undone_by_id = app.actor_id() WHERE id = merge;
  RETURN 'undone';
END $$;
REVOKE ALL ON FUNCTION app.undo_party_merge(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.undo_party_merge(uuid, timestamptz) TO fair_passage_app;

-- Takes a list back as a whole, while nothing depends on what it brought: no case, no merge, no later change. New parties go, what
-- existed before has its dates again, and what was said about a status is kept as withdrawn.
CREATE FUNCTION app.undo_party_import(list uuid, at timestamptz) RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE i party_import;
BEGIN
  IF NOT app.brings_in_lists() THEN RAISE EXCEPTION 'only supervisors and administrators take a list back' USING ERRCODE = 'insufficient_privilege'; END IF;
  SELECT * INTO i FROM party_import WHERE id = list AND office_id = app.office_id() FOR UPDATE;
  IF i.id IS NULL OR i.applied_at IS NULL THEN RETURN 'gone'; END IF;
  IF i.undone_at IS NOT NULL THEN RETURN 'done'; END IF;
  PERFORM 1 FROM party WHERE id IN (SELECT r.party_id FROM party_import_row r WHERE r.import_id = list) ORDER BY id FOR UPDATE;
  IF EXISTS (SELECT 1 FROM party_import_row r JOIN party p ON p.id = r.party_id WHERE r.import_id = list
       AND (p.merged_into_id IS NOT NULL OR p.version <> (r.before ->> 'versionAfter')::integer)) THEN RETURN 'changed_since'; END IF;
  IF EXISTS (SELECT 1 FROM party p JOIN case_party c ON c.party_id = p.id WHERE p.import_id = list) THEN RETURN 'in_use'; END IF;
  IF EXISTS (SELECT 1 FROM party p JOIN party_merge m ON m.from_id = p.id OR m.into_id = p.id WHERE p.import_id = list) THEN RETURN 'changed_since'; END IF;
  IF EXISTS (SELECT 1 FROM party_licence_status s JOIN party_licence l ON l.id = s.licence_id
       WHERE l.import_id = list AND s.import_id IS DISTINCT FROM list) THEN RETURN 'changed_since'; END IF;
  UPDATE party_licence_status s SET withdrawn_at = at FROM party_licence l WHERE l.id = s.licence_id AND s.import_id = list AND l.import_id IS DISTINCT FROM list;
  UPDATE party_licence l SET from_on = r.before ->> 'fromOn', to_on = r.before ->> 'toOn'
    FROM party_import_row r WHERE r.import_id = list AND r.outcome = 'updated' AND r.licence_id = l.id AND l.import_id IS DISTINCT FROM list;
  UPDATE party_name SET removed_at = at WHERE import_id = list AND party_id NOT IN (SELECT id FROM party WHERE import_id = list);
  UPDATE party_licence SET removed_at = at WHERE import_id = list AND party_id NOT IN (SELECT id FROM party WHERE import_id = list);
  UPDATE party p SET version = version + 1, updated_at = at WHERE p.import_id IS DISTINCT FROM list
    AND p.id IN (SELECT r.party_id FROM party_import_row r WHERE r.import_id = list);
  DELETE FROM party WHERE import_id = list;
  UPDATE party_import SET undone_at = at, undone_by_id = app.actor_id() WHERE id = list;
  RETURN 'undone';
END $$;
REVOKE ALL ON FUNCTION app.undo_party_import(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.undo_party_import(uuid, timestamptz) TO fair_passage_app;
