-- Limits that hold across processes, what has to be done beyond them, and what of it supervisors see (ADR 051).

-- A count says itself how long it is needed: one of a day was forgotten an hour after midnight.
ALTER TABLE "throttle" ADD COLUMN "forget_at" TIMESTAMPTZ(3) NOT NULL DEFAULT (CURRENT_TIMESTAMP + interval '1 hour');
DROP INDEX "throttle_window_start_idx";
CREATE INDEX "throttle_forget_at_idx" ON "throttle"("forget_at");

-- CreateTable
CREATE TABLE "flow" (
    "name" TEXT NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "passed" INTEGER NOT NULL DEFAULT 0,
    "held" INTEGER NOT NULL DEFAULT 0,
    "solved" INTEGER NOT NULL DEFAULT 0,
    "waited" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "flow_pkey" PRIMARY KEY ("name","window_start")
);

-- CreateTable
CREATE TABLE "spent_challenge" (
    "id" BYTEA NOT NULL,
    "forget_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "spent_challenge_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "spent_challenge_forget_at_idx" ON "spent_challenge"("forget_at");

ALTER TABLE flow ENABLE ROW LEVEL SECURITY;
ALTER TABLE spent_challenge ENABLE ROW LEVEL SECURITY;

GRANT SELECT, INSERT, DELETE ON flow TO fair_passage_app;
GRANT UPDATE (passed, held, solved, waited) ON flow TO fair_passage_app;
CREATE POLICY flow_door ON flow FOR ALL USING ((SELECT app.actor_kind()) IN ('door', 'system')) WITH CHECK ((SELECT app.actor_kind()) IN ('door', 'system'));
-- Counts of everybody together, of nobody in particular.
CREATE POLICY flow_read ON flow FOR SELECT USING ((SELECT app.actor_kind()) = 'staff' AND (SELECT app.staff_role()) IN ('supervisor', 'administrator'));

GRANT SELECT, INSERT, DELETE ON spent_challenge TO fair_passage_app;
CREATE POLICY spent_challenge_door ON spent_challenge FOR ALL USING ((SELECT app.actor_kind()) IN ('door', 'system')) WITH CHECK ((SELECT app.actor_kind()) IN ('door', 'system'));

-- Counts one turn, or as many as it costs at once, of a network (none: where networks cannot be told apart) and of the whole
-- installation, and says whether it may go. What may not go is counted as held and as nothing else. Row locks make two processes
-- wait for each other, so that the last place is given once.
CREATE FUNCTION app.count_turn(of_name text, network bytea, window_start timestamptz, forget_at timestamptz, cost integer, network_most integer, whole_most integer)
 RETURNS TABLE (went boolean, held integer)
 LANGUAGE plpgsql
 SET search_path TO 'public', 'pg_temp'
AS $function$
#variable_conflict use_column
DECLARE fits boolean := true; seen integer;
BEGIN
  IF network IS NOT NULL THEN
    INSERT INTO throttle AS t (bucket_hash, window_start, count, forget_at) VALUES (count_turn.network, count_turn.window_start, cost, count_turn.forget_at)
      ON CONFLICT (bucket_hash, window_start) DO UPDATE SET count = t.count + cost RETURNING t.count INTO seen;
    fits := seen <= network_most;
  END IF;
  INSERT INTO flow AS f (name, window_start, passed, held) VALUES (of_name, count_turn.window_start, CASE WHEN fits THEN cost ELSE 0 END, CASE WHEN fits THEN 0 ELSE 1 END)
    ON CONFLICT (name, window_start) DO UPDATE SET passed = f.passed + EXCLUDED.passed, held = f.held + EXCLUDED.held RETURNING f.passed, f.held INTO seen, held;
  IF fits AND seen > whole_most THEN
    fits := false;
    UPDATE flow f SET passed = f.passed - cost, held = f.held + 1 WHERE f.name = of_name AND f.window_start = count_turn.window_start RETURNING f.held INTO held;
  END IF;
  IF NOT fits AND network IS NOT NULL THEN
    UPDATE throttle t SET count = t.count - cost WHERE t.bucket_hash = count_turn.network AND t.window_start = count_turn.window_start;
  END IF;
  went := fits;
  RETURN NEXT;
END $function$;
REVOKE EXECUTE ON FUNCTION app.count_turn(text, bytea, timestamptz, timestamptz, integer, integer, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.count_turn(text, bytea, timestamptz, timestamptz, integer, integer, integer) TO fair_passage_app;
