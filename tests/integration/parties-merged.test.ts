import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { findParty } from '@/lib/data/parties'
import { listMerges } from '@/lib/data/party-merges'
import { within } from '@/lib/data/within'
import type { PartyInput } from '@/lib/domain/parties/register'
import { linkParty } from '@/lib/usecases/parties/link-case-party'
import { mergeParties, undoMerge } from '@/lib/usecases/parties/merge-parties'
import { searchParties } from '@/lib/usecases/parties/search-parties'
import { aStaffMember, anOffice, staffGrant } from '@/tests/support/builders'
import { aTakenCase } from '@/tests/support/cases'
import { aRegisteredParty } from '@/tests/support/registered-parties'
import { emptyDatabase, ownerPool } from '@/tests/support/database'

let officer: StaffActor
let colleague: StaffActor

beforeEach(async () => {
  await emptyDatabase()
  const office = await anOffice('minato', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  colleague = await aStaffMember(await anOffice('hanoi'), 'supervisor')
})

const aParty = (names: readonly string[], change: Partial<PartyInput> = {}, by = officer) =>
  aRegisteredParty(by, names, change)
const read = (id: string) => within(staffGrant(officer, 'party.read'), (on) => findParty(on, id))
const versionOf = async (id: string) => (await read(id))?.version ?? 0
const namesFound = async (typed: string, by = officer) =>
  (await searchParties(staffGrant(by, 'party.read'), typed)).map(({ name }) => name)

async function merge(fromId: string, intoId: string, by = officer, requestId: string = randomUUID()) {
  const versions = { fromVersion: await versionOf(fromId), intoVersion: await versionOf(intoId) }
  return {
    requestId,
    done: await mergeParties(staffGrant(by, 'party.write'), {
      requestId,
      fromId,
      intoId,
      ...versions,
      reason: 'One address.',
    }),
  }
}

describe('two parties put together', () => {
  it('moves names, licences and links of all offices, and undoing restores exactly that', async () => {
    const a = await aParty(['Bến Xưa'], { licences: [{ regime: 'vn_dolab', number: '7', fromOn: null, toOn: null }] })
    const b = await aParty(['Ben Xua JSC'], { roles: ['training_center'] }, colleague)
    const before = [await read(a), await read(b)]
    const found = await aTakenCase(officer)
    const { rows } = await ownerPool().query<{ id: string }>('SELECT id FROM case_party WHERE case_id = $1', [found.id])
    const link = { number: found.number, casePartyId: rows[0]?.id ?? '', partyId: a, seen: null }
    expect((await linkParty(staffGrant(officer, 'case.link_party'), link)).ok).toBe(true)

    const { requestId, done } = await merge(a, b, colleague)
    expect(done.ok).toBe(true)
    const merged = await read(b)
    expect(merged?.names.map(({ name }) => name).toSorted()).toEqual(['Ben Xua JSC', 'Bến Xưa'].toSorted())
    expect(merged?.roles.toSorted()).toEqual(['sending_organization', 'training_center'])
    expect((await read(a))?.mergedIntoId).toBe(b)
    expect(await namesFound('ben xua')).toEqual(['Ben Xua JSC'])
    const linked = async () =>
      (await ownerPool().query('SELECT party_id FROM case_party WHERE id = $1', [link.casePartyId])).rows
    expect(await linked()).toEqual([{ party_id: b }])
    expect(await linkParty(staffGrant(officer, 'case.link_party'), { ...link, seen: b })).toEqual({
      ok: false,
      error: { code: 'party_gone' },
    })

    // What moved names the cases of all offices: nobody reads it.
    expect(await within(staffGrant(colleague, 'party.read'), (on) => listMerges(on, b))).toHaveLength(1)
    const moved = within(staffGrant(colleague, 'party.read'), (on) => on.db.$queryRaw`SELECT moved FROM party_merge`)
    await expect(moved).rejects.toThrow('permission denied')

    expect((await undoMerge(staffGrant(officer, 'party.write'), requestId)).ok).toBe(true)
    expect((await undoMerge(staffGrant(officer, 'party.write'), requestId)).ok).toBe(true)
    const plain = (party: Awaited<ReturnType<typeof read>>) => party && { ...party, version: 0, updatedAt: null }
    expect([await read(a), await read(b)].map(plain)).toEqual(before.map(plain))
    expect(await linked()).toEqual([{ party_id: a }])
  })

  it('takes back the last merge first', async () => {
    const [a, b, c] = [await aParty(['A Một']), await aParty(['B Hai']), await aParty(['C Ba'])]
    const first = await merge(a, b)
    const second = await merge(b, c)
    const grant = staffGrant(officer, 'party.write')
    expect(await undoMerge(grant, first.requestId)).toEqual({ ok: false, error: { code: 'later_merge' } })
    expect((await undoMerge(grant, second.requestId)).ok).toBe(true)
    expect((await undoMerge(grant, first.requestId)).ok).toBe(true)
    expect((await read(a))?.names.map(({ name }) => name)).toEqual(['A Một'])
  })

  it('lets one of two officers win who merge at once, crosswise or in a chain', async () => {
    for (const orders of [
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      [
        ['a', 'b'],
        ['a', 'c'],
      ],
    ] as const) {
      const ids = { a: await aParty(['A Một']), b: await aParty(['B Hai']), c: await aParty(['C Ba']) }
      const seen = { fromVersion: 1, intoVersion: 1, reason: 'One address.' }
      const outcomes = await Promise.all(
        orders.map(([from, into], place) =>
          mergeParties(staffGrant(place === 0 ? officer : colleague, 'party.write'), {
            requestId: randomUUID(),
            fromId: ids[from],
            intoId: ids[into],
            ...seen,
          }),
        ),
      )
      expect(outcomes.filter(({ ok }) => ok).length).toBe(1)
      expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, error: { code: 'changed_meanwhile' } })
      const merges = await within(staffGrant(officer, 'party.read'), (on) => listMerges(on, ids.b))
      expect(merges.length).toBeLessThanOrEqual(1)
    }
  })
})
