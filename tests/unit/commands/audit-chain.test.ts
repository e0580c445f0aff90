import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { eventLine, headLine, LineUnreadable, parseChain } from '@/lib/commands/audit/chain-file'
import { EVENT_FIELDS, hashOf, type AuditEvent, type Head } from '@/lib/commands/audit/event'
import { verifyChain, type Break } from '@/lib/commands/audit/verify-chain'

const OFFICE = '0190a000-0000-7000-8000-000000000001'
const idOf = (seq: number) => `0190b000-0000-7000-8000-${String(seq).padStart(12, '0')}`

function anEvent(seq: number, prevHash: string, salt = ''): AuditEvent {
  const bare = {
    seq,
    id: idOf(seq),
    at: String(1_790_000_000_000_000 + seq * 977),
    actorKind: seq % 3 === 0 ? 'system' : 'staff',
    actorId: seq % 3 === 0 ? null : idOf(900 + seq),
    action: `case.read${salt}`,
    caseId: seq % 2 === 0 ? idOf(500 + seq) : null,
    detail: `{"n": ${seq}}`,
    prevHash,
    hash: '',
  }
  return { ...bare, hash: hashOf(OFFICE, bare) }
}

function aChain(length: number): AuditEvent[] {
  const events: AuditEvent[] = []
  for (let seq = 1; seq <= length; seq += 1) events.push(anEvent(seq, events.at(-1)?.hash ?? ''))
  return events
}

const headOf = (events: readonly AuditEvent[]): Head => ({ seq: events.length, hash: events.at(-1)?.hash ?? '' })
const first = (events: readonly AuditEvent[], head: Head): Break | undefined => verifyChain(OFFICE, events, head)[0]
const places = (breaks: readonly Break[]) => breaks.map(({ kind, seq }) => `${kind} ${seq}`)

const chains = fc.integer({ min: 2, max: 14 }).map(aChain)
/** A chain and a place in it. */
const chainAndPlace = chains.chain((events) =>
  fc.tuple(fc.constant(events), fc.integer({ min: 0, max: events.length - 1 })),
)

/** Another value of the same kind. */
function another(event: AuditEvent, field: (typeof EVENT_FIELDS)[number], by: number): AuditEvent {
  const value = event[field]
  if (field === 'seq') return { ...event, seq: event.seq + by }
  if (value === null) return { ...event, [field]: idOf(700 + by) }
  if (field === 'hash' || field === 'prevHash')
    return {
      ...event,
      [field]: createHash('sha256')
        .update(`${String(value)}${by}`)
        .digest('hex'),
    }
  return { ...event, [field]: `${String(value)}${by}` }
}

describe('a chain', () => {
  test('that nobody touched fits, and is the same bytes each time', () => {
    fc.assert(
      fc.property(chains, (events) => {
        expect(
          verifyChain(OFFICE, events, headOf(events), [
            { ...headOf(events), from: 'x' },
            { seq: 0, hash: '', from: 'x' },
          ]),
        ).toEqual([])
        const text = [headLine(OFFICE, headOf(events)), ...events.map(eventLine)].join('')
        const read = parseChain(text)
        expect(read).toEqual({ office: OFFICE, head: headOf(events), cut: null, events })
        expect([headLine(read.office, read.head), ...read.events.map(eventLine)].join('')).toBe(text)
      }),
    )
  })

  test('hashes like the database: a value worked out by hand', () => {
    const bytes = `${OFFICE}|1|${idOf(1)}|1790000000000977|staff|${idOf(901)}|case.read|-|{"n": 1}`
    expect(aChain(1)[0]?.hash).toBe(createHash('sha256').update(bytes).digest('hex'))
  })
})

describe('a chain that somebody touched says where', () => {
  test('any field of any event was changed', () => {
    fc.assert(
      fc.property(
        chainAndPlace,
        fc.constantFrom(...EVENT_FIELDS),
        fc.integer({ min: 1, max: 9 }),
        ([events, at], field, by) => {
          const found = verifyChain(
            OFFICE,
            events.with(at, another(events[at] as AuditEvent, field, by)),
            headOf(events),
          )
          expect(places(found)).toEqual([`changed ${at + 1}`])
          expect(found[0]?.row).toBe(at + 1)
        },
      ),
      { numRuns: 1000 },
    )
  })

  test('an event was changed and its hash made anew', () => {
    fc.assert(
      fc.property(chainAndPlace, ([events, at]) => {
        const forged = anEvent(at + 1, events[at - 1]?.hash ?? '', '.forged')
        expect(places(verifyChain(OFFICE, events.with(at, forged), headOf(events)))).toEqual([`changed ${at + 1}`])
      }),
    )
  })

  test('events are missing, in the middle or at the end', () => {
    fc.assert(
      fc.property(chainAndPlace, fc.integer({ min: 1, max: 3 }), ([events, at], count) => {
        const left = events.toSpliced(at, count)
        const kind = at + count >= events.length ? 'truncated' : 'missing'
        expect(places(verifyChain(OFFICE, left, headOf(events)))).toEqual([`${kind} ${at + 1}`])
      }),
    )
  })

  test('two events changed places, or their numbers', () => {
    fc.assert(
      fc.property(chainAndPlace, fc.nat(), ([events, at], other) => {
        const to = other % events.length
        fc.pre(to !== at)
        const [a, b] = [events[at] as AuditEvent, events[to] as AuditEvent]
        const place = Math.min(at, to) + 1
        expect(places(verifyChain(OFFICE, events.with(at, b).with(to, a), headOf(events)))).toEqual([
          `reordered ${place}`,
        ])
        const renumbered = events.with(at, { ...b, seq: a.seq }).with(to, { ...a, seq: b.seq })
        expect(first(renumbered, headOf(events))).toMatchObject({ kind: 'reordered', seq: place })
      }),
    )
  })

  test('an event was put in: invented, made to fit what is before, or copied', () => {
    fc.assert(
      fc.property(chainAndPlace, fc.constantFrom('fitting', 'invented', 'copied'), ([events, at], how) => {
        const made = {
          fitting: anEvent(at + 1, events[at - 1]?.hash ?? '', '.invented'),
          invented: { ...anEvent(at + 1, 'ab'.repeat(32), '.invented'), hash: 'cd'.repeat(32) },
          copied: events[0] as AuditEvent,
        }[how]
        const found = verifyChain(OFFICE, events.toSpliced(at, 0, made), headOf(events))
        fc.pre(how !== 'copied' || at > 0)
        expect(places(found)).toEqual([`inserted ${at + 1}`])
        expect(found[0]?.row).toBe(at + 1)
      }),
    )
    const events = aChain(4)
    const longer = [...events, anEvent(5, events[3]?.hash ?? '')]
    expect(places(verifyChain(OFFICE, longer, headOf(events)))).toEqual(['inserted 5'])
  })

  test('all of it was made anew, which only an anchor knows', () => {
    const events = aChain(9)
    const anchors = [2, 5, 9].map((seq) => ({ seq, hash: events[seq - 1]?.hash ?? '', from: 'x' }))
    const forged = events.slice(0, 3)
    for (let seq = 4; seq <= 9; seq += 1) forged.push(anEvent(seq, forged.at(-1)?.hash ?? '', '.forged'))
    expect(verifyChain(OFFICE, forged, headOf(forged))).toEqual([])
    expect(places(verifyChain(OFFICE, forged, headOf(forged), anchors))).toEqual(['rewritten 5', 'rewritten 9'])
    // Cut off, with the head put back to where it was.
    const cut = events.slice(0, 6)
    expect(verifyChain(OFFICE, cut, headOf(cut))).toEqual([])
    expect(places(verifyChain(OFFICE, cut, headOf(cut), anchors))).toEqual(['truncated 7'])
  })

  test('its beginning went, by a cut that says it is of a year that has not come', () => {
    const events = aChain(6)
    const cut = { seq: 4, hash: events[3]?.hash ?? '' }
    const rest = events.slice(4)
    const said = (at: string) => {
      const bare = {
        ...anEvent(7, rest.at(-1)?.hash ?? ''),
        at,
        action: 'audit.cut',
        detail: JSON.stringify(cut),
      }
      return [...rest, { ...bare, hash: hashOf(OFFICE, bare) }]
    }
    const asOf = new Date('2026-11-21T00:00:00Z')
    const anchors = [{ seq: 2, hash: events[1]?.hash ?? '', from: '2026-10-01T00:00:00.000Z' }]
    for (const year of [2026, 2033]) {
      const found = said(String(Date.UTC(year, 10, 20) * 1000))
      const head = { seq: 7, hash: found.at(-1)?.hash ?? '' }
      expect(places(verifyChain(OFFICE, found, head, anchors, cut, asOf)), String(year)).toEqual(['cut_too_young 5'])
    }
  })

  test('fields of the file that could be read as others are not read', () => {
    const [event] = aChain(1)
    if (!event) throw new Error('no event')
    const read = { ...event, detail: '{"a": "x|y"}' }
    const whole = { ...read, hash: hashOf(OFFICE, read) }
    const head = headLine(OFFICE, { seq: 1, hash: whole.hash })
    expect(parseChain(head + eventLine(whole)).events).toEqual([whole])
    // The same bytes under the hash, and something else said by them.
    const bent = { ...whole, action: `${whole.action}|-|{"a": "x`, caseId: 'y"}', detail: '' }
    expect(() => parseChain(head + eventLine(bent))).toThrow(LineUnreadable)
  })

  test('the file is no such file', () => {
    const events = aChain(3)
    const text = [headLine(OFFICE, headOf(events)), ...events.map(eventLine)].join('')
    expect(() => parseChain(text.slice(0, -9))).toThrow(LineUnreadable)
    expect(() => parseChain('')).toThrow(LineUnreadable)
    expect(() => parseChain(text.replace('"at":"', '"at":'))).toThrow('line 2')
    fc.assert(
      fc.property(fc.string(), (any) => {
        try {
          parseChain(any)
        } catch (error) {
          expect(error).toBeInstanceOf(LineUnreadable)
        }
      }),
    )
  })
})
