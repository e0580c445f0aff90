import { hashOf, type AuditEvent, type Cut, type Head } from './event'

/** What was done to a chain. */
export type BreakKind =
  | 'changed'
  | 'missing'
  | 'inserted'
  | 'reordered'
  | 'truncated'
  | 'rewritten'
  | 'cut_unproven'
  | 'cut_too_young'

/** One place where a chain does not fit: the number in the chain, and the row (from 1) in what was read, null when it is not there. */
export type Break = { readonly kind: BreakKind; readonly seq: number; readonly row: number | null }

/** Somewhere else that the end of a chain was written down. */
export type Anchor = Head & { readonly from: string }

type Placed = AuditEvent & { readonly row: number; readonly trueSeq: number; readonly isWhole: boolean }

/** Looking for the right number of an event tries every number: not for more of them than this. */
const MOST_SEARCHED = 16

/** No event goes sooner (lib/domain/retention); a day for clocks. */
const KEPT_YEARS = 5
const DAY_MS = 86_400_000

/**
 * Every place where the chain of an office does not fit, in order; none when all fits. `events` as they were found, `head` the end as
 * the database or the file names it, `anchors` as they were written down outside, `cut` where the chain is said to begin: it has to be
 * said by the chain itself as well, and no anchor may show that what went was too young to go. `asOf`: nothing in it happened later.
 */
export function verifyChain(
  office: string,
  events: readonly AuditEvent[],
  head: Head | null = null,
  anchors: readonly Anchor[] = [],
  cut: Cut | null = null,
  asOf: Date = new Date(),
): Break[] {
  const placed = placeEvents(office, events, cut?.seq ?? 0)
  const walk = walkChain(office, placed, cut)
  const breaks = [...walk.breaks]
  if (cut !== null) breaks.push(...breaksOfCut(cut, placed, anchors, asOf))
  const last = walk.hashes.length - 1
  if (head !== null) breaks.push(...breakAtEnd(head, walk.hashes, placed.length))
  for (const { seq, hash } of anchors) {
    if (seq < (cut?.seq ?? 0)) continue
    if (seq > last) breaks.push({ kind: 'truncated', seq: last + 1, row: null })
    else if (walk.hashes[seq] !== hash && walk.breaks.length === 0) breaks.push({ kind: 'rewritten', seq, row: null })
  }
  return distinct(breaks)
}

/** What a cut says about itself: that the chain knows of it, and that what it took was old enough. */
function breaksOfCut(cut: Cut, events: readonly Placed[], anchors: readonly Anchor[], asOf: Date): Break[] {
  const said = events.find((event) => event.isWhole && event.action === 'audit.cut' && saysCut(event.detail, cut))
  if (said === undefined) return [{ kind: 'cut_unproven', seq: cut.seq + 1, row: null }]
  // Whoever made it up says when it was, and a day of the future would make everything old.
  const oldEnough = new Date(Math.min(Number(said.at) / 1000, asOf.getTime()))
  oldEnough.setUTCFullYear(oldEnough.getUTCFullYear() - KEPT_YEARS)
  // An anchor of then proves that what came after it happened later.
  const isYoung = anchors.some(({ seq, from }) => seq < cut.seq && Date.parse(from) > oldEnough.getTime() + DAY_MS)
  return isYoung ? [{ kind: 'cut_too_young', seq: cut.seq + 1, row: null }] : []
}

function saysCut(detail: string, { seq, hash }: Cut): boolean {
  try {
    const said = JSON.parse(detail) as { readonly seq?: unknown; readonly hash?: unknown }
    return said.seq === seq && said.hash === hash
  } catch {
    return false
  }
}

function breakAtEnd(head: Head, hashes: readonly string[], rows: number): Break[] {
  const last = hashes.length - 1
  if (head.seq > last) return [{ kind: 'truncated', seq: last + 1, row: null }]
  // Nothing follows the last event that could tell: its end does.
  if (head.seq < last) return [{ kind: 'inserted', seq: head.seq + 1, row: head.seq + 1 }]
  return hashes[last] === head.hash ? [] : [{ kind: 'changed', seq: last, row: rows }]
}

/** Says of each event whether its hash is that of its fields, and which number it has in truth when only that was changed. */
function placeEvents(office: string, events: readonly AuditEvent[], before: number): Placed[] {
  let searched = 0
  return events.map((event, index) => {
    if (hashOf(office, event) === event.hash) return { ...event, row: index + 1, trueSeq: event.seq, isWhole: true }
    const isSearched = (searched += 1) <= MOST_SEARCHED
    const trueSeq = isSearched ? numberThatFits(office, event, before, events.length + 1) : null
    return { ...event, row: index + 1, trueSeq: trueSeq ?? event.seq, isWhole: trueSeq !== null }
  })
}

function numberThatFits(office: string, event: AuditEvent, before: number, most: number): number | null {
  for (let seq = before + 1; seq <= before + most; seq += 1) if (hashOf(office, event, seq) === event.hash) return seq
  return null
}

/** Follows the links. `hashes[n]` is the hash after n events, as far as the chain can be followed; of those before a cut none. */
function walkChain(office: string, events: readonly Placed[], cut: Cut | null) {
  const breaks: Break[] = []
  const hashes = [...Array.from({ length: cut?.seq ?? 0 }, () => ''), cut?.hash ?? '']
  const linked = new Map<string, Placed>()
  for (const event of events) if (event.isWhole && !linked.has(event.prevHash)) linked.set(event.prevHash, event)
  const early = new Set<Placed>()
  const aside = new Set<Placed>()
  const say = (kind: BreakKind, seq: number, event: Placed | null) =>
    breaks.push({ kind, seq, row: event?.row ?? null })
  for (let index = 0; index < events.length; index += 1) {
    takeAside()
    const event = events[index]
    if (event === undefined || early.has(event) || aside.has(event)) continue
    const follower = nextAfter(index)
    const before = hashes.at(-1) ?? ''
    const seq = hashes.length
    const isLinked = event.prevHash === before
    const followsInstead = follower?.isWhole === true && follower.prevHash === before && follower.trueSeq === seq
    if (isLinked && event.isWhole && event.trueSeq === seq) {
      if (follower?.isWhole === true && follower.prevHash !== event.hash && follower.hash !== event.hash) {
        if (followsInstead) {
          say('inserted', seq, event)
          continue
        }
        if (follower.trueSeq === seq + 1) {
          // Its hash was made anew; who follows knows the one it had.
          say('changed', seq, event)
          hashes.push(follower.prevHash)
          continue
        }
      }
      if (event.seq !== event.trueSeq) say('changed', seq, event)
      hashes.push(event.hash)
    } else if (!isLinked && event.isWhole && event.trueSeq > seq) {
      const right = linked.get(before)
      if (right !== undefined && right.row > event.row) {
        say('reordered', seq, event)
        early.add(right)
        aside.add(event)
        hashes.push(right.hash)
      } else {
        say('missing', seq, null)
        while (hashes.length < event.trueSeq) hashes.push('')
        hashes[hashes.length - 1] = event.prevHash
        index -= 1
      }
    } else if (!isLinked && event.isWhole && event.trueSeq < seq) {
      say('inserted', seq, event)
    } else if (followsInstead) {
      say('inserted', seq, event)
    } else {
      say('changed', seq, event)
      hashes.push(nextHash(office, event, seq, before, follower))
    }
  }
  takeAside()
  return { breaks, hashes }

  function nextAfter(index: number): Placed | undefined {
    for (let at = index + 1; at < events.length; at += 1) {
      const later = events[at]
      if (later !== undefined && !early.has(later) && !aside.has(later)) return later
    }
    return undefined
  }

  /** What stood elsewhere is taken where it belongs. */
  function takeAside() {
    for (;;) {
      const right = [...aside].find((event) => event.prevHash === hashes.at(-1))
      if (right === undefined) return
      aside.delete(right)
      early.add(right)
      hashes.push(right.hash)
    }
  }
}

/** The hash that the chain goes on with after a changed event: the one that the next event names, or that the event itself had. */
function nextHash(office: string, event: Placed, seq: number, before: string, follower: Placed | undefined): string {
  const made = [event.hash, hashOf(office, event, seq, before)]
  if (follower === undefined) return event.hash
  if (made.includes(follower.prevHash)) return follower.prevHash
  return follower.isWhole && follower.trueSeq === seq + 1 ? follower.prevHash : event.hash
}

function distinct(breaks: readonly Break[]): Break[] {
  const known = new Map(breaks.map((found) => [`${found.kind} ${found.seq}`, found]))
  return [...known.values()].toSorted((a, b) => a.seq - b.seq)
}
