-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "office" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "country" CHAR(2) NOT NULL,
    "intake_origins" TEXT[],
    "is_default_intake" BOOLEAN NOT NULL DEFAULT false,
    "languages" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "office_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "is_active" BOOLEAN NOT NULL DEFAULT true,
    "disabled_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_credential" (
    "staff_id" UUID NOT NULL,
    "password_hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_credential_pkey" PRIMARY KEY ("staff_id")
);

-- CreateTable
CREATE TABLE "staff_invitation" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "cases" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "office_id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "code_hash" BYTEA,
    "state" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "severity_reasons" TEXT[],
    "is_severity_overridden" BOOLEAN NOT NULL DEFAULT false,
    "scheme" TEXT,
    "origin" TEXT,
    "destination" CHAR(2) NOT NULL DEFAULT 'JP',
    "corridor" TEXT,
    "programme" TEXT,
    "job_order" TEXT,
    "channel" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "grievance_codes" TEXT[],
    "danger_codes" TEXT[],
    "is_anonymous" BOOLEAN NOT NULL DEFAULT true,
    "is_admissible" BOOLEAN,
    "is_test" BOOLEAN NOT NULL DEFAULT false,
    "assignee_id" UUID,
    "closing_code" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "first_reply_at" TIMESTAMPTZ(3),
    "triaged_at" TIMESTAMPTZ(3),
    "last_update_at" TIMESTAMPTZ(3),
    "awaiting_since" TIMESTAMPTZ(3),
    "state_before_awaiting" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "state_changed_at" TIMESTAMPTZ(3) NOT NULL,
    "next_due_at" TIMESTAMPTZ(3),
    "next_due_kind" TEXT,
    "unread_from_worker" INTEGER NOT NULL DEFAULT 0,
    "departure_on" TEXT,
    "residence_expiry_on" TEXT,
    "contract_end_on" TEXT,
    "erase_due_at" TIMESTAMPTZ(3),
    "erased_at" TIMESTAMPTZ(3),
    "in_statistics" BOOLEAN NOT NULL DEFAULT false,
    "paid_answer" TEXT,
    "fee_line_count" INTEGER NOT NULL DEFAULT 0,
    "paid_total_jpy" BIGINT NOT NULL DEFAULT 0,
    "has_paid_sending" BOOLEAN NOT NULL DEFAULT false,
    "paid_sending_jpy" BIGINT,
    "has_paid_broker" BOOLEAN NOT NULL DEFAULT false,
    "paid_broker_jpy" BIGINT,
    "in_debt" BOOLEAN,
    "debt_jpy" BIGINT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "cases_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_key" (
    "case_id" UUID NOT NULL,
    "wrapped_key" BYTEA NOT NULL,
    "master_key_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_key_pkey" PRIMARY KEY ("case_id")
);

-- CreateTable
CREATE TABLE "statement" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "author_kind" TEXT NOT NULL,
    "author_staff_id" UUID,
    "language" TEXT NOT NULL,
    "sealed_text" BYTEA NOT NULL,
    "sealed_translation" BYTEA,
    "translated_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_person" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sealed_name" BYTEA,
    "contact_channel" TEXT,
    "sealed_contact" BYTEA,
    "sealed_safe_times" BYTEA,
    "may_leave_message" BOOLEAN,
    "language" TEXT,
    "sex" TEXT,
    "age_band" TEXT,
    "education" TEXT,
    "sector" TEXT,
    "occupation" TEXT,
    "is_first_job_abroad" BOOLEAN,
    "arrived_on" TEXT,
    "contract_months" INTEGER,
    "preferred_officer_sex" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party" (
    "id" UUID NOT NULL,
    "country" CHAR(2) NOT NULL,
    "roles" TEXT[],
    "name" TEXT NOT NULL,
    "merged_into_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party_name" (
    "id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "script" TEXT NOT NULL,
    "normalised_key" TEXT NOT NULL,

    CONSTRAINT "party_name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party_licence" (
    "id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "regime" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "from_on" TEXT,
    "to_on" TEXT,
    "source" TEXT NOT NULL,

    CONSTRAINT "party_licence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "party_programme" (
    "id" UUID NOT NULL,
    "party_id" UUID NOT NULL,
    "programme" TEXT NOT NULL,
    "from_on" TEXT,
    "to_on" TEXT,

    CONSTRAINT "party_programme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_party" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "party_id" UUID,
    "sealed_name_as_given" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "case_party_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fee_line" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "payee_role" TEXT,
    "case_party_id" UUID,
    "sealed_payee_name" BYTEA,
    "category" TEXT,
    "amount_minor" BIGINT,
    "amount_max_minor" BIGINT,
    "currency" CHAR(3),
    "precision" TEXT NOT NULL DEFAULT 'exact',
    "sealed_amount_as_typed" BYTEA,
    "paid_on" TEXT,
    "method" TEXT,
    "instalments" INTEGER,
    "receipt" TEXT,
    "told_before_signing" BOOLEAN,
    "paid_by" TEXT,
    "refunded_minor" BIGINT,
    "jpy_minor" BIGINT,
    "usd_minor" BIGINT,
    "rate_period" TEXT,
    "rate_basis" TEXT,
    "rate_source" TEXT,
    "support_level" TEXT,
    "split_from_id" UUID,
    "added_by_kind" TEXT NOT NULL,
    "added_by_id" UUID,
    "request_id" UUID,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fee_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fee_line_revision" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "fee_line_id" UUID NOT NULL,
    "sealed_before" BYTEA NOT NULL,
    "sealed_reason" BYTEA,
    "changed_by_kind" TEXT NOT NULL,
    "changed_by_id" UUID,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "fee_line_revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "fee_assessment" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "fee_line_id" UUID,
    "rule_id" TEXT,
    "rule_version" INTEGER,
    "verdict" TEXT NOT NULL,
    "inputs" JSONB NOT NULL,
    "over_minor" BIGINT,
    "currency" CHAR(3),
    "assessed_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "fee_assessment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "loan" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "lender_kind" TEXT,
    "sealed_lender_name" BYTEA,
    "principal_minor" BIGINT,
    "outstanding_minor" BIGINT,
    "monthly_repayment_minor" BIGINT,
    "currency" CHAR(3),
    "sealed_amount_as_typed" BYTEA,
    "rate_percent" DECIMAL(9,4),
    "rate_period" TEXT,
    "collateral" TEXT,
    "borrowed_on" TEXT,
    "outstanding_jpy" BIGINT,
    "fx_period" TEXT,
    "fx_basis" TEXT,
    "fx_source" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "loan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "wage_fact" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "for_month" TEXT,
    "hours" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wage_fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "direction" TEXT NOT NULL,
    "author_staff_id" UUID,
    "language" TEXT NOT NULL,
    "sealed_body" BYTEA NOT NULL,
    "sealed_translation" BYTEA,
    "translated_by_id" UUID,
    "is_question" BOOLEAN NOT NULL DEFAULT false,
    "template_code" TEXT,
    "request_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "note" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'note',
    "sealed_body" BYTEA NOT NULL,
    "request_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "assignee_id" UUID,
    "kind" TEXT NOT NULL,
    "sealed_title" BYTEA,
    "due_at" TIMESTAMPTZ(3),
    "done_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "fee_line_id" UUID,
    "kind" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "sealed_sha256" BYTEA NOT NULL,
    "storage_key" TEXT NOT NULL,
    "sealed_file_name" BYTEA,
    "added_by_kind" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL,
    "scanned_at" TIMESTAMPTZ(3),
    "removed_at" TIMESTAMPTZ(3),
    "legal_hold" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consent" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient_body" TEXT,
    "purpose" TEXT,
    "data_items" TEXT[],
    "language" TEXT NOT NULL,
    "text_version" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "witness_staff_id" UUID,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "consent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "body_code" TEXT,
    "to_office_id" UUID,
    "purpose" TEXT NOT NULL,
    "data_items" TEXT[],
    "consent_id" UUID,
    "vital_interest_by_ids" UUID[],
    "state" TEXT NOT NULL,
    "sealed_pack" BYTEA,
    "sealed_outcome" BYTEA,
    "outcome_code" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "referral_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "remedy" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "case_party_id" UUID,
    "type" TEXT NOT NULL,
    "claimed_minor" BIGINT,
    "agreed_minor" BIGINT,
    "currency" CHAR(3),
    "sealed_terms" BYTEA,
    "terms_language" TEXT,
    "claimed_at" TIMESTAMPTZ(3) NOT NULL,
    "agreed_at" TIMESTAMPTZ(3),
    "worker_accepted_at" TIMESTAMPTZ(3),
    "delivered_at" TIMESTAMPTZ(3),
    "worker_confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "remedy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "repayment" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "remedy_id" UUID NOT NULL,
    "due_on" TEXT,
    "amount_minor" BIGINT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "jpy_minor" BIGINT,
    "paid_on" TEXT,
    "evidence_id" UUID,
    "worker_confirmed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "repayment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deadline" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "owner_kind" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3) NOT NULL,
    "paused_at" TIMESTAMPTZ(3),
    "met_at" TIMESTAMPTZ(3),
    "cancelled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deadline_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_finding" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "indicator" TEXT NOT NULL,
    "raised_by" TEXT[],
    "judgement" TEXT,
    "judged_by_id" UUID,
    "judged_at" TIMESTAMPTZ(3),

    CONSTRAINT "indicator_finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "state_move" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "from_state" TEXT,
    "to_state" TEXT NOT NULL,
    "closing_code" TEXT,
    "by_kind" TEXT NOT NULL,
    "by_staff_id" UUID,
    "moved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "state_move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "satisfaction_survey" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "score" INTEGER,
    "would_return" BOOLEAN,
    "paid_to_complain" BOOLEAN,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "satisfaction_survey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" UUID NOT NULL,
    "office_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "case_id" UUID,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "prev_hash" BYTEA NOT NULL DEFAULT '\x'::bytea,
    "hash" BYTEA NOT NULL DEFAULT '\x'::bytea,

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_head" (
    "office_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("office_id")
);

-- CreateTable
CREATE TABLE "fee_rule" (
    "id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "jurisdiction" TEXT NOT NULL,
    "origin_code" TEXT NOT NULL,
    "destination_code" TEXT NOT NULL,
    "schemes" TEXT[],
    "payees" TEXT[],
    "category_groups" TEXT[],
    "rule" JSONB NOT NULL,
    "effective_from" TEXT,
    "effective_to" TEXT,
    "source" JSONB NOT NULL,
    "binding" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "is_verified" BOOLEAN NOT NULL,
    "confidence" TEXT NOT NULL,
    "note" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "fee_rule_pkey" PRIMARY KEY ("id","version")
);

-- CreateTable
CREATE TABLE "exchange_rate" (
    "currency" CHAR(3) NOT NULL,
    "period" TEXT NOT NULL,
    "units_per_usd" DECIMAL(24,10) NOT NULL,
    "source" TEXT NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "exchange_rate_pkey" PRIMARY KEY ("currency","period")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "locale" TEXT NOT NULL,
    "sealed_payload" BYTEA,
    "sealed_receipt" BYTEA,
    "submitted_case_id" UUID,
    "owner_staff_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_session" (
    "token_hash" BYTEA NOT NULL,
    "case_id" UUID NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worker_session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "throttle" (
    "bucket_hash" BYTEA NOT NULL,
    "window_start" TIMESTAMPTZ(3) NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "throttle_pkey" PRIMARY KEY ("bucket_hash","window_start")
);

-- CreateTable
CREATE TABLE "installation" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "installation_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "office_code_key" ON "office"("code");

-- CreateIndex
CREATE UNIQUE INDEX "staff_email_key" ON "staff"("email");

-- CreateIndex
CREATE INDEX "staff_office_id_idx" ON "staff"("office_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_invitation_token_hash_key" ON "staff_invitation"("token_hash");

-- CreateIndex
CREATE INDEX "staff_invitation_staff_id_idx" ON "staff_invitation"("staff_id");

-- CreateIndex
CREATE INDEX "staff_session_staff_id_idx" ON "staff_session"("staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "cases_number_key" ON "cases"("number");

-- CreateIndex
CREATE UNIQUE INDEX "cases_submission_id_key" ON "cases"("submission_id");

-- CreateIndex
CREATE UNIQUE INDEX "cases_code_hash_key" ON "cases"("code_hash");

-- CreateIndex
CREATE INDEX "cases_office_id_next_due_at_id_idx" ON "cases"("office_id", "next_due_at", "id");

-- CreateIndex
CREATE INDEX "cases_office_id_received_at_id_idx" ON "cases"("office_id", "received_at" DESC, "id");

-- CreateIndex
CREATE INDEX "cases_office_id_state_idx" ON "cases"("office_id", "state");

-- CreateIndex
CREATE INDEX "cases_assignee_id_next_due_at_idx" ON "cases"("assignee_id", "next_due_at");

-- CreateIndex
CREATE INDEX "cases_grievance_codes_idx" ON "cases" USING GIN ("grievance_codes");

-- CreateIndex
CREATE INDEX "statement_case_id_idx" ON "statement"("case_id");

-- CreateIndex
CREATE INDEX "case_person_case_id_idx" ON "case_person"("case_id");

-- CreateIndex
CREATE INDEX "party_name_party_id_idx" ON "party_name"("party_id");

-- CreateIndex
CREATE INDEX "party_licence_party_id_idx" ON "party_licence"("party_id");

-- CreateIndex
CREATE INDEX "party_programme_party_id_idx" ON "party_programme"("party_id");

-- CreateIndex
CREATE INDEX "case_party_case_id_idx" ON "case_party"("case_id");

-- CreateIndex
CREATE INDEX "case_party_party_id_idx" ON "case_party"("party_id");

-- CreateIndex
CREATE UNIQUE INDEX "fee_line_request_id_key" ON "fee_line"("request_id");

-- CreateIndex
CREATE INDEX "fee_line_case_id_idx" ON "fee_line"("case_id");

-- CreateIndex
CREATE INDEX "fee_line_revision_fee_line_id_idx" ON "fee_line_revision"("fee_line_id");

-- CreateIndex
CREATE INDEX "fee_assessment_case_id_idx" ON "fee_assessment"("case_id");

-- CreateIndex
CREATE INDEX "loan_case_id_idx" ON "loan"("case_id");

-- CreateIndex
CREATE INDEX "wage_fact_case_id_idx" ON "wage_fact"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "message_request_id_key" ON "message"("request_id");

-- CreateIndex
CREATE INDEX "message_case_id_sent_at_idx" ON "message"("case_id", "sent_at");

-- CreateIndex
CREATE UNIQUE INDEX "note_request_id_key" ON "note"("request_id");

-- CreateIndex
CREATE INDEX "note_case_id_created_at_idx" ON "note"("case_id", "created_at");

-- CreateIndex
CREATE INDEX "task_case_id_idx" ON "task"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_storage_key_key" ON "evidence"("storage_key");

-- CreateIndex
CREATE INDEX "evidence_case_id_idx" ON "evidence"("case_id");

-- CreateIndex
CREATE INDEX "consent_case_id_idx" ON "consent"("case_id");

-- CreateIndex
CREATE INDEX "referral_case_id_idx" ON "referral"("case_id");

-- CreateIndex
CREATE INDEX "remedy_case_id_idx" ON "remedy"("case_id");

-- CreateIndex
CREATE INDEX "repayment_case_id_idx" ON "repayment"("case_id");

-- CreateIndex
CREATE INDEX "repayment_remedy_id_idx" ON "repayment"("remedy_id");

-- CreateIndex
CREATE INDEX "deadline_case_id_idx" ON "deadline"("case_id");

-- CreateIndex
CREATE INDEX "deadline_due_at_idx" ON "deadline"("due_at");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_finding_case_id_indicator_key" ON "indicator_finding"("case_id", "indicator");

-- CreateIndex
CREATE INDEX "state_move_case_id_moved_at_idx" ON "state_move"("case_id", "moved_at");

-- CreateIndex
CREATE INDEX "satisfaction_survey_case_id_idx" ON "satisfaction_survey"("case_id");

-- CreateIndex
CREATE INDEX "audit_event_case_id_at_idx" ON "audit_event"("case_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_event_office_id_seq_key" ON "audit_event"("office_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "draft_token_hash_key" ON "draft"("token_hash");

-- CreateIndex
CREATE INDEX "draft_expires_at_idx" ON "draft"("expires_at");

-- CreateIndex
CREATE INDEX "worker_session_case_id_idx" ON "worker_session"("case_id");

-- CreateIndex
CREATE INDEX "worker_session_expires_at_idx" ON "worker_session"("expires_at");

-- CreateIndex
CREATE INDEX "throttle_window_start_idx" ON "throttle"("window_start");

-- AddForeignKey
ALTER TABLE "staff" ADD CONSTRAINT "staff_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_credential" ADD CONSTRAINT "staff_credential_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_invitation" ADD CONSTRAINT "staff_invitation_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "office"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cases" ADD CONSTRAINT "cases_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "staff"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_key" ADD CONSTRAINT "case_key_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement" ADD CONSTRAINT "statement_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_person" ADD CONSTRAINT "case_person_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_name" ADD CONSTRAINT "party_name_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "party"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_licence" ADD CONSTRAINT "party_licence_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "party"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "party_programme" ADD CONSTRAINT "party_programme_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "party"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_party" ADD CONSTRAINT "case_party_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_party" ADD CONSTRAINT "case_party_party_id_fkey" FOREIGN KEY ("party_id") REFERENCES "party"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fee_line" ADD CONSTRAINT "fee_line_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fee_line" ADD CONSTRAINT "fee_line_case_party_id_fkey" FOREIGN KEY ("case_party_id") REFERENCES "case_party"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fee_line_revision" ADD CONSTRAINT "fee_line_revision_fee_line_id_fkey" FOREIGN KEY ("fee_line_id") REFERENCES "fee_line"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fee_assessment" ADD CONSTRAINT "fee_assessment_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "fee_assessment" ADD CONSTRAINT "fee_assessment_fee_line_id_fkey" FOREIGN KEY ("fee_line_id") REFERENCES "fee_line"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "loan" ADD CONSTRAINT "loan_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "wage_fact" ADD CONSTRAINT "wage_fact_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note" ADD CONSTRAINT "note_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consent" ADD CONSTRAINT "consent_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral" ADD CONSTRAINT "referral_consent_id_fkey" FOREIGN KEY ("consent_id") REFERENCES "consent"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remedy" ADD CONSTRAINT "remedy_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "remedy" ADD CONSTRAINT "remedy_case_party_id_fkey" FOREIGN KEY ("case_party_id") REFERENCES "case_party"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repayment" ADD CONSTRAINT "repayment_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "repayment" ADD CONSTRAINT "repayment_remedy_id_fkey" FOREIGN KEY ("remedy_id") REFERENCES "remedy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deadline" ADD CONSTRAINT "deadline_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_finding" ADD CONSTRAINT "indicator_finding_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "state_move" ADD CONSTRAINT "state_move_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "satisfaction_survey" ADD CONSTRAINT "satisfaction_survey_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worker_session" ADD CONSTRAINT "worker_session_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "cases"("id") ON DELETE CASCADE ON UPDATE CASCADE;
