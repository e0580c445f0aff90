import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { within } from '@/lib/data/within'
import { messageGroup, noteForGroup } from '@/lib/usecases/groups/act-on-group'
import { addToGroup, makeGroup, removeFromGroup } from '@/lib/usecases/groups/change-group'
import { readGroup, readGroupAct, readGroups } from '@/lib/usecases/groups/read-groups'
import { linkCases } from '@/lib/usecases/link-cases'
import { readOwnCase } from '@/lib/usecases/read-own-case'
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
const grant = () => staffGrant(officer, 'case.change_state')

async function rows<T extends object>(sql: string, ...params: unknown[]): Promise<T[]> {
  return (await ownerPool().query<T>(sql, params)).rows
}
const workerPage = (found: StoredCase) => readOwnCase(grantOpen({ kind: 'worker', caseId: found.id }, 'own_case.read'))
async function grouped(...cases: StoredCase[]): Promise<string> {
  const made = await makeGroup(staffGrant(officer, 'group.manage'), {
    kind: 'party',
    title: 'Mẫu Đơn, go-between',
    numbers: cases.map(({ number }) => number),
    requestId: randomUUID(),
  })
  if (!made.ok) throw new Error(made.error.code)
  return made.value
}
const message = (groupId: string, texts: Record<string, string>, requestId: string = randomUUID()) =>
  messageGroup(staffGrant(officer, 'case.write_message'), {
    groupId,
    requestId,
    isQuestion: false,
    texts: new Map(Object.entries(texts)),
  })

describe('a group', () => {
  it('is made, filled and emptied by its own office, and nobody else sees a row of it', async () => {
    const [one, two, three] = [await aCase({ parties: [BROKER] }), await aCase({ parties: [BROKER] }), await aCase()]
    const manage = staffGrant(officer, 'group.manage')
    const groupId = await grouped(one, two)
    expect(
      await addToGroup(manage, { groupId, numbers: [three.number, one.number], reason: 'Same event' }),
    ).toMatchObject({ ok: true })
    expect(await removeFromGroup(manage, { groupId, numbers: [three.number], reason: 'Another event' })).toMatchObject({
      ok: true,
    })
    expect(await addToGroup(manage, { groupId, numbers: ['ZZZZ-ZZZZ'], reason: 'x' })).toMatchObject({
      error: { code: 'other_missing' },
    })
    expect(await readGroups(manage)).toMatchObject([{ id: groupId, title: 'Mẫu Đơn, go-between', cases: 2, open: 2 }])
    expect((await readGroup(manage, groupId))?.parties).toEqual([{ role: 'broker', name: BROKER.name, cases: 2 }])
    expect((await rows<{ t: Buffer }>('SELECT sealed_title AS t FROM case_group'))[0]?.t.toString()).not.toContain(
      'Mẫu',
    )

    const others = staffGrant(stranger, 'group.manage')
    expect(await readGroups(others)).toEqual([])
    expect(await readGroup(others, groupId)).toBeNull()
    expect(await addToGroup(others, { groupId, numbers: [one.number], reason: 'x' })).toMatchObject({
      error: { code: 'not_found' },
    })
    const worker = grantOpen({ kind: 'worker', caseId: one.id }, 'own_case.read')
    await message(groupId, { vi: 'Tin chung' })
    await linkCases(grant(), await linking(one, two))
    for (const seen of [others, worker])
      await within(seen, async ({ db }) => {
        for (const table of [
          'caseGroup',
          'caseGroupKey',
          'caseGroupMember',
          'groupAct',
          'groupActCase',
          'caseLink',
          'triage',
        ] as const)
          expect(await (db[table] as { count: () => Promise<number> }).count(), table).toBe(0)
      })
  })

  it('a message goes to each as their own, with consent, and shows nobody the others', async () => {
    const phone = (detail: string, consents: readonly string[]) =>
      ({ contact: { channel: 'phone', detail }, consents }) as unknown as Parameters<typeof aCase>[0]
    const here = await aCase()
    const agreed = await aCase(phone('0901234567', ['keep_complaint', 'contact_worker']))
    const silent = await aCase(phone('0907654321', ['keep_complaint']))
    const groupId = await grouped(here, agreed, silent)
    for (const [text, code] of [
      [`As in ${agreed.number}`, 'reveals_others'],
      ['Gọi 090 123 4567', 'reveals_others'],
      ['  ', 'words_missing'],
    ] as const)
      expect(await message(groupId, { vi: text })).toMatchObject({ ok: false, error: { code } })
    expect(await rows('SELECT id FROM message')).toEqual([])

    const form = randomUUID()
    const words = 'Công ty đã trả lời. Chúng tôi viết lại vào thứ sáu.'
    const done = await Promise.all([message(groupId, { vi: words }, form), message(groupId, { vi: words }, form)])
    expect(done).toEqual([
      { ok: true, value: form },
      { ok: true, value: form },
    ])
    const read = await readGroupAct(staffGrant(officer, 'group.manage'), groupId, form)
    expect(Object.fromEntries(read?.act.cases.map(({ number, outcome }) => [number, outcome]) ?? [])).toEqual({
      [here.number]: 'done',
      [agreed.number]: 'done',
      [silent.number]: 'no_contact_consent',
    })
    expect(await rows('SELECT case_id FROM message')).toHaveLength(2)
    const page = JSON.stringify(await workerPage(here), (_key, value) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    expect(page).toContain(words)
    for (const hidden of [agreed.number, silent.number, groupId, 'Mẫu Đơn', '0901234567'])
      expect(page).not.toContain(hidden)
    expect(await rows('SELECT app.first_broken_audit($1) AS broken', officer.officeId)).toEqual([{ broken: null }])
  })

  it('goes on where it was cut short, leaves out what has no words or is closed, and keeps notes', async () => {
    const [one, two] = [await aCase(), await aCase()]
    const groupId = await grouped(one, two)
    const form = randomUUID()
    await ownerPool().query(`UPDATE cases SET language = 'my' WHERE id = $1`, [two.id])
    await message(groupId, { vi: 'Tin thứ nhất' }, form)
    await ownerPool().query(`UPDATE group_act_case SET outcome = 'waiting' WHERE case_id = $1`, [two.id])
    await ownerPool().query(`UPDATE cases SET language = 'vi' WHERE id = $1`, [two.id])
    await message(groupId, { vi: 'Tin thứ nhất' }, form)
    expect(await rows('SELECT outcome FROM group_act_case')).toEqual([{ outcome: 'done' }, { outcome: 'done' }])
    expect(await rows('SELECT id FROM message')).toHaveLength(2)

    await ownerPool().query(`UPDATE cases SET state = 'closed', closed_at = now() WHERE id = $1`, [two.id])
    const next = await message(groupId, { my: 'x' })
    const note = await noteForGroup(staffGrant(officer, 'case.write_note'), {
      groupId,
      requestId: randomUUID(),
      text: 'Same broker',
    })
    const outcomes = async (act: typeof next) =>
      act.ok ? rows('SELECT outcome FROM group_act_case WHERE act_id = $1 ORDER BY outcome', act.value) : []
    expect(await outcomes(next)).toEqual([{ outcome: 'closed' }, { outcome: 'no_words_in_language' }])
    expect(await outcomes(note)).toEqual([{ outcome: 'done' }, { outcome: 'done' }])
  })
})
