import { expect, it } from 'vitest'
import { JOB_KINDS, JOBS, standingOf } from '@/lib/domain/jobs'

const AT = new Date('2026-11-21T00:00:00Z')
const before = (minutes: number) => new Date(AT.getTime() - minutes * 60_000)

it.each(JOB_KINDS)('%s is late only after several runs were missed', (kind) => {
  const { everyMinutes, lateAfterMinutes } = JOBS[kind]
  expect(lateAfterMinutes).toBeGreaterThan(2 * everyMinutes)
  expect(standingOf(kind, before(lateAfterMinutes), before(9999), AT)).toBe('on_time')
  expect(standingOf(kind, before(lateAfterMinutes + 1), before(9999), AT)).toBe('late')
})

it('what was just installed has not run yet; what never ran since is late', () => {
  expect(standingOf('reminders', null, before(2), AT)).toBe('never')
  expect(standingOf('reminders', null, before(30), AT)).toBe('late')
  expect(standingOf('reminders', null, null, AT)).toBe('never')
})
