import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { countKpis } from '@/lib/data/learning'
import { within } from '@/lib/data/within'
import { deskCounter, forgetDeskCounts } from '@/lib/usecases/learning/desk-counter'
import { aStaffMember, anOffice, staffGrant } from '@/tests/support/builders'
import { addCountedCases } from '@/tests/support/counted-cases'
import { emptyDatabase, ownerPool } from '@/tests/support/database'

beforeEach(emptyDatabase)

it('of two workers of a case the one who was written down first counts, whatever their rows lie in', async () => {
  const office = await anOffice('minato', { isDefaultIntake: true })
  const administrator = await aStaffMember(office, 'administrator')
  const worker = (id: string, sex: string, at: string) =>
    ownerPool().query(
      `INSERT INTO case_person (id, case_id, kind, sex, created_at) VALUES ($1, $2, 'worker', $3, $4)`,
      [randomUUID(), id, sex, at],
    )
  for (const isFirst of [true, false]) {
    const id = randomUUID()
    await addCountedCases(office, 1, { id, state: 'closed', closing_code: 'remedied_full', is_admissible: true })
    const [older, younger] = [() => worker(id, 'female', '2026-01-01'), () => worker(id, 'male', '2026-02-01')]
    for (const write of isFirst ? [older, younger] : [younger, older]) await write()
  }
  forgetDeskCounts()
  await deskCounter().count()
  const counts = await within(staffGrant(administrator, 'learning.read'), (on) =>
    countKpis(on, { officeId: null, from: null, to: null }, new Date()),
  )
  const sexes = counts.filter(({ kpi, part }) => kpi === 'outcome_gap' && part?.startsWith('sex:') === true)
  expect(sexes.map(({ part, base }) => [part, base])).toEqual([['sex:female', 2]])
})
