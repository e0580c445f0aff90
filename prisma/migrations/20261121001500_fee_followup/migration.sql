-- AlterTable
ALTER TABLE "fee_reassessment" ADD COLUMN     "cases_failed" INTEGER NOT NULL DEFAULT 0;

-- Functions and triggers (written by hand).

-- Whether a case goes again after a rate changed depends on more than its payments (wages, limits, claims): all open ones are looked at.
DROP FUNCTION app.count_fee_cases_at_rates(text[], text[], text[]);

-- As before, and a verdict is always later than the one it follows, whatever the clocks of two processes say.
CREATE OR REPLACE FUNCTION app.store_fee_verdicts(judged jsonb, why text, at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.must_be_system();
  WITH stored AS (
    INSERT INTO fee_assessment (id, case_id, cause, verdict, rule_refs, inputs, result, assessed_at)
      SELECT j.id, j."caseId", why, j.verdict, ARRAY(SELECT jsonb_array_elements_text(j."ruleRefs")), j.inputs, j.result,
        greatest(at, (SELECT max(a.assessed_at) + interval '1 millisecond' FROM fee_assessment a WHERE a.case_id = j."caseId"))
      FROM jsonb_to_recordset(judged) AS j (id uuid, "caseId" uuid, verdict text, "ruleRefs" jsonb, inputs jsonb, result jsonb)
      RETURNING case_id, assessed_at)
  UPDATE cases c SET fee_verdict = j.verdict, ruled_line_count = j."ruledLineCount", over_line_count = j."overLineCount",
      above_cap_jpy = j."aboveCapJpy", above_zero_fee_jpy = j."aboveZeroFeeJpy",
      fee_change_at = CASE WHEN j."isUnseen" THEN coalesce(c.fee_change_at, stored.assessed_at) END
    FROM jsonb_to_recordset(judged) AS j ("caseId" uuid, verdict text, "ruledLineCount" integer, "overLineCount" integer,
      "aboveCapJpy" bigint, "aboveZeroFeeJpy" bigint, "isUnseen" boolean) JOIN stored ON stored.case_id = j."caseId"
    WHERE c.id = j."caseId";
  INSERT INTO audit_event (id, office_id, actor_kind, action, case_id, detail)
    SELECT gen_random_uuid(), c.office_id, 'system', 'case.fees_reassessed', c.id, jsonb_build_object('cause', why, 'before', j."verdictBefore", 'after', j.verdict)
    FROM jsonb_to_recordset(judged) AS j ("caseId" uuid, verdict text, "verdictBefore" text, "isTold" boolean)
    JOIN cases c ON c.id = j."caseId" WHERE j."isTold" ORDER BY c.office_id, c.id;
END $$;

-- A worker who brings a case back has it judged by the rules of today: what differs is marked for the officer, and stays marked.
DROP TRIGGER cases_worker_columns ON cases;
CREATE TRIGGER cases_worker_columns BEFORE UPDATE ON cases FOR EACH ROW WHEN (app.actor_kind() = 'worker')
  EXECUTE FUNCTION app.keep_other_columns('state', 'state_before_awaiting', 'awaiting_since', 'state_changed_at', 'closing_code', 'closed_at', 'version',
    'next_due_at', 'next_due_kind', 'unread_from_worker', 'erase_due_at', 'in_statistics', 'last_update_at', 'assignee_id',
    'paid_answer', 'fee_line_count', 'paid_total_jpy', 'has_paid_sending', 'paid_sending_jpy', 'has_paid_broker', 'paid_broker_jpy', 'in_debt', 'debt_jpy',
    'recruitment_cost_jpy', 'first_month_jpy', 'last_month_jpy', 'fee_verdict', 'ruled_line_count', 'over_line_count', 'above_cap_jpy', 'above_zero_fee_jpy',
    'fee_change_at');
CREATE TRIGGER cases_worker_fee_change BEFORE UPDATE OF fee_change_at ON cases FOR EACH ROW
  WHEN (app.actor_kind() = 'worker' AND OLD.fee_change_at IS NOT NULL AND NEW.fee_change_at IS DISTINCT FROM OLD.fee_change_at)
  EXECUTE FUNCTION app.keep_other_columns('version');

-- Rules and rates are common to all offices: who changes them is written into the chain of every office.
CREATE FUNCTION app.audit_common_change(what text, about jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT app.is_administrator() THEN RAISE EXCEPTION 'only an administrator changes what is common to all offices'; END IF;
  IF what NOT IN ('fee_rule.add', 'exchange_rates.import') THEN RAISE EXCEPTION 'not common to all offices: %', what; END IF;
  INSERT INTO audit_event (id, office_id, actor_kind, actor_id, action, detail)
    SELECT gen_random_uuid(), o.id, 'staff', app.actor_id(), what, about FROM office o ORDER BY o.id;
END $$;
REVOKE ALL ON FUNCTION app.audit_common_change(text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.audit_common_change(text, jsonb) TO fair_passage_app;

-- As before, and the key of a name goes too: it would say that an erased case named somebody that another case names.
CREATE OR REPLACE FUNCTION app.erase_due_cases(at timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE due record; erased integer := 0;
BEGIN
  IF app.actor_kind() <> 'system' THEN RAISE EXCEPTION 'only the system erases what is due'; END IF;
  FOR due IN SELECT id, office_id FROM cases WHERE erase_due_at <= at AND erased_at IS NULL ORDER BY erase_due_at LIMIT 100 FOR UPDATE SKIP LOCKED LOOP
    DELETE FROM case_key WHERE case_id = due.id;
    DELETE FROM worker_session WHERE case_id = due.id;
    UPDATE case_party SET name_key = NULL WHERE case_id = due.id AND name_key IS NOT NULL;
    UPDATE deadline SET cancelled_at = at WHERE case_id = due.id AND met_at IS NULL AND cancelled_at IS NULL;
    UPDATE cases SET erased_at = at, code_hash = NULL, in_statistics = false, next_due_at = NULL, next_due_kind = NULL, unread_from_worker = 0, version = version + 1 WHERE id = due.id;
    INSERT INTO audit_event (id, office_id, actor_kind, action, case_id, detail) VALUES (gen_random_uuid(), due.office_id, 'system', 'case.erased', due.id, '{}');
    erased := erased + 1;
  END LOOP;
  RETURN erased;
END $$;
UPDATE case_party p SET name_key = NULL FROM cases c WHERE c.id = p.case_id AND c.erased_at IS NOT NULL AND p.name_key IS NOT NULL;
