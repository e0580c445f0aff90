-- DropForeignKey
ALTER TABLE "fee_line_revision" DROP CONSTRAINT "fee_line_revision_fee_line_id_fkey";

-- DropForeignKey
ALTER TABLE "fee_assessment" DROP CONSTRAINT "fee_assessment_fee_line_id_fkey";

-- DropIndex
DROP INDEX "fee_assessment_case_id_idx";

-- AlterTable
ALTER TABLE "cases" ADD COLUMN     "above_cap_jpy" BIGINT,
ADD COLUMN     "above_zero_fee_jpy" BIGINT,
ADD COLUMN     "fee_change_at" TIMESTAMPTZ(3),
ADD COLUMN     "fee_verdict" TEXT,
ADD COLUMN     "first_month_jpy" BIGINT,
ADD COLUMN     "last_month_jpy" BIGINT,
ADD COLUMN     "over_line_count" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "recruitment_cost_jpy" BIGINT,
ADD COLUMN     "ruled_line_count" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "case_party" ADD COLUMN     "name_key" BYTEA;

-- AlterTable
ALTER TABLE "fee_line" ADD COLUMN     "lump_categories" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "rate_override" DECIMAL(24,10),
ADD COLUMN     "sealed_rate_reason" BYTEA,
ADD COLUMN     "sealed_support_reason" BYTEA,
ADD COLUMN     "split_at" TIMESTAMPTZ(3),
ADD COLUMN     "support_at" TIMESTAMPTZ(3),
ADD COLUMN     "support_by_id" UUID;

-- AlterTable
ALTER TABLE "fee_assessment" DROP COLUMN "currency",
DROP COLUMN "fee_line_id",
DROP COLUMN "over_minor",
DROP COLUMN "rule_id",
DROP COLUMN "rule_version",
DROP COLUMN "superseded_at",
ADD COLUMN     "acknowledged_at" TIMESTAMPTZ(3),
ADD COLUMN     "acknowledged_by_id" UUID,
ADD COLUMN     "cause" TEXT NOT NULL,
ADD COLUMN     "result" JSONB NOT NULL,
ADD COLUMN     "rule_refs" TEXT[];

-- AlterTable
ALTER TABLE "loan" ADD COLUMN     "added_by_id" UUID,
ADD COLUMN     "added_by_kind" TEXT NOT NULL DEFAULT 'worker',
ADD COLUMN     "removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "request_id" UUID,
ADD COLUMN     "term_months" INTEGER,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "wage_fact" ADD COLUMN     "added_by_id" UUID,
ADD COLUMN     "added_by_kind" TEXT NOT NULL DEFAULT 'worker',
ADD COLUMN     "removed_at" TIMESTAMPTZ(3),
ADD COLUMN     "sealed_amount_as_typed" BYTEA,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "fee_rule" DROP COLUMN "binding",
DROP COLUMN "category_groups",
DROP COLUMN "confidence",
DROP COLUMN "destination_code",
DROP COLUMN "effective_from",
DROP COLUMN "effective_to",
DROP COLUMN "is_verified",
DROP COLUMN "jurisdiction",
DROP COLUMN "note",
DROP COLUMN "origin_code",
DROP COLUMN "payees",
DROP COLUMN "schemes",
DROP COLUMN "source",
DROP COLUMN "status",
ADD COLUMN     "reason" TEXT,
ADD COLUMN     "supersedes" INTEGER;

-- DropTable
DROP TABLE "fee_line_revision";

-- CreateTable
CREATE TABLE "ledger_revision" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "change" TEXT NOT NULL,
    "sealed_before" BYTEA NOT NULL,
    "sealed_reason" BYTEA,
    "changed_by_kind" TEXT NOT NULL,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ledger_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "placement" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "contract_months" INTEGER,
    "contract_signed_on" TEXT,
    "work_started_on" TEXT,
    "work_ended_on" TEXT,
    "is_first_job_abroad" BOOLEAN,
    "told_total_minor" BIGINT,
    "told_total_currency" CHAR(3),
    "programmes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "conditions_met" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "conditions_not_met" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "placement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fee_reassessment" (
    "id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "rule_refs" TEXT[],
    "origins" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "requested_by_id" UUID,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "last_case_id" UUID,
    "cases_to_look_at" INTEGER NOT NULL DEFAULT 0,
    "cases_looked_at" INTEGER NOT NULL DEFAULT 0,
    "cases_changed" INTEGER NOT NULL DEFAULT 0,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "fee_reassessment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ledger_revision_case_id_changed_at_idx" ON "ledger_revision"("case_id", "changed_at");

-- CreateIndex
CREATE UNIQUE INDEX "placement_case_id_key" ON "placement"("case_id");

-- CreateIndex
CREATE INDEX "case_party_name_key_idx" ON "case_party"("name_key");

-- CreateIndex
CREATE INDEX "fee_assessment_case_id_assessed_at_idx" ON "fee_assessment"("case_id", "assessed_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "loan_request_id_key" ON "loan"("request_id");

-- AddForeignKey
ALTER TABLE "ledger_revision" ADD CONSTRAINT "ledger_revision_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "placement" ADD CONSTRAINT "placement_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Row-level security of what is new, narrower policies for what is edited now (written by hand).

-- What was before an edit, and why: for those who work on the case, in the name of who edited.
ALTER TABLE ledger_revision ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON ledger_revision TO fair_passage_app;
CREATE POLICY ledger_revision_read ON ledger_revision FOR SELECT USING ((SELECT app.is_case_staff()) AND app.sees_case(case_id));
CREATE POLICY ledger_revision_insert ON ledger_revision FOR INSERT WITH CHECK (app.sees_case(case_id)
  AND (SELECT app.is_case_staff()) AND changed_by_kind = 'staff' AND changed_by_id = (SELECT app.actor_id()));

ALTER TABLE placement ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON placement TO fair_passage_app;
CREATE POLICY placement_read ON placement FOR SELECT USING (app.sees_case(case_id));
CREATE POLICY placement_insert ON placement FOR INSERT WITH CHECK ((SELECT app.actor_kind()) IN ('staff', 'worker', 'reporter') AND app.sees_case(case_id));
CREATE POLICY placement_update ON placement FOR UPDATE USING ((SELECT app.is_case_staff()) AND app.sees_case(case_id));

-- Payments, loans and wages are told by the worker and edited by officers, who leave what was before.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['fee_line', 'loan', 'wage_fact'] LOOP
    EXECUTE format('DROP POLICY %I ON %I', t || '_update', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR UPDATE USING ((SELECT app.is_case_staff()) AND app.sees_case(case_id))', t || '_update', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['loan', 'wage_fact'] LOOP
    EXECUTE format('DROP POLICY %I ON %I', t || '_insert', t);
    EXECUTE format('CREATE POLICY %I ON %I FOR INSERT WITH CHECK (app.sees_case(case_id) AND (
      ((SELECT app.actor_kind()) IN (''worker'', ''reporter'') AND added_by_kind = ''worker'' AND added_by_id IS NULL)
      OR ((SELECT app.is_case_staff()) AND (added_by_id IS NULL OR added_by_id = (SELECT app.actor_id())))))', t || '_insert', t);
  END LOOP;
END $$;

-- A verdict is made new, never changed; that an officer has seen a difference is noted on it. Workers read their own.
CREATE POLICY fee_assessment_own_read ON fee_assessment FOR SELECT USING ((SELECT app.actor_kind()) = 'worker' AND case_id = (SELECT app.case_id()));
CREATE TRIGGER fee_assessment_kept BEFORE UPDATE ON fee_assessment FOR EACH ROW WHEN (app.actor_kind() IN ('worker', 'staff'))
  EXECUTE FUNCTION app.keep_other_columns('acknowledged_at', 'acknowledged_by_id');

-- A rule of an administrator carries the administrator's name.
DROP POLICY fee_rule_insert ON fee_rule;
CREATE POLICY fee_rule_insert ON fee_rule FOR INSERT WITH CHECK ((SELECT app.is_administrator()) AND created_by_id = (SELECT app.actor_id()));

ALTER TABLE fee_reassessment ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT, UPDATE ON fee_reassessment TO fair_passage_app;
CREATE POLICY fee_reassessment_read ON fee_reassessment FOR SELECT USING ((SELECT app.is_administrator()) OR (SELECT app.actor_kind()) = 'system');
CREATE POLICY fee_reassessment_insert ON fee_reassessment FOR INSERT WITH CHECK ((SELECT app.is_administrator()) AND requested_by_id = (SELECT app.actor_id()));
CREATE POLICY fee_reassessment_go_on ON fee_reassessment FOR UPDATE USING ((SELECT app.actor_kind()) = 'system');

-- The worker who adds a payment changes the totals and the verdict kept on the case.
DROP TRIGGER cases_worker_columns ON cases;
CREATE TRIGGER cases_worker_columns BEFORE UPDATE ON cases FOR EACH ROW WHEN (app.actor_kind() = 'worker')
  EXECUTE FUNCTION app.keep_other_columns('state', 'state_before_awaiting', 'awaiting_since', 'state_changed_at', 'closing_code', 'closed_at', 'version',
    'next_due_at', 'next_due_kind', 'unread_from_worker', 'erase_due_at', 'in_statistics', 'last_update_at', 'assignee_id',
    'paid_answer', 'fee_line_count', 'paid_total_jpy', 'has_paid_sending', 'paid_sending_jpy', 'has_paid_broker', 'paid_broker_jpy', 'in_debt', 'debt_jpy',
    'recruitment_cost_jpy', 'first_month_jpy', 'last_month_jpy', 'fee_verdict', 'ruled_line_count', 'over_line_count', 'above_cap_jpy', 'above_zero_fee_jpy');

-- What fees.reassessed needs to be told in the queue.
CREATE INDEX cases_fee_change_idx ON cases (office_id, fee_change_at) WHERE fee_change_at IS NOT NULL;
