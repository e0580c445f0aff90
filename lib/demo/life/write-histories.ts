import type { Client } from 'pg'
import type { History } from './history'

/** In this order, so that what is pointed at is there: consents before referrals. */
const PARTS = [
  'state_move',
  'message',
  'note',
  'consent',
  'referral',
  'remedy',
  'repayment',
  'instalment_payment',
  'repayment_answer',
  'audit_event',
] as const

/** Columns of `cases` that a life changes. */
const CHANGED = [
  'assignee_id',
  'state',
  'version',
  'state_changed_at',
  'first_reply_at',
  'triaged_at',
  'last_update_at',
  'awaiting_since',
  'state_before_awaiting',
  'closed_at',
  'closing_code',
  'is_admissible',
  'unread_from_worker',
  'next_due_at',
  'next_due_kind',
] as const

/** Writes many lives in one transaction, as owner, with the function that writes new reports; the audit chain is the database's. */
export async function writeHistories(owner: Client, histories: readonly History[]): Promise<void> {
  const batch = [
    ...PARTS.map((table) => ({ table, rows: histories.flatMap(({ parts }) => parts[table]) })),
    { table: 'deadline', rows: histories.flatMap(({ deadlines }) => deadlines) },
  ]
  const rows = asJson(histories.map(({ row }) => row))
  await owner.query('BEGIN')
  try {
    await owner.query(
      'DELETE FROM deadline WHERE case_id IN (SELECT id FROM jsonb_populate_recordset(NULL::cases, $1))',
      [rows],
    )
    await owner.query('SELECT app.insert_rows($1::jsonb)', [asJson(batch)])
    await owner.query(
      `UPDATE cases c SET ${CHANGED.map((column) => `${column} = told.${column}`).join(', ')} FROM jsonb_populate_recordset(NULL::cases, $1) AS told WHERE c.id = told.id`,
      [rows],
    )
    await owner.query('COMMIT')
  } catch (error) {
    await owner.query('ROLLBACK')
    throw error
  }
}

function asJson(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (typeof part === 'bigint') return part.toString()
    return part instanceof Uint8Array ? `\\x${Buffer.from(part).toString('hex')}` : part
  })
}
