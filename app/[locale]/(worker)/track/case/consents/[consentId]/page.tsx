import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { consentName } from '@/components/track/consent-rows'
import { WithdrawForm } from '@/components/track/withdraw-form'
import { requireWorkerGrant } from '@/lib/access/door'
import { isConsentValid } from '@/lib/domain/consents'
import { eraseDayAfter } from '@/lib/domain/erasing'
import { formatDayOf } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { withdrawConsentAction } from './actions'

type WithdrawProps = PageProps<'/[locale]/track/case/consents/[consentId]'>

export async function generateMetadata({ params }: WithdrawProps): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** Says what taking back means, before it is done. */
export default async function WithdrawPage({ params }: WithdrawProps) {
  const { locale, consentId } = await params
  const t = pageWordsFor(toLocale(locale))
  const reading = await readOwnCase(await requireWorkerGrant('own_case.read', t.locale))
  const consent = reading?.consents.find(({ id }) => id === consentId)
  // Taken back in another tab, or an old address: the list says how it stands.
  if (!reading || !consent || !isConsentValid(consent, now())) redirect(`/${t.locale}/track/case/consents`)
  const sent = reading.referrals.find(({ consentId: ground }) => ground === consent.id)
  const eraseOn = eraseDayAfter(now(), reading.referrals)
  return (
    <div className="page">
      <main id="main">
        <div className="tight">
          <p className="mute">{consentName(t, consent.kind, consent.recipientBody, consent.officeName)}</p>
          <h1>{t('track.withdraw_heading')}</h1>
        </div>
        <p>{t(`track.withdraw_${consent.kind}`, { day: formatDayOf(eraseOn, t.locale) })}</p>
        {sent?.officeName ? <p>{t('track.withdraw_office')}</p> : null}
        {sent === undefined ? null : <p>{t('track.withdraw_sent', { day: formatDayOf(sent.sentAt, t.locale) })}</p>}
        <p className="mute">{t('track.withdraw_stays')}</p>
        <WithdrawForm
          t={t}
          action={withdrawConsentAction.bind(null, t.locale)}
          consentId={consent.id}
          asksPressure={consent.kind === 'keep_complaint'}
        />
      </main>
    </div>
  )
}
