import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { answer } from '@/lib/domain/statistics/columns/answer'
import type { ColumnStore } from '@/lib/domain/statistics/columns/store'
import type { StatisticQuery, StatisticScope } from '@/lib/domain/statistics/query'
import type { RawTable } from '@/lib/domain/statistics/raw-table'
import { isAnswerable, measureOf } from '@/lib/domain/statistics/registry/measure-list'
import { logFailure } from '@/lib/platform/logger'
import { breather } from './breathe'
import { askDesk } from './desk-measures'
import { LoadedIndex, type IndexState } from './loaded-index'
import { forgetReleases } from './read-log'
import { RememberedAnswers } from './remembered-answers'

/** A program waits so long for an index that is loading before it is told to come again; a small installation has read all by then. */
export const LOADING_PATIENCE_MS = 2_000
/** A question reads what changed when the last reading began longer ago. */
const FRESH_MS = 15_000
/** So long after the reading it is of an answer may be given again. With the time it takes, nothing is older than a minute. */
const REMEMBERED_MS = 45_000

declare global {
  var fairPassageIndex: { readonly index: LoadedIndex; readonly answers: RememberedAnswers } | undefined
}

function ours() {
  return (globalThis.fairPassageIndex ??= { index: new LoadedIndex(), answers: new RememberedAnswers() })
}

/** How far the index of this process is; a page that finds it loading says so and asks again. */
export function indexState(): IndexState {
  return ours().index.state
}

/** Begins to load the index, in the background. Never throws: the first question tries again. */
export async function loadIndex(): Promise<void> {
  try {
    await ours().index.refresh(FRESH_MS)
  } catch (error) {
    logFailure(error, { event: 'statistics_not_loaded' })
  }
}

/** Whether the index is there, waiting so long for it at most. What asks it needs not wait any more. */
export async function isIndexLoaded(patienceMs: number): Promise<boolean> {
  if (indexState().kind === 'ready') return true
  let timer: NodeJS.Timeout | undefined
  const waiting = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patienceMs)
  })
  await Promise.race([loadIndex(), waiting]).finally(() => clearTimeout(timer))
  return indexState().kind === 'ready'
}

/** The code of an office; null for one that is none. */
export function officeCode(id: string): Promise<string | null> {
  return ours().index.officeCode(id)
}

/** Forgets everything; the next question loads anew. For tests that empty the database. */
export function forgetIndex(): void {
  globalThis.fairPassageIndex = undefined
  forgetReleases()
}

/**
 * Answers a question: a table for each measure, all of the same facts. What must be held back is still in them: only
 * `readRelease` and `readPublicRelease` may ask, and who holds back what would tell of few beside them. While the index loads, waits. Measures of our own work are counted with `desk`.
 *
 * @throws TypeError for a question that no address gives: unknown measure, or a dimension it does not have
 */
export async function askIndex(
  query: StatisticQuery,
  scope: StatisticScope,
  desk: Grant<'learning.read'> | null = null,
): Promise<RawTable[]> {
  if (!isAnswerable(query)) throw new TypeError('a question that cannot be answered')
  const { index, answers } = ours()
  const key = JSON.stringify([query, scope, desk !== null])
  const known = answers.find(key, REMEMBERED_MS)
  if (known) return known
  return answers.keep(key, answerAll(index, query, scope, desk))
}

/**
 * Lets records be copied out of the index while nothing is written; for files of records, which are recoded before they leave. The answer
 * is never older than a question's.
 */
export async function readIndex<T>(read: (store: ColumnStore, asOf: Date) => Promise<T>): Promise<T> {
  const { index } = ours()
  await index.refresh(FRESH_MS)
  return index.lock.read(() => read(index.store, index.asOf ?? new Date(0)))
}

async function answerAll(
  index: LoadedIndex,
  query: StatisticQuery,
  scope: StatisticScope,
  desk: Grant<'learning.read'> | null,
): Promise<{ readonly tables: RawTable[]; readonly age: () => number }> {
  await index.refresh(FRESH_MS)
  const office = scope.officeId === null ? null : ((await officeCode(scope.officeId)) ?? '')
  const counted = await index.lock.read(async () => {
    const [asOf, readAt, version] = [index.asOf ?? new Date(0), performance.now() - index.age, index.horizon]
    const tables = new Map<string, RawTable>()
    const asked = { query, office, asOf }
    for (const code of query.measures.filter((one) => measureOf(one)?.form !== 'desk'))
      tables.set(code, { ...(await answer(index.store, code, asked, breather())), version })
    return { tables, asOf, readAt, version }
  })
  for (const table of await askDesk(desk, query, scope, counted)) counted.tables.set(table.measure, table)
  return {
    tables: query.measures.flatMap((code) => counted.tables.get(code) ?? []),
    age: () => performance.now() - counted.readAt,
  }
}
