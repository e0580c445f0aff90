import 'server-only'
import type { Scoped } from './within'

type Counting = Scoped<'system.count_reports'>

/** Cases counted in one transaction, unless one month or one organisation has more. */
const AT_ONCE = 4_000

/** How many months and organisations still wait to be counted, and how many there are. */
export type DeskWaiting = { readonly waiting: number; readonly known: number }

/** Finds out which months and organisations changed. All that was written before this call is then counted or waits. */
export async function collectDeskChanges(on: Counting): Promise<DeskWaiting> {
  const [row] = await on.db.$queryRaw<{ waiting: bigint; known: bigint }[]>`
    SELECT waiting, known FROM app.collect_desk_changes()`
  return { waiting: Number(row?.waiting ?? 0n), known: Number(row?.known ?? 0n) }
}

/** Counts some of what waits, the latest months first, then organisations. Returns how many; 0 when nothing waits. */
export async function countWaiting(on: Counting, at: Date): Promise<number> {
  const [months] = await on.db.$queryRaw<{ counted: number }[]>`
    SELECT app.count_desk_months(${at}::timestamptz, ${AT_ONCE}::int) AS counted`
  if (months && months.counted > 0) return months.counted
  const [organisations] = await on.db.$queryRaw<{ counted: number }[]>`
    SELECT app.count_desk_organisations(${AT_ONCE}::int) AS counted`
  return organisations?.counted ?? 0
}
