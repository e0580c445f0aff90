/** What a worker may allow to be told to a party beside the matter itself; without it, neither days nor sums nor the workplace. */
export const SHARED_ITEMS = ['amounts', 'dates', 'workplace'] as const
export type SharedItem = (typeof SHARED_ITEMS)[number]

/** The purpose that the worker's yes names: this party answers this question. */
export const ANSWER_PURPOSE = 'party_answer'

/** How fast a party is to answer: everybody, or the members of a voluntary programme with a desk for quick action. */
export const ANSWER_LANES = ['ordinary', 'quick_action'] as const
export type AnswerLane = (typeof ANSWER_LANES)[number]

/**
 * Days until the answer is due. Source: house rule for everybody; seven days for members of voluntary programmes (VJ-FERI and
 * e-FERI, ../shared/peers.md part 4, row 20).
 */
export const ANSWER_DAYS: Readonly<Record<AnswerLane, number>> = { ordinary: 14, quick_action: 7 }

/** A late answer still reaches us for this long after the due day; then the link leads nowhere. */
export const LATE_DAYS = 30

/** Programmes whose members promised to act quickly. */
export const QUICK_PROGRAMMES = ['feri', 'vj_feri', 'e_feri'] as const

/** What a party says to what it is told. */
export const STANCES = ['accept', 'partly', 'dispute'] as const
export type Stance = (typeof STANCES)[number]

/** The languages a party can read and answer in. */
export const PARTY_LOCALES = ['en', 'ja', 'vi'] as const
export type PartyLocale = (typeof PARTY_LOCALES)[number]

/** When an answer is due and when its link ends. */
export function answerClock(lane: AnswerLane, at: Date): { readonly dueAt: Date; readonly expiresAt: Date } {
  const dueAt = new Date(at.getTime() + ANSWER_DAYS[lane] * 86_400_000)
  return { dueAt, expiresAt: new Date(dueAt.getTime() + LATE_DAYS * 86_400_000) }
}

/** Where a question stands; labels under `answers.state_…`. */
export type RequestState = 'withdrawn' | 'answered' | 'answered_late' | 'overdue' | 'open'

/** Where a question stands at an instant. */
export function requestState(
  { withdrawnAt, answeredAt, dueAt }: { withdrawnAt: Date | null; answeredAt: Date | null; dueAt: Date },
  at: Date,
): RequestState {
  if (answeredAt !== null) return answeredAt <= dueAt ? 'answered' : 'answered_late'
  if (withdrawnAt !== null) return 'withdrawn'
  return dueAt < at ? 'overdue' : 'open'
}

/** Whether the link of a question still waits for its answer. */
export function isOpenRequest(
  request: { withdrawnAt: Date | null; answeredAt: Date | null; expiresAt: Date },
  at: Date,
): boolean {
  return request.withdrawnAt === null && request.answeredAt === null && request.expiresAt > at
}

/** Whether a stored word is an item that may be shared. */
export function isSharedItem(word: string): word is SharedItem {
  return (SHARED_ITEMS as readonly string[]).includes(word)
}
