import { beforeEach, expect, test } from 'vitest'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { loadMoveFacts } from '@/lib/data/case-state'
import { within } from '@/lib/data/within'
import { runImport } from '@/lib/usecases/imports/run-import'
import { giveOwnConsent } from '@/lib/usecases/give-own-consent'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { emptyDatabase, ownerPool, ownerUrl } from '../support/database'
import { aCsv, HEADINGS, started } from '../support/imports'

let officer: StaffActor
let supervisor: StaffActor
const grant = () => staffGrant(officer, 'case.import')
const select = async <T>(sql: string): Promise<T[]> => (await ownerPool().query(sql)).rows as T[]

beforeEach(async () => {
  await emptyDatabase()
  await loadReferenceData(ownerUrl)
  const office = await anOffice('desk', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  supervisor = await aStaffMember(office, 'supervisor')
})

test('people hear of each report of danger in a file, and once of all the others', async () => {
  const calm = Array.from({ length: 250 }, (_, index) => `R-${index},VN,wages_unpaid,Hai,`)
  const rows = ['reference,origin,grievances,story,dangers', 'A,VN,violence,Một,in_danger_now', ...calm, '']
  await runImport(await started(grant(), Buffer.from(rows.join('\r\n'))))
  expect(
    await select(
      `SELECT n.kind, n.staff_id, c.severity FROM notice n JOIN cases c ON c.id = n.case_id ORDER BY n.kind`,
    ),
  ).toEqual([
    { kind: 'critical_report', staff_id: supervisor.id, severity: 'critical' },
    { kind: 'import_critical', staff_id: officer.id, severity: 'critical' },
    { kind: 'new_report', staff_id: supervisor.id, severity: expect.not.stringMatching('critical') as string },
  ])
})

test.each(['phone', 'paper', 'ngo'] as const)(
  'a report from a file that came by %s waits for the word of its worker, whatever the file says',
  async (channel) => {
    const headings = [...HEADINGS, 'consent_keep_complaint', 'consent_contact_party']
    const bytes = aCsv(1, { headings, first: 'A,VN,wages_unpaid,Một,,,,yes,yes' })
    await runImport(await started(grant(), bytes, { channel, consentMethod: 'paper' }))
    expect(await select('SELECT DISTINCT witness_staff_id AS witness FROM consent')).toEqual([{ witness: officer.id }])
    const [row] = await select<{ id: string }>('SELECT id FROM cases')
    const id = row?.id ?? ''
    const isUnconfirmed = async () =>
      (await within(staffGrant(officer, 'case.read'), (on) => loadMoveFacts(on, id, new Date()))).facts
        .isProxyUnconfirmed
    expect(await isUnconfirmed()).toBe(true)
    const worker = { kind: 'worker' as const, caseId: id }
    expect((await readOwnCase(grantOpen(worker, 'own_case.read')))?.own.isByProxy).toBe(true)
    await giveOwnConsent(grantOpen(worker, 'own_case.write'), { kind: 'keep_complaint', language: 'vi' })
    expect(await isUnconfirmed()).toBe(false)
  },
)

test('who a worker is comes along only where the row says yes to statistics; a word that means nothing keeps its row out', async () => {
  const rows = [
    'reference,origin,grievances,story,sex,age_band,education,sector,consent_statistics',
    'A,VN,wages_unpaid,Một,female,25_34,university,agriculture,yes',
    'B,VN,wages_unpaid,Hai,male,18_24,,,no',
    'C,VN,wages_unpaid,Ba,male,twenty,,,yes',
    '',
  ]
  await runImport(await started(grant(), Buffer.from(rows.join('\r\n'))))
  const told = `SELECT r.number, p.sex, p.age_band, p.education, p.sector FROM report_import_row r JOIN case_person p ON p.case_id = r.case_id WHERE p.kind = 'worker' ORDER BY 1`
  expect(await select(told)).toEqual([
    { number: 1, sex: 'female', age_band: '25_34', education: 'university', sector: 'agriculture' },
    { number: 2, sex: null, age_band: null, education: null, sector: null },
  ])
})
