-- What the statistics count, for the index that every process keeps (ADR 039): a log of which report changed last by which
-- transaction, and one function that gives the coded facts of reports. Totals of told and paid are kept beside the others on `cases`.

ALTER TABLE "cases" ADD COLUMN "told_gap_jpy" BIGINT,
  ADD COLUMN "told_pay_gap_jpy" BIGINT,
  ADD COLUMN "yearly_interest_bp" INTEGER,
  ADD COLUMN "deductions_jpy" BIGINT,
  ADD COLUMN "tells_pay" BOOLEAN NOT NULL DEFAULT false,
  ADD COLUMN "told_columns_version" INTEGER NOT NULL DEFAULT 0;
-- What the job that makes them for older cases still has to do.
CREATE INDEX "cases_told_columns_due_idx" ON "cases" ("id") WHERE "told_columns_version" < 1;

-- As in migration fee_followup, with the new totals: a worker who adds a payment changes them.
DROP TRIGGER cases_worker_columns ON cases;
CREATE TRIGGER cases_worker_columns BEFORE UPDATE ON cases FOR EACH ROW WHEN (app.actor_kind() = 'worker')
  EXECUTE FUNCTION app.keep_other_columns('state', 'state_before_awaiting', 'awaiting_since', 'state_changed_at', 'closing_code', 'closed_at', 'version',
    'next_due_at', 'next_due_kind', 'unread_from_worker', 'erase_due_at', 'in_statistics', 'last_update_at', 'assignee_id',
    'paid_answer', 'fee_line_count', 'paid_total_jpy', 'has_paid_sending', 'paid_sending_jpy', 'has_paid_broker', 'paid_broker_jpy', 'in_debt', 'debt_jpy',
    'recruitment_cost_jpy', 'first_month_jpy', 'last_month_jpy', 'fee_verdict', 'ruled_line_count', 'over_line_count', 'above_cap_jpy', 'above_zero_fee_jpy',
    'fee_change_at', 'told_gap_jpy', 'told_pay_gap_jpy', 'yearly_interest_bp', 'deductions_jpy', 'tells_pay', 'told_columns_version');

-- No foreign key: a report that is gone must still be told of.
CREATE TABLE "statistic_change" (
  "case_id" UUID NOT NULL,
  "ref" BIGSERIAL NOT NULL,
  "changed" xid8 NOT NULL,
  CONSTRAINT "statistic_change_pkey" PRIMARY KEY ("case_id")
);
CREATE UNIQUE INDEX "statistic_change_ref_key" ON "statistic_change"("ref");
INSERT INTO statistic_change (case_id, changed) SELECT id, pg_current_xact_id() FROM cases ORDER BY received_at, id;
CREATE INDEX "statistic_change_changed_ref_idx" ON "statistic_change"("changed", "ref");
ALTER TABLE statistic_change ENABLE ROW LEVEL SECURITY;

-- The log keeps the last transaction only, which is enough: whoever reads it reads on from the oldest transaction that had not ended
-- when it read before, so that one that ends later is never missed. Rows are locked in one order.
CREATE FUNCTION app.log_statistic_change(changed_cases uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
  WITH held AS (
    SELECT s.case_id FROM statistic_change s WHERE s.case_id = ANY (changed_cases) AND s.changed <> pg_current_xact_id() ORDER BY s.case_id FOR UPDATE)
  UPDATE statistic_change s SET changed = pg_current_xact_id() FROM held WHERE s.case_id = held.case_id $$;
REVOKE ALL ON FUNCTION app.log_statistic_change(uuid[]) FROM PUBLIC;

CREATE FUNCTION app.log_new_reports() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO statistic_change (case_id, changed) SELECT n.id, pg_current_xact_id() FROM fresh n ORDER BY n.id ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
CREATE FUNCTION app.log_changed_reports() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.log_statistic_change(array_agg(n.id)) FROM fresh n JOIN former o USING (id)
    WHERE (n.office_id, n.in_statistics, n.is_test, n.erased_at, n.closing_code, n.received_at, n.scheme, n.origin, n.corridor, n.channel, n.language, n.severity, n.state,
        n.fee_verdict, n.is_anonymous, n.is_admissible, n.grievance_codes, n.paid_answer, n.fee_line_count, n.paid_total_jpy, n.has_paid_sending, n.paid_sending_jpy,
        n.has_paid_broker, n.paid_broker_jpy, n.in_debt, n.debt_jpy, n.recruitment_cost_jpy, n.first_month_jpy, n.last_month_jpy, n.told_gap_jpy, n.told_pay_gap_jpy,
        n.yearly_interest_bp, n.deductions_jpy, n.tells_pay, n.ruled_line_count, n.over_line_count, n.above_cap_jpy, n.above_zero_fee_jpy, n.claimed_jpy, n.repaid_jpy)
      IS DISTINCT FROM (o.office_id, o.in_statistics, o.is_test, o.erased_at, o.closing_code, o.received_at, o.scheme, o.origin, o.corridor, o.channel, o.language, o.severity, o.state,
        o.fee_verdict, o.is_anonymous, o.is_admissible, o.grievance_codes, o.paid_answer, o.fee_line_count, o.paid_total_jpy, o.has_paid_sending, o.paid_sending_jpy,
        o.has_paid_broker, o.paid_broker_jpy, o.in_debt, o.debt_jpy, o.recruitment_cost_jpy, o.first_month_jpy, o.last_month_jpy, o.told_gap_jpy, o.told_pay_gap_jpy,
        o.yearly_interest_bp, o.deductions_jpy, o.tells_pay, o.ruled_line_count, o.over_line_count, o.above_cap_jpy, o.above_zero_fee_jpy, o.claimed_jpy, o.repaid_jpy)
    HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE FUNCTION app.log_removed_reports() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.log_statistic_change(array_agg(o.id)) FROM former o HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER cases_statistic_insert AFTER INSERT ON cases REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION app.log_new_reports();
CREATE TRIGGER cases_statistic_update AFTER UPDATE ON cases REFERENCING NEW TABLE AS fresh OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION app.log_changed_reports();
CREATE TRIGGER cases_statistic_delete AFTER DELETE ON cases REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION app.log_removed_reports();

-- Facts that are not on the case itself. Loans, pay and repayments are: their totals change the case.
CREATE FUNCTION app.log_changed_parts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.log_statistic_change(array_agg(DISTINCT n.case_id)) FROM fresh n HAVING count(*) > 0;
  RETURN NULL;
END $$;
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['fee_line', 'fee_assessment', 'placement', 'case_person', 'indicator_finding', 'remedy'] LOOP
    EXECUTE format('CREATE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION app.log_changed_parts()', t || '_statistic_insert', t);
    EXECUTE format('CREATE TRIGGER %I AFTER UPDATE ON %I REFERENCING NEW TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION app.log_changed_parts()', t || '_statistic_update', t);
    EXECUTE format('CREATE TRIGGER %I AFTER DELETE ON %I REFERENCING OLD TABLE AS fresh FOR EACH STATEMENT EXECUTE FUNCTION app.log_changed_parts()', t || '_statistic_delete', t);
  END LOOP;
END $$;

CREATE FUNCTION app.refuse_unless_system() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system reads facts of all reports' USING ERRCODE = 'insufficient_privilege'; END IF;
END $$;

-- Where a reading begins: the oldest transaction that has not ended yet; and how many reports there are, for whoever reads them all.
CREATE FUNCTION app.statistic_horizon(counts boolean) RETURNS TABLE (horizon text, reports bigint)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.refuse_unless_system();
  -- Numbers of a cluster this database was copied from: they would be read again for ever.
  IF EXISTS (SELECT 1 FROM statistic_change s WHERE s.changed >= pg_snapshot_xmax(pg_current_snapshot())) THEN
    LOCK TABLE statistic_change IN SHARE ROW EXCLUSIVE MODE;
    UPDATE statistic_change s SET changed = '1' WHERE s.changed >= pg_snapshot_xmax(pg_current_snapshot());
  END IF;
  RETURN QUERY SELECT pg_snapshot_xmin(pg_current_snapshot())::text, (SELECT count(*) FROM statistic_change WHERE counts);
END $$;

-- The coded facts of the next reports that changed after a place in the log: a JSON list of lists, and the place of the last one.
-- [ref] of one that is not counted or not counted any more; else what lib/domain/statistics/columns/facts.ts names, in its order.
-- Codes, whole numbers, months; no word, no day, no id but `ref`, which leads nowhere.
CREATE FUNCTION app.statistic_facts(after_change text, after_ref bigint, upto integer) RETURNS TABLE (last_change text, last_ref bigint, read_rows integer, facts text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET plan_cache_mode = force_custom_plan AS $$
BEGIN
  PERFORM app.refuse_unless_system();
  RETURN QUERY
  WITH page AS MATERIALIZED (
    SELECT s.ref, s.case_id, s.changed FROM statistic_change s WHERE (s.changed, s.ref) > (after_change::xid8, after_ref) ORDER BY s.changed, s.ref LIMIT upto),
  counted AS MATERIALIZED (
    SELECT p.ref, c.* FROM page p JOIN cases c ON c.id = p.case_id
      WHERE c.in_statistics AND NOT c.is_test AND c.erased_at IS NULL AND c.closing_code IS DISTINCT FROM 'duplicate_merged'),
  newest AS (
    SELECT DISTINCT ON (a.case_id) a.case_id, a.result FROM counted c JOIN fee_assessment a ON a.case_id = c.id ORDER BY a.case_id, a.assessed_at DESC, a.id DESC),
  verdicts AS (
    SELECT v."lineId" AS line_id, CASE WHEN v."isLikelyWithin" THEN NULL ELSE v.verdict END AS certain, v.verdict
      FROM newest n CROSS JOIN LATERAL jsonb_to_recordset(n.result->'lines') AS v ("lineId" uuid, verdict text, "isLikelyWithin" boolean)),
  payments AS (
    SELECT l.case_id, json_agg(json_build_array(l.payee_role, l.category, v.verdict, v.certain IS NOT NULL, left(l.paid_on, 7), l.jpy_minor) ORDER BY l.position, l.id) AS list
      FROM counted c JOIN fee_line l ON l.case_id = c.id LEFT JOIN verdicts v ON v.line_id = l.id
      WHERE l.removed_at IS NULL AND l.split_at IS NULL GROUP BY l.case_id),
  people AS (
    SELECT DISTINCT ON (p.case_id) p.case_id, p.sex, p.age_band, p.sector FROM counted c JOIN case_person p ON p.case_id = c.id WHERE p.kind = 'worker' ORDER BY p.case_id, p.created_at, p.id),
  signs AS (
    SELECT i.case_id, json_agg(i.indicator) AS list FROM counted c JOIN indicator_finding i ON i.case_id = c.id WHERE i.judgement IS DISTINCT FROM 'absent' GROUP BY i.case_id),
  remedied AS (SELECT DISTINCT r.case_id FROM counted c JOIN remedy r ON r.case_id = c.id WHERE r.delivered_at IS NOT NULL),
  told AS (
    SELECT c.ref, json_build_array(c.ref, o.code,
        (extract(year FROM c.received_at AT TIME ZONE 'Asia/Tokyo') * 12 + extract(month FROM c.received_at AT TIME ZONE 'Asia/Tokyo') - 1)::integer,
        c.origin, c.corridor, c.scheme, c.channel, c.language, c.severity, c.state, c.closing_code, c.fee_verdict, w.sex, w.age_band, w.sector,
        c.grievance_codes, s.list, j.programmes, c.is_anonymous, c.is_admissible, r.case_id IS NOT NULL, c.paid_answer, c.fee_line_count, c.has_paid_sending, c.has_paid_broker, c.in_debt,
        c.tells_pay, c.ruled_line_count, c.over_line_count, c.paid_total_jpy, c.paid_sending_jpy, c.paid_broker_jpy, c.above_cap_jpy, c.above_zero_fee_jpy, c.recruitment_cost_jpy,
        c.first_month_jpy, c.last_month_jpy, c.debt_jpy, c.yearly_interest_bp, c.told_gap_jpy, c.told_pay_gap_jpy, c.deductions_jpy, c.claimed_jpy, c.repaid_jpy, m.list) AS row
      FROM counted c JOIN office o ON o.id = c.office_id LEFT JOIN payments m ON m.case_id = c.id LEFT JOIN people w ON w.case_id = c.id LEFT JOIN signs s ON s.case_id = c.id
        LEFT JOIN remedied r ON r.case_id = c.id LEFT JOIN placement j ON j.case_id = c.id)
  SELECT (SELECT p.changed::text FROM page p ORDER BY p.changed DESC, p.ref DESC LIMIT 1), (SELECT p.ref FROM page p ORDER BY p.changed DESC, p.ref DESC LIMIT 1),
    (SELECT count(*)::integer FROM page),
    (SELECT coalesce(json_agg(coalesce(t.row, json_build_array(p.ref))), '[]')::text FROM page p LEFT JOIN told t ON t.ref = p.ref);
END $$;

-- Cases whose totals of told and paid are still to be made, with what they are made from: codes and amounts (text, because JSON
-- numbers lose digits), never a sealed word.
CREATE FUNCTION app.read_untold_cases(upto integer) RETURNS TABLE (id uuid, facts jsonb)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE picked uuid[];
BEGIN
  PERFORM app.refuse_unless_system();
  SELECT array_agg(held.id) INTO picked FROM (
    SELECT c.id FROM cases c WHERE c.told_columns_version < 1 ORDER BY c.id LIMIT upto FOR UPDATE OF c SKIP LOCKED) held;
  RETURN QUERY SELECT c.id, jsonb_build_object(
    'placement', (SELECT jsonb_build_object('isFirstJobAbroad', p.is_first_job_abroad, 'toldTotalMinor', p.told_total_minor::text, 'toldTotalCurrency', p.told_total_currency,
        'contractSignedOn', p.contract_signed_on) FROM placement p WHERE p.case_id = c.id),
    'lines', (SELECT coalesce(jsonb_agg(jsonb_build_object('payeeRole', l.payee_role, 'category', l.category, 'amountMinor', l.amount_minor::text,
        'refundedMinor', l.refunded_minor::text, 'jpyMinor', l.jpy_minor::text, 'paidBy', l.paid_by, 'method', l.method)), '[]')
      FROM fee_line l WHERE l.case_id = c.id AND l.removed_at IS NULL AND l.split_at IS NULL),
    'loans', (SELECT coalesce(jsonb_agg(jsonb_build_object('principalMinor', n.principal_minor::text, 'outstandingMinor', n.outstanding_minor::text,
        'monthlyRepaymentMinor', n.monthly_repayment_minor::text, 'ratePercent', trim_scale(n.rate_percent)::text, 'ratePeriod', n.rate_period, 'termMonths', n.term_months)), '[]')
      FROM loan n WHERE n.case_id = c.id AND n.removed_at IS NULL),
    'wages', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', w.kind, 'amountMinor', w.amount_minor::text, 'currency', w.currency, 'forMonth', w.for_month)
        ORDER BY w.created_at, w.id), '[]') FROM wage_fact w WHERE w.case_id = c.id AND w.removed_at IS NULL))
  FROM cases c WHERE c.id = ANY (picked) ORDER BY c.id;
END $$;
CREATE FUNCTION app.store_told_columns(made jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.refuse_unless_system();
  UPDATE cases c SET told_gap_jpy = m."toldGapJpy", told_pay_gap_jpy = m."toldPayGapJpy", yearly_interest_bp = m."yearlyInterestBp", deductions_jpy = m."deductionsJpy",
      tells_pay = m."tellsPay", told_columns_version = m."toldColumnsVersion"
    FROM jsonb_to_recordset(made) AS m (id uuid, "toldGapJpy" bigint, "toldPayGapJpy" bigint, "yearlyInterestBp" integer, "deductionsJpy" bigint, "tellsPay" boolean, "toldColumnsVersion" integer)
    WHERE c.id = m.id;
END $$;

REVOKE ALL ON FUNCTION app.log_new_reports(), app.log_changed_reports(), app.log_removed_reports(), app.log_changed_parts(), app.refuse_unless_system(), app.statistic_horizon(boolean),
  app.statistic_facts(text, bigint, integer), app.read_untold_cases(integer), app.store_told_columns(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.refuse_unless_system(), app.statistic_horizon(boolean), app.statistic_facts(text, bigint, integer), app.read_untold_cases(integer), app.store_told_columns(jsonb)
  TO fair_passage_app;
