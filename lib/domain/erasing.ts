import { eraseDayFrom } from './consents'

/** How long an office that was sent a case may work on it before it is erased in spite of that (migration follow_up says the same). */
export const KEPT_ELSEWHERE_DAYS = 365

type Sent = { readonly sentAt: Date; readonly answeredAt: Date | null }

/**
 * Until when a case that its worker wants deleted stays, because another office has it and has not answered: at the latest a
 * year after the sending. Null: nobody has it, nothing is in the way.
 */
export function keptElsewhereUntil(referrals: readonly Sent[]): Date | null {
  const ends = referrals
    .filter(({ answeredAt }) => answeredAt === null)
    .map(({ sentAt }) => sentAt.getTime() + KEPT_ELSEWHERE_DAYS * 86_400_000)
  return ends.length === 0 ? null : new Date(Math.max(...ends))
}

/** When a case that may not be kept from an instant on is erased, given who else has it and until when it is held. */
export function eraseDayAfter(at: Date, referrals: readonly Sent[], held: Date | null = null): Date {
  const ends = [eraseDayFrom(at), keptElsewhereUntil(referrals), held].flatMap((end) =>
    end === null ? [] : [end.getTime()],
  )
  return new Date(Math.max(...ends))
}
