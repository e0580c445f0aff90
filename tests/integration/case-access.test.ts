import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'
import { grantOpen, grantStaff, type StaffActor } from '@/lib/access/grant'
import { listQueue } from '@/lib/data/case-queue'
import { within } from '@/lib/data/within'
import { hashToken, newToken } from '@/lib/platform/token'
import { findHeldForm, forgetHeldForm, holdForm } from '@/lib/usecases/hold-form'
import { readCase } from '@/lib/usecases/read-case'
import { changeCaseState } from '@/lib/usecases/change-case-state'
import { takeCase } from '@/lib/usecases/take-case'
import { writeMessage } from '@/lib/usecases/write-message'
import { aStaffMember, anOffice, staffGrant, STORY } from '@/tests/support/builders'
import { aCase, versionOf, type StoredCase } from '@/tests/support/cases'
import { appUrl, ownerPool } from '@/tests/support/database'

let office: string
let officer: StaffActor
let stranger: StaffActor
let administrator: StaffActor
let found: StoredCase

beforeAll(async () => {
  office = await anOffice('minato', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  administrator = await aStaffMember(office, 'administrator')
  stranger = await aStaffMember(await anOffice('osaka'), 'supervisor')
  found = await aCase()
})

/** What a query gives when it is sent past our code, as the application's own role with somebody's settings. */
async function asActor(actor: StaffActor, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: appUrl })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query(
      `SELECT set_config('app.actor_kind', 'staff', true), set_config('app.actor_id', $1, true), set_config('app.office_id', $2, true), set_config('app.role', $3, true)`,
      [actor.id, actor.officeId, actor.role],
    )
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

describe('reading a case', () => {
  it('opens its words and writes down who read it, in the same transaction', async () => {
    const reading = await readCase(staffGrant(officer, 'case.read'), found.number)
    expect(reading?.file.statements[0]?.text).toBe(STORY)
    expect(reading?.file.chain[0]?.name).toBe('chú Ba')
    const { rows } = await ownerPool().query(`SELECT actor_id, case_id FROM audit_event WHERE action = 'case.read'`)
    expect(rows).toEqual([{ actor_id: officer.id, case_id: found.id }])
    expect((await ownerPool().query('SELECT app.first_broken_audit($1) AS broken', [office])).rows).toEqual([
      { broken: null },
    ])
  })

  it('of another office is the same as reading one that does not exist, and leaves no trace', async () => {
    const grant = staffGrant(stranger, 'case.read')
    expect(await readCase(grant, found.number)).toBeNull()
    expect(await readCase(grant, 'K7M4-Q9XD')).toBeNull()
    expect((await ownerPool().query('SELECT 1 FROM audit_event WHERE actor_id = $1', [stranger.id])).rowCount).toBe(0)
  })

  it('without its key shows facts and no words', async () => {
    const erased = await aCase()
    await ownerPool().query('DELETE FROM case_key WHERE case_id = $1', [erased.id])
    const reading = await readCase(staffGrant(officer, 'case.read'), erased.number)
    expect(reading?.file).toMatchObject({ isReadable: false, statements: [], messages: [], notes: [] })
    expect(reading?.file.ledger[0]).toMatchObject({
      category: 'rf_broker_introduction',
      amountMinor: 25_000_000n,
      payeeName: null,
    })
  })
})

describe('a case of another office', () => {
  it('is not in the queue and cannot be taken, moved or written to', async () => {
    const { number } = found
    const version = await versionOf(found.id)
    const missing = { ok: false, error: { code: 'not_found' } }
    expect(
      (await within(staffGrant(stranger, 'case.list'), (on) => listQueue(on, { view: 'due' }, null, 25))).rows,
    ).toEqual([])
    expect(await takeCase(staffGrant(stranger, 'case.take'), { number, version, hasConflict: false })).toEqual(missing)
    expect(
      await writeMessage(staffGrant(stranger, 'case.write_message'), {
        number,
        requestId: randomUUID(),
        text: 'Hello',
      }),
    ).toEqual(missing)
    expect(
      await changeCaseState(staffGrant(stranger, 'case.change_state'), {
        number,
        version,
        to: 'triage',
        requestId: randomUUID(),
        declared: [],
      }),
    ).toEqual(missing)
  })

  it.each(['cases', 'statement', 'case_person', 'case_key', 'fee_line', 'consent', 'deadline', 'audit_event'])(
    'shows no row of %s to a query past our code',
    async (table) => {
      expect(await asActor(officer, `SELECT 1 FROM ${table}`)).not.toEqual([])
      expect(await asActor(stranger, `SELECT 1 FROM ${table}`)).toEqual([])
    },
  )

  it('cannot be changed by a query past our code', async () => {
    expect(await asActor(stranger, `UPDATE cases SET severity = 'low' RETURNING id`)).toEqual([])
    expect(
      await asActor(officer, `UPDATE cases SET severity = 'low' WHERE id = '${found.id}' RETURNING id`),
    ).toHaveLength(1)
  })
})

describe('an administrator', () => {
  it('holds no pass to cases', () => {
    for (const permission of [
      'case.list',
      'case.read',
      'case.take',
      'case.change_state',
      'case.write_message',
      'case.write_note',
    ] as const)
      expect(grantStaff(administrator, permission)).toBeNull()
  })

  it.each(['cases', 'statement', 'case_person', 'case_key', 'fee_line', 'message', 'note', 'deadline'])(
    'sees no row of %s, not even past our code',
    async (table) => {
      expect(await asActor(administrator, `SELECT 1 FROM ${table}`)).toEqual([])
    },
  )
})

describe('a form whose session ended', () => {
  it('comes back to the same person and the same form, and to nobody else', async () => {
    const token = newToken()
    const values = { message: 'Chưa gửi được.' }
    await holdForm(
      grantOpen({ kind: 'reporter', caseId: null }, 'report.draft', hashToken(token)),
      token,
      { staffId: officer.id, form: `message ${found.number}`, values },
      'en',
    )
    const hold = (actor: StaffActor, with_ = token) => {
      const grant = grantStaff(actor, 'form.hold', hashToken(with_))
      if (!grant) throw new Error('everybody may')
      return grant
    }
    const colleague = await aStaffMember(office, 'caseworker')
    expect(await findHeldForm(hold(colleague), token, `message ${found.number}`)).toBeNull()
    expect(await findHeldForm(hold(officer), token, 'message K7M4-Q9XD')).toBeNull()
    expect(await findHeldForm(hold(officer, newToken()), newToken(), `message ${found.number}`)).toBeNull()
    expect(await findHeldForm(hold(officer), token, `message ${found.number}`)).toEqual(values)
    expect(
      (await ownerPool().query(`SELECT 1 FROM draft WHERE encode(sealed_payload, 'escape') LIKE '%gửi%'`)).rowCount,
    ).toBe(0)
    await forgetHeldForm(hold(officer), token)
    expect(await findHeldForm(hold(officer), token, `message ${found.number}`)).toBeNull()
  })
})
