import 'server-only'
import type { ForumFacts } from '@/lib/domain/forums/case-claims'
import { forumFactsOf, fromStored, type StoredRows } from './forum-facts'
import type { Scoped } from './within'

type System = Scoped<'system.count_limitations'>

/** A recount that is being worked on; held until the transaction ends. */
export type HeldRecount = { readonly id: string; readonly lastCaseId: string | null }

/** A case with what its time limits depend on. */
export type LimitationCase = { readonly id: string; readonly facts: ForumFacts }

/** Takes the oldest recount that is not finished and that no other process holds; null when there is none. */
export async function holdRecount(on: System): Promise<HeldRecount | null> {
  const rows = await on.db.$queryRaw<HeldRecount[]>`SELECT id, last_case_id AS "lastCaseId" FROM limitation_recount
    WHERE finished_at IS NULL ORDER BY requested_at, id LIMIT 1 FOR UPDATE SKIP LOCKED`
  return rows[0] ?? null
}

/** The next open cases in the order of their ids; nobody else writes to them until the transaction ends (migration imports_and_limits). */
export async function readLimitationCases(on: System, held: HeldRecount, count: number): Promise<LimitationCase[]> {
  const rows = await on.db.$queryRaw<FactRow[]>`
    SELECT id, facts FROM app.read_limitation_cases(${held.lastCaseId}::uuid, ${count}::int)`
  return rows.map(limitationCaseOf)
}

/** Open cases of which a claim's time ran out and which was told, held like those (migration limitations_roll_on). */
export async function readPassedLimitations(on: System, at: Date, count: number): Promise<LimitationCase[]> {
  const rows = await on.db.$queryRaw<FactRow[]>`
    SELECT id, facts FROM app.read_passed_limitations(${at}, ${count}::int)`
  return rows.map(limitationCaseOf)
}

type FactRow = { readonly id: string; readonly facts: StoredRows }

function limitationCaseOf({ id, facts }: FactRow): LimitationCase {
  return { id, facts: forumFactsOf(fromStored(facts)) }
}

/** Where a clock stands; null: nothing runs out any more. */
export type CountedClock = { readonly caseId: string; readonly dueAt: Date | null }

/** Lets passed clocks stand on the next claim, or ends them, and writes into each trail what ran out. Returns how many moved. */
export async function rollLimitations(on: System, counted: readonly CountedClock[], at: Date): Promise<number> {
  const [row] = await on.db.$queryRaw<{ moved: number }[]>`
    SELECT app.roll_limitations(${JSON.stringify(counted)}::jsonb, ${at}) AS moved`
  return row?.moved ?? 0
}

/** Where each clock stands now, null for none; and how far the recount came. Returns how many clocks moved. */
export async function storeLimitations(
  on: System,
  held: HeldRecount,
  counted: readonly CountedClock[],
  progress: { readonly at: Date; readonly isLast: boolean },
): Promise<number> {
  const { at, isLast } = progress
  const [row] = await on.db.$queryRaw<{ moved: number }[]>`
    SELECT app.store_limitations(${JSON.stringify(counted)}::jsonb, ${at}) AS moved`
  await on.db.limitationRecount.updateMany({
    where: { id: held.id },
    data: { lastCaseId: counted.at(-1)?.caseId ?? held.lastCaseId, finishedAt: isLast ? at : null },
  })
  return row?.moved ?? 0
}
