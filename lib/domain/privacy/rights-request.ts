/** What somebody may ask about the own data and an officer must do; labels under `codes.right.<kind>`. */
export const RIGHTS = ['access', 'correction', 'erasure', 'restriction', 'withdrawal'] as const
export type Right = (typeof RIGHTS)[number]

/** Who asks; labels under `cases.right_asker_<asker>`. `other`: somebody else whom the case names, or a person of the staff. */
export const RIGHTS_ASKERS = ['worker', 'representative', 'other'] as const
export type RightsAsker = (typeof RIGHTS_ASKERS)[number]

/** How it reached the office when it was not asked on the own page; labels under `cases.right_way_<way>`. */
export const RIGHTS_WAYS = ['phone', 'mail', 'visit'] as const
export type RightsWay = (typeof RIGHTS_WAYS)[number] | 'own_page'

/** How the office made sure who asks; labels under `cases.right_identity_<check>`. On the own page it is the code. */
export const RIGHTS_IDENTITY = ['facts', 'called_back', 'document', 'not_yet'] as const
export type RightsIdentity = (typeof RIGHTS_IDENTITY)[number] | 'own_code'

/** What came of it; labels under `codes.right_outcome.<outcome>`. */
export const RIGHTS_OUTCOMES = ['done', 'partly', 'refused', 'identity_unproven'] as const
export type RightsOutcome = (typeof RIGHTS_OUTCOMES)[number]

/** Within so many days whoever asks about the own data gets an answer (domain notes, part 10, requirement 4). */
export const RIGHTS_ANSWER_DAYS = 14

/** More than this wait for nobody: an officer has to answer some first. */
export const OPEN_RIGHTS_MAXIMUM = 10

/** A request, opened. `words`: what exactly; `reason`: what the office says to its outcome. */
export type RightsRequest = {
  readonly id: string
  readonly kind: Right
  readonly askedBy: RightsAsker
  readonly cameBy: RightsWay
  readonly identityCheck: RightsIdentity
  readonly cameAt: Date
  readonly language: string
  readonly words: string | null
  readonly outcome: RightsOutcome | null
  readonly reason: string | null
  readonly answeredAt: Date | null
}

/** Until when it is to be answered: counted from the day it came, whenever it was written down. */
export function rightsDueAt(cameAt: Date): Date {
  return new Date(cameAt.getTime() + RIGHTS_ANSWER_DAYS * 86_400_000)
}

/** Whether nobody is done or refused before it is known who asks: only that, or nothing, can be said then. */
export function isOutcomeAllowed(identityCheck: RightsIdentity, outcome: RightsOutcome): boolean {
  return identityCheck !== 'not_yet' || outcome === 'identity_unproven' || outcome === 'refused'
}
