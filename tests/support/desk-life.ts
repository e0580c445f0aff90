import { ownerPool } from './database'

/**
 * Cases of offices over fourteen months with everything that the measures of our own work are made of: clocks, moves, events, people,
 * organisations, remedies, messages, referrals, answers. The same random ones every time; by SQL, with every trigger at work.
 */
export async function liveADesk(offices: readonly string[], staff: string, cases: number): Promise<void> {
  const client = await ownerPool().connect()
  try {
    await client.query(`SELECT setseed(0.42)`)
    for (const [sql, values] of statements(offices, staff, cases)) await client.query(sql, values)
  } finally {
    client.release()
  }
}

const EACH = `FROM cases c WHERE c.number LIKE 'D%'`
/** An instant up to so many days after the report. */
const after = (days: number) => `c.received_at + random() * interval '${days} days'`
const maybe = (share: number, what: string) => `CASE WHEN random() < ${share} THEN ${what} END`
const oneOf = (...codes: string[]) => `(ARRAY['${codes.join(`','`)}'])[1 + floor(random() * ${codes.length})::int]`

function statements(offices: readonly string[], staff: string, cases: number): [string, unknown[]?][] {
  return [
    [
      `INSERT INTO cases (id, number, office_id, submission_id, state, severity, severity_reasons, scheme, origin, channel, language, grievance_codes, danger_codes, assignee_id, received_at,
         state_changed_at, first_reply_at, closed_at, closing_code, next_due_at, is_admissible, is_anonymous, is_test, in_statistics, paid_answer, ruled_line_count, over_line_count)
       SELECT gen_random_uuid(), 'D' || i, ($1::uuid[])[1 + floor(random() * $2)::int], gen_random_uuid(), state, ${oneOf('low', 'medium', 'high')}, '{}', ${maybe(0.8, oneOf('titp', 'ssw'))},
         ${oneOf('VN', 'PH', 'ID')}, ${oneOf('web', 'phone')}, ${oneOf('vi', 'ja')}, '{}', '{}', ${maybe(0.7, '$3::uuid')}, at, at, ${maybe(0.8, `at + random() * interval '9 days'`)},
         CASE WHEN state = 'closed' THEN at + random() * interval '90 days' END, CASE WHEN state = 'closed' THEN ${oneOf('remedied', 'no_contact', 'duplicate_merged')} END,
         ${maybe(0.8, `now() + (random() - 0.5) * interval '60 days'`)}, ${maybe(0.8, 'true')}, random() < 0.3, random() < 0.05, random() < 0.8, ${maybe(0.8, oneOf('yes', 'no'))}, 3, floor(random() * 4)::int
       FROM (SELECT i, now() - random() * interval '420 days' AS at, ${oneOf('closed', 'closed', 'triage', 'mediation')} AS state FROM generate_series(1, $4::int) i) n`,
      [offices, offices.length, staff, cases],
    ],
    [
      `INSERT INTO deadline (id, case_id, kind, owner_kind, due_at, met_at, paused_at, cancelled_at, created_at, outcome_code)
       SELECT gen_random_uuid(), c.id, k, 'officer', now() + (random() - 0.6) * interval '60 days', ${maybe(0.5, after(20))}, ${maybe(0.1, 'now()')}, ${maybe(0.1, 'now()')}, c.received_at, ${maybe(0.4, oneOf('yes', 'no'))}
       FROM cases c, unnest(ARRAY['first_reply', 'triage_decision', 'status_update', 'retaliation_check']) k WHERE c.number LIKE 'D%'`,
    ],
    [
      `INSERT INTO state_move (id, case_id, to_state, by_kind, moved_at, closing_code) SELECT gen_random_uuid(), c.id, ${oneOf('assigned', 'mediation', 'closed', 'appeal', 'reopened', 'remedy_agreed', 'awaiting_worker')},
         'staff', ${after(60)}, ${maybe(0.5, oneOf('remedied', 'no_contact'))} FROM cases c, generate_series(1, 5) WHERE c.number LIKE 'D%'`,
    ],
    [
      `INSERT INTO case_party (id, case_id, role, position, name_key) SELECT gen_random_uuid(), c.id, ${oneOf('broker', 'accepting_company', 'other')}, n, ${maybe(0.9, `decode(lpad(floor(random() * 40)::text, 2, '0'), 'hex')`)}
       FROM cases c, generate_series(1, 2) n WHERE c.number LIKE 'D%'`,
    ],
    [
      `INSERT INTO case_person (id, case_id, kind, sex) SELECT gen_random_uuid(), c.id, k, ${maybe(0.8, oneOf('female', 'male'))} FROM cases c, unnest(ARRAY['worker', 'proxy']) k WHERE c.number LIKE 'D%' AND (k = 'worker' OR random() < 0.3)`,
    ],
    [
      `INSERT INTO remedy (id, case_id, type, claimed_minor, currency, claimed_at, delivered_at, dropped_at) SELECT gen_random_uuid(), c.id, 'fee_repayment', floor(random() * 9000)::int, ${oneOf('JPY', 'VND')}, now(), ${maybe(0.4, 'now()')}, ${maybe(0.2, 'now()')}
       FROM cases c, generate_series(1, 2) WHERE c.number LIKE 'D%' AND random() < 0.4`,
    ],
    [
      `INSERT INTO repayment (id, case_id, remedy_id, amount_minor, currency, created_at, is_above_agreed, arrived_minor) SELECT gen_random_uuid(), r.case_id, r.id, 500, r.currency, now(), true, ${maybe(0.7, 'floor(random() * 5000)::int')} FROM remedy r JOIN cases c ON c.id = r.case_id WHERE c.number LIKE 'D%'`,
    ],
    [
      `INSERT INTO satisfaction_survey (id, case_id, score, would_return, paid_to_complain, answered_at) SELECT gen_random_uuid(), c.id, ${maybe(0.8, '1 + floor(random() * 5)::int')}, ${maybe(0.8, 'random() < 0.7')}, ${maybe(0.8, 'random() < 0.2')}, now() ${EACH} AND random() < 0.5`,
    ],
    [
      `INSERT INTO message (id, case_id, direction, language, sealed_body, request_id, sent_at) SELECT gen_random_uuid(), c.id, ${oneOf('to_worker', 'from_worker')}, ${oneOf('vi', 'ja')}, '\\x00', gen_random_uuid(), now() FROM cases c, generate_series(1, 2) WHERE c.number LIKE 'D%'`,
    ],
    [
      `INSERT INTO consent (id, case_id, kind, language, text_version, method, given_at, expires_at, withdrawn_at) SELECT gen_random_uuid(), c.id, 'referral', 'vi', '1', 'screen', c.received_at, ${maybe(0.3, after(60))}, ${maybe(0.2, after(60))} ${EACH}`,
    ],
    [
      `INSERT INTO referral (id, case_id, purpose, data_items, consent_id, vital_interest_by_ids, state, created_at, sent_at) SELECT gen_random_uuid(), c.id, 'help', '{}', ${maybe(0.8, 'k.id')}, CASE WHEN random() < 0.2 THEN ARRAY[$1::uuid] ELSE '{}' END, 'sent', now(), ${maybe(0.8, after(50))}
       FROM cases c JOIN consent k ON k.case_id = c.id AND k.kind = 'referral' WHERE c.number LIKE 'D%' AND random() < 0.5`,
      [staff],
    ],
    [
      `INSERT INTO audit_event (id, office_id, actor_kind, actor_id, action, case_id, detail) SELECT gen_random_uuid(), c.office_id, a.kind, CASE WHEN a.kind = 'staff' THEN $1::uuid END, a.action, c.id, a.detail
       FROM cases c, (VALUES ('worker', 'case.read', '{}'::jsonb), ('staff', 'case.conflict_declared', jsonb_build_object('staffId', $1::uuid)), ('staff', 'case.read', '{}')) AS a(kind, action, detail) WHERE c.number LIKE 'D%' AND random() < 0.4`,
      [staff],
    ],
  ]
}
