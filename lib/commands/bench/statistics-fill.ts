import type { Pool, PoolClient } from 'pg'

/** Reports in the bench, with three payments each. */
export const COUNTED_REPORTS = 1_000_000
export const PAYMENTS_EACH = 3

const oneOf = (codes: string, r: string) => {
  const list = codes.split(' ')
  return `(ARRAY[${list.map((code) => `'${code}'`).join(',')}])[1 + floor(${list.length} * power(${r}, 2))::int]`
}
const perhaps = (what: string, r: string, share: number) => `CASE WHEN ${r} < ${share} THEN ${what} END`
/** Yen spread as people's payments are: many small ones, few large ones, in thousands. */
const yen = (r: string, typical: number) => `(round(${typical} * exp(1.5 * (${r} - 0.5)) / 1000) * 1000)::bigint`

const ORIGINS = 'VN ID PH NP KH CN TH MM'
const GRIEVANCES = 'fees_debt wages_unpaid document_retention working_time threats dismissal harassment_bullying'
const PAYEES = 'sending_organization broker training_center authority'
const CATEGORIES =
  'rf_placement_service rc_training_orientation rf_broker_introduction rc_medical rc_visa_permit rc_travel_international il_deposit_security'
const VERDICTS = 'above_cap within_cap no_rule_known prohibited likely_above missing_facts'
const FILLED = ['cases', 'fee_line', 'fee_assessment', 'case_person', 'indicator_finding'] as const
/** Reports written by one statement a table, and connections that write. */
const SLICE = 25_000
const LANES = 2

/** Ids in the order of reports, as those of the application are: `kind` is one hexadecimal digit. */
const idOf = (kind: number, i = 'i') => `('00000000-0000-7000-8${kind}00-' || lpad(to_hex(${i}), 12, '0'))::uuid`
const drawn = (count: number) => Array.from({ length: count }, (_, r) => `random() AS r${r + 1}`).join(', ')

/** Reports number $1 to $2 of $3, in the order in which they came. */
const CASES = `INSERT INTO cases (id, number, office_id, submission_id, state, severity, severity_reasons, scheme, origin, corridor, channel, language, grievance_codes, danger_codes, received_at,
    state_changed_at, in_statistics, is_admissible, paid_answer, fee_line_count, paid_total_jpy, has_paid_sending, paid_sending_jpy, has_paid_broker, paid_broker_jpy, in_debt, debt_jpy,
    recruitment_cost_jpy, first_month_jpy, last_month_jpy, fee_verdict, ruled_line_count, over_line_count, above_cap_jpy, above_zero_fee_jpy, told_gap_jpy, told_pay_gap_jpy, yearly_interest_bp,
    deductions_jpy, tells_pay, told_columns_version, claimed_jpy, repaid_jpy)
  SELECT ${idOf(0)}, 'S' || lpad(i::text, 8, '0'), (SELECT array_agg(id ORDER BY code) FROM office WHERE code LIKE 'counted-%')[1 + i % 8], ${idOf(1)}, CASE WHEN r1 < 0.8 THEN 'closed' ELSE 'triage' END,
    ${oneOf('medium low high critical', 'r2')}, '{}', ${oneOf('titp ssw engineer_humanities esd', 'r3')}, ${oneOf(ORIGINS, 'r4')}, ${oneOf(ORIGINS, 'r4')} || '-JP',
    ${oneOf('web ngo phone paper', 'r5')}, ${oneOf('vi id fil ne km en', 'r4')}, ARRAY[${oneOf(GRIEVANCES, 'r6')}, ${oneOf(GRIEVANCES, 'r7')}], '{}',
    now() - make_interval(secs => (1 - i / $3::float8) * 1.9e8), now(), true, r1 < 0.9, ${oneOf('yes yes yes no unsure', 'r9')}, 3, ${yen('r10', 600_000)}, r2 < 0.9, ${perhaps(yen('r11', 450_000), 'r2', 0.8)},
    r3 < 0.3, ${perhaps(yen('r12', 200_000), 'r3', 0.25)}, ${perhaps('r5 < 0.7', 'r6', 0.9)}, ${perhaps(yen('r7', 500_000), 'r5', 0.7)}, ${perhaps(yen('r10', 650_000), 'r11', 0.8)},
    ${perhaps(yen('r12', 140_000), 'r7', 0.6)}, ${perhaps(yen('r11', 150_000), 'r8', 0.5)}, ${oneOf(VERDICTS, 'r12')}, (r9 * 4)::int, (r10 * 2)::int, ${perhaps(yen('r6', 250_000), 'r10', 0.4)},
    ${perhaps(yen('r9', 400_000), 'r12', 0.8)}, ${perhaps(`${yen('r2', 100_000)} - 50000`, 'r3', 0.4)}, ${perhaps(`${yen('r4', 20_000)} - 25000`, 'r5', 0.5)}, ${perhaps('(r6 * 4000)::int', 'r7', 0.3)},
    ${perhaps(yen('r8', 25_000), 'r9', 0.4)}, r7 < 0.7, 1, CASE WHEN r1 < 0.2 THEN ${yen('r5', 300_000)} ELSE 0 END, CASE WHEN r1 < 0.1 THEN ${yen('r5', 150_000)} ELSE 0 END
  FROM (SELECT i, ${drawn(12)} FROM generate_series($1::int, $2::int) AS i) n`

const THEIRS = [
  `INSERT INTO fee_line (id, case_id, position, payee_role, category, amount_minor, currency, jpy_minor, paid_on, added_by_kind, created_at)
   SELECT ${idOf(2, `i * ${PAYMENTS_EACH + 1}::bigint + position`)}, ${idOf(0)}, position, ${oneOf(PAYEES, 'r1')}, ${oneOf(CATEGORIES, 'r2')}, 1, 'JPY', ${perhaps(yen('r3', 180_000), 'r4', 0.9)}, (2019 + floor(r5 * 7))::text || '-0' || (1 + floor(r3 * 9))::text, 'worker', now()
   FROM (SELECT i, position, ${drawn(5)} FROM generate_series($1::int, $2::int) AS i CROSS JOIN generate_series(1, ${PAYMENTS_EACH}) AS position) n`,
  `INSERT INTO fee_assessment (id, case_id, cause, verdict, rule_refs, inputs, result, assessed_at)
   SELECT ${idOf(3)}, ${idOf(0)}, 'report', 'above_cap', '{}', '{}', jsonb_build_object('lines', jsonb_build_array(${Array.from(
     { length: PAYMENTS_EACH },
     (_, line) =>
       `jsonb_build_object('lineId', ${idOf(2, `i * ${PAYMENTS_EACH + 1}::bigint + ${line + 1}`)}, 'verdict', ${oneOf(VERDICTS, `r${line + 1}`)}, 'isLikelyWithin', false)`,
   ).join(', ')})), now()
   FROM (SELECT i, ${drawn(PAYMENTS_EACH)} FROM generate_series($1::int, $2::int) AS i) n`,
  `INSERT INTO case_person (id, case_id, kind, sex, age_band) SELECT ${idOf(4)}, ${idOf(0)}, 'worker', ${oneOf('male female', 'random()')}, ${oneOf('18_24 25_34 35_44', 'random()')} FROM generate_series($1::int, $2::int) AS i`,
  `INSERT INTO indicator_finding (id, case_id, indicator, raised_by) SELECT ${idOf(5)}, ${idOf(0)}, 'debt_bondage', '{}' FROM generate_series($1::int, $2::int) AS i WHERE random() < 0.4`,
]

/**
 * Fills the database by SQL, as owner: reports of six years and eight offices with all that is counted. No trigger runs and no reference is
 * checked meanwhile (every one is right), indexes but those of keys are made afterwards, and those of words and facets (GIN), which no
 * statistic reads, not at all: what is measured is the reading. Triggers run again for whatever changes later.
 */
export async function fillStatistics(owner: Pool, reports = COUNTED_REPORTS): Promise<void> {
  await owner.query(
    `INSERT INTO office (id, code, name, kind, country, languages) SELECT gen_random_uuid(), 'counted-' || i, 'Counted ' || i, 'ngo', 'JP', '{en}' FROM generate_series(1, 8) AS i`,
  )
  const { rows: indexes } = await owner.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE schemaname = 'public' AND tablename = ANY ($1) AND indexdef NOT LIKE '%UNIQUE%'`,
    [FILLED],
  )
  for (const { name } of indexes) await owner.query(`DROP INDEX "${name}"`)
  const slices = Array.from({ length: Math.ceil(reports / SLICE) }, (_, slice) => [
    slice * SLICE + 1,
    Math.min(reports, (slice + 1) * SLICE),
  ])
  await inLanes(owner, 'SET session_replication_role = replica', slices, async (client, slice) => {
    await client.query(CASES, [...slice, reports])
    for (const statement of THEIRS) await client.query(statement, slice)
  })
  const log = `INSERT INTO statistic_change (case_id, changed) SELECT id, pg_current_xact_id() FROM cases WHERE number LIKE 'S%' ORDER BY number`
  const needed = indexes.map(({ definition }) => definition).filter((definition) => !definition.includes('USING gin'))
  const run = async (client: PoolClient, statement: string) => {
    await client.query(statement)
  }
  await inLanes(owner, "SET maintenance_work_mem = '256MB'", [log, ...needed], run)
  await inLanes(owner, "SET maintenance_work_mem = '256MB'", [...FILLED, 'statistic_change'].map(vacuum), run)
}

const vacuum = (table: string) => `VACUUM ANALYZE ${table}`

/** Does `work` for each of several things in turn, on some connections with a setting at once. */
async function inLanes<T>(
  owner: Pool,
  setting: string,
  things: readonly T[],
  work: (client: PoolClient, thing: T) => Promise<void>,
): Promise<void> {
  const left = [...things]
  const lane = async () => {
    const client = await owner.connect()
    try {
      await client.query(setting)
      for (let thing = left.shift(); thing !== undefined; thing = left.shift()) await work(client, thing)
    } finally {
      await client.query('RESET ALL')
      client.release()
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}
