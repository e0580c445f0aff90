-- The log of releases does not grow without end: a question nobody asked for a year leaves it, and of a scope that asked very much, those
-- nobody asked for a month (ADR 040 says what is lost). What an organisation's numbers need is asked without reading every report.

ALTER TABLE statistic_release
  -- The day it was last asked, in Japan; the same numbers told again are not written again.
  ADD COLUMN asked_on date NOT NULL DEFAULT (now() AT TIME ZONE 'Asia/Tokyo')::date,
  ADD COLUMN cells integer NOT NULL GENERATED ALWAYS AS (jsonb_array_length(release -> 'cells')) STORED;
CREATE INDEX statistic_release_asked_on_idx ON statistic_release (asked_on);
GRANT UPDATE (asked_on) ON statistic_release TO fair_passage_app;

-- Says that questions of one's own scope were asked on a day, and which of them the log has. Who wrote them stays.
CREATE FUNCTION app.releases_asked(asked text[], day date) RETURNS TABLE (question text) LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  IF app.statistic_scope() IS NULL THEN RAISE EXCEPTION 'not for this actor' USING ERRCODE = 'insufficient_privilege'; END IF;
  RETURN QUERY UPDATE statistic_release r SET asked_on = greatest(r.asked_on, day)
    WHERE r.scope = app.statistic_scope() AND r.question = ANY (asked) RETURNING r.question;
END $$;

-- Drops questions last asked before `unasked`; of scopes with more than `most` cells, those last asked before `unasked_when_full`, the
-- longest unasked first. How many went.
CREATE FUNCTION app.drop_unasked_releases(unasked date, unasked_when_full date, most integer) RETURNS integer LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE dropped integer;
BEGIN
  PERFORM app.refuse_unless_system();
  WITH counted AS (
    SELECT r.scope, r.question, r.asked_on, sum(r.cells) OVER (PARTITION BY r.scope ORDER BY r.asked_on DESC, r.seq DESC) AS upto FROM statistic_release r)
  DELETE FROM statistic_release r USING counted c
   WHERE r.scope = c.scope AND r.question = c.question AND (c.asked_on < unasked OR (c.upto > most AND c.asked_on < unasked_when_full));
  GET DIAGNOSTICS dropped = ROW_COUNT;
  RETURN dropped;
END $$;

-- Whether at least five reports are counted for an organisation.
CREATE FUNCTION app.is_reported_organisation(party uuid, until timestamptz) RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.refuse_unless_system();
  RETURN (SELECT count(*) >= 5 FROM app.organisation_reports(party, until));
END $$;

REVOKE ALL ON FUNCTION app.releases_asked(text[], date), app.drop_unasked_releases(date, date, integer), app.is_reported_organisation(uuid, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.releases_asked(text[], date), app.drop_unasked_releases(date, date, integer), app.is_reported_organisation(uuid, timestamptz) TO fair_passage_app;
