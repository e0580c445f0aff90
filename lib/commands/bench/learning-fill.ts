import type { Pool } from 'pg'

const OTHER_OFFICES = 8

/**
 * Gives the cases what the measures are made of: replies, ends, four clocks, three moves, four events, an organisation and a person
 * each, three in ten a remedy; six in ten of the cases go to eight other offices. How long things took is spread as it is in life:
 * most are quick, a few take very long. By SQL, as owner.
 */
export async function fillLearning(owner: Pool, officeId: string): Promise<void> {
  await owner.query(
    `INSERT INTO office (id, code, name, kind, country, languages) SELECT gen_random_uuid(), 'learning' || i, 'Bench', 'ngo', 'JP', '{en}' FROM generate_series(1, $1::int) i`,
    [OTHER_OFFICES],
  )
  // One pass, without the triggers that judge each row.
  await untouched(owner, 'cases', [
    `UPDATE cases c SET office_id = CASE WHEN random() < 0.6 THEN o.ids[1 + floor(random() * cardinality(o.ids))::int] ELSE c.office_id END,
       first_reply_at = CASE WHEN random() < 0.9 THEN c.received_at + interval '40 hours' * -ln(1 - random()) END,
       closed_at = CASE WHEN c.state = 'closed' THEN c.received_at + interval '40 days' * -ln(1 - random()) END, is_admissible = c.state = 'closed', assignee_id = NULL, label_ids = '{}'
     FROM (SELECT array_agg(id) AS ids FROM office WHERE code LIKE 'learning_') o WHERE c.office_id = $1`,
    [officeId],
  ])
  await untouched(owner, 'deadline', [
    `INSERT INTO deadline (id, case_id, kind, owner_kind, due_at, met_at, created_at) SELECT gen_random_uuid(), c.id, k, 'officer', c.received_at + interval '1 day', c.first_reply_at, c.received_at
     FROM cases c, unnest(ARRAY['first_reply', 'triage_decision', 'status_update', 'retaliation_check']) k`,
  ])
  await untouched(owner, 'state_move', [
    `INSERT INTO state_move (id, case_id, to_state, by_kind, moved_at) SELECT gen_random_uuid(), c.id, k, 'staff', c.received_at + interval '1 day' * n
     FROM cases c, unnest(ARRAY['assigned', 'mediation', 'closed']) WITH ORDINALITY AS t (k, n)`,
  ])
  await untouched(owner, 'case_party', [
    `INSERT INTO case_party (id, case_id, role, position, name_key) SELECT gen_random_uuid(), c.id, 'accepting_company', 1, decode(md5((power(random(), 3) * 5000)::int::text), 'hex') FROM cases c`,
  ])
  await untouched(owner, 'audit_event', [
    `INSERT INTO audit_event (id, office_id, seq, actor_kind, action, case_id) SELECT gen_random_uuid(), c.office_id, 1000 + row_number() OVER (), CASE n WHEN 1 THEN 'worker' ELSE 'staff' END, 'case.read', c.id FROM cases c, generate_series(1, 4) n`,
  ])
  await untouched(owner, 'remedy', [
    `INSERT INTO remedy (id, case_id, type, claimed_minor, currency, claimed_at) SELECT gen_random_uuid(), c.id, 'fee_repayment', 1000, 'JPY', now() FROM cases c WHERE random() < 0.3`,
  ])
  await untouched(owner, 'case_person', [
    `INSERT INTO case_person (id, case_id, kind) SELECT gen_random_uuid(), c.id, 'worker' FROM cases c`,
  ])
  await owner.query('VACUUM ANALYZE')
}

async function untouched(owner: Pool, table: string, [sql, values]: readonly [string, unknown[]?]): Promise<void> {
  await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
  await owner.query(sql, values)
  await owner.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`)
}
