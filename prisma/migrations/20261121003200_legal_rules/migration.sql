-- Which bodies can order or help a remedy, and how long a claim can be made: versions, like the fee rules.
CREATE TABLE "legal_rule" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "created_by_id" UUID,
    "reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "legal_rule_pkey" PRIMARY KEY ("id","version")
);

-- Law is public; an administrator adds versions in the own name, nobody rewrites one.
ALTER TABLE legal_rule ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON legal_rule TO fair_passage_app;
CREATE POLICY legal_rule_read ON legal_rule FOR SELECT USING (true);
CREATE POLICY legal_rule_insert ON legal_rule FOR INSERT WITH CHECK ((SELECT app.is_administrator()) AND created_by_id = (SELECT app.actor_id()));

-- As before, and rules on forums and time limits are common to all offices too.
CREATE OR REPLACE FUNCTION app.audit_common_change(what text, about jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_administrator() THEN RAISE EXCEPTION 'only an administrator changes what is common to all offices'; END IF;
  IF what NOT IN ('fee_rule.add', 'exchange_rates.import', 'legal_rule.add') THEN RAISE EXCEPTION 'not common to all offices: %', what; END IF;
  INSERT INTO audit_event (id, office_id, actor_kind, actor_id, action, detail)
    SELECT gen_random_uuid(), o.id, 'staff', app.actor_id(), what, about FROM office o ORDER BY o.id;
END $$;
