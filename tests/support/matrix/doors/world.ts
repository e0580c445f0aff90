import { randomUUID } from 'node:crypto'
import { grantOpen } from '@/lib/access/grant'
import { hashPassword } from '@/lib/auth/password'
import { newBreachSeal } from '@/lib/sealing/breach-seal'
import { submitReport } from '@/lib/usecases/submit-report'
import { aReport } from '../../builders'
import { ownerPool } from '../../database'
import { caseId, fixedId, officeId, officerId, WORLDS } from '../people'
import { putRows } from '../rows'
import { TABLES } from '../tables'
import type { Known } from './arguments'

/** Two offices with three cases that were really reported, and around each a row of every table. What the doors of the first case need to be asked for. */
export async function aWorldOfDoors(): Promise<Known> {
  const { office, staff, cases: _cases, case_key: _key, ...others } = TABLES
  if (!office || !staff) throw new Error('no offices')
  await putRows({ office, staff })
  await ownerPool().query(
    `UPDATE office SET is_default_intake = id = $1, intake_origins = CASE WHEN id = $1 THEN '{}' ELSE '{PH}'::text[] END`,
    [officeId(1)],
  )
  let number = ''
  for (const world of WORLDS) {
    const sent = await submitReport(grantOpen({ kind: 'reporter', caseId: caseId(world) }, 'report.submit'), {
      answers: aReport({ origin: world === 3 ? 'PH' : 'VN' }),
      locale: 'vi',
      channel: 'web',
      token: null,
      submissionId: randomUUID(),
    })
    if (!sent.ok) throw new Error(sent.error.code)
    if (world === 1) number = sent.value.number
  }
  await putRows(others)
  await ownerPool().query('UPDATE staff_credential SET password_hash = $1', [await hashPassword('words nobody types')])
  for (const id of WORLDS.map((world) => fixedId('breach', world))) {
    const { breachSeal, wrapped } = newBreachSeal(id)
    await ownerPool().query('UPDATE breach SET wrapped_key = $2, master_key_id = $3, sealed_what = $4 WHERE id = $1', [
      id,
      wrapped.wrappedKey,
      wrapped.masterKeyId,
      breachSeal.seal('breach.sealed_what', id, 'x'),
    ])
  }
  for (const world of WORLDS)
    await ownerPool().query(`UPDATE cases SET state = 'investigation', assignee_id = $2 WHERE id = $1`, [
      caseId(world),
      officerId(world),
    ])
  const { rows } = await ownerPool().query<{ office_id: string }>('SELECT office_id FROM cases WHERE id = ANY ($1)', [
    WORLDS.map(caseId),
  ])
  if (new Set(rows.map((row) => row.office_id)).size !== 2) throw new Error('the cases are not of two offices')
  return { number, world: 1 }
}
