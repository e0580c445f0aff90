import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { PartyTellings, ToldParties } from '@/components/track/party-tellings'
import { BackLink } from '@/components/ui/back-link'
import { Note } from '@/components/ui/note'
import { requireWorkerGrant } from '@/lib/access/door'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { readOwnParties } from '@/lib/usecases/answers/own-parties'

type Props = PageProps<'/[locale]/track/case/consents/parties'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('track.title') }
}

/** Who of the company's side may be told what, and what was told already. */
export default async function PartiesPage({ params, searchParams }: Props) {
  const t = pageWordsFor(toLocale((await params).locale))
  const reading = await readOwnParties(await requireWorkerGrant('own_case.read', t.locale))
  if (reading === null) redirect(`/${t.locale}/track`)
  const { done } = await searchParams
  const list = `/${t.locale}/track/case/consents`
  return (
    <div className="page">
      <main id="main">
        {done === undefined ? null : (
          <Note tone="ok" announced>
            {t('track.told_done')}
          </Note>
        )}
        <div className="tight">
          <h1>{t('track.told_heading')}</h1>
          <p className="lead">{t('track.told_lead')}</p>
        </div>
        <PartyTellings t={t} parties={reading.parties} path={`${list}/parties`} />
        <ToldParties t={t} parties={reading.parties} told={reading.told} />
        <BackLink href={list}>{t('track.told_back')}</BackLink>
      </main>
    </div>
  )
}
