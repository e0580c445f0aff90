import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { within } from '@/lib/data/within'
import { linkCases, unlinkCases } from '@/lib/usecases/link-cases'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { readRelated } from '@/lib/usecases/read-related'
import { takeCase } from '@/lib/usecases/take-case'
import { aStaffMember, anOffice, staffGrant } from '@/tests/support/builders'
import { aCase, type StoredCase } from '@/tests/support/cases'
import { emptyDatabase, ownerPool } from '@/tests/support/database'
import { linking } from '@/tests/support/linking'

let officer: StaffActor
let stranger: StaffActor

beforeEach(async () => {
  await emptyDatabase()
  officer = await aStaffMember(await anOffice('minato', { isDefaultIntake: true }), 'supervisor')
  stranger = await aStaffMember(await anOffice('sakura'), 'supervisor')
})

const BROKER = { role: 'broker' as const, name: 'Nguyễn Thị Mẫu Đơn' }
const SENDER = { role: 'sending_organization' as const, name: 'Công ty Mẫu Xanh' }
const grant = () => staffGrant(officer, 'case.change_state')

async function rows<T extends object>(sql: string, ...params: unknown[]): Promise<T[]> {
  return (await ownerPool().query<T>(sql, params)).rows
}
const related = async (found: StoredCase, actor = officer) => readRelated(staffGrant(actor, 'case.read'), found.number)
const workerPage = (found: StoredCase) => readOwnCase(grantOpen({ kind: 'worker', caseId: found.id }, 'own_case.read'))
describe('related cases', () => {
  it('are found by keys and amounts, explained, and only in the own office', async () => {
    const found = await aCase({ parties: [BROKER, SENDER] })
    const same = await aCase({ parties: [BROKER, SENDER] })
    const sender = await aCase({ parties: [SENDER], fees: [], paid: 'no' })
    await aCase({ parties: [{ role: 'broker', name: 'Somebody Entirely Else' }], fees: [], paid: 'no' })
    const read = await related(found)
    expect(read?.candidates.map(({ number, reasons }) => [number, reasons])).toEqual([
      [
        same.number,
        ['same_party:broker', 'same_party:sending_organization', 'same_amounts', 'same_month', 'same_corridor'],
      ],
      [sender.number, ['same_party:sending_organization', 'same_month', 'same_corridor']],
    ])
    expect(read?.candidates[0]?.isPerhapsDuplicate).toBe(true)
    await ownerPool().query('UPDATE cases SET office_id = $1 WHERE id = $2', [stranger.officeId, same.id])
    expect((await related(found))?.candidates.map(({ number }) => number)).toEqual([sender.number])
    expect(await related(found, stranger)).toBeNull()
    await within(staffGrant(stranger, 'case.read'), async ({ db }) => {
      expect(await db.$queryRaw`SELECT * FROM app.related_cases(${found.id}::uuid)`).toEqual([])
    })
  })

  it('are linked once, with a reason in both, and the link is undone', async () => {
    const [one, two] = [await aCase({ parties: [BROKER] }), await aCase({ parties: [BROKER] })]
    const form = await linking(one, two)
    expect([await linkCases(grant(), form), await linkCases(grant(), form)]).toEqual([
      { ok: true, value: undefined },
      { ok: true, value: undefined },
    ])
    expect(await linkCases(grant(), await linking(two, one))).toEqual({ ok: false, error: { code: 'linked_already' } })
    expect(await linkCases(grant(), await linking(one, one))).toEqual({ ok: false, error: { code: 'same_case' } })
    expect(await rows('SELECT case_id FROM note ORDER BY case_id')).toHaveLength(2)
    const read = await related(two)
    expect(read?.candidates).toEqual([])
    expect(read?.links[0]?.other.number).toBe(one.number)
    const undo = {
      number: two.number,
      linkId: read?.links[0]?.id ?? '',
      reason: 'Another person',
      requestId: randomUUID(),
    }
    expect([await unlinkCases(grant(), undo), await unlinkCases(grant(), undo)]).toMatchObject([
      { ok: true },
      { ok: true },
    ])
    expect((await related(one))?.links).toEqual([])
    expect(await rows('SELECT id FROM note')).toHaveLength(4)
    expect((await linkCases(grant(), await linking(one, two))).ok).toBe(true)
  })

  it('a duplicate ends by the rules of the workflow, keeps its words and the way to the other, and comes back', async () => {
    const [again, first] = [await aCase({ parties: [BROKER] }), await aCase({ parties: [BROKER] })]
    const told = { kind: 'duplicate' as const, reason: 'Bạn đã kể cho chúng tôi. Chúng tôi trả lời ở vụ trước.' }
    expect(await linkCases(grant(), await linking(again, first, told))).toEqual({
      ok: false,
      error: { code: 'actor_not_allowed' },
    })
    expect(await rows('SELECT id FROM case_link')).toEqual([])
    await takeCase(staffGrant(officer, 'case.take'), { number: again.number, version: 1, hasConflict: false })
    expect(await linkCases(grant(), await linking(again, first, { ...told, reason: `See ${first.number}` }))).toEqual({
      ok: false,
      error: { code: 'reveals_others' },
    })
    expect((await linkCases(grant(), await linking(again, first, told))).ok).toBe(true)
    expect(await rows('SELECT state, closing_code FROM cases WHERE id = $1', again.id)).toEqual([
      { state: 'closed', closing_code: 'duplicate_merged' },
    ])
    expect((await related(again))?.links).toMatchObject([
      { kind: 'duplicate', isFrom: true, other: { number: first.number } },
    ])
    expect(await linkCases(grant(), await linking(first, again, told))).toMatchObject({
      error: { code: 'is_duplicate' },
    })
    const page = JSON.stringify(await workerPage(again), (_key, value) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    expect(page).toContain('Bạn đã kể')
    expect(page).not.toContain(first.number)
    expect(await rows('SELECT id FROM statement WHERE case_id = $1', again.id)).toHaveLength(1)
    const link = (await related(first))?.links[0]
    const undo = { number: first.number, linkId: link?.id ?? '', reason: 'Two people', requestId: randomUUID() }
    expect((await unlinkCases(grant(), undo)).ok).toBe(true)
    expect(await rows('SELECT state FROM cases WHERE id = $1', again.id)).toEqual([{ state: 'reopened' }])
  })
})
