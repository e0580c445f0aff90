import type { CaseFacts, MoveRequest } from '@/lib/domain/workflow/facts'
import type { CaseState } from '@/lib/domain/workflow/states'

export const DAY = 24 * 3_600_000
export const NOW = new Date('2026-11-21T00:00:00Z')
export const own = { assigneeId: 'hanh' } as const

/** What is known, where to, what the person adds, and the refusal (null: it moves). */
export type GuardRow = [string, Partial<CaseFacts>, CaseState, Partial<MoveRequest>, string | null]
export const triaged = { state: 'triage', severity: 'high', grievances: ['wages_unpaid'] } as const
export const inquiry = { state: 'investigation', ...own } as const
