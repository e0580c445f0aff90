import { randomUUID } from 'node:crypto'
import { grantOpen, type Grant, type StaffActor } from '@/lib/access/grant'
import { sealOf } from './seal'
import { insertMessage } from '@/lib/data/messages'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { submitReport } from '@/lib/usecases/submit-report'
import { aReport, reporterGrant, staffGrant } from './builders'
import { ownerPool } from './database'

/** A case with what its worker holds: the code, and the passes a session would give. */
export type OwnCase = {
  readonly id: string
  readonly code: string
  readonly read: Grant<'own_case.read'>
  readonly write: Grant<'own_case.write'>
}

/** A report that was just sent. */
export async function aCase(): Promise<OwnCase> {
  const sent = await submitReport(reporterGrant(), { answers: aReport(), locale: 'vi', channel: 'web', token: null })
  if (!sent.ok) throw new Error(sent.error.code)
  const id = await one<string>('SELECT id AS value FROM cases WHERE number = $1', sent.value.number)
  const actor = { kind: 'worker' as const, caseId: id }
  return {
    id,
    code: sent.value.code,
    read: grantOpen(actor, 'own_case.read'),
    write: grantOpen(actor, 'own_case.write'),
  }
}

/** A case that an officer asked a question in and that waits for the worker since an hour. */
export async function aWaitingCase(officer: StaffActor): Promise<OwnCase> {
  const own = await aCase()
  const since = new Date(now().getTime() - 3_600_000)
  await within(staffGrant(officer, 'case.write_message'), async (on) =>
    insertMessage(on, await sealOf(on, own.id), {
      requestId: randomUUID(),
      direction: 'to_worker',
      authorStaffId: officer.id,
      language: 'en',
      text: 'Who got the money?',
      isQuestion: true,
      sentAt: since,
    }),
  )
  await ownerPool().query(
    `UPDATE cases SET state = 'awaiting_worker', state_before_awaiting = 'triage', awaiting_since = $2, version = version + 1 WHERE id = $1`,
    [own.id, since],
  )
  await ownerPool().query(
    `INSERT INTO state_move (id, case_id, from_state, to_state, by_kind, by_staff_id, moved_at) VALUES ($1, $2, 'triage', 'awaiting_worker', 'staff', $3, $4)`,
    [randomUUID(), own.id, officer.id, since],
  )
  await ownerPool().query(`UPDATE deadline SET paused_at = $2 WHERE case_id = $1`, [own.id, since])
  return own
}

/** The column `value` of the one row that a query finds. */
export async function one<T>(sql: string, ...values: unknown[]): Promise<T> {
  const { rows } = await ownerPool().query<{ value: T }>(sql, values)
  if (!rows[0]) throw new Error('no row')
  return rows[0].value
}

export const caseRow = async (id: string) =>
  (await ownerPool().query(`SELECT * FROM cases WHERE id = $1`, [id])).rows[0]
/** What the audit trail says of a case, in order. */
export const actionsOf = async (id: string) =>
  (
    await ownerPool().query<{ action: string }>(`SELECT action FROM audit_event WHERE case_id = $1 ORDER BY seq`, [id])
  ).rows.map(({ action }) => action)
export const aMessage = (text = 'Anh Tư ở Hải Phòng.') => ({ requestId: randomUUID(), text, language: 'vi' })
export const numberOf = (own: OwnCase) => one<string>('SELECT number AS value FROM cases WHERE id = $1', own.id)
/** Destroys the key of a case, and with it its words. */
export const erase = (own: OwnCase) => ownerPool().query('DELETE FROM case_key WHERE case_id = $1', [own.id])
/** What an act says of a case whose words are gone. */
export const GONE = { ok: false, error: { code: 'case_gone' } }
