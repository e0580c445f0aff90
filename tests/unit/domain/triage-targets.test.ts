import { describe, expect, it } from 'vitest'
import { triageTargets } from '@/lib/domain/triage-targets'

const received = new Date('2026-11-21T00:00:00Z')
const hours = (count: number) => new Date(received.getTime() + count * 3_600_000)

describe('the response targets of part 3, as dates', () => {
  it.each([
    ['critical', 4, 24, 48],
    ['high', 24, 72, 168],
    ['medium', 72, 168, 336],
    ['low', 168, 336, 720],
  ] as const)('%s', (severity, reply, decision, news) => {
    const found = triageTargets({ receivedAt: received, firstReplyAt: null, pausedMs: 0 }).find(
      (one) => one.severity === severity,
    )
    expect(found).toEqual({
      severity,
      firstReplyBy: hours(reply),
      decisionBy: hours(decision),
      newsEveryHours: news,
    })
  })

  it('move with a wait for the worker, and a reply that was sent is owed no more', () => {
    const [first] = triageTargets({ receivedAt: received, firstReplyAt: hours(1), pausedMs: 2 * 3_600_000 })
    expect(first).toMatchObject({ firstReplyBy: null })
    expect(triageTargets({ receivedAt: received, firstReplyAt: null, pausedMs: 2 * 3_600_000 })[0]?.decisionBy).toEqual(
      hours((first?.severity === 'critical' ? 24 : 336) + 2),
    )
  })
})
