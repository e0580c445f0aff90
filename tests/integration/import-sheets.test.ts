import { beforeEach, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { beginImport } from '@/lib/usecases/imports/begin-import'
import { readImport } from '@/lib/usecases/imports/read-import'
import { runImport } from '@/lib/usecases/imports/run-import'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { emptyDatabase, ownerPool, ownerUrl } from '../support/database'
import { started } from '../support/imports'
import { aWorkbook, textRows } from '../support/workbook'

let officer: StaffActor
const grant = () => staffGrant(officer, 'case.import')
const view = (id: string) => readImport(grant(), id, { wrongAfter: 0, casesAfter: 0 })

beforeEach(async () => {
  await emptyDatabase()
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('desk', { isDefaultIntake: true }), 'caseworker')
})

const HEADINGS = ['reference', 'grievances', 'story']
const BOOK = aWorkbook({
  'Tháng 9': textRows([HEADINGS, ['R-1', 'wages_unpaid', 'Không trả lương']]),
  '10月': textRows([HEADINGS, ['R-2', 'wages_unpaid', '給料がない'], ['R-3', 'fees_debt', '借金がある']]),
})

test('each sheet of a workbook is an import of its own that names the others; only what is started becomes cases', async () => {
  const first = await started(grant(), BOOK)
  const sheets = (await view(first))?.one.file?.sheets ?? []
  expect(sheets.map(({ name }) => name)).toEqual(['Tháng 9', '10月'])
  expect(sheets[0]?.id).toBe(first)
  const second = await view(sheets[1]?.id ?? '')
  expect(second).toMatchObject({ one: { state: 'mapping', rowCount: 2 }, sameFile: null })
  await runImport(first)
  const { rows } = await ownerPool().query('SELECT count(*)::int AS count FROM cases')
  expect(rows).toEqual([{ count: 1 }])
  // The other sheet of the same bytes is another list: nobody is warned that it was read in before.
  const again = await beginImport(grant(), { name: 'book.xlsx', bytes: BOOK }, { aliases: {}, language: 'vi' })
  const firstAgain = again.ok ? await view(again.value) : null
  expect(firstAgain?.sameFile?.id).toBe(first)
  expect((await view(firstAgain?.one.file?.sheets?.[1]?.id ?? ''))?.sameFile).toBeNull()
})

test('the names of sheets are sealed with the file', async () => {
  await started(grant(), BOOK)
  const { rows } = await ownerPool().query(
    `SELECT string_agg(encode(sealed_file, 'escape'), '') AS words FROM report_import`,
  )
  expect(rows[0]?.words).not.toContain('sheets')
})
