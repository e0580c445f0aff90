import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { StopForm } from '@/components/track/stop-form'
import { requireWorkerGrant } from '@/lib/access/door'

import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { newId } from '@/lib/platform/ids'
import { readOwnCase } from '@/lib/usecases/read-own-case'
import { stopAction } from './actions'

type Props = PageProps<'/[locale]/track/case/stop'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** Says what stopping means, before it is done. */
export default async function StopPage({ params }: Props) {
  const t = pageWordsFor(toLocale((await params).locale))
  const reading = await readOwnCase(await requireWorkerGrant('own_case.read', t.locale))
  if (reading === null) redirect(`/${t.locale}/track`)
  if (reading.own.state === 'closed') redirect(`/${t.locale}/track/case`)
  return (
    <div className="page">
      <main id="main">
        <div className="tight">
          <h1>{t('track.stop_heading')}</h1>
          <p className="lead">{t('track.stop_lead')}</p>
        </div>
        <p>{t('track.stop_kept')}</p>
        <StopForm t={t} action={stopAction.bind(null, t.locale)} requestId={newId()} caseId={reading.own.id} />
      </main>
    </div>
  )
}
