import { Pictogram } from '@/components/ui/pictogram'
import type { CaseReferral } from '@/lib/domain/case-file'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { itemWord, purposeWord, referralStateWord } from './referral-words'
import { bodyWord, wordOf } from './words'

/** Who the case went to or will go to, each with its own page; the way to pass it on. */
export function CaseReferrals({
  t,
  referrals,
  address,
  mayPassOn,
}: {
  t: Translator
  referrals: readonly CaseReferral[]
  /** Of the case; null on paper, where nothing is pressed. */
  address: string | null
  mayPassOn: boolean
}) {
  if (referrals.length === 0 && !mayPassOn) return null
  return (
    <section className="block" id="referrals">
      <h2>{t('referrals.heading')}</h2>
      <ul className="todo">
        {referrals.map((referral) => (
          <li key={referral.id}>
            <Pictogram name="hall" size="text" />
            <span>
              {address === null ? (
                <b>{recipientWord(t, referral)}</b>
              ) : (
                <a href={`${address}/referrals/${referral.id}`}>{recipientWord(t, referral)}</a>
              )}
              <small>
                {[
                  referral.withdrawnAt !== null && referral.sentAt !== null
                    ? t('referrals.consent_back', { day: formatDayOf(referral.withdrawnAt, t.locale) })
                    : referralStateWord(t, referral.state),
                  referral.sentAt && formatDayOf(referral.sentAt, t.locale),
                  referral.outcomeCode && wordOf(t, `referrals.outcome_${referral.outcomeCode}`, referral.outcomeCode),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
              <small>
                {purposeWord(t, referral.purpose)}: {referral.dataItems.map((item) => itemWord(t, item)).join(', ')}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {mayPassOn && address !== null ? (
        <p className="noprint">
          <a href={`${address}/referrals/new`}>{t('referrals.new_link')}</a>
        </p>
      ) : null}
    </section>
  )
}

function recipientWord(t: Translator, { officeName, bodyCode }: CaseReferral): string {
  return officeName ?? (bodyCode === null ? t('cases.other_office') : bodyWord(t, bodyCode))
}
