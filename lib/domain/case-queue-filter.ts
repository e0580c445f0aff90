import type { OriginCode } from './countries'
import type { Verdict } from './fees/assessment/assessment'
import type { GrievanceCode } from './grievances/catalog'
import type { SchemeCode } from './schemes'
import type { Severity } from './severity-levels'
import type { WaitingOn } from './waiting-on'
import type { CaseState } from './workflow/states'
import { endOfJapanDay, endOfWeek, type DueGroup, type QueueView } from './case-queue'

/** What somebody searches for, made ready: a case fits that fits any of the four. `words`: hashes in decimals, one of each list. */
export type QueueSearch = {
  readonly words: readonly (readonly string[])[]
  /** A piece of a case number. */
  readonly numberPart: string | null
  /** Codes whose words were typed, as facets. */
  readonly codes: readonly string[]
  /** Organisations of the register whose names were typed. */
  readonly parties: readonly string[]
}

/** What a page of the queue is about. Empty fields do not filter. `assigneeId` and `label` are ids. */
export type QueueFilter = {
  readonly view: QueueView
  readonly severity?: Severity | undefined
  readonly state?: CaseState | undefined
  readonly origin?: OriginCode | undefined
  readonly scheme?: SchemeCode | undefined
  readonly category?: GrievanceCode | undefined
  readonly assigneeId?: string | undefined
  readonly waiting?: WaitingOn | undefined
  readonly verdict?: Verdict | undefined
  readonly label?: string | undefined
  readonly due?: DueGroup | undefined
  readonly isUnread?: boolean | undefined
  readonly hasSigns?: boolean | undefined
  /** A whole case number; finds it in any state. */
  readonly number?: string | undefined
  /** Finds cases in any state, the latest first, whatever the view. */
  readonly search?: QueueSearch | undefined
}

/** Which order a page has: due first; closed ones by their last change; what was searched by when it came. */
export type QueueOrder = 'due' | 'closed' | 'received'

export function orderOf({ view, search }: QueueFilter): QueueOrder {
  if (search) return 'received'
  return view === 'closed' ? 'closed' : 'due'
}

/** The filter as the database knows it (app.facet_condition): one short text each, all of which have to hold. */
export function facetsOf(filter: QueueFilter, actorId: string): string[] {
  const { view, severity, state, origin, scheme, category, assigneeId, waiting, verdict, label } = filter
  return [
    ...(filter.search ? [] : viewFacets(view, actorId)),
    ...(severity ? [`v:${severity}`] : []),
    ...(state ? [`s:${state}`] : []),
    ...(origin ? [`c:${origin}`] : []),
    ...(scheme ? [`h:${scheme}`] : []),
    ...(category ? [`g:${category}`] : []),
    ...(assigneeId ? [`a:${assigneeId}`] : []),
    ...(waiting ? [`w:${waiting}`] : []),
    ...(verdict ? [`f:${verdict}`] : []),
    ...(label ? [`l:${label}`] : []),
    ...(filter.isUnread ? ['u:yes'] : []),
    ...(filter.hasSigns ? ['i:yes'] : []),
  ]
}

function viewFacets(view: QueueView, actorId: string): string[] {
  switch (view) {
    case 'due':
      return []
    case 'closed':
      return ['closed']
    case 'mine':
      return ['open', `a:${actorId}`]
    case 'free':
      return ['open', 'a:none']
    case 'worker':
      return ['open', 's:awaiting_worker']
    case 'fees':
      return ['open', 'x:yes']
    default:
      throw new Error(`unhandled view ${String(view satisfies never)}`)
  }
}

/** The instants between which a group of the queue lies: after `from`, up to `to`; 'infinity' stands for no date. */
export function dueBounds(group: DueGroup, at: Date): { readonly from: string | null; readonly to: string | null } {
  const [now, today, week] = [at, endOfJapanDay(at), endOfWeek(at)].map((instant) => instant.toISOString()) as [
    string,
    string,
    string,
  ]
  // The greatest instant of the database that is a date; what has none counts as infinitely far.
  const last = '9999-12-31T00:00:00.000Z'
  const bounds = {
    over: { from: null, to: now },
    today: { from: now, to: today },
    week: { from: today, to: week },
    later: { from: week, to: last },
    none: { from: last, to: null },
  }
  return bounds[group]
}
