import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ComeBackForm } from '@/components/track/come-back-form'
import { requireWorkerGrant } from '@/lib/access/door'
import { reopenUntil } from '@/lib/domain/after-closing'
import { isConsentValid } from '@/lib/domain/consents'
import { formatDayOf } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { reopenAction } from './actions'

type Props = PageProps<'/[locale]/track/case/reopen'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** Opens a case that has ended again, within a year. */
export default async function ReopenPage({ params }: Props) {
  const t = pageWordsFor(toLocale((await params).locale))
  const reading = await readOwnCase(await requireWorkerGrant('own_case.read', t.locale))
  if (reading === null) redirect(`/${t.locale}/track`)
  const { own, consents } = reading
  const at = now()
  if (own.state !== 'closed' || own.closedAt === null || at > reopenUntil(own.closedAt))
    redirect(`/${t.locale}/track/case`)
  const isKept = consents.some((consent) => consent.kind === 'keep_complaint' && isConsentValid(consent, at))
  return (
    <div className="page">
      <main id="main">
        <div className="tight">
          <h1>{t('track.reopen_heading')}</h1>
          <p className="lead">{t('track.reopen_lead', { day: formatDayOf(reopenUntil(own.closedAt), t.locale) })}</p>
        </div>
        {isKept ? null : <p>{t('track.come_back_keeps')}</p>}
        <ComeBackForm
          t={t}
          action={reopenAction.bind(null, t.locale)}
          asksReason
          button={t('track.reopen_button')}
          requestId={newId()}
          caseId={own.id}
        />
      </main>
    </div>
  )
}
