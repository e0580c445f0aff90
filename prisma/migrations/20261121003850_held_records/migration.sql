-- What a file of records holds back for the sake of the tables, and a mark by which a process sees that others are in somebody's hands
-- (ADR 044).

ALTER TABLE "microdata_recoding" ADD COLUMN "held" JSONB NOT NULL DEFAULT '{}';

-- Whoever is told a table is told it beside the files; the mark says nothing but whether they are others than before.
CREATE FUNCTION app.microdata_mark() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT coalesce(md5(string_agg(r.id::text, ' ' ORDER BY r.made_at, r.id)), '') FROM microdata_request r
   WHERE r.made_at IS NOT NULL AND (r.state = 'ready' OR (r.state IN ('expired', 'withdrawn')
     AND EXISTS (SELECT 1 FROM microdata_download d WHERE d.request_id = r.id AND d.part = 'file'))) $$;
REVOKE ALL ON FUNCTION app.microdata_mark() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.microdata_mark() TO fair_passage_app;
