/** The kinds a timeline can be narrowed to; labels under `cases.timeline_kind`. */
export const TIMELINE_KINDS = [
  'state',
  'message',
  'note',
  'file',
  'consent',
  'referral',
  'remedy',
  'ledger',
  'party',
  'translation',
  'sign',
  'task',
  'reading',
  'other',
] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

/** Something that happened on a case, ready to be shown: `what` are words, `who` a name or "Worker". */
export type TimelineEntry = {
  /** Stable and unique: the row it comes from and what became of it. */
  readonly id: string
  readonly kind: TimelineKind
  readonly at: Date
  readonly what: string
  readonly who: string | null
  /** Where on the case it can be read, an address or an anchor. */
  readonly href?: string | undefined
  /** Words of a person, in their language. */
  readonly said?: { readonly text: string; readonly lang: string } | undefined
  /** How often the same happened in a row. */
  readonly times?: number
}

/** Where a page of a timeline begins: below this entry. */
export type TimelineCursor = { readonly at: Date; readonly id: string }

/** Newest first; what happened at the same moment keeps one order for ever. */
function newestFirst(a: TimelineEntry, b: TimelineEntry): number {
  return b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0)
}

/** One timeline of several sources. An id that two sources tell is told once, by the source named first. */
export function mergeTimeline(sources: readonly (readonly TimelineEntry[])[]): readonly TimelineEntry[] {
  const seen = new Set<string>()
  const all: TimelineEntry[] = []
  for (const entry of sources.flat()) {
    if (seen.has(entry.id)) continue
    seen.add(entry.id)
    all.push(entry)
  }
  return all.toSorted(newestFirst)
}

/** Only one kind; null: every kind. */
export function ofKind(entries: readonly TimelineEntry[], kind: TimelineKind | null): readonly TimelineEntry[] {
  return kind === null ? entries : entries.filter((entry) => entry.kind === kind)
}

/** Readings by one person on one day (Japan) are one entry, the latest, and so is the same said several times in a row by one person. */
export function collapseTimeline(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const shown: TimelineEntry[] = []
  for (const entry of entries) {
    const at = shown.findIndex((before, index) =>
      entry.kind === 'reading'
        ? before.kind === 'reading' &&
          before.what === entry.what &&
          before.who === entry.who &&
          isSameDay(before, entry)
        : index === shown.length - 1 && isSame(before, entry),
    )
    const before = shown[at]
    if (before) shown[at] = { ...before, times: (before.times ?? 1) + (entry.times ?? 1) }
    else shown.push(entry)
  }
  return shown
}

/** What stands below a cursor, at most `count`, and the cursor of the next page; null at the end. */
export function timelinePage(
  entries: readonly TimelineEntry[],
  after: TimelineCursor | null,
  count: number,
): { readonly entries: readonly TimelineEntry[]; readonly next: TimelineCursor | null } {
  const rest =
    after === null
      ? entries
      : entries.filter(
          ({ at, id }) => at.getTime() < after.at.getTime() || (at.getTime() === after.at.getTime() && id < after.id),
        )
  const page = rest.slice(0, count)
  const last = page.at(-1)
  return { entries: page, next: rest.length > count && last ? { at: last.at, id: last.id } : null }
}

function isSame(a: TimelineEntry, b: TimelineEntry): boolean {
  return a.kind === b.kind && a.what === b.what && a.who === b.who && a.said === undefined && b.said === undefined
}

const JAPAN_OFFSET_MS = 9 * 3_600_000

function isSameDay(a: TimelineEntry, b: TimelineEntry): boolean {
  const day = ({ at }: TimelineEntry) => Math.floor((at.getTime() + JAPAN_OFFSET_MS) / 86_400_000)
  return day(a) === day(b)
}
