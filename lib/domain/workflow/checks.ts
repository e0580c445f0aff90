/** What an officer does outside the product by a date and then writes down: asks a body for news, a worker about retaliation. */
export const CHECK_KINDS = ['referral_follow_up', 'retaliation_check'] as const

/** One thing to ask about. */
export type CheckKind = (typeof CHECK_KINDS)[number]

/** Whether a stored or posted text is something to ask about. */
export function isCheckKind(text: string): text is CheckKind {
  return CHECK_KINDS.some((kind) => kind === text)
}

/** What a worker says when asked whether somebody punished them for speaking; labels under `cases.retaliation_answer_*`. */
export const RETALIATION_ANSWERS = ['no', 'yes', 'not_reached'] as const
export type RetaliationAnswer = (typeof RETALIATION_ANSWERS)[number]
