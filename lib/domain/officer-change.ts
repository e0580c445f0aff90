/** Whom a worker would rather talk to; labels under `codes.officer_preference`. */
export const OFFICER_PREFERENCES = ['any', 'woman', 'man'] as const

/** Whom a worker would rather talk to. */
export type OfficerPreference = (typeof OFFICER_PREFERENCES)[number]

/** `changed`: somebody else has the case. `none_free`: nobody else of the office can take it. */
export type OfficerRequestOutcome = 'changed' | 'none_free'

/** How soon a supervisor answers who asks for another officer (house rule). */
export const OFFICER_CHANGE_DAYS = 3

/** A request for another officer. The reason is there for who may read it. */
export type OfficerRequest = {
  readonly id: string
  readonly preference: OfficerPreference
  readonly reason: string | null
  readonly requestedAt: Date
  readonly outcome: OfficerRequestOutcome | null
  readonly answeredAt: Date | null
}
