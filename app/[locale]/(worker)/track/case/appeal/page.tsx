import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ComeBackForm } from '@/components/track/come-back-form'
import { requireWorkerGrant } from '@/lib/access/door'
import { appealUntil } from '@/lib/domain/after-closing'
import { isConsentValid } from '@/lib/domain/consents'
import { formatDayOf } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { appealAction } from './actions'

type Props = PageProps<'/[locale]/track/case/appeal'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** Asks that another officer looks at a case that has ended, within sixty days. */
export default async function AppealPage({ params }: Props) {
  const t = pageWordsFor(toLocale((await params).locale))
  const reading = await readOwnCase(await requireWorkerGrant('own_case.read', t.locale))
  if (reading === null) redirect(`/${t.locale}/track`)
  const { own, consents } = reading
  const at = now()
  if (own.state !== 'closed' || own.closedAt === null || at > appealUntil(own.closedAt))
    redirect(`/${t.locale}/track/case`)
  const isKept = consents.some((consent) => consent.kind === 'keep_complaint' && isConsentValid(consent, at))
  return (
    <div className="page">
      <main id="main">
        <div className="tight">
          <h1>{t('track.appeal_heading')}</h1>
          <p className="lead">{t('track.appeal_lead', { day: formatDayOf(appealUntil(own.closedAt), t.locale) })}</p>
        </div>
        {isKept ? null : <p>{t('track.come_back_keeps')}</p>}
        <ComeBackForm
          t={t}
          action={appealAction.bind(null, t.locale)}
          asksReason={false}
          button={t('track.appeal_button')}
          requestId={newId()}
          caseId={own.id}
        />
      </main>
    </div>
  )
}
