import 'server-only'
import { FLOW_LIMITS, flowWindow, type FlowName } from '@/lib/domain/flow-limits'
import { throttleBucket } from '@/lib/sealing/blind-index'
import type { Scoped } from './within'

/** One thing that somebody is about to do. `network`: where from, empty where networks cannot be told apart; only its hash of the day is kept. */
export type Turn = {
  readonly name: FlowName
  readonly network: string
  readonly at: Date
  /** How many it counts as; one if left out. */
  readonly cost?: number
}

/** Counts a turn and says whether it may go, in one statement that holds across processes. `held`: how many could not in this window. */
export async function countTurn(
  on: Scoped<'door.look_up'>,
  { name, network, at, cost = 1 }: Turn,
): Promise<{ readonly went: boolean; readonly held: number }> {
  const { start, forgetAt } = flowWindow(name, at)
  const limit = FLOW_LIMITS[name]
  const bucket = network === '' ? null : throttleBucket(`flow-${name}`, network, at.toISOString().slice(0, 10))
  const [counted] = await on.db.$queryRaw<{ went: boolean; held: number }[]>`
    SELECT went, held FROM app.count_turn(${name}, ${bucket}::bytea, ${start}, ${forgetAt}, ${cost}::int, ${limit.network}::int, ${limit.whole}::int)`
  if (!counted) throw new Error('a turn was not counted')
  return counted
}

/** What went through and was held in an hour, of one thing that anybody may do. */
export type FlowHour = {
  readonly name: Exclude<FlowName, 'file_mebibytes'>
  readonly hour: Date
  readonly passed: number
  readonly held: number
  readonly solved: number
  readonly waited: number
}

/** The hours since then in which anything was held, or much went through; the latest first. */
export function listFlowHours(on: Scoped<'flow.read'>, since: Date): Promise<FlowHour[]> {
  return on.db.$queryRaw<FlowHour[]>`
    SELECT name, date_trunc('hour', window_start) AS hour, sum(passed)::int AS passed, sum(held)::int AS held, sum(solved)::int AS solved, sum(waited)::int AS waited
    FROM flow WHERE window_start >= ${since} AND name <> 'file_mebibytes' GROUP BY 1, 2 ORDER BY 2 DESC, 1`
}

/** Counts somebody who was held and went on, by work or by waiting. */
export async function countLetThrough(
  on: Scoped<'door.look_up'>,
  { name, at }: Turn,
  how: 'solved' | 'waited',
): Promise<void> {
  const { start } = flowWindow(name, at)
  await on.db.flow.upsert({
    where: { name_windowStart: { name, windowStart: start } },
    create: { name, windowStart: start, [how]: 1 },
    update: { [how]: { increment: 1 } },
  })
}
