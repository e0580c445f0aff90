import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { EmergencyReadings, ReaderList } from '@/components/track/reader-list'
import { BackLink } from '@/components/ui/back-link'
import { requireWorkerGrant } from '@/lib/access/door'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { readOwnReadings } from '@/lib/usecases/read-own-readings'

type Props = PageProps<'/[locale]/track/case/readers'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** Who read the case: by day, office and role. */
export default async function ReadersPage({ params }: Props) {
  const t = pageWordsFor(toLocale((await params).locale))
  const found = await readOwnReadings(await requireWorkerGrant('own_case.read', t.locale))
  if (found === null) redirect(`/${t.locale}/track`)
  return (
    <div className="page">
      <main id="main">
        <div className="tight">
          <h1>{t('track.readers_heading')}</h1>
          <p className="lead">{t('track.readers_lead')}</p>
        </div>
        <EmergencyReadings t={t} emergencies={found.emergencies} />
        <ReaderList t={t} readings={found.readings} />
        <BackLink href={`/${t.locale}/track/case`}>{t('track.back_to_case')}</BackLink>
      </main>
    </div>
  )
}
