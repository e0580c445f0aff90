import { expect, it } from 'vitest'
import { deadlinesFor } from '@/lib/domain/deadlines'
import { pausedBy } from '@/lib/domain/waiting'

const DAY = 24 * 3_600_000
const at = (days: number) => new Date(Date.UTC(2026, 10, 1) + days * DAY)
const STATIONS = [
  { toState: 'triage', movedAt: at(0) },
  { toState: 'awaiting_worker', movedAt: at(2) },
  { toState: 'triage', movedAt: at(7) },
  { toState: 'awaiting_worker', movedAt: at(10) },
  { toState: 'triage', movedAt: at(40) },
] as const

it.each([
  ['all of them', null, 5 + 14],
  ['from the question that was the last news on', at(10), 14],
  ['only the part after the last news', at(4), 3 + 14],
  ['nothing after the last wait was over', at(41), 0],
])('finished waits stop a clock: %s', (_what, since, days) => {
  expect(pausedBy(STATIONS, since)).toBe(days * DAY)
})

it('the wait that ended with an answer still moves the next news', () => {
  const facts = {
    receivedAt: at(0),
    firstReplyAt: at(2),
    triagedAt: at(2),
    lastUpdateAt: at(2),
    awaitingSince: null,
    pausedMs: 5 * DAY,
    referredAt: null,
    referralFollowUpsDone: 0,
    appealedAt: null,
    substantiveAnswerAt: null,
    closedAt: null,
    retaliationChecksDone: 0,
  }
  const news = (pausedSinceUpdateMs: number) =>
    deadlinesFor('triage', 'high', { ...facts, pausedSinceUpdateMs }).find(({ kind }) => kind === 'status_update')
  expect(news(5 * DAY)?.dueAt.getTime()).toBe((news(0)?.dueAt.getTime() ?? 0) + 5 * DAY)
})
