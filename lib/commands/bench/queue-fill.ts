import type { Pool } from 'pg'

/** An office that has done nothing else for decades, all cases in one. */
export const QUEUE_CASES = 1_000_000
/** How many of them have hashes of words, and how many words each. */
const WITH_WORDS = 300_000
const WORDS_EACH = 40
/** Different words; number n is drawn the more rarely the greater n is. */
export const WORDS = 200_000

export type QueueOffice = {
  readonly officeId: string
  readonly supervisorId: string
  readonly labels: readonly string[]
}

/** One of the codes, the first ones often, the last ones rarely. `r` is a number from 0 to 1. */
const oneOf = (codes: readonly string[], r: string) =>
  `(ARRAY[${codes.map((code) => `'${code}'`).join(', ')}])[1 + floor(${codes.length} * power(${r}, 3))::int]`

/** Codes the cases are spread over, the first ones often, the last ones rarely. */
export const SEVERITIES = ['medium', 'low', 'high', 'critical'] as const
export const ORIGINS = ['VN', 'ID', 'PH', 'NP', 'KH', 'CN', 'TH', 'MM'] as const
export const SCHEMES = ['titp', 'ssw', 'esd', 'engineer_humanities', 'other_migrant_worker'] as const
export const OPEN_STATES = [
  'triage',
  'investigation',
  'assigned',
  'awaiting_worker',
  'received',
  'referred',
  'mediation',
  'appeal',
] as const
export const GRIEVANCES = [
  'fees_debt',
  'wages_unpaid',
  'document_retention',
  'working_time',
  'violence',
  'harassment_bullying',
  'osh_injury',
] as const
export const VERDICTS = [
  'above_cap',
  'prohibited',
  'missing_facts',
  'no_rule_known',
  'likely_above',
  'within_cap',
] as const

/** Fills an office by SQL, as owner: 15 in 100 cases open, every eighth of those without a date, words from a long list. */
export async function fillQueue(owner: Pool, cases = QUEUE_CASES, code = 'bench'): Promise<QueueOffice> {
  const { rows } = await owner.query<{ office: string; supervisor: string }>(
    `
    WITH o AS (INSERT INTO office (id, code, name, kind, country, languages) VALUES (gen_random_uuid(), $1, 'Bench', 'ngo', 'JP', '{en}') RETURNING id),
      s AS (INSERT INTO staff (id, office_id, email, display_name, role) SELECT gen_random_uuid(), o.id, $1 || i || '@example.org', 'Bench ' || i, CASE i WHEN 1 THEN 'supervisor' ELSE 'caseworker' END FROM o, generate_series(1, 20) AS i RETURNING id, office_id, role)
    SELECT office_id AS office, id AS supervisor FROM s WHERE role = 'supervisor'`,
    [code],
  )
  const [found] = rows
  if (!found) throw new Error('no office')
  const { office, supervisor } = found
  const labels = await owner.query<{ id: string }>(
    `INSERT INTO case_label (id, office_id, name, created_by_id, created_at) SELECT gen_random_uuid(), $1, 'Label ' || i, $2, now() FROM generate_series(1, 10) AS i RETURNING id`,
    [office, supervisor],
  )
  const indexes = await owner.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes WHERE schemaname = 'public' AND tablename IN ('cases', 'case_words') AND indexdef NOT LIKE '%UNIQUE%'`,
  )
  for (const { name } of indexes.rows) await owner.query(`DROP INDEX "${name}"`)
  await owner.query('ALTER TABLE cases DISABLE TRIGGER USER')
  await owner.query(
    `INSERT INTO cases (id, number, office_id, submission_id, state, severity, severity_reasons, scheme, origin, channel, language, grievance_codes, danger_codes,
       assignee_id, received_at, state_changed_at, next_due_at, next_due_kind, next_due_owner, waiting_on, unread_from_worker, sign_count, label_ids, fee_verdict, fee_line_count, paid_total_jpy, in_statistics)
     SELECT gen_random_uuid(), 'B' || lpad(i::text, 8, '0'), $1, gen_random_uuid(), state, ${oneOf(SEVERITIES, 'r2')}, '{}', ${oneOf(SCHEMES, 'r3')}, ${oneOf(ORIGINS, 'r4')}, 'web', 'vi',
       ARRAY[${oneOf(GRIEVANCES, 'r5')}] || CASE WHEN i % 50000 = 7 THEN ARRAY['child_labour'] ELSE '{}' END, '{}',
       CASE WHEN r6 < 0.9 THEN (SELECT array_agg(id ORDER BY id) FROM staff WHERE office_id = $1)[1 + i % 20] END,
       now() - make_interval(secs => (i * 300)::int), now() - make_interval(secs => r7 * 3e7), CASE WHEN state <> 'closed' AND i % 8 > 0 OR i % 97 = 0 THEN now() + make_interval(secs => (r8 - 0.1) * 3e7) END,
       'status_update', 'officer', CASE state WHEN 'closed' THEN NULL WHEN 'awaiting_worker' THEN 'worker' WHEN 'referred' THEN 'body' ELSE CASE WHEN r9 < 0.05 THEN 'party' ELSE 'officer' END END,
       CASE WHEN state <> 'closed' AND r10 < 0.2 OR i % 10007 = 1 THEN 1 ELSE 0 END, CASE WHEN r9 < 0.1 THEN 2 ELSE 0 END,
       CASE WHEN i % 20000 = 3 THEN ARRAY[$2::uuid] WHEN i % 5 = 0 THEN ARRAY[$3::uuid] ELSE '{}' END, ${oneOf(VERDICTS, 'r10')}, 2, (r3 * 1e6)::bigint, true
     FROM (SELECT i, random() AS r2, random() AS r3, random() AS r4, random() AS r5, random() AS r6, random() AS r7, random() AS r8, random() AS r9, random() AS r10,
         CASE WHEN random() < 0.85 THEN 'closed' ELSE ${oneOf(OPEN_STATES, 'random()')} END AS state FROM generate_series(1, $4::int) AS i) n`,
    [office, labels.rows[0]?.id, labels.rows[1]?.id, cases],
  )
  await owner.query('ALTER TABLE cases ENABLE TRIGGER USER')
  await owner.query(
    `INSERT INTO case_words (case_id, office_id, hashes) SELECT c.id, c.office_id,
       ARRAY(SELECT DISTINCT hashtextextended('w' || floor(${WORDS} * power(random(), 6))::int, c.n) FROM generate_series(1, $2::int) WHERE c.n >= 0)
     FROM (SELECT id, office_id, 0 AS n FROM cases WHERE office_id = $1 LIMIT $3) c`,
    [office, WORDS_EACH, Math.min(WITH_WORDS, cases)],
  )
  for (const { definition } of indexes.rows) await owner.query(definition)
  await owner.query('VACUUM ANALYZE cases')
  await owner.query('VACUUM ANALYZE case_words')
  return { officeId: office, supervisorId: supervisor, labels: labels.rows.map(({ id }) => id) }
}
