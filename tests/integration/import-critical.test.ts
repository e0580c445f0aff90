import { beforeEach, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { listOwnNotices } from '@/lib/data/own-notices'
import { within } from '@/lib/data/within'
import { readImport } from '@/lib/usecases/imports/read-import'
import { runImport } from '@/lib/usecases/imports/run-import'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { emptyDatabase, ownerPool, ownerUrl } from '../support/database'
import { HEADINGS, started } from '../support/imports'

let officer: StaffActor
let colleague: StaffActor
const grant = () => staffGrant(officer, 'case.import')
const view = (id: string) => readImport(grant(), id, { wrongAfter: 0, casesAfter: 0 })
const DANGER = 'A,VN,violence,Bị đánh,,,'
const CALM = ['B,VN,working_time,Làm thêm,,,', 'C,VN,working_time,Làm đêm,,,']
const aFile = (...rows: readonly string[]) => Buffer.from([HEADINGS.join(','), ...rows, ''].join('\r\n'), 'utf8')

beforeEach(async () => {
  await emptyDatabase()
  await loadReferenceData(ownerUrl)
  const office = await anOffice('desk', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  colleague = await aStaffMember(office, 'caseworker')
})

async function unread(who: StaffActor) {
  const { rows } = await within(staffGrant(who, 'notice.own'), (on) => listOwnNotices(on, null, 20))
  return rows.filter(({ readAt }) => readAt === null).map(({ kind, place }) => ({ kind, place }))
}

test('who runs an import is told once of its reports of danger, and finds them first on its page', async () => {
  const id = await started(grant(), aFile(CALM[0] ?? '', DANGER, CALM[1] ?? ''))
  await runImport(id)
  const { rows } = await ownerPool().query("SELECT number FROM cases WHERE severity = 'critical'")
  const critical = rows.map(({ number }) => number)
  expect(critical).toHaveLength(1)
  expect(await unread(officer)).toEqual([{ kind: 'import_critical', place: { kind: 'import', id } }])
  expect((await unread(colleague)).map(({ kind }) => kind)).toContain('critical_report')
  expect((await view(id))?.critical.map(({ caseNumber }) => caseNumber)).toEqual(critical)
  expect(await unread(officer)).toEqual([])
})

test('the same rows again are shown, as cases that are open, and told to nobody a second time', async () => {
  await runImport(await started(grant(), aFile(DANGER)))
  await ownerPool().query('DELETE FROM notice')
  const again = await started(grant(), aFile(DANGER))
  await runImport(again)
  expect(await unread(officer)).toEqual([])
  expect((await view(again))?.critical).toMatchObject([{ state: 'same', severity: 'critical' }])
})

test('an import without danger tells its maker nothing', async () => {
  const id = await started(grant(), aFile(...CALM))
  await runImport(id)
  expect(await unread(officer)).toEqual([])
  expect((await view(id))?.critical).toEqual([])
})
