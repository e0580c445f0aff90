import { ownerPool } from './database'

const oneOf = (codes: readonly string[]) =>
  `(ARRAY[${codes.map((code) => `'${code}'`).join(',')}, NULL])[1 + floor(random() * ${codes.length + 1})::int]`
const yen = (least: number, most: number, share = 0.7) =>
  `CASE WHEN random() < ${share} THEN floor(${least} + random() * ${most - least})::bigint END`

/** Inserts so many reports by SQL with every fact that is counted, told or not; some are not to be counted. `seed` from -1 to 1. */
export async function addRandomReports(offices: readonly string[], count: number, seed: number): Promise<void> {
  const owner = await ownerPool().connect()
  try {
    await owner.query(`SELECT setseed(${seed})`)
    await owner.query(`
      INSERT INTO cases (id, number, office_id, submission_id, state, severity, severity_reasons, scheme, origin, corridor, channel, language, grievance_codes, danger_codes,
        is_anonymous, is_admissible, is_test, closing_code, received_at, state_changed_at, in_statistics, erased_at, paid_answer, fee_line_count, paid_total_jpy, has_paid_sending,
        paid_sending_jpy, has_paid_broker, paid_broker_jpy, in_debt, debt_jpy, recruitment_cost_jpy, first_month_jpy, last_month_jpy, fee_verdict, ruled_line_count, over_line_count,
        above_cap_jpy, above_zero_fee_jpy, told_gap_jpy, told_pay_gap_jpy, yearly_interest_bp, deductions_jpy, tells_pay)
      SELECT gen_random_uuid(), gen_random_uuid(), ('{${offices.join(',')}}'::uuid[])[1 + floor(random() * ${offices.length})::int], gen_random_uuid(),
        coalesce(${oneOf(['closed', 'triage', 'received', 'closed'])}, 'closed'), coalesce(${oneOf(['critical', 'high', 'low'])}, 'medium'), '{}',
        ${oneOf(['titp', 'ssw'])}, o.origin, o.origin || '-JP', coalesce(${oneOf(['web', 'ngo'])}, 'paper'), coalesce(${oneOf(['vi', 'ne'])}, 'zh-Hans'),
        CASE floor(random() * 3) WHEN 0 THEN '{}' WHEN 1 THEN ARRAY['fees_debt'] ELSE ARRAY['threats', 'fees_debt', 'dismissal'] END, '{}',
        random() < 0.5, (ARRAY[true, true, false, NULL])[1 + floor(random() * 4)::int], random() < 0.05, CASE WHEN random() < 0.05 THEN 'duplicate_merged' END,
        '2024-01-15T00:00:00Z'::timestamptz + random() * interval '800 days', now(), random() < 0.9, CASE WHEN random() < 0.05 THEN now() END,
        ${oneOf(['yes', 'yes', 'no', 'unsure'])}, 0, coalesce(${yen(1, 900_000)}, 0), random() < 0.6, ${yen(0, 700_000)}, random() < 0.4, ${yen(0, 300_000)},
        (ARRAY[true, false, NULL])[1 + floor(random() * 3)::int], ${yen(0, 900_000)}, ${yen(0, 1_500_000)}, ${yen(80_000, 200_000)}, ${yen(0, 220_000)},
        ${oneOf(['above_cap', 'within_cap'])}, floor(random() * 3)::int, floor(random() * 2)::int, ${yen(0, 500_000)}, ${yen(0, 800_000)}, ${yen(-300_000, 300_000)},
        ${yen(-50_000, 30_000)}, ${yen(0, 20_000)}::int, ${yen(0, 40_000)}, random() < 0.6
      FROM generate_series(1, ${count}) AS i CROSS JOIN LATERAL (SELECT i AS n, ${oneOf(['VN', 'ID', 'PH'])} AS origin) o`)
    await owner.query(`
      INSERT INTO fee_line (id, case_id, position, payee_role, category, jpy_minor, paid_on, added_by_kind, created_at, removed_at, split_at)
      SELECT gen_random_uuid(), c.id, i, ${oneOf(['sending_organization', 'broker'])}, ${oneOf(['rf_placement_service', 'rc_medical', 'il_bribe'])}, ${yen(0, 400_000)},
        ${oneOf(['2023', '2024-03', '2024-11', '2025-02-03'])}, 'worker', now(), CASE WHEN random() < 0.05 THEN now() END, CASE WHEN random() < 0.05 THEN now() END
      FROM cases c CROSS JOIN generate_series(1, 4) AS i WHERE random() < 0.5 AND c.id IS NOT NULL`)
    await owner.query('UPDATE cases c SET fee_line_count = (SELECT count(*) FROM fee_line l WHERE l.case_id = c.id)')
    for (const at of ['2026-01-01', '2026-02-01'])
      await owner.query(`
        INSERT INTO fee_assessment (id, case_id, cause, verdict, rule_refs, inputs, result, assessed_at)
        SELECT gen_random_uuid(), l.case_id, 'report', 'above_cap', '{}', '{}', jsonb_build_object('lines', jsonb_agg(jsonb_build_object('lineId', l.id,
          'verdict', coalesce(${oneOf(['above_cap', 'prohibited', 'within_cap', 'likely_above'])}, 'no_rule_known'), 'isLikelyWithin', random() < 0.2))), '${at}'
        FROM fee_line l GROUP BY l.case_id HAVING random() < 0.8`)
    await owner.query(
      `INSERT INTO case_person (id, case_id, kind, sex, age_band) SELECT gen_random_uuid(), id, 'worker', ${oneOf(['female', 'male'])}, ${oneOf(['18_24', '25_34'])} FROM cases`,
    )
    await owner.query(`INSERT INTO indicator_finding (id, case_id, indicator, raised_by, judgement) SELECT gen_random_uuid(), c.id, x, '{}', ${oneOf(['present', 'absent'])}
        FROM cases c CROSS JOIN unnest(ARRAY['debt_bondage', 'deception']) AS x WHERE random() < 0.5 AND c.id IS NOT NULL`)
    await owner.query(
      `INSERT INTO placement (id, case_id, programmes, created_at) SELECT gen_random_uuid(), c.id, CASE WHEN random() < 0.5 THEN '{feri}' ELSE '{}' END::text[], now() FROM cases c WHERE random() < 0.5`,
    )
    await owner.query(`INSERT INTO remedy (id, case_id, type, claimed_at, delivered_at, currency, claimed_minor, claimed_jpy)
        SELECT gen_random_uuid(), c.id, 'fee_repayment', now(), CASE WHEN random() < 0.5 THEN now() END, 'JPY', m.yen, m.yen FROM cases c CROSS JOIN LATERAL (SELECT floor(random() * 300000)::bigint AS yen, c.id) m WHERE random() < 0.5`)
    await owner.query(
      'UPDATE cases SET repaid_jpy = floor(claimed_jpy * random()) WHERE claimed_jpy > 0 AND random() < 0.6',
    )
  } finally {
    owner.release()
  }
}
