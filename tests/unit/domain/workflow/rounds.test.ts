import { describe, expect, it } from 'vitest'
import { barredByAppeal } from '@/lib/domain/workflow/appeal-bar'
import { lastEntry } from '@/lib/domain/workflow/entries'
import { remediesOfRound } from '@/lib/domain/workflow/remedy-round'
import type { CaseState } from '@/lib/domain/workflow/states'

const day = (of: number) => new Date(Date.UTC(2026, 0, of))

/** A line of stations, one a day, all by the officer Hanh but appeals. */
function line(...states: readonly CaseState[]) {
  return states.map((toState, index) => ({
    fromState: states[index - 1] ?? null,
    toState,
    movedAt: day(index + 1),
    byStaffId: toState === 'appeal' ? null : 'hanh',
  }))
}

const aRemedy = (agreedOn: number, failedOn: number | null = null) => ({
  agreedAt: day(agreedOn),
  workerAcceptedAt: day(agreedOn),
  deliveredAt: null,
  workerConfirmedAt: null,
  failedAt: failedOn === null ? null : day(failedOn),
})

describe('the round a case is in', () => {
  it('a wait for the worker is no new entry', () => {
    expect(lastEntry(line('referred', 'awaiting_worker', 'referred'), 'referred')).toEqual(day(1))
    expect(lastEntry(line('referred', 'investigation', 'referral_pending_consent', 'referred'), 'referred')).toEqual(
      day(4),
    )
    expect(lastEntry(line('triage'), 'referred')).toBeNull()
  })

  it('a remedy counts where it was agreed, also after a wait', () => {
    const stations = line('investigation', 'remedy_agreed', 'awaiting_worker', 'remedy_agreed')
    expect(remediesOfRound([aRemedy(2)], stations)).toHaveLength(1)
  })

  it('a remedy of before proves nothing: not after a broken promise, not after opening again', () => {
    expect(remediesOfRound([aRemedy(2)], line('investigation', 'remedy_agreed', 'investigation'))).toEqual([])
    const again = line('investigation', 'remedy_agreed', 'closed', 'reopened', 'assigned', 'investigation')
    expect(remediesOfRound([aRemedy(2)], again)).toEqual([])
  })

  it('a broken remedy counts for nothing', () => {
    expect(remediesOfRound([aRemedy(2, 3)], line('investigation', 'remedy_agreed'))).toEqual([])
  })
})

describe('who may not hold a case after an appeal', () => {
  it('is who closed it, until it is closed again', () => {
    expect(barredByAppeal(line('triage', 'closed', 'appeal'))).toBe('hanh')
    expect(barredByAppeal(line('triage', 'closed', 'appeal', 'assigned'))).toBe('hanh')
    expect(barredByAppeal(line('triage', 'closed', 'appeal', 'closed'))).toBeNull()
  })

  it('is nobody without an appeal', () => {
    expect(barredByAppeal(line('triage', 'closed', 'reopened'))).toBeNull()
    expect(barredByAppeal(line('triage'))).toBeNull()
  })
})
