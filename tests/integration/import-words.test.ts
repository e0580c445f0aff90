import { beforeEach, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { runImport } from '@/lib/usecases/imports/run-import'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { emptyDatabase, ownerPool, ownerUrl } from '../support/database'
import { started } from '../support/imports'
import { numbersFound } from '../support/queue'

let officer: StaffActor

beforeEach(async () => {
  await emptyDatabase()
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('desk', { isDefaultIntake: true }), 'caseworker')
})

test('each case of a file is found by its own words, in whichever chunk it was made', async () => {
  const stories = Array.from(
    { length: 201 },
    (_, index) => `R-${index},VN,wages_unpaid,chuyện riêng số ${1000 + index}`,
  )
  const bytes = Buffer.from(['reference,origin,grievances,story', ...stories, ''].join('\r\n'))
  await runImport(await started(staffGrant(officer, 'case.import'), bytes))
  expect((await ownerPool().query('SELECT 1 FROM case_words')).rowCount).toBe(201)
  const [first, last, none] = await Promise.all(['1000', '1200', '1201'].map((word) => numbersFound(officer, word)))
  expect([first?.length, last?.length, none?.length]).toEqual([1, 1, 0])
  expect(first).not.toEqual(last)
  expect(await numbersFound(officer, 'chuyen rieng 1199')).toHaveLength(1)
})
