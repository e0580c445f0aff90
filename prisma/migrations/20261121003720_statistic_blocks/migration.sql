-- Blocks of columns of the index (ADR 039), kept so that a start reads columns and not joins. A block holds the reports whose `ref` is from
-- number x 16384 on, as one process had them when everything before transaction `place` was read: whoever takes it over reads what
-- changed from there on. Codes, whole numbers and months, as app.statistic_facts gives them: no word, no day, no id but `ref`.

CREATE TABLE "statistic_block" (
  "number" INTEGER NOT NULL,
  "layout" TEXT NOT NULL,
  "place" xid8 NOT NULL,
  "written" xid8 NOT NULL,
  "columns" BYTEA NOT NULL,
  CONSTRAINT "statistic_block_pkey" PRIMARY KEY ("number")
);
-- Read whole or not at all; packing would cost more than reading.
ALTER TABLE statistic_block ALTER COLUMN columns SET STORAGE EXTERNAL;
ALTER TABLE statistic_block ENABLE ROW LEVEL SECURITY;

-- Who withdraws or is erased is in no block from that moment on: the block goes. Whoever is about to keep it waits for this transaction.
CREATE FUNCTION app.forget_statistic_blocks(left_cases uuid[]) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE numbers integer[];
BEGIN
  SELECT array_agg(DISTINCT (s.ref / 16384)::integer ORDER BY (s.ref / 16384)::integer) INTO numbers FROM statistic_change s WHERE s.case_id = ANY (left_cases);
  PERFORM pg_advisory_xact_lock_shared(3720, n) FROM unnest(numbers) AS n;
  DELETE FROM statistic_block b WHERE b.number = ANY (numbers);
END $$;
CREATE FUNCTION app.forget_blocks_of_left() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.forget_statistic_blocks(array_agg(o.id)) FROM former o JOIN fresh n USING (id) 
    WHERE o.in_statistics AND NOT o.is_test AND o.erased_at IS NULL AND o.closing_code IS DISTINCT FROM 'duplicate_merged'
      AND NOT (n.in_statistics AND NOT n.is_test AND n.erased_at IS NULL AND n.closing_code IS DISTINCT FROM 'duplicate_merged') HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE FUNCTION app.forget_blocks_of_deleted() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.forget_statistic_blocks(array_agg(o.id)) FROM former o HAVING count(*) > 0;
  RETURN NULL;
END $$;
CREATE TRIGGER cases_kept_blocks_update AFTER UPDATE ON cases REFERENCING NEW TABLE AS fresh OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION app.forget_blocks_of_left();
CREATE TRIGGER cases_kept_blocks_delete AFTER DELETE ON cases REFERENCING OLD TABLE AS former FOR EACH STATEMENT EXECUTE FUNCTION app.forget_blocks_of_deleted();

-- Every block there can be, and the place of those that are kept and can be read: of this layout, written by the transaction they name
-- (a row that was copied into another cluster was written by another one) and not of the future.
CREATE FUNCTION app.statistic_blocks(wanted_layout text) RETURNS TABLE (number integer, place text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.refuse_unless_system();
  RETURN QUERY SELECT n, b.place::text FROM generate_series(0, (SELECT coalesce(max(s.ref), 0) / 16384 FROM statistic_change s)::integer) AS n
    LEFT JOIN statistic_block b ON b.number = n AND b.layout = wanted_layout AND b.xmin::text::bigint = b.written::text::bigint & 4294967295
      AND b.place <= pg_snapshot_xmin(pg_current_snapshot())
    WHERE EXISTS (SELECT 1 FROM statistic_change s WHERE s.ref BETWEEN n::bigint * 16384 AND n::bigint * 16384 + 16383) ORDER BY n;
END $$;
CREATE FUNCTION app.read_statistic_block(wanted integer) RETURNS bytea LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.refuse_unless_system();
  RETURN (SELECT b.columns FROM statistic_block b WHERE b.number = wanted);
END $$;

-- Keeps a block, unless a report left it since it was read; a newer one stays.
CREATE FUNCTION app.keep_statistic_block(kept integer, its_layout text, its_place text, its_columns bytea) RETURNS boolean
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM app.refuse_unless_system();
  PERFORM pg_advisory_xact_lock(3720, kept);
  IF EXISTS (SELECT 1 FROM statistic_change s LEFT JOIN cases c ON c.id = s.case_id
      WHERE s.ref BETWEEN kept::bigint * 16384 AND kept::bigint * 16384 + 16383 AND s.changed >= its_place::xid8
        AND (c.id IS NULL OR NOT (c.in_statistics AND NOT c.is_test AND c.erased_at IS NULL AND c.closing_code IS DISTINCT FROM 'duplicate_merged'))) THEN RETURN false; END IF;
  DELETE FROM statistic_block b WHERE b.number = kept AND (b.layout <> its_layout OR b.place <= its_place::xid8);
  INSERT INTO statistic_block (number, layout, place, written, columns) VALUES (kept, its_layout, its_place::xid8, pg_current_xact_id(), its_columns) ON CONFLICT DO NOTHING;
  RETURN true;
END $$;

-- The body of app.statistic_facts (migration statistic_pages), for reports that are named: [ref] of one that is not counted.
CREATE FUNCTION app.report_facts(ids uuid[], refs bigint[]) RETURNS text
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off SET plan_cache_mode = force_custom_plan SET enable_nestloop = off AS $$
BEGIN
  RETURN (
  WITH page AS MATERIALIZED (SELECT u.case_id, u.ref FROM unnest(ids, refs) AS u (case_id, ref)),
  counted AS MATERIALIZED (
    SELECT p.ref, c.* FROM cases c JOIN page p ON p.case_id = c.id
      WHERE c.id = ANY (ids) AND c.in_statistics AND NOT c.is_test AND c.erased_at IS NULL AND c.closing_code IS DISTINCT FROM 'duplicate_merged'),
  newest AS MATERIALIZED (
    SELECT DISTINCT ON (a.case_id) a.case_id, a.result FROM fee_assessment a WHERE a.case_id = ANY (ids) ORDER BY a.case_id, a.assessed_at DESC, a.id DESC),
  verdicts AS MATERIALIZED (
    SELECT v."lineId" AS line_id, CASE WHEN v."isLikelyWithin" THEN NULL ELSE v.verdict END AS certain, v.verdict
      FROM newest n CROSS JOIN LATERAL jsonb_to_recordset(n.result->'lines') AS v ("lineId" uuid, verdict text, "isLikelyWithin" boolean)),
  payments AS (
    SELECT l.case_id, json_agg(json_build_array(l.payee_role, l.category, v.verdict, v.certain IS NOT NULL, left(l.paid_on, 7), l.jpy_minor) ORDER BY l.position, l.id) AS list
      FROM fee_line l LEFT JOIN verdicts v ON v.line_id = l.id
      WHERE l.case_id = ANY (ids) AND l.removed_at IS NULL AND l.split_at IS NULL GROUP BY l.case_id),
  people AS (
    SELECT DISTINCT ON (p.case_id) p.case_id, p.sex, p.age_band, p.sector FROM case_person p WHERE p.case_id = ANY (ids) AND p.kind = 'worker' ORDER BY p.case_id, p.created_at, p.id),
  signs AS (
    SELECT i.case_id, json_agg(i.indicator) AS list FROM indicator_finding i WHERE i.case_id = ANY (ids) AND i.judgement IS DISTINCT FROM 'absent' GROUP BY i.case_id),
  remedied AS (SELECT DISTINCT r.case_id FROM remedy r WHERE r.case_id = ANY (ids) AND r.delivered_at IS NOT NULL),
  jobs AS (SELECT j.case_id, j.programmes FROM placement j WHERE j.case_id = ANY (ids)),
  told AS (
    SELECT c.ref, json_build_array(c.ref, o.code,
        (extract(year FROM c.received_at AT TIME ZONE 'Asia/Tokyo') * 12 + extract(month FROM c.received_at AT TIME ZONE 'Asia/Tokyo') - 1)::integer,
        c.origin, c.corridor, c.scheme, c.channel, c.language, c.severity, c.state, c.closing_code, c.fee_verdict, w.sex, w.age_band, w.sector,
        c.grievance_codes, s.list, j.programmes, c.is_anonymous, c.is_admissible, r.case_id IS NOT NULL, c.paid_answer, c.fee_line_count, c.has_paid_sending, c.has_paid_broker, c.in_debt,
        c.tells_pay, c.ruled_line_count, c.over_line_count, c.paid_total_jpy, c.paid_sending_jpy, c.paid_broker_jpy, c.above_cap_jpy, c.above_zero_fee_jpy, c.recruitment_cost_jpy,
        c.first_month_jpy, c.last_month_jpy, c.debt_jpy, c.yearly_interest_bp, c.told_gap_jpy, c.told_pay_gap_jpy, c.deductions_jpy, c.claimed_jpy, c.repaid_jpy, m.list) AS row
      FROM counted c JOIN office o ON o.id = c.office_id LEFT JOIN payments m ON m.case_id = c.id LEFT JOIN people w ON w.case_id = c.id LEFT JOIN signs s ON s.case_id = c.id
        LEFT JOIN remedied r ON r.case_id = c.id LEFT JOIN jobs j ON j.case_id = c.id)
  SELECT coalesce(json_agg(coalesce(t.row, json_build_array(p.ref))), '[]')::text FROM page p LEFT JOIN told t ON t.ref = p.ref);
END $$;
CREATE OR REPLACE FUNCTION app.statistic_facts(after_change text, after_ref bigint, upto integer) RETURNS TABLE (last_change text, last_ref bigint, read_rows integer, facts text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ids uuid[]; refs bigint[]; changes text[];
BEGIN
  PERFORM app.refuse_unless_system();
  SELECT array_agg(p.case_id ORDER BY p.changed, p.ref), array_agg(p.ref ORDER BY p.changed, p.ref), array_agg(p.changed::text ORDER BY p.changed, p.ref) INTO ids, refs, changes FROM (
    SELECT s.ref, s.case_id, s.changed FROM statistic_change s WHERE (s.changed, s.ref) > (after_change::xid8, after_ref) ORDER BY s.changed, s.ref LIMIT upto) p;
  RETURN QUERY SELECT changes[cardinality(changes)], refs[cardinality(refs)], coalesce(cardinality(refs), 0), app.report_facts(ids, refs);
END $$;

-- The facts of the next reports of a block that changed from a transaction on, by `ref`; nothing where there are no more.
CREATE FUNCTION app.statistic_block_facts(wanted integer, since text, after_ref bigint, upto integer) RETURNS TABLE (last_ref bigint, facts text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE ids uuid[]; refs bigint[];
BEGIN
  PERFORM app.refuse_unless_system();
  SELECT array_agg(p.case_id ORDER BY p.ref), array_agg(p.ref ORDER BY p.ref) INTO ids, refs FROM (
    SELECT s.ref, s.case_id FROM statistic_change s WHERE s.ref > after_ref AND s.ref BETWEEN wanted::bigint * 16384 AND wanted::bigint * 16384 + 16383 AND s.changed >= since::xid8
      ORDER BY s.ref LIMIT upto) p;
  IF refs IS NOT NULL THEN RETURN QUERY SELECT refs[cardinality(refs)], app.report_facts(ids, refs); END IF;
END $$;

REVOKE ALL ON FUNCTION app.forget_statistic_blocks(uuid[]), app.forget_blocks_of_left(), app.forget_blocks_of_deleted(), app.statistic_blocks(text),
  app.read_statistic_block(integer), app.keep_statistic_block(integer, text, text, bytea), app.report_facts(uuid[], bigint[]), app.statistic_block_facts(integer, text, bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app.statistic_blocks(text), app.read_statistic_block(integer), app.keep_statistic_block(integer, text, text, bytea),
  app.statistic_block_facts(integer, text, bigint, integer) TO fair_passage_app;
