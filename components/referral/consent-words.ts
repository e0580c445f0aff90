import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

type Ground = { readonly consentId: string | null; readonly vitalInterestByIds: readonly string[] }
type Yes = { readonly expiresAt: Date | null; readonly withdrawnAt: Date | null }

/** On what ground something goes or went: "holds until 19 February 2027". */
export function consentWords(t: Translator, referral: Ground, consent: Yes | null): string {
  if (referral.vitalInterestByIds.length > 0) return t('referrals.consent_vital')
  if (consent === null) return t('referrals.consent_none')
  if (consent.withdrawnAt !== null)
    return t('referrals.consent_back', { day: formatDayOf(consent.withdrawnAt, t.locale) })
  return t('referrals.consent_holds', {
    day: consent.expiresAt === null ? '' : formatDayOf(consent.expiresAt, t.locale),
  })
}
