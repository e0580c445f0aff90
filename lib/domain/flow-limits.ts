import { WINDOW_MINUTES } from './slowing'

/** What anybody may do without an account, counted by the network it comes from and for the whole installation. */
export type FlowName = 'draft' | 'report' | 'code' | 'outbox' | 'comment' | 'file' | 'file_mebibytes' | 'public_data'

export type FlowLimit = {
  readonly per: 'window' | 'day'
  /** The most of one network, and of all together. A dormitory shares a network; a campaign day has many. */
  readonly network: number
  readonly whole: number
}

/**
 * The limits: a dormitory or a help desk is one network. Beyond them a draft, a report and a look-up of a code ask for work or a wait and go on; the others are told to come
 * again. `code`: wrong codes; `outbox`: reports that waited on phones, which come again by themselves.
 */
export const FLOW_LIMITS = {
  draft: { per: 'window', network: 60, whole: 600 },
  report: { per: 'window', network: 30, whole: 300 },
  code: { per: 'window', network: 40, whole: 400 },
  outbox: { per: 'window', network: 60, whole: 600 },
  comment: { per: 'window', network: 30, whole: 300 },
  file: { per: 'window', network: 200, whole: 2_000 },
  file_mebibytes: { per: 'day', network: 2_000, whole: 20_000 },
  public_data: { per: 'window', network: 900, whole: 9_000 },
} as const satisfies Record<FlowName, FlowLimit>

export const FLOW_NAMES = Object.keys(FLOW_LIMITS) as FlowName[]

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** The window a moment falls into, and when its count tells nothing any more. Days are of UTC. */
export function flowWindow(name: FlowName, at: Date): { readonly start: Date; readonly forgetAt: Date } {
  const length = FLOW_LIMITS[name].per === 'day' ? DAY_MS : WINDOW_MINUTES * 60_000
  const start = Math.floor(at.getTime() / length) * length
  return { start: new Date(start), forgetAt: new Date(start + Math.max(length, HOUR_MS)) }
}
