import type { BreachDuty, BreachFacts, BreachState } from './breach'

/** An incident in the list: nothing unsealed. */
export type BreachRow = BreachFacts & {
  readonly id: string
  readonly state: BreachState
  readonly reportedAt: Date
  readonly nextDueAt: Date | null
}

/** Something due because of an incident, and who did it. */
export type StoredDuty = BreachDuty & {
  readonly id: string
  readonly doneAt: Date | null
  readonly doneByName: string | null
  readonly outcome: 'done' | 'not_needed' | null
  readonly note: string | null
}

/** An incident with its words and everything that came of it. */
export type StoredBreach = Omit<BreachRow, 'nextDueAt'> & {
  readonly version: number
  readonly what: string
  readonly measures: string | null
  readonly reportedByName: string
  readonly judgedByName: string | null
  readonly judgedAt: Date | null
  readonly judgement: string | null
  readonly closingById: string | null
  readonly closingByName: string | null
  readonly closingAt: Date | null
  readonly closedByName: string | null
  readonly closedAt: Date | null
  readonly review: string | null
  readonly duties: readonly StoredDuty[]
  readonly cases: number
  readonly casesTold: number
}
