import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { deletedViewName, listStatisticViews } from '@/lib/data/statistic-views'
import { within } from '@/lib/data/within'
import { withClock } from '@/lib/platform/clock'
import {
  changeStatisticView,
  deleteStatisticView,
  restoreStatisticView,
  saveStatisticView,
} from '@/lib/usecases/statistics/statistic-views'
import { aStaffMember, anOffice, staffGrant } from '@/tests/support/builders'
import { emptyDatabase, ownerPool } from '@/tests/support/database'

let administrator: StaffActor
let supervisor: StaffActor
let elsewhere: StaffActor

beforeEach(async () => {
  await emptyDatabase()
  const office = await anOffice('minato', { isDefaultIntake: true })
  administrator = await aStaffMember(office, 'administrator')
  supervisor = await aStaffMember(office, 'supervisor')
  elsewhere = await aStaffMember(await anOffice('kita'), 'administrator')
})

const grant = (actor: StaffActor) => staffGrant(actor, 'statistic_view.save')
const names = async (actor: StaffActor) =>
  (await within(staffGrant(actor, 'statistics.read'), listStatisticViews)).map(({ name }) => name)
const aView = (name: string, isShared = false) => ({ id: randomUUID(), name, query: 'measure=reports', isShared })

describe('saved questions', () => {
  it("are one's own until shared, and never another office's", async () => {
    await saveStatisticView(grant(administrator), aView('mine'))
    await saveStatisticView(grant(administrator), aView('ours', true))
    expect(await names(administrator)).toEqual(['mine', 'ours'])
    expect(await names(supervisor)).toEqual(['ours'])
    expect(await names(elsewhere)).toEqual([])
  })

  it('sent twice are one, and each act is in the trail', async () => {
    const view = aView('once')
    await saveStatisticView(grant(administrator), view)
    await saveStatisticView(grant(administrator), view)
    expect(await names(administrator)).toEqual(['once'])
    const { rows } = await ownerPool().query(`SELECT 1 FROM audit_event WHERE action = 'statistic_view.saved'`)
    expect(rows).toHaveLength(1)
  })

  it('are changed by whoever made them only, in the code and in the database', async () => {
    const view = aView('shared', true)
    await saveStatisticView(grant(administrator), view)
    const change = { name: 'taken', isShared: false }
    expect((await changeStatisticView(grant(supervisor), view.id, change)).ok).toBe(false)
    expect((await deleteStatisticView(grant(supervisor), view.id)).ok).toBe(false)
    const touched = await within(grant(supervisor), (on) =>
      on.db.statisticView.updateMany({ where: { id: view.id }, data: { name: 'taken' } }),
    )
    expect(touched.count).toBe(0)
    expect((await changeStatisticView(grant(administrator), view.id, { name: 'new', isShared: false })).ok).toBe(true)
    expect([await names(administrator), await names(supervisor)]).toEqual([['new'], []])
  })

  it('are deleted for everybody at once and can be taken back; the next day they are gone with the next', async () => {
    const [first, second] = [aView('first', true), aView('second')]
    await saveStatisticView(grant(administrator), first)
    await saveStatisticView(grant(administrator), second)
    await deleteStatisticView(grant(administrator), first.id)
    expect([await names(administrator), await names(supervisor)]).toEqual([['second'], []])
    expect(await within(staffGrant(supervisor, 'statistics.read'), (on) => deletedViewName(on, first.id))).toBeNull()
    expect((await restoreStatisticView(grant(administrator), first.id)).ok).toBe(true)
    expect(await names(supervisor)).toEqual(['first'])
    await deleteStatisticView(grant(administrator), first.id)
    await withClock(
      () => new Date(Date.now() + 25 * 3_600_000),
      () => deleteStatisticView(grant(administrator), second.id),
    )
    expect((await restoreStatisticView(grant(administrator), first.id)).ok).toBe(false)
    expect((await restoreStatisticView(grant(administrator), second.id)).ok).toBe(true)
  })
})
