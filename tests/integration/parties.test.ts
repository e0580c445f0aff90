import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { countReporters } from '@/lib/data/party-cases'
import { findParty } from '@/lib/data/parties'
import { within } from '@/lib/data/within'
import type { PartyInput } from '@/lib/domain/parties/register'
import { linkParty } from '@/lib/usecases/parties/link-case-party'
import { changeParty, createParty, noteLicenceStatus } from '@/lib/usecases/parties/save-party'
import { searchParties } from '@/lib/usecases/parties/search-parties'
import { aStaffMember, anOffice, staffGrant } from '@/tests/support/builders'
import { aTakenCase } from '@/tests/support/cases'
import { aRegisteredParty, partyInput } from '@/tests/support/registered-parties'
import { emptyDatabase, ownerPool } from '@/tests/support/database'

let officer: StaffActor
let colleague: StaffActor
let administrator: StaffActor

beforeEach(async () => {
  await emptyDatabase()
  const office = await anOffice('minato', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  administrator = await aStaffMember(office, 'administrator')
  colleague = await aStaffMember(await anOffice('hanoi'), 'supervisor')
})

const aParty = (names: readonly string[], change: Partial<PartyInput> = {}, by = officer) =>
  aRegisteredParty(by, names, change)
const read = (id: string) => within(staffGrant(officer, 'party.read'), (on) => findParty(on, id))
const namesFound = async (typed: string, by = officer) =>
  (await searchParties(staffGrant(by, 'party.read'), typed)).map(({ name }) => name)

describe('the register of parties', () => {
  it('finds a party by any spelling, half a word, another script and the number of its licence', async () => {
    await aParty(['Công ty Cổ phần Sao Biển Xanh'], {
      licences: [{ regime: 'vn_dolab', number: '12/2019-LĐ', fromOn: null, toOn: null }],
    })
    await aParty(['Công ty Cổ phần Lúa Vàng Mẫu'])
    await aParty(['株式会社見本製作所'], { country: 'JP' })
    for (const typed of [
      'sao bien xanh',
      'Xanh Biển Sao JSC',
      'sao bie',
      'Sao Bien Xahn',
      '12/2019-ld',
      'CTCP SAO BIỂN XANH',
    ])
      expect((await namesFound(typed))[0], typed).toBe('Công ty Cổ phần Sao Biển Xanh')
    expect((await namesFound('Mihon Seisakusho'))[0]).toBe('株式会社見本製作所')
    expect(await namesFound('Nobody at all')).toEqual([])
    expect((await namesFound('sao bien', administrator)).length).toBe(1)
  })

  it('offers similar ones before it saves, and the same form is one party', async () => {
    const first = await aParty(['Hoa Đồng Nội Co., Ltd.'])
    const requestId = randomUUID()
    const again = { ...partyInput(['Công ty TNHH Hoa Dong Noi']), requestId, source: 'a list' }
    const grant = staffGrant(officer, 'party.write')
    expect(await createParty(grant, { ...again, isSureNew: false })).toMatchObject({
      ok: false,
      error: { code: 'similar', similar: [{ id: first }] },
    })
    const saved = await createParty(grant, { ...again, isSureNew: true })
    expect(await createParty(grant, { ...again, isSureNew: true })).toEqual(saved)
    expect(
      await createParty(grant, {
        ...partyInput(['Núi Đá Trắng']),
        requestId: randomUUID(),
        source: '',
        isSureNew: false,
      }),
    ).toMatchObject({ ok: true })
  })

  it('keeps versions and the history of a licence, and a lost race changes nothing', async () => {
    const id = await aParty(['Bến Xưa'], { licences: [{ regime: 'vn_dolab', number: '7', fromOn: null, toOn: null }] })
    const grant = staffGrant(officer, 'party.write')
    const licences = [{ regime: 'vn_dolab' as const, number: '7', fromOn: '2020-01-01', toOn: null }]
    const change = { id, version: 1, source: 'x', ...partyInput(['Bến Xưa', 'Ben Xua JSC'], { licences }) }
    expect((await changeParty(grant, change)).ok).toBe(true)
    expect(await changeParty(grant, change)).toEqual({ ok: false, error: { code: 'changed_meanwhile' } })
    const licenceId = (await read(id))?.licences[0]?.id ?? ''
    const note = { id, licenceId, source: 'DOLAB list', sinceOn: '2026-03-01' }
    expect((await noteLicenceStatus(grant, { ...note, version: 2, status: 'suspended' })).ok).toBe(true)
    expect((await noteLicenceStatus(grant, { ...note, version: 3, status: 'valid', sinceOn: '2025-01-01' })).ok).toBe(
      true,
    )
    const after = await read(id)
    // What was so later counts, whenever it was written down.
    expect(after?.licences[0]).toMatchObject({ status: 'suspended', fromOn: '2020-01-01' })
    expect(after?.licences[0]?.statuses.map(({ status }) => status)).toEqual(['valid', 'suspended'])
    const { rows } = await ownerPool().query(
      'SELECT version, kind FROM party_version WHERE party_id = $1 ORDER BY version',
      [id],
    )
    expect(rows.map(({ kind }: { kind: string }) => kind)).toEqual(['created', 'edited', 'status', 'status'])
  })

  it('is written by those who work on cases only, whatever code asks the database', async () => {
    const id = await aParty(['Bến Xưa'])
    const as = (actor: StaffActor, sql: string) =>
      within(staffGrant(actor, 'party.read'), (on) => on.db.$executeRawUnsafe(sql))
    await expect(
      as(administrator, `INSERT INTO party (id, country, roles, name) VALUES ('${randomUUID()}', 'VN', '{}', 'x')`),
    ).rejects.toThrow(/row-level/)
    await expect(as(officer, `UPDATE party SET merged_into_id = id`)).rejects.toThrow(/permission denied/)
    await expect(as(officer, `UPDATE party_name SET party_id = '${id}'`)).rejects.toThrow(/permission denied/)
    await expect(as(officer, `UPDATE party_licence_status SET status = 'valid'`)).rejects.toThrow(/permission denied/)
    await expect(as(officer, `DELETE FROM party`)).rejects.toThrow(/permission denied/)
  })
})

describe('how many reporters name a party', () => {
  it('is said from three on, over all offices, and duplicates are one', async () => {
    const id = await aParty(['Bến Xưa'])
    const cases = []
    for (let place = 0; place < 3; place += 1) {
      const found = await aTakenCase(officer)
      cases.push(found)
      const { rows } = await ownerPool().query<{ id: string }>('SELECT id FROM case_party WHERE case_id = $1', [
        found.id,
      ])
      await linkParty(staffGrant(officer, 'case.link_party'), {
        number: found.number,
        casePartyId: rows[0]?.id ?? '',
        partyId: id,
        seen: null,
      })
      const shown = await within(staffGrant(colleague, 'party.read'), (on) => countReporters(on, id))
      expect(shown).toBe(place === 2 ? 3 : null)
    }
    await ownerPool().query(
      `INSERT INTO case_link (id, office_id, case_id, other_id, kind, reasons, request_id, linked_by_id, linked_at) VALUES ($1, $2, $3, $4, 'duplicate', '{}', $1, $5, now())`,
      [randomUUID(), officer.officeId, cases[0]?.id, cases[1]?.id, officer.id],
    )
    expect(await within(staffGrant(colleague, 'party.read'), (on) => countReporters(on, id))).toBeNull()
  })
})
