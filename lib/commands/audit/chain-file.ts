import { EVENT_FIELDS, type AuditEvent, type Cut, type Head } from './event'

// A chain as a file: one JSON object a line, fields always in one order and nothing that changes from one export to the next, so that
// two exports of the same chain are the same bytes. The first line names the office and the end of the chain, and where it begins when
// what was older than its time is gone.

export const FORMAT = 'fair-passage-audit/1'

export type Chain = {
  readonly office: string
  readonly head: Head
  readonly cut: Cut | null
  readonly events: readonly AuditEvent[]
}

/** The first line of a file. */
export function headLine(office: string, head: Head, cut: Cut | null = null): string {
  const begins = cut === null ? {} : { cutSeq: cut.seq, cutHash: cut.hash }
  return `${JSON.stringify({ format: FORMAT, office, seq: head.seq, hash: head.hash, ...begins })}\n`
}

/** The line of an event. */
export function eventLine(event: AuditEvent): string {
  return `${JSON.stringify(Object.fromEntries(EVENT_FIELDS.map((name) => [name, event[name]])))}\n`
}

/** A line that is not of this format; from 1. */
export class LineUnreadable extends Error {
  readonly line: number
  constructor(line: number) {
    super(`line ${line} is not of an audit file`)
    this.line = line
  }
}

/** Reads a file. Throws LineUnreadable: a chain that is cut within a line says so instead of looking short. */
export function parseChain(text: string): Chain {
  const lines = text.split('\n')
  if (lines.at(-1) !== '') throw new LineUnreadable(lines.length)
  const [first, ...rest] = lines.slice(0, -1).map((line, index) => objectIn(line, index + 1))
  if (first?.['format'] !== FORMAT || typeof first['office'] !== 'string') throw new LineUnreadable(1)
  return {
    office: first['office'],
    head: { seq: numberIn(first, 'seq', 1), hash: textIn(first, 'hash', 1) },
    cut:
      first['cutSeq'] === undefined ? null : { seq: numberIn(first, 'cutSeq', 1), hash: textIn(first, 'cutHash', 1) },
    events: rest.map((event, index) => eventIn(event, index + 2)),
  }
}

type Line = Readonly<Record<string, unknown>>

/** What the hash is made of stands with `|` between: a field with one in it could be read as two. Only the last may have it. */
function eventIn(line: Line, at: number): AuditEvent {
  const field = (name: string) => {
    const text = textIn(line, name, at)
    if (text.includes('|')) throw new LineUnreadable(at)
    return text
  }
  const orNull = (name: string) => (line[name] === null ? null : field(name))
  return {
    seq: numberIn(line, 'seq', at),
    id: field('id'),
    at: field('at'),
    actorKind: field('actorKind'),
    actorId: orNull('actorId'),
    action: field('action'),
    caseId: orNull('caseId'),
    detail: textIn(line, 'detail', at),
    prevHash: textIn(line, 'prevHash', at),
    hash: textIn(line, 'hash', at),
  }
}

function objectIn(line: string, at: number): Line {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null) return value as Line
  } catch {
    // Said below, like everything else that is no object.
  }
  throw new LineUnreadable(at)
}

function textIn(line: Line, name: string, at: number): string {
  const value = line[name]
  if (typeof value !== 'string') throw new LineUnreadable(at)
  return value
}

function numberIn(line: Line, name: string, at: number): number {
  const value = line[name]
  if (!Number.isSafeInteger(value)) throw new LineUnreadable(at)
  return value as number
}
