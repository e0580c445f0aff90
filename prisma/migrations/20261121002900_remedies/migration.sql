-- AlterTable
ALTER TABLE "cases" ADD COLUMN     "agreed_jpy" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "claimed_jpy" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "repaid_jpy" BIGINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "remedy" ADD COLUMN     "accepted_how" TEXT,
ADD COLUMN     "agreed_jpy" BIGINT,
ADD COLUMN     "answer_due_at" TIMESTAMPTZ(3),
ADD COLUMN     "answer_language" TEXT,
ADD COLUMN     "claimed_jpy" BIGINT,
ADD COLUMN     "declined_at" TIMESTAMPTZ(3),
ADD COLUMN     "dropped_at" TIMESTAMPTZ(3),
ADD COLUMN     "fee_line_ids" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "fingerprint" TEXT,
ADD COLUMN     "lane" TEXT,
ADD COLUMN     "offered_at" TIMESTAMPTZ(3),
ADD COLUMN     "offered_by_id" UUID,
ADD COLUMN     "replaced_at" TIMESTAMPTZ(3),
ADD COLUMN     "replaces_id" UUID,
ADD COLUMN     "request_id" UUID,
ADD COLUMN     "sealed_answer" BYTEA,
ADD COLUMN     "sealed_staff_terms" BYTEA,
ADD COLUMN     "staff_language" TEXT,
ADD COLUMN     "text_version" TEXT,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "witness_staff_id" UUID;

-- AlterTable
ALTER TABLE "repayment" ADD COLUMN     "arrived_jpy" BIGINT,
ADD COLUMN     "arrived_minor" BIGINT,
ADD COLUMN     "is_above_agreed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "position" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "instalment_payment" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "repayment_id" UUID NOT NULL,
    "paid_on" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "jpy_minor" BIGINT,
    "rate_period" TEXT,
    "evidence_id" UUID,
    "proof_seen" BOOLEAN NOT NULL DEFAULT false,
    "recorded_by_id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "voided_at" TIMESTAMPTZ(3),

    CONSTRAINT "instalment_payment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "instalment_payment_request_id_key" ON "instalment_payment"("request_id");

-- CreateIndex
CREATE INDEX "instalment_payment_case_id_idx" ON "instalment_payment"("case_id");

-- CreateIndex
CREATE INDEX "instalment_payment_repayment_id_idx" ON "instalment_payment"("repayment_id");

-- CreateIndex
CREATE UNIQUE INDEX "remedy_request_id_key" ON "remedy"("request_id");

-- CreateIndex
CREATE INDEX "remedy_case_party_id_idx" ON "remedy"("case_party_id");

-- AddForeignKey
ALTER TABLE "instalment_payment" ADD CONSTRAINT "instalment_payment_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "instalment_payment" ADD CONSTRAINT "instalment_payment_repayment_id_fkey" FOREIGN KEY ("repayment_id") REFERENCES "repayment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules, row-level security, functions and triggers (written by hand).

-- Repaid is never more than agreed, unless somebody says that it was.
ALTER TABLE repayment ADD CONSTRAINT repayment_arrived CHECK (arrived_minor IS NULL OR (arrived_minor >= 0 AND (arrived_minor <= amount_minor OR is_above_agreed)));
ALTER TABLE instalment_payment ADD CONSTRAINT instalment_payment_positive CHECK (amount_minor > 0);
-- An offer is said yes to or no to, not both, and whoever says it for the worker is named.
ALTER TABLE remedy ADD CONSTRAINT remedy_one_answer CHECK (declined_at IS NULL OR worker_accepted_at IS NULL);
ALTER TABLE remedy ADD CONSTRAINT remedy_witness CHECK (accepted_how IS DISTINCT FROM 'told_to_officer' OR witness_staff_id IS NOT NULL);
-- Of the offers that take the place of one another, one is open.
CREATE UNIQUE INDEX remedy_one_next ON remedy (replaces_id) WHERE replaces_id IS NOT NULL AND declined_at IS NULL AND replaced_at IS NULL AND dropped_at IS NULL;
UPDATE repayment SET arrived_minor = amount_minor, arrived_jpy = jpy_minor WHERE worker_confirmed_at IS NOT NULL;

-- The worker says yes or no to an offer that stands, and what arrived.
DROP TRIGGER remedy_worker_columns ON remedy;
CREATE TRIGGER remedy_worker_columns BEFORE UPDATE ON remedy FOR EACH ROW WHEN (app.actor_kind() = 'worker')
  EXECUTE FUNCTION app.keep_other_columns('agreed_at', 'worker_accepted_at', 'worker_confirmed_at', 'accepted_how', 'answer_language', 'sealed_answer', 'declined_at', 'version');
DROP TRIGGER repayment_worker_columns ON repayment;
CREATE TRIGGER repayment_worker_columns BEFORE UPDATE ON repayment FOR EACH ROW WHEN (app.actor_kind() = 'worker')
  EXECUTE FUNCTION app.keep_other_columns('worker_confirmed_at', 'arrived_minor', 'arrived_jpy', 'is_above_agreed');
-- What was offered stays as it was offered: other terms are another offer.
CREATE TRIGGER remedy_offer_kept BEFORE UPDATE ON remedy FOR EACH ROW WHEN (app.actor_kind() = 'staff' AND OLD.offered_at IS NOT NULL)
  EXECUTE FUNCTION app.keep_other_columns('agreed_at', 'worker_accepted_at', 'worker_confirmed_at', 'accepted_how', 'witness_staff_id', 'answer_language', 'sealed_answer',
    'declined_at', 'delivered_at', 'failed_at', 'replaced_at', 'dropped_at', 'version');
CREATE TRIGGER repayment_plan_kept BEFORE UPDATE ON repayment FOR EACH ROW WHEN (app.actor_kind() = 'staff')
  EXECUTE FUNCTION app.keep_other_columns('paid_on', 'evidence_id', 'jpy_minor', 'worker_confirmed_at', 'arrived_minor', 'arrived_jpy', 'is_above_agreed');

CREATE FUNCTION app.check_remedy_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before public.remedy;
BEGIN
  IF TG_OP = 'UPDATE' THEN before := OLD; END IF;
  IF (NEW.worker_accepted_at, NEW.declined_at) IS NOT DISTINCT FROM (before.worker_accepted_at, before.declined_at) THEN RETURN NEW; END IF;
  IF app.actor_kind() = 'worker' THEN
    IF before.offered_at IS NULL OR before.replaced_at IS NOT NULL OR before.dropped_at IS NOT NULL OR before.failed_at IS NOT NULL
      OR before.worker_accepted_at IS NOT NULL OR before.declined_at IS NOT NULL OR NEW.accepted_how IS DISTINCT FROM 'tap' THEN
      RAISE EXCEPTION 'there is no open offer to answer' USING ERRCODE = 'insufficient_privilege';
    END IF;
  ELSIF app.actor_kind() = 'staff' THEN
    IF NEW.accepted_how IS DISTINCT FROM 'told_to_officer' OR NEW.witness_staff_id IS DISTINCT FROM app.actor_id() THEN
      RAISE EXCEPTION 'an officer writes down what the worker said, as its witness' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER remedy_answered BEFORE INSERT OR UPDATE ON remedy FOR EACH ROW EXECUTE FUNCTION app.check_remedy_answer();

-- What was agreed instead takes the place of what was agreed before. Whoever said yes may not write on the other row.
CREATE FUNCTION app.replace_agreed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE who text := app.actor_kind();
BEGIN
  PERFORM set_config('app.actor_kind', 'nobody', true);
  UPDATE remedy SET replaced_at = NEW.worker_accepted_at WHERE id = NEW.replaces_id AND case_id = NEW.case_id AND replaced_at IS NULL;
  PERFORM set_config('app.actor_kind', who, true);
  RETURN NULL;
END $$;
CREATE TRIGGER remedy_replaces AFTER UPDATE OF worker_accepted_at ON remedy FOR EACH ROW
  WHEN (NEW.replaces_id IS NOT NULL AND OLD.worker_accepted_at IS NULL AND NEW.worker_accepted_at IS NOT NULL) EXECUTE FUNCTION app.replace_agreed();

-- Payments are written down by officers in their own name and only ever taken out again.
ALTER TABLE instalment_payment ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON instalment_payment TO fair_passage_app;
GRANT UPDATE (voided_at) ON instalment_payment TO fair_passage_app;
CREATE POLICY instalment_payment_read ON instalment_payment FOR SELECT USING (app.sees_case(case_id));
CREATE POLICY instalment_payment_insert ON instalment_payment FOR INSERT WITH CHECK (
  (SELECT app.is_case_staff()) AND recorded_by_id = (SELECT app.actor_id()) AND voided_at IS NULL AND app.sees_case(case_id)
  AND EXISTS (SELECT 1 FROM repayment p WHERE p.id = repayment_id AND p.case_id = instalment_payment.case_id)
  AND (evidence_id IS NULL OR EXISTS (SELECT 1 FROM evidence e WHERE e.id = evidence_id AND e.case_id = instalment_payment.case_id)));
CREATE POLICY instalment_payment_void ON instalment_payment FOR UPDATE
  USING ((SELECT app.is_case_staff()) AND voided_at IS NULL AND app.sees_case(case_id)) WITH CHECK (voided_at IS NOT NULL);

-- The money of the remedies, told once for all who add it up. Claimed is asked once, however many offers follow. Of what was broken
-- or replaced only what came counts as agreed. Repaid is what the worker says has come.
CREATE VIEW app.remedy_money WITH (security_invoker = true) AS
  SELECT r.id, r.case_id, r.case_party_id, r.currency,
    CASE WHEN r.replaces_id IS NULL AND r.dropped_at IS NULL THEN coalesce(r.claimed_minor, 0) ELSE 0 END AS claimed,
    CASE WHEN r.replaces_id IS NULL AND r.dropped_at IS NULL THEN coalesce(r.claimed_jpy, 0) ELSE 0 END AS claimed_jpy,
    CASE WHEN r.worker_accepted_at IS NULL THEN 0 WHEN r.failed_at IS NOT NULL OR r.replaced_at IS NOT NULL THEN least(p.arrived, coalesce(r.agreed_minor, 0)) ELSE coalesce(r.agreed_minor, 0) END AS agreed,
    CASE WHEN r.worker_accepted_at IS NULL THEN 0 WHEN r.failed_at IS NOT NULL OR r.replaced_at IS NOT NULL THEN least(p.arrived_jpy, coalesce(r.agreed_jpy, 0)) ELSE coalesce(r.agreed_jpy, 0) END AS agreed_jpy,
    p.arrived AS repaid, p.arrived_jpy AS repaid_jpy
  FROM public.remedy r
  CROSS JOIN LATERAL (SELECT coalesce(sum(p.arrived_minor), 0)::bigint AS arrived, coalesce(sum(p.arrived_jpy), 0)::bigint AS arrived_jpy FROM public.repayment p WHERE p.remedy_id = r.id) p;
REVOKE ALL ON app.remedy_money FROM PUBLIC;

-- The totals on the case follow every change of a remedy or an instalment, in its transaction, whoever makes it.
CREATE FUNCTION app.count_remedies() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE who text := app.actor_kind();
BEGIN
  PERFORM set_config('app.actor_kind', 'nobody', true);
  UPDATE cases c SET claimed_jpy = m.claimed, agreed_jpy = m.agreed, repaid_jpy = m.repaid
    FROM (SELECT coalesce(sum(claimed_jpy), 0) AS claimed, coalesce(sum(agreed_jpy), 0) AS agreed, coalesce(sum(repaid_jpy), 0) AS repaid
      FROM app.remedy_money WHERE case_id = NEW.case_id) m
    WHERE c.id = NEW.case_id AND (c.claimed_jpy, c.agreed_jpy, c.repaid_jpy) IS DISTINCT FROM (m.claimed, m.agreed, m.repaid);
  PERFORM set_config('app.actor_kind', who, true);
  RETURN NULL;
END $$;
CREATE TRIGGER remedy_counted AFTER INSERT OR UPDATE ON remedy FOR EACH ROW EXECUTE FUNCTION app.count_remedies();
CREATE TRIGGER repayment_counted AFTER INSERT OR UPDATE ON repayment FOR EACH ROW EXECUTE FUNCTION app.count_remedies();

-- Asked for, agreed and come back, by currency: of one party, of the office, of one case; only cases of the actor's office.
CREATE FUNCTION app.party_money(in_party uuid)
RETURNS TABLE (currency text, claimed bigint, agreed bigint, repaid bigint, claimed_jpy bigint, agreed_jpy bigint, repaid_jpy bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.currency::text, sum(m.claimed)::bigint, sum(m.agreed)::bigint, sum(m.repaid)::bigint, sum(m.claimed_jpy)::bigint, sum(m.agreed_jpy)::bigint, sum(m.repaid_jpy)::bigint
  FROM case_party cp JOIN app.remedy_money m ON m.case_party_id = cp.id JOIN cases c ON c.id = cp.case_id
  WHERE cp.party_id = in_party AND app.is_case_staff() AND c.office_id = app.office_id() AND c.erased_at IS NULL AND m.currency IS NOT NULL
  GROUP BY m.currency ORDER BY m.currency $$;
CREATE FUNCTION app.office_money()
RETURNS TABLE (currency text, claimed bigint, agreed bigint, repaid bigint, claimed_jpy bigint, agreed_jpy bigint, repaid_jpy bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.currency::text, sum(m.claimed)::bigint, sum(m.agreed)::bigint, sum(m.repaid)::bigint, sum(m.claimed_jpy)::bigint, sum(m.agreed_jpy)::bigint, sum(m.repaid_jpy)::bigint
  FROM app.remedy_money m JOIN cases c ON c.id = m.case_id
  WHERE app.is_case_staff() AND c.office_id = app.office_id() AND c.erased_at IS NULL AND m.currency IS NOT NULL
  GROUP BY m.currency ORDER BY m.currency $$;
CREATE FUNCTION app.case_money(in_case uuid)
RETURNS TABLE (currency text, claimed bigint, agreed bigint, repaid bigint, claimed_jpy bigint, agreed_jpy bigint, repaid_jpy bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT m.currency::text, sum(m.claimed)::bigint, sum(m.agreed)::bigint, sum(m.repaid)::bigint, sum(m.claimed_jpy)::bigint, sum(m.agreed_jpy)::bigint, sum(m.repaid_jpy)::bigint
  FROM app.remedy_money m WHERE m.case_id = in_case AND app.sees_case_of_office(in_case) AND m.currency IS NOT NULL
  GROUP BY m.currency ORDER BY m.currency $$;
REVOKE ALL ON FUNCTION app.party_money(uuid), app.office_money(), app.case_money(uuid), app.count_remedies(), app.replace_agreed() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.party_money(uuid), app.office_money(), app.case_money(uuid) TO fair_passage_app;
