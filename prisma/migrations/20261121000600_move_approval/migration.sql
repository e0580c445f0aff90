-- Some moves need two people. One asks, somebody else of the office confirms while signed in, and only then does the move pass,
-- once, for the one who asked. No policy lets one person be both.
CREATE TABLE "move_approval" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "to_state" TEXT NOT NULL,
    "body_code" TEXT,
    "requested_by_id" UUID NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "move_approval_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "move_approval_case_id_idx" ON "move_approval"("case_id");
ALTER TABLE "move_approval" ADD CONSTRAINT "move_approval_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "move_approval" ADD CONSTRAINT "move_approval_two_people" CHECK ("approved_by_id" <> "requested_by_id");

ALTER TABLE "move_approval" ENABLE ROW LEVEL SECURITY;
-- What was asked for is never changed, only answered and used up.
GRANT SELECT, INSERT, UPDATE ("approved_by_id", "approved_at", "used_at") ON "move_approval" TO fair_passage_app;
CREATE POLICY move_approval_read ON "move_approval" FOR SELECT USING ((SELECT app.is_case_staff()) AND app.sees_case("case_id"));
CREATE POLICY move_approval_ask ON "move_approval" FOR INSERT WITH CHECK (
  (SELECT app.is_case_staff()) AND app.sees_case("case_id") AND "requested_by_id" = (SELECT app.actor_id())
  AND "approved_by_id" IS NULL AND "approved_at" IS NULL AND "used_at" IS NULL);
CREATE POLICY move_approval_confirm ON "move_approval" FOR UPDATE
  USING ((SELECT app.is_case_staff()) AND app.sees_case("case_id") AND "requested_by_id" <> (SELECT app.actor_id()) AND "approved_at" IS NULL)
  WITH CHECK ("requested_by_id" <> (SELECT app.actor_id()) AND "approved_by_id" = (SELECT app.actor_id()) AND "approved_at" IS NOT NULL AND "used_at" IS NULL);
CREATE POLICY move_approval_use ON "move_approval" FOR UPDATE
  USING ((SELECT app.is_case_staff()) AND app.sees_case("case_id") AND "requested_by_id" = (SELECT app.actor_id()) AND "approved_at" IS NOT NULL AND "used_at" IS NULL)
  WITH CHECK ("requested_by_id" = (SELECT app.actor_id()) AND "approved_at" IS NOT NULL AND "used_at" IS NOT NULL);

-- Who confirmed stays who confirmed.
CREATE FUNCTION app.keep_approver() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.approved_at IS NOT NULL AND (NEW.approved_by_id, NEW.approved_at) IS DISTINCT FROM (OLD.approved_by_id, OLD.approved_at) THEN
    RAISE EXCEPTION 'a confirmation is never changed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER move_approval_kept BEFORE UPDATE ON "move_approval" FOR EACH ROW EXECUTE FUNCTION app.keep_approver();
