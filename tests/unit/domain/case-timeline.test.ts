import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  collapseTimeline,
  mergeTimeline,
  ofKind,
  timelinePage,
  type TimelineEntry,
  type TimelineKind,
} from '@/lib/domain/case-timeline'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 0, minute))
const entry = (id: string, minute: number, change: Partial<TimelineEntry> = {}): TimelineEntry => ({
  id,
  kind: 'message',
  at: at(minute),
  what: 'Message',
  who: 'Hạnh',
  ...change,
})

const anyEntry = fc.record({
  id: fc.string({ minLength: 1, maxLength: 3 }),
  minute: fc.nat(20),
  kind: fc.constantFrom<TimelineKind>('reading', 'message', 'task'),
})
const entriesOf = (rows: readonly { id: string; minute: number; kind: TimelineKind }[]) =>
  rows.map(({ id, minute, kind }) => entry(id, minute, { kind }))

describe('merging', () => {
  test('the newest first, whatever the sources and their order', () => {
    const merged = mergeTimeline([[entry('a', 1), entry('c', 3)], [entry('b', 2)]])
    expect(merged.map(({ id }) => id)).toEqual(['c', 'b', 'a'])
  })

  test('what two sources tell is told once, by the first', () => {
    const merged = mergeTimeline([[entry('a', 1, { what: 'row' })], [entry('a', 1, { what: 'trail' })]])
    expect(merged.map(({ what }) => what)).toEqual(['row'])
  })

  test('is the same for any order of entries, each once, never younger below older', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyEntry, { selector: ({ id }) => id }), (rows) => {
        const entries = entriesOf(rows)
        const merged = mergeTimeline([entries])
        expect(mergeTimeline([entries.toReversed()])).toEqual(merged)
        expect(new Set(merged.map(({ id }) => id)).size).toBe(rows.length)
        merged.slice(1).forEach((one, index) => expect(one.at <= (merged[index]?.at ?? one.at)).toBe(true))
      }),
    )
  })
})

describe('pages', () => {
  test('follow each other without a gap or a repetition, also within one moment', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyEntry, { selector: ({ id }) => id }),
        fc.integer({ min: 1, max: 5 }),
        (rows, size) => {
          const all = mergeTimeline([entriesOf(rows)])
          const seen: TimelineEntry[] = []
          let page = timelinePage(all, null, size)
          seen.push(...page.entries)
          while (page.next !== null) {
            page = timelinePage(all, page.next, size)
            seen.push(...page.entries)
          }
          expect(seen).toEqual(all)
        },
      ),
    )
  })
})

describe('collapsing', () => {
  test('readings of one person on one day are one, also with something between', () => {
    const reading = { kind: 'reading', what: 'Case read' } as const
    const shown = collapseTimeline([entry('c', 9, reading), entry('b', 8), entry('a', 7, reading)])
    expect(shown.map(({ id, times }) => [id, times ?? 1])).toEqual([
      ['c', 2],
      ['b', 1],
    ])
  })

  test('readings on two days (Japan), or by two people, stay apart', () => {
    const reading = { kind: 'reading', what: 'Case read' } as const
    const late = { ...reading, at: new Date('2026-11-21T14:59:00Z') }
    const nextDay = { ...reading, at: new Date('2026-11-21T15:00:00Z') }
    expect(collapseTimeline([entry('b', 0, nextDay), entry('a', 0, late)])).toHaveLength(2)
    expect(collapseTimeline([entry('b', 1, reading), entry('a', 0, { ...reading, who: 'Kenji' })])).toHaveLength(2)
  })

  test('words of a person are never folded together', () => {
    const said = { said: { text: 'Yes.', lang: 'en' } }
    expect(collapseTimeline([entry('b', 1, said), entry('a', 0, said)])).toHaveLength(2)
  })
})

test('one kind only, or all', () => {
  const all = [entry('a', 1), entry('b', 2, { kind: 'task' })]
  expect(ofKind(all, 'task').map(({ id }) => id)).toEqual(['b'])
  expect(ofKind(all, null)).toEqual(all)
})
