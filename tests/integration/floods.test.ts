import { beforeAll, expect, test } from 'vitest'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { withClock } from '@/lib/platform/clock'
import { readFloods } from '@/lib/usecases/abuse/read-floods'
import { mayGo } from '@/lib/usecases/abuse/may-go'
import { submitReport } from '@/lib/usecases/submit-report'
import { sweep } from '@/lib/usecases/sweep'
import { doorGrantForAuth } from '@/lib/auth/door-grant'
import type { StaffActor } from '@/lib/access/grant'
import { anOffice, aReport, aStaffMember, reporterGrant, staffGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'

const NOON = new Date('2026-11-21T03:01:00Z')
const at = <T>(when: Date, work: () => Promise<T>) => withClock(() => when, work)
const WORDS = 'Everybody in this company is paid late and nobody was told why, says somebody who sends this very often.'

let supervisor: StaffActor
let administrator: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  const office = await anOffice('helpdesk', { isDefaultIntake: true })
  supervisor = await aStaffMember(office, 'supervisor')
  administrator = await aStaffMember(office, 'administrator')
})

const send = (story: string) =>
  at(NOON, async () => {
    const sent = await submitReport(reporterGrant(), {
      answers: aReport({ story }),
      locale: 'vi',
      channel: 'web',
      token: null,
    })
    if (!sent.ok) throw new Error(sent.error.code)
    return sent.value.number
  })
const floods = (by: StaffActor) => at(NOON, () => readFloods(staffGrant(by, 'flow.read')))

test('reports of the same words stand together for supervisors of the office, and no word of them is kept', async () => {
  const alike = [await send(WORDS)]
  for (const words of [WORDS.toUpperCase(), `${WORDS} !!`, WORDS.replaceAll(' ', '  ')]) alike.push(await send(words))
  for (let turn = 0; turn < 6; turn += 1) await send('They kept my passport.')
  expect((await floods(supervisor)).alike).toEqual([])
  alike.push(await send(WORDS))
  await send(`${WORDS} But mine is another.`)
  expect((await floods(supervisor)).alike.map(({ numbers }) => numbers.toSorted())).toEqual([alike.toSorted()])
  expect((await floods(administrator)).alike).toEqual([])
  await ownerPool().query(`UPDATE cases SET state = 'triage' WHERE number = $1`, [alike[0]])
  expect((await floods(supervisor)).alike).toEqual([])
  await at(new Date(NOON.getTime() + 15 * 86_400_000), sweep)
  expect((await ownerPool().query('SELECT 1 FROM report_mark')).rows).toEqual([])
})

test('what was too much is shown by the hour, as sums', async () => {
  for (let turn = 0; turn < 32; turn += 1) await at(NOON, () => mayGo(doorGrantForAuth(), 'comment', 'a dormitory'))
  expect((await floods(administrator)).hours).toContainEqual({
    name: 'comment',
    hour: new Date('2026-11-21T03:00:00Z'),
    passed: 30,
    held: 2,
    solved: 0,
    waited: 0,
  })
})
