/** Why a case of another office is opened; labels under `cases.emergency_reason`. */
export const EMERGENCY_REASONS = ['life_in_danger', 'missing', 'called_by_rescue'] as const
export type EmergencyReason = (typeof EMERGENCY_REASONS)[number]

/** For how long; an hour is the most that the database gives. */
export const EMERGENCY_MINUTES = [15, 30, 60] as const

/** How often one person can do it in a day; the database counts as well. */
export const EMERGENCIES_A_DAY = 5

/** The longest that an officer can keep it from the worker at once, with a reason, because knowing is not safe yet. */
export const HELD_BACK_DAYS = 30

/** What the office of the case thinks of it afterwards. */
export const EMERGENCY_JUDGEMENTS = ['justified', 'not_justified'] as const

/** An opening of a case by another office. */
export type Emergency = {
  readonly id: string
  readonly reason: EmergencyReason
  readonly words: string | null
  readonly by: string
  readonly office: string
  readonly openedAt: Date
  /** When it ended or will end. */
  readonly endsAt: Date
  readonly isOpen: boolean
  readonly isSeen: boolean
  readonly judgement: string | null
  /** Until when the worker is not told; null when the worker is, as soon as it is over. */
  readonly heldBackUntil: Date | null
}
