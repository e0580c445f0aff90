import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import type { PartyInput } from '@/lib/domain/parties/register'
import { withClock } from '@/lib/platform/clock'
import { createParty } from '@/lib/usecases/parties/save-party'
import {
  askForOrganisation,
  decideOrganisation,
  keepReply,
  listOrganisations,
  readReportedOrganisation,
} from '@/lib/usecases/statistics/organisation-releases'
import { forgetIndex } from '@/lib/usecases/statistics/column-index'
import { forgetOrganisationNumbers } from '@/lib/usecases/statistics/organisation-numbers'
import { readOrganisation, searchOrganisations } from '@/lib/usecases/statistics/public-organisations'
import { aStaffMember, anOffice, staffGrant } from '@/tests/support/builders'
import { addCountedCases, type CaseColumns } from '@/tests/support/counted-cases'
import { emptyDatabase, ownerPool } from '@/tests/support/database'
import { as, rowsAs, staffAs } from '@/tests/support/raw-sql'

let office: string
let officer: StaffActor
let supervisor: StaffActor
let administrator: StaffActor
let party: string

const at = (day: string) => () => new Date(`${day}T03:00:00Z`)

beforeEach(async () => {
  await emptyDatabase()
  office = await anOffice('minato', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  supervisor = await aStaffMember(office, 'supervisor')
  administrator = await aStaffMember(office, 'administrator')
  party = await aParty('Công ty Cổ phần Sao Biển Xanh', {
    licences: [{ regime: 'vn_dolab', number: '12/2019-LĐ', fromOn: '2019-01-01', toOn: null }],
  })
  await others(40)
})

async function aParty(name: string, change: Partial<PartyInput> = {}): Promise<string> {
  const done = await createParty(staffGrant(officer, 'party.write'), {
    country: 'VN',
    roles: ['sending_organization'],
    names: [{ name, kind: 'registered' }],
    licences: [],
    programmes: [],
    ...change,
    requestId: randomUUID(),
    isSureNew: true,
    source: 'a list',
  })
  if (!done.ok) throw new Error(done.error.code)
  return done.value
}

/** Reports that name the party and paid it so much. */
async function reports(count: number, yen: number, columns: CaseColumns = {}): Promise<string[]> {
  const ids: string[] = []
  for (let index = 0; index < count; index++) {
    const [id, place] = [randomUUID(), randomUUID()]
    await addCountedCases(office, 1, { id, paid_answer: 'yes', ...columns })
    await ownerPool().query(
      `INSERT INTO case_party (id, case_id, role, position, party_id) VALUES ($1, $2, 'sending_organization', 0, $3)`,
      [place, id, party],
    )
    await ownerPool().query(
      `INSERT INTO fee_line (id, case_id, position, case_party_id, jpy_minor, added_by_kind, created_at) VALUES ($1, $2, 0, $3, $4, 'worker', now())`,
      [randomUUID(), id, place, yen + index],
    )
    ids.push(id)
  }
  return ids
}

async function approve(day = '2026-11-21'): Promise<string> {
  const id = randomUUID()
  await withClock(at(day), async () => {
    const asked = { requestId: id, partyId: party, note: 'Known to many.' }
    expect(await askForOrganisation(staffGrant(supervisor, 'organisation.ask'), asked)).toEqual({
      ok: true,
      value: undefined,
    })
    expect(await decide(id, 1, 'approve')).toEqual({ ok: true, value: undefined })
  })
  return id
}

const decide = (
  id: string,
  version: number,
  decision: 'approve' | 'refuse' | 'withdraw',
  informedOn: string | null = '2026-11-01',
) =>
  decideOrganisation(staffGrant(administrator, 'organisation.release'), {
    id,
    version,
    decision,
    informedOn,
    note: 'Read.',
  })
const shownAt = (day: string) => {
  forgetIndex()
  return withClock(at(day), () => readOrganisation(party))
}

/** Reports that are about somebody else. */
const others = (count: number) => addCountedCases(office, count, { paid_answer: 'yes', paid_total_jpy: 400_000 })

describe('an organisation anybody looks up', () => {
  it('is found by any spelling and by its licence, and one that only a report named is not', async () => {
    const named = await aParty('Trần Môi Giới')
    for (const text of ['sao bien xanh', '12/2019-ld', 'Xanh Sao Biển'])
      expect((await searchOrganisations(text)).map(({ id }) => id)).toEqual([party])
    expect(await searchOrganisations('Trần Môi Giới')).toEqual([])
    expect(await readOrganisation(named)).toBeNull()
    expect(await readOrganisation('no id')).toBeNull()
    const page = await readOrganisation(party)
    const licences = [{ number: '12/2019-LĐ', status: 'unknown', fromOn: '2019-01-01' }]
    expect(page).toMatchObject({ numbers: null, reply: null, organisation: { country: 'VN', licences } })
  })

  it('has no numbers while fewer than five reports are about others, and no figure that leaves few of all', async () => {
    await ownerPool().query('DELETE FROM cases')
    await others(4)
    await reports(12, 500_000)
    await approve()
    expect((await shownAt('2026-11-21'))?.numbers).toBeNull()
    await others(16)
    await addCountedCases(office, 2, { paid_answer: 'no' })
    forgetOrganisationNumbers()
    const numbers = (await shownAt('2026-11-21'))?.numbers
    expect(numbers?.reports).toBe(12)
    // Of all who answered and are not among the twelve, two did not pay.
    expect(numbers?.figures.find(({ measure }) => measure === 'paid_share')).toMatchObject({ base: 's', value: 's' })
    expect(numbers?.figures.find(({ measure }) => measure === 'closed_share')).toMatchObject({ base: 12, hits: 0 })
  })

  it('has numbers only when an administrator approved, and loses them when approval is withdrawn', async () => {
    await reports(12, 500_000)
    expect((await shownAt('2026-11-21'))?.numbers).toBeNull()
    const id = await approve()
    const page = await shownAt('2026-11-21')
    expect(page).toMatchObject({ informedOn: '2026-11-01', numbers: { reports: 12, countedTo: '2026-Q3' } })
    const figure = (measure: string) => page?.numbers?.figures.find((one) => one.measure === measure)
    expect(figure('paid_share')).toMatchObject({ base: 12, hits: 12, value: 1 })
    expect(figure('paid_mean')).toMatchObject({ base: 12, value: 500_006 })
    expect(figure('paid_median')).toMatchObject({ value: 500_000 })
    expect(figure('above_share')).toMatchObject({ base: null, value: null })
    expect((await searchOrganisations('')).map((one) => one.id)).toEqual([party])
    await decide(id, 2, 'withdraw')
    expect((await shownAt('2026-11-21'))?.numbers).toBeNull()
  })

  it('holds back what few reports are behind', async () => {
    await reports(9, 400_000)
    await reports(2, 0, { state: 'closed', closing_code: 'remedied_full' })
    await approve()
    const figures = (await shownAt('2026-11-21'))?.numbers?.figures
    const closed = figures?.find(({ measure }) => measure === 'closed_share')
    expect(closed).toMatchObject({ base: 's', hits: 's', value: 's' })
  })

  it('moves with quarters, by no report or by five: what comes in meanwhile never shows by difference', async () => {
    await reports(6, 500_000)
    await approve()
    const before = await shownAt('2026-11-21')
    expect(before?.numbers?.reports).toBe(6)
    await reports(1, 900_000, { received_at: '2026-11-22T00:00:00Z' })
    expect(await shownAt('2026-12-31')).toEqual(before)
    expect(await shownAt('2027-01-02')).toEqual(before)
    await reports(4, 100_000, { received_at: '2027-02-01T00:00:00Z' })
    expect(await shownAt('2027-03-31')).toEqual(before)
    expect((await shownAt('2027-04-01'))?.numbers).toMatchObject({ reports: 11, countedTo: '2027-Q1' })
  })

  it('loses its numbers within a minute when fewer than five are left; those left are gone through once a quarter', async () => {
    const ids = await reports(5, 500_000)
    await approve()
    const before = await shownAt('2026-11-21')
    expect(before?.numbers?.reports).toBe(5)
    const rename = (from: string, to: string) =>
      ownerPool().query(`ALTER FUNCTION app.${from}(uuid, timestamptz) RENAME TO ${to}`)
    await rename('organisation_facts', 'facts_away')
    forgetOrganisationNumbers()
    expect(await shownAt('2026-12-01')).toEqual(before)
    await rename('facts_away', 'organisation_facts')
    await ownerPool().query('UPDATE cases SET in_statistics = false WHERE id = $1', [ids[0]])
    expect((await shownAt('2026-11-21'))?.numbers?.reports).toBe(5)
    forgetOrganisationNumbers()
    expect((await shownAt('2026-11-21'))?.numbers).toBeNull()
  })
})

describe('who decides on an organisation', () => {
  it('is refused with fewer than five, while it is open, and without having told the organisation', async () => {
    await reports(4, 500_000)
    const grant = staffGrant(supervisor, 'organisation.ask')
    const ask = (requestId: string = randomUUID()) =>
      askForOrganisation(grant, { requestId, partyId: party, note: 'x' })
    expect(await ask()).toMatchObject({ error: { code: 'too_few_reporters' } })
    const [duplicate] = await reports(1, 1)
    await ownerPool().query(`UPDATE cases SET closing_code = 'duplicate_merged', state = 'closed' WHERE id = $1`, [
      duplicate,
    ])
    expect(await ask()).toMatchObject({ error: { code: 'too_few_reporters' } })
    await reports(1, 1)
    const id = randomUUID()
    expect(await ask(id)).toMatchObject({ ok: true })
    expect(await ask(id)).toMatchObject({ ok: true })
    expect(await ask()).toMatchObject({ error: { code: 'release_open' } })
    expect(await decide(id, 1, 'approve', null)).toMatchObject({ error: { code: 'not_informed' } })
    expect(await decide(id, 1, 'approve', '2099-01-01')).toMatchObject({ error: { code: 'informed_later' } })
    expect(await decide(id, 9, 'approve')).toMatchObject({ error: { code: 'changed_meanwhile' } })
    expect(await decide(id, 1, 'refuse')).toMatchObject({ ok: true })
    expect(await decide(id, 2, 'approve')).toMatchObject({ error: { code: 'decided' } })
    expect((await listOrganisations(grant)).map((one) => [one.reporters, one.release?.state])).toEqual([[5, 'refused']])
  })

  it('is not told on which day the fifth report came: the list goes by whole quarters', async () => {
    await reports(4, 500_000)
    await reports(1, 500_000, { received_at: '2026-10-05T00:00:00Z' })
    const grant = staffGrant(supervisor, 'organisation.ask')
    const steps = async () => (await listOrganisations(grant)).map((one) => one.reporters)
    const ask = () => askForOrganisation(grant, { requestId: randomUUID(), partyId: party, note: 'x' })
    expect(await withClock(at('2026-12-31'), steps)).toEqual([])
    expect(await withClock(at('2026-12-31'), ask)).toMatchObject({ error: { code: 'too_few_reporters' } })
    expect(await withClock(at('2027-01-01'), steps)).toEqual([5])
  })

  it('keeps the reply beside the numbers, with every act in the audit trail', async () => {
    await reports(6, 500_000)
    const id = await approve()
    const reply = {
      text: 'Chúng tôi chỉ thu đúng luật.',
      language: 'vi',
      repliedOn: '2026-11-10',
      translations: { en: 'We keep the law.' },
    }
    expect(await keepReply(staffGrant(administrator, 'organisation.release'), { id, version: 2, reply })).toMatchObject(
      { ok: true },
    )
    expect((await shownAt('2026-11-21'))?.reply).toEqual(reply)
    const detail = await readReportedOrganisation(staffGrant(supervisor, 'organisation.ask'), party)
    expect(detail?.releases).toMatchObject([{ state: 'approved', decidedByName: administrator.displayName, reply }])
    const { rows } = await ownerPool().query(
      `SELECT action FROM audit_event WHERE action LIKE 'organisation.%' ORDER BY seq`,
    )
    expect(rows.map(({ action }) => action)).toEqual([
      'organisation.asked',
      'organisation.approved',
      'organisation.reply_kept',
    ])
  })

  it('is refused by the database to a supervisor, and to a caseworker to ask', async () => {
    await reports(6, 500_000)
    await approve()
    const withdraw = `UPDATE organisation_release SET state = 'withdrawn'`
    expect(await rowsAs(staffAs(supervisor), withdraw)).toBe(0)
    expect(await rowsAs(staffAs(administrator), withdraw)).toBe(1)
    await expect(as(staffAs(officer), `SELECT * FROM app.reported_organisations(now())`)).rejects.toThrow(
      /only supervisors/,
    )
    await expect(as(staffAs(administrator), `SELECT app.organisation_facts('${party}', now())`)).rejects.toThrow(
      /only the system/,
    )
    expect(await rowsAs(staffAs(administrator), 'SELECT 1 FROM organisation_figure')).toBe(0)
  })
})
