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
