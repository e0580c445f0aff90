import type { Pool } from 'pg'
import type { QueueFilter } from '@/lib/domain/case-queue-filter'
import { DUE_GROUPS } from '@/lib/domain/case-queue'
import { GRIEVANCES, OPEN_STATES, ORIGINS, SCHEMES, SEVERITIES, VERDICTS, WORDS, type QueueOffice } from './queue-fill'

const SEED = 20_261_121

/** Numbers from 0 to 1, the same in every run (the generator of Park and Miller). */
function sameNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
}

/** Filters put together from codes that the cases have, evenly: rare ones as often as frequent ones. The same in every run. */
export async function randomFilters(
  owner: Pool,
  { officeId, labels }: QueueOffice,
  count: number,
): Promise<{ readonly filters: readonly QueueFilter[]; readonly searches: readonly QueueFilter[] }> {
  const staff = await owner.query<{ id: string }>('SELECT id FROM staff WHERE office_id = $1 ORDER BY email', [
    officeId,
  ])
  const next = sameNumbers(SEED)
  const one = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(next() * list.length)]
    if (found === undefined) throw new Error('nothing to choose from')
    return found
  }
  const choices: readonly (() => Partial<QueueFilter>)[] = [
    () => ({ severity: one(SEVERITIES) }),
    () => ({ state: one(OPEN_STATES) }),
    () => ({ origin: one(ORIGINS) }),
    () => ({ scheme: one(SCHEMES) }),
    () => ({ category: one(GRIEVANCES) }),
    () => ({ assigneeId: one(staff.rows).id }),
    () => ({ waiting: one(['officer', 'party', 'worker', 'body'] as const) }),
    () => ({ verdict: one(VERDICTS) }),
    () => ({ label: one(labels.slice(0, 2)) }),
    () => ({ due: one(DUE_GROUPS) }),
    () => ({ isUnread: true }),
    () => ({ hasSigns: true }),
  ]
  const together = (wanted: number): Partial<QueueFilter> => {
    const taken = new Set<number>()
    while (taken.size < wanted) taken.add(Math.floor(next() * choices.length))
    return Object.assign({}, ...[...taken].map((index) => choices[index]?.()))
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  const filters = Array.from({ length: count }, (): QueueFilter => {
    const view = one(['due', 'due', 'closed', 'mine', 'free', 'worker'] as const)
    const { state, due, waiting, ...rest } = together(between(2, 4))
    // Closed cases have no other state, no date and nobody they wait for: asked for together they find nothing at once.
    return { view, ...rest, ...(view === 'closed' ? {} : { state, due, waiting }) }
  })
  // Words as they are in the cases, frequent ones often; a code's name now and then.
  const words = Array.from({ length: count }, () => Math.floor(WORDS * next() ** 6))
  const hashes = await owner.query<{ hash: string }>(
    `SELECT hashtextextended('w' || number, 0)::text AS hash FROM unnest($1::int[]) WITH ORDINALITY AS u (number, place) ORDER BY place`,
    [words],
  )
  const searches = hashes.rows.map(({ hash }, index): QueueFilter => {
    const { due: _, ...rest } = index % 2 === 0 ? together(between(1, 3)) : {}
    const codes = index % 5 === 0 ? [`s:${one([...OPEN_STATES, 'closed'])}`] : []
    return { view: 'due', ...rest, search: { words: [[hash]], numberPart: null, codes, parties: [] } }
  })
  return { filters, searches }
}
