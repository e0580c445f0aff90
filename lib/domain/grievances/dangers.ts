/**
 * Answers of the danger screen. Each of them makes a case critical at once (domain rule: immediate
 * danger, departure within seven days, injury without care, minor, pregnancy with threat,
 * self-harm, punishment after complaining).
 */
export const DANGER_CODES = [
  'in_danger_now',
  'sent_home_within_7_days',
  'injured_without_care',
  'thinking_of_self_harm',
  'punished_for_complaining',
  'pregnant_and_threatened',
  'under_18',
] as const

/** A danger a worker tells us of. */
export type DangerCode = (typeof DANGER_CODES)[number]

/** Dangers whose answer shows the emergency numbers above the next question. */
export const EMERGENCY_DANGERS: readonly DangerCode[] = [
  'in_danger_now',
  'injured_without_care',
  'thinking_of_self_harm',
  'sent_home_within_7_days',
  'pregnant_and_threatened',
]

/** Dangers that reveal health, and so need the special-care consent. */
export const HEALTH_DANGERS: readonly DangerCode[] = [
  'injured_without_care',
  'thinking_of_self_harm',
  'pregnant_and_threatened',
]
