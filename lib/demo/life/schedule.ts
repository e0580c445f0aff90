import { RESPONSE_TARGETS } from '@/lib/domain/response-targets'
import type { Severity } from '@/lib/domain/severity-levels'
import { isOpen, type CaseState } from '@/lib/domain/workflow/states'
import type { Random } from '../random'
import type { DatedAct, PlannedAct } from './life-plan'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** Nothing happens in the last minutes before the load, so that no event lies in the future. */
const MARGIN_MS = 10 * 60_000
/** Acts at the beginning keep up with how urgent the case is; later ones take the time they take. */
const FIRST_ACTS = 3
const PACE: Readonly<Record<Severity, number>> = { critical: 0.08, high: 0.5, medium: 1, low: 1.5 }
/** Of the open cases, the share whose worker was told something within the promised time: a little is late. */
const KEPT_UP = 0.88

/** A case for which acts get their moments. */
export type Scheduled = { readonly state: CaseState; readonly severity: Severity; readonly receivedAt: Date }

/** When each act happens: after the one before, and all of them before `today`, closer together when the time is short. */
export function schedule(
  acts: readonly PlannedAct[],
  { severity, receivedAt }: Scheduled,
  today: Date,
  random: Random,
): DatedAct[] {
  const gaps = acts.map(
    ({ afterDays: [from, to] }, index) =>
      (from + random.next() * (to - from)) * DAY_MS * (index < FIRST_ACTS ? PACE[severity] : 1),
  )
  const wanted = gaps.reduce((sum, gap) => sum + gap, 0)
  const available = Math.max(today.getTime() - MARGIN_MS - receivedAt.getTime(), acts.length)
  const scale = Math.min(1, available / (wanted || 1))
  let at = receivedAt.getTime()
  return acts.map(({ act }, index) => ({ act, moment: new Date(Math.floor((at += (gaps[index] ?? 0) * scale))) }))
}

/** The acts with a last word to the worker, lately, when the case is open and the last act is long ago. */
export function keptUp(
  acts: readonly DatedAct[],
  { state, severity }: Scheduled,
  words: string,
  today: Date,
  random: Random,
): DatedAct[] {
  const last = acts.at(-1)
  if (!last || !isOpen(state) || state === 'awaiting_worker' || !random.chance(KEPT_UP)) return [...acts]
  const moment = new Date(
    today.getTime() - MARGIN_MS - Math.floor(random.next() * RESPONSE_TARGETS[severity].statusUpdateHours * HOUR_MS),
  )
  return moment <= last.moment ? [...acts] : [...acts, { act: { kind: 'write', text: words }, moment }]
}
