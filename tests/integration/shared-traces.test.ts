import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { eraseDueCases } from '@/lib/data/sweep'
import { within } from '@/lib/data/within'
import { messageGroup, noteForGroup } from '@/lib/usecases/groups/act-on-group'
import { makeGroup, type NewGroup } from '@/lib/usecases/groups/change-group'
import { readGroup, readGroupAct, readGroups } from '@/lib/usecases/groups/read-groups'
import { linkCases } from '@/lib/usecases/link-cases'
import { readRelated } from '@/lib/usecases/read-related'
import { takeCase } from '@/lib/usecases/take-case'
import { aStaffMember, anOffice, staffGrant } from '@/tests/support/builders'
import { aCase, versionOf, type StoredCase } from '@/tests/support/cases'
import { emptyDatabase, ownerPool } from '@/tests/support/database'

let officer: StaffActor
const manage = () => staffGrant(officer, 'group.manage')
const changing = () => staffGrant(officer, 'case.change_state')

beforeEach(async () => {
  await emptyDatabase()
  officer = await aStaffMember(await anOffice('minato', { isDefaultIntake: true }), 'supervisor')
})

async function erase(...cases: StoredCase[]): Promise<void> {
  await ownerPool().query(`UPDATE cases SET erase_due_at = now() - interval '1 day' WHERE id = ANY ($1)`, [
    cases.map(({ id }) => id),
  ])
  await within(grantOpen({ kind: 'system' }, 'system.sweep'), (on) => eraseDueCases(on, new Date()))
}
const groupOf = (...cases: StoredCase[]): NewGroup => ({
  kind: 'party',
  title: 'Mẫu Đơn, go-between',
  numbers: cases.map(({ number }) => number),
  requestId: randomUUID(),
})
async function grouped(...cases: StoredCase[]): Promise<string> {
  const made = await makeGroup(manage(), groupOf(...cases))
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}
async function linking(found: StoredCase, other: StoredCase, reason: string, kind: 'related' | 'duplicate') {
  const version = await versionOf(found.id)
  return { number: found.number, version, otherNumber: other.number, kind, reason, requestId: randomUUID() }
}
const count = async (table: string) =>
  (await ownerPool().query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)).rows[0]?.n

describe('a case that is erased', () => {
  it('leaves the pages of cases that were linked or grouped with it', async () => {
    const [kept, gone] = [await aCase(), await aCase()]
    const linked = await linkCases(changing(), await linking(kept, gone, 'Same go-between', 'related'))
    expect(linked.ok).toBe(true)
    const groupId = await grouped(kept, gone)
    const act = await noteForGroup(staffGrant(officer, 'case.write_note'), {
      groupId,
      requestId: randomUUID(),
      text: 'Same go-between',
    })
    if (!act.ok) throw new Error(act.error.code)
    await erase(gone)
    const read = await readRelated(staffGrant(officer, 'case.read'), kept.number)
    expect(read?.links).toEqual([])
    expect(read?.groups).toHaveLength(1)
    expect((await readGroup(manage(), groupId))?.members.map(({ number }) => number)).toEqual([kept.number])
    const acted = await readGroupAct(manage(), groupId, act.value)
    expect(acted?.act.cases.map(({ number }) => number)).toEqual([kept.number])
    const sent = await messageGroup(staffGrant(officer, 'case.write_message'), {
      groupId,
      requestId: randomUUID(),
      texts: new Map([['vi', 'Tin chung']]),
      isQuestion: false,
    })
    expect(sent.ok).toBe(true)
    expect(await count('message')).toBe(1)
  })

  it('takes the title of a group with it when it was the last', async () => {
    const [one, two] = [await aCase(), await aCase()]
    const groupId = await grouped(one, two)
    await erase(one)
    expect((await readGroups(manage())).map(({ id }) => id)).toEqual([groupId])
    await erase(two)
    expect(await count('case_group_key')).toBe(0)
    expect(await readGroup(manage(), groupId)).toBeNull()
  })
})

describe('words for a worker', () => {
  it('name no other reporter when a case is closed as told before', async () => {
    const first = await aCase({ contact: { channel: 'phone', detail: '0901234567' } } as Parameters<typeof aCase>[0])
    const again = await aCase()
    await takeCase(staffGrant(officer, 'case.take'), { number: again.number, version: 1, hasConflict: false })
    const reason = 'Bạn đã kể cùng với người có số 090 123 4567.'
    expect(await linkCases(changing(), await linking(again, first, reason, 'duplicate'))).toEqual({
      ok: false,
      error: { code: 'reveals_others' },
    })
    expect(await count('case_link')).toBe(0)
  })

  it('are looked through again when a message to a group is sent again', async () => {
    const [one, two] = [await aCase(), await aCase()]
    const groupId = await grouped(one, two)
    const message = { groupId, requestId: randomUUID(), isQuestion: false }
    const send = (words: string) =>
      messageGroup(staffGrant(officer, 'case.write_message'), { ...message, texts: new Map([['vi', words]]) })
    expect((await send('Tin chung')).ok).toBe(true)
    await ownerPool().query(`UPDATE group_act_case SET outcome = 'waiting' WHERE case_id = $1`, [two.id])
    expect(await send(`Như ${one.number}`)).toMatchObject({ ok: false, error: { code: 'reveals_others' } })
    expect(await noteForGroup(staffGrant(officer, 'case.write_note'), { ...message, text: 'x' })).toEqual({
      ok: false,
      error: { code: 'not_found' },
    })
    expect(await count('message')).toBe(2)
  })
})

it('a form for a group posted twice at one moment makes one', async () => {
  const group = groupOf(await aCase())
  const made = await Promise.all([makeGroup(manage(), group), makeGroup(manage(), group)])
  expect(made[0]).toMatchObject({ ok: true })
  expect(made[1]).toEqual(made[0])
  expect(await count('case_group')).toBe(1)
})
