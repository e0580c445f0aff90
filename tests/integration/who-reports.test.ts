import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { NOTHING_TOLD, type PersonFacts } from '@/lib/domain/report/person-facts'
import { deleteOwnCase } from '@/lib/usecases/delete-own-case'
import { giveOwnConsent } from '@/lib/usecases/give-own-consent'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { readOwnFacts } from '@/lib/usecases/read-own-facts'
import { readCase } from '@/lib/usecases/read-case'
import { submitReport } from '@/lib/usecases/submit-report'
import { sweep } from '@/lib/usecases/sweep'
import { tellOwnPerson, tellPersonOf } from '@/lib/usecases/tell-person'
import { withdrawOwnConsent } from '@/lib/usecases/withdraw-own-consent'
import { aReport, aStaffMember, anOffice, reporterGrant, staffGrant } from '../support/builders'
import { actionsOf, aCase, numberOf, one, type OwnCase } from '../support/own-case'
import { ownerPool } from '../support/database'
import { as, rowsAs, staffAs, workerOf } from '../support/raw-sql'

let officer: StaffActor
let elsewhere: StaffActor
beforeAll(async () => {
  officer = await aStaffMember(await anOffice('here', { isDefaultIntake: true }), 'caseworker')
  elsewhere = await aStaffMember(await anOffice('elsewhere'), 'caseworker')
})

const ALL: PersonFacts = { sex: 'female', ageBand: '25_34', education: 'upper_secondary', sector: 'agriculture' }
const telling = (facts: PersonFacts, version = 1) => ({ facts, version, requestId: randomUUID() })
const stored = (id: string) =>
  one<object>(
    `SELECT json_build_object('sex', sex, 'ageBand', age_band, 'education', education, 'sector', sector) AS value FROM case_person WHERE case_id = $1 AND kind = 'worker'`,
    id,
  )
async function takeBack(own: OwnCase): Promise<void> {
  const reading = await readOwnCase(own.read)
  const consentId = reading?.consents.find(({ kind }) => kind === 'statistics')?.id ?? ''
  expect((await withdrawOwnConsent(own.write, { consentId, wasPressed: null })).ok).toBe(true)
}

describe('who a worker is', () => {
  test('is told, changed and taken back; nobody overwrites what was told meanwhile; sent twice, it is once', async () => {
    const own = await aCase()
    expect((await readOwnFacts(own.read))?.person).toEqual({ version: 1, facts: NOTHING_TOLD })
    expect((await tellOwnPerson(own.write, telling(ALL))).ok).toBe(true)
    expect((await tellOwnPerson(own.write, telling(ALL))).ok).toBe(true)
    expect((await readOwnFacts(own.read))?.person).toEqual({ version: 2, facts: ALL })
    const late = await tellOwnPerson(own.write, telling({ ...ALL, sex: 'male' }))
    expect(late).toEqual({ ok: false, error: { code: 'changed_meanwhile' } })
    expect((await tellOwnPerson(own.write, telling(NOTHING_TOLD, 2))).ok).toBe(true)
    expect(await stored(own.id)).toEqual(NOTHING_TOLD)
    expect((await actionsOf(own.id)).filter((action) => action === 'person.told')).toHaveLength(2)
    expect(await one(`SELECT string_agg(detail::text, '') AS value FROM audit_event`)).not.toContain('agriculture')
  })

  test('is seen and written by officers of the office, by nobody else', async () => {
    const own = await aCase()
    const number = await numberOf(own)
    expect((await tellPersonOf(staffGrant(officer, 'case.write_person'), number, telling(ALL))).ok).toBe(true)
    const file = await readCase(staffGrant(officer, 'case.read'), number)
    expect(file?.file.people.map(({ facts }) => facts)).toEqual([ALL])
    const other = await tellPersonOf(staffGrant(elsewhere, 'case.write_person'), number, telling(NOTHING_TOLD, 2))
    expect(other).toEqual({ ok: false, error: { code: 'not_found' } })
  })

  test('is told with a report only where it may be counted', async () => {
    const sent = async (consents: ('keep_complaint' | 'statistics')[]) => {
      const answers = aReport({ consents, person: ALL })
      const result = await submitReport(reporterGrant(), { answers, locale: 'vi', channel: 'web', token: null })
      return result.ok ? one<string>('SELECT id AS value FROM cases WHERE number = $1', result.value.number) : ''
    }
    expect(await stored(await sent(['keep_complaint', 'statistics']))).toEqual(ALL)
    expect(await stored(await sent(['keep_complaint']))).toEqual(NOTHING_TOLD)
  })
})

describe('the yes to statistics', () => {
  test('taken back takes them along, and nothing can be told until it is given again', async () => {
    const own = await aCase()
    await tellOwnPerson(own.write, telling(ALL))
    await takeBack(own)
    expect(await stored(own.id)).toEqual(NOTHING_TOLD)
    expect((await readOwnFacts(own.read))?.person).toBeNull()
    const refused = { ok: false, error: { code: 'not_counted' } }
    expect(await tellOwnPerson(own.write, telling(ALL, 3))).toEqual(refused)
    const number = await numberOf(own)
    expect(await tellPersonOf(staffGrant(officer, 'case.write_person'), number, telling(ALL, 3))).toEqual(refused)
    await giveOwnConsent(own.write, { kind: 'statistics', language: 'vi' })
    expect((await readOwnFacts(own.read))?.person).toEqual({ version: 3, facts: NOTHING_TOLD })
    expect((await tellOwnPerson(own.write, telling(ALL, 3))).ok).toBe(true)
  })

  test('is taken back with everything else, and ends on the day of erasing', async () => {
    const [deleted, erased] = [await aCase(), await aCase()]
    for (const own of [deleted, erased]) await tellOwnPerson(own.write, telling(ALL))
    await deleteOwnCase(deleted.write, { wasPressed: null })
    expect(await stored(deleted.id)).toEqual(NOTHING_TOLD)
    await ownerPool().query(`UPDATE cases SET erase_due_at = now() - interval '1 minute' WHERE id = $1`, [erased.id])
    expect(await stored(erased.id)).toEqual(ALL)
    await sweep()
    expect(await stored(erased.id)).toEqual(NOTHING_TOLD)
  })
})

describe('the database by itself', () => {
  const write = `UPDATE case_person SET sex = 'male' WHERE case_id = $1`

  test('lets the worker and the office write them while the yes stands, and refuses them without it', async () => {
    const own = await aCase()
    const insiders = [workerOf(own.id), staffAs(officer)]
    for (const who of insiders) expect(await rowsAs(who, write, own.id)).toBe(1)
    expect(await rowsAs(staffAs(elsewhere), write, own.id)).toBe(0)
    await takeBack(own)
    for (const who of insiders) await expect(as(who, write, own.id)).rejects.toThrow(/nobody agreed/)
  })

  test('keeps them off other people of a case', async () => {
    const own = await aCase()
    const insert = `INSERT INTO case_person (id, case_id, kind, sex) VALUES (gen_random_uuid(), $1, 'witness', 'male')`
    await expect(as(staffAs(officer), insert, own.id)).rejects.toThrow(/nobody agreed/)
  })
})
