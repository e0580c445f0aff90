import { expect, test } from 'vitest'
import { answer } from '@/lib/domain/statistics/columns/answer'
import { ColumnStore } from '@/lib/domain/statistics/columns/store'
import { protect } from '@/lib/domain/statistics/disclosure/protect'
import { ToldBefore } from '@/lib/domain/statistics/disclosure/told-before'
import { Witnesses } from '@/lib/domain/statistics/disclosure/witness/witnesses'
import type { StatisticQuery } from '@/lib/domain/statistics/query'
import { DEFAULT_QUERY } from '@/lib/domain/statistics/query-text'
import { GRIEVANCE_CODES } from '@/lib/domain/grievances/catalog'
import { measureOf } from '@/lib/domain/statistics/registry/measure-list'
import { factsOf, lotOf, pick, TRAITS, type Person } from '@/tests/support/attacked-people'

/** Where grievances stand in the facts of a report. */
const GRIEVANCES = 15

/** Reports of up to four grievances, most of them rare, so that hardly two are alike. */
function reports(count: number) {
  const lot = lotOf(11)
  const rare = () => GRIEVANCE_CODES[Math.floor(lot() ** 3 * GRIEVANCE_CODES.length)] ?? 'fees_debt'
  return Array.from({ length: count }, (_, at) => {
    const traits = Object.fromEntries(
      Object.entries(TRAITS).map(([trait, values]) => [trait, pick<string>(lot, values)]),
    ) as Person['traits']
    const facts: unknown[] = [...factsOf({ ref: at + 1, traits, yen: 1_000 })]
    facts[GRIEVANCES] = [...new Set(Array.from({ length: 1 + Math.floor(lot() * 4) }, rare))]
    return facts as unknown as ReturnType<typeof factsOf>
  })
}

test('deciding a table takes bounded work, however many ways there are to share out what reports stand in', async () => {
  const store = new ColumnStore()
  store.apply(reports(1_500))
  const [before, witnesses] = [new ToldBefore(), new Witnesses()]
  const questions: StatisticQuery[] = [
    { ...DEFAULT_QUERY, rows: 'origin' },
    { ...DEFAULT_QUERY, rows: 'grievance' },
    { ...DEFAULT_QUERY, rows: 'grievance', columns: 'severity' },
  ]
  const measure = measureOf('reports')
  if (measure === null) throw new TypeError('reports')
  const work: number[] = []
  for (const [at, query] of questions.entries()) {
    const table = await answer(store, 'reports', { query, office: null, asOf: new Date(0) }, () => undefined)
    const asked = questions.slice(0, at + 1).map((one) => ({ query: one, measure: 'reports' }))
    await witnesses.refresh(store, null, asked, () => undefined)
    const began = witnesses.steps
    before.add(String(at), protect(table, measure, String(at), before, undefined, witnesses).logged, at + 1)
    work.push(witnesses.steps - began)
  }
  // It is 174,000; 307,000 where all is weighed that breaks a table.
  expect(Math.max(...work)).toBeLessThan(240_000)
})
