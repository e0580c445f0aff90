import type { Random } from '../random'
import type { PlannedAct } from './life-plan'

const DAY_MS = 86_400_000
/** Nothing happens in the last minutes before the load, so that no event lies in the future. */
const MARGIN_MS = 10 * 60_000

/** When each act happens: after the one before, and all of them before `today`, closer together when the time is short. */
export function schedule(acts: readonly PlannedAct[], receivedAt: Date, today: Date, random: Random): Date[] {
  const gaps = acts.map(({ afterDays: [from, to] }) => (from + random.next() * (to - from)) * DAY_MS)
  const wanted = gaps.reduce((sum, gap) => sum + gap, 0)
  const available = Math.max(today.getTime() - MARGIN_MS - receivedAt.getTime(), acts.length)
  const scale = Math.min(1, available / (wanted || 1))
  let at = receivedAt.getTime()
  return gaps.map((gap) => new Date(Math.floor((at += gap * scale))))
}
