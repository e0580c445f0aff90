-- Which organisations may be shown with numbers by name, what they say to it, and the numbers themselves, which move only by whole
-- quarters (ADR 044).

CREATE TABLE "organisation_release" (
    "id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "asked_by_id" UUID NOT NULL,
    "asked_by_name" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "ask_note" TEXT NOT NULL,
    "decided_by_id" UUID,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "decide_note" TEXT,
    "informed_on" TEXT,
    "reply_text" TEXT,
    "reply_language" TEXT,
    "reply_translations" JSONB NOT NULL DEFAULT '{}',
    "replied_on" TEXT,
    "reply_kept_by_id" UUID,
    "reply_kept_by_name" TEXT,

    CONSTRAINT "organisation_release_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "organisation_figure" (
    "party_id" UUID NOT NULL,
    "quarter" TEXT NOT NULL,
    "counted_to" TEXT NOT NULL,
    "reports" INTEGER NOT NULL,
    "figures" JSONB NOT NULL,
    "members" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "organisation_figure_pkey" PRIMARY KEY ("party_id","quarter")
);

CREATE INDEX "organisation_release_party_id_idx" ON "organisation_release"("party_id");
ALTER TABLE "organisation_release" ADD CONSTRAINT "organisation_release_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "party"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "organisation_figure" ADD CONSTRAINT "organisation_figure_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "party"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules, row-level security, functions and triggers (written by hand).

-- One question about an organisation is open at a time.
CREATE UNIQUE INDEX "organisation_release_open" ON "organisation_release"("party_id") WHERE state IN ('asked', 'approved');
ALTER TABLE organisation_release ADD CONSTRAINT organisation_release_states CHECK (
  state IN ('asked', 'approved', 'refused', 'withdrawn') AND (state = 'asked' OR state = 'withdrawn' OR decided_by_id IS NOT NULL)
  AND (state <> 'approved' OR informed_on IS NOT NULL));

CREATE FUNCTION app.asks_for_release() RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT app.actor_kind() = 'staff' AND app.staff_role() IN ('supervisor', 'administrator') $$;

ALTER TABLE organisation_release ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON organisation_release TO fair_passage_app;
GRANT UPDATE (state, version, decided_by_id, decided_by_name, decided_at, decide_note, informed_on, reply_text, reply_language, reply_translations, replied_on,
  reply_kept_by_id, reply_kept_by_name) ON organisation_release TO fair_passage_app;
CREATE POLICY organisation_release_read ON organisation_release FOR SELECT USING ((SELECT app.asks_for_release()));
-- Everybody may read what is published: the organisation, since when it knows, and its reply.
CREATE POLICY organisation_release_public ON organisation_release FOR SELECT USING ((SELECT app.actor_kind()) IN ('reporter', 'system') AND state = 'approved');
CREATE POLICY organisation_release_ask ON organisation_release FOR INSERT WITH CHECK (
  (SELECT app.asks_for_release()) AND asked_by_id = (SELECT app.actor_id()) AND state = 'asked' AND decided_by_id IS NULL);
CREATE POLICY organisation_release_decide ON organisation_release FOR UPDATE
  USING ((SELECT app.is_administrator()) AND state IN ('asked', 'approved'))
  WITH CHECK ((SELECT app.is_administrator()));

ALTER TABLE organisation_figure ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON organisation_figure TO fair_passage_app;
CREATE POLICY organisation_figure_system ON organisation_figure FOR ALL USING ((SELECT app.actor_kind()) = 'system') WITH CHECK ((SELECT app.actor_kind()) = 'system');

-- Reports that are counted for an organisation: those of every statistic that name it and were found to be of substance; reports of
-- one event that are linked as duplicates are one.
CREATE FUNCTION app.organisation_reports(party uuid, until timestamptz) RETURNS TABLE (case_id uuid) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH named AS (
    SELECT DISTINCT c.id FROM case_party p JOIN cases c ON c.id = p.case_id
     WHERE p.party_id = party AND c.received_at < until AND c.in_statistics AND NOT c.is_test AND c.erased_at IS NULL
       AND (c.closing_code IS NULL OR c.closing_code NOT IN ('duplicate_merged', 'inadmissible_signposted', 'not_substantiated')))
  SELECT n.id FROM named n WHERE NOT EXISTS (
    SELECT 1 FROM case_link l JOIN named o ON o.id = CASE WHEN l.case_id = n.id THEN l.other_id ELSE l.case_id END
     WHERE n.id IN (l.case_id, l.other_id) AND l.kind = 'duplicate' AND l.unlinked_at IS NULL AND o.id < n.id) $$;

-- Organisations with at least five independent reports, with a step, never the number.
CREATE FUNCTION app.reported_organisations(until timestamptz) RETURNS TABLE (party_id uuid, reporters integer) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.asks_for_release() THEN RAISE EXCEPTION 'only supervisors and administrators ask which organisations are reported' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN QUERY
  WITH often AS (
    SELECT p.party_id AS id FROM case_party p JOIN cases c ON c.id = p.case_id
     WHERE p.party_id IS NOT NULL AND c.received_at < until AND c.in_statistics AND NOT c.is_test AND c.erased_at IS NULL GROUP BY p.party_id HAVING count(DISTINCT p.case_id) >= 5),
  counted AS (SELECT o.id, (SELECT count(*) FROM app.organisation_reports(o.id, until)) AS n FROM often o)
  SELECT k.id, CASE WHEN k.n >= 100 THEN 100 WHEN k.n >= 50 THEN 50 WHEN k.n >= 20 THEN 20 WHEN k.n >= 10 THEN 10 ELSE 5 END FROM counted k WHERE k.n >= 5;
END $$;

-- What each counted report says about an organisation: a JSON list of lists as lib/data/organisation-figures.ts reads them. No word, no
-- day, no id but a number that leads nowhere.
CREATE FUNCTION app.organisation_facts(party uuid, until timestamptz) RETURNS text LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off AS $$
DECLARE made text;
BEGIN
  PERFORM app.refuse_unless_system();
  WITH counted AS MATERIALIZED (
    SELECT c.id, c.paid_answer, c.state, s.ref FROM app.organisation_reports(party, until) r JOIN cases c ON c.id = r.case_id JOIN statistic_change s ON s.case_id = c.id),
  newest AS (
    SELECT DISTINCT ON (a.case_id) a.case_id, a.result FROM counted c JOIN fee_assessment a ON a.case_id = c.id ORDER BY a.case_id, a.assessed_at DESC, a.id DESC),
  certain AS (
    SELECT v."lineId" AS line_id, v.verdict FROM newest n CROSS JOIN LATERAL jsonb_to_recordset(n.result->'lines') AS v ("lineId" uuid, verdict text, "isLikelyWithin" boolean)
     WHERE v."isLikelyWithin" IS NOT TRUE AND v.verdict IN ('within_cap', 'above_cap', 'prohibited')),
  paid AS (
    SELECT c.id, CASE WHEN bool_and(l.jpy_minor IS NOT NULL) THEN sum(l.jpy_minor) END AS yen, coalesce(json_agg(v.verdict ORDER BY l.position, l.id) FILTER (WHERE v.verdict IS NOT NULL), '[]') AS verdicts
      FROM counted c JOIN case_party p ON p.case_id = c.id AND p.party_id = party JOIN fee_line l ON l.case_party_id = p.id LEFT JOIN certain v ON v.line_id = l.id
     WHERE l.removed_at IS NULL AND l.split_at IS NULL GROUP BY c.id),
  asked AS (
    SELECT c.id, sum(m.claimed_jpy) AS claimed, sum(m.repaid_jpy) AS repaid FROM counted c JOIN case_party p ON p.case_id = c.id AND p.party_id = party
      JOIN app.remedy_money m ON m.case_party_id = p.id GROUP BY c.id)
  SELECT coalesce(json_agg(json_build_array(c.ref, c.paid_answer IN ('yes', 'no') OR d.id IS NOT NULL, d.id IS NOT NULL, d.yen, coalesce(d.verdicts, '[]'), c.state = 'closed',
      EXISTS (SELECT 1 FROM remedy r WHERE r.case_id = c.id AND r.delivered_at IS NOT NULL), coalesce(a.claimed, 0), coalesce(a.repaid, 0)) ORDER BY c.ref), '[]')::text
    INTO made FROM counted c LEFT JOIN paid d ON d.id = c.id LEFT JOIN asked a ON a.id = c.id;
  RETURN made;
END $$;

-- Whether anybody may find a party. One that was only named in a report is not public: that it is known here would tell of the report.
CREATE FUNCTION app.is_public_party(party uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT EXISTS (SELECT 1 FROM party p WHERE p.id = party AND p.merged_into_id IS NULL AND (p.import_id IS NOT NULL
    OR EXISTS (SELECT 1 FROM party_licence l WHERE l.party_id = p.id AND l.removed_at IS NULL)
    OR EXISTS (SELECT 1 FROM party_programme g WHERE g.party_id = p.id AND g.removed_at IS NULL)
    OR EXISTS (SELECT 1 FROM organisation_release r WHERE r.party_id = p.id AND r.state = 'approved'))) $$;

-- The public facts of organisations by id, by the number of a licence, by name (as app.party_candidates seeks), or of those that are published.
CREATE FUNCTION app.public_organisations(ids uuid[], number_keys text[], sought text[], is_published boolean, most integer) RETURNS TABLE (facts jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE found uuid[] := ids;
BEGIN
  IF app.actor_kind() NOT IN ('reporter', 'staff', 'system') THEN RAISE EXCEPTION 'not for this actor' USING ERRCODE = 'insufficient_privilege'; END IF;
  IF cardinality(number_keys) > 0 THEN
    found := found || ARRAY(SELECT DISTINCT l.party_id FROM party_licence l WHERE l.number_key = ANY (number_keys) AND l.removed_at IS NULL LIMIT most);
  END IF;
  IF cardinality(sought) > 0 THEN found := found || ARRAY(SELECT c.party_id FROM app.party_candidates(sought, most * 4) c); END IF;
  IF is_published THEN found := found || ARRAY(SELECT r.party_id FROM organisation_release r JOIN party p ON p.id = r.party_id WHERE r.state = 'approved' ORDER BY p.name, p.id LIMIT most); END IF;
  RETURN QUERY
  SELECT jsonb_build_object('id', p.id, 'name', p.name, 'country', p.country, 'roles', p.roles,
    'names', (SELECT coalesce(jsonb_agg(jsonb_build_object('name', n.name, 'kind', n.kind, 'script', n.script) ORDER BY n.created_at, n.id), '[]') FROM party_name n WHERE n.party_id = p.id AND n.removed_at IS NULL),
    'licences', (SELECT coalesce(jsonb_agg(jsonb_build_object('regime', l.regime, 'number', l.number, 'status', l.status, 'fromOn', l.from_on, 'toOn', l.to_on, 'source', l.source,
        'history', (SELECT coalesce(jsonb_agg(jsonb_build_object('status', s.status, 'sinceOn', s.since_on, 'source', s.source) ORDER BY s.noted_at DESC, s.id DESC), '[]')
          FROM party_licence_status s WHERE s.licence_id = l.id AND s.withdrawn_at IS NULL)) ORDER BY l.id), '[]') FROM party_licence l WHERE l.party_id = p.id AND l.removed_at IS NULL),
    'programmes', (SELECT coalesce(jsonb_agg(jsonb_build_object('programme', g.programme, 'fromOn', g.from_on, 'toOn', g.to_on) ORDER BY g.id), '[]') FROM party_programme g WHERE g.party_id = p.id AND g.removed_at IS NULL))
  FROM (SELECT f.id, min(f.place) AS place FROM unnest(found) WITH ORDINALITY AS f (id, place) GROUP BY f.id) f JOIN party p ON p.id = f.id
  WHERE app.is_public_party(p.id) ORDER BY f.place LIMIT most;
END $$;

-- Public pages search the register too; what is not public is left out by app.public_organisations.
DO $do$ BEGIN
  -- Its settings are known once the extension is loaded.
  PERFORM similarity('a', 'b');
  EXECUTE replace(replace(pg_get_functiondef('app.party_candidates(text[], integer)'::regprocedure),
    $a$app.actor_kind() <> 'staff'$a$, $b$app.actor_kind() NOT IN ('staff', 'reporter')$b$), 'only staff search the register', 'not for this actor');
END $do$;

REVOKE ALL ON FUNCTION app.asks_for_release(), app.organisation_reports(uuid, timestamptz), app.reported_organisations(timestamptz), app.organisation_facts(uuid, timestamptz),
  app.is_public_party(uuid), app.public_organisations(uuid[], text[], text[], boolean, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.asks_for_release(), app.reported_organisations(timestamptz), app.organisation_facts(uuid, timestamptz),
  app.public_organisations(uuid[], text[], text[], boolean, integer) TO fair_passage_app;
