import type { Metadata } from 'next'
import { purposeWord } from '@/components/case/referral-words'
import { wordOf } from '@/components/case/words'
import { Tag } from '@/components/ui/tag'
import { requireGrant } from '@/lib/access/door'
import { formatDayOf } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor, type Translator } from '@/lib/i18n/translate'
import { readShares } from '@/lib/usecases/referrals/shares'

type Props = PageProps<'/[locale]/referrals'>
type Shares = Awaited<ReturnType<typeof readShares>>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('referrals.room') }
}

/** What other offices shared with this one, and what it shared with them. Nothing of a case stands in the lists. */
export default async function SharesPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const grant = await requireGrant('share.read', { locale, returnTo: `/${locale}/referrals` })
  const { received, given } = await readShares(grant)
  const t = translatorFor(locale)
  return (
    <>
      <h1>{t('referrals.room')}</h1>
      <section className="block">
        <h2>{t('referrals.received_heading')}</h2>
        {received.length === 0 ? <p className="mute">{t('referrals.received_none')}</p> : null}
        <ul className="todo">
          {received.map((share) => (
            <li key={share.id}>
              <span>
                {share.isOpen ? <a href={`/${locale}/referrals/${share.id}`}>{share.from}</a> : share.from}{' '}
                {share.isOpen && share.openedAt === null ? (
                  <Tag pictogram="info">{t('referrals.share_new')}</Tag>
                ) : null}
                <small>
                  {purposeWord(t, share.purpose)} · {formatDayOf(share.createdAt, locale)} · {receivedState(t, share)}
                </small>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <section className="block">
        <h2>{t('referrals.given_heading')}</h2>
        {given.length === 0 ? <p className="mute">{t('referrals.given_none')}</p> : null}
        <ul className="todo">
          {given.map((share) => (
            <li key={share.id}>
              <span>
                <a href={`/${locale}/cases/${share.number}/referrals/${share.referralId}`}>{share.number}</a>
                <small>
                  {purposeWord(t, share.purpose)} · {formatDayOf(share.createdAt, locale)} · {givenState(t, share)}
                </small>
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function receivedState(t: Translator, share: Shares['received'][number]): string {
  if (!share.isOpen) return t('referrals.share_closed')
  if (share.outcomeCode !== null) return outcomeOf(t, share.outcomeCode)
  return t(share.decision === 'accepted' ? 'referrals.share_taken_on' : 'referrals.share_open')
}

function givenState(t: Translator, share: Shares['given'][number]): string {
  if (share.outcomeCode !== null) return outcomeOf(t, share.outcomeCode)
  if (share.closedAt !== null) return t('referrals.share_closed')
  if (share.decision === 'accepted') return t('referrals.share_they_took_on')
  return share.openedAt === null
    ? t('referrals.not_opened')
    : t('referrals.opened', { day: formatDayOf(share.openedAt, t.locale) })
}

function outcomeOf(t: Translator, code: string): string {
  return wordOf(t, `referrals.outcome_${code}`, code)
}
