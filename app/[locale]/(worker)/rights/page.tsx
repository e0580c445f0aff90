import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { RightsForm } from '@/components/rights/rights-form'
import { rightsPair } from '@/lib/domain/rights/rights-page'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'

type RightsProps = PageProps<'/[locale]/rights'>

export async function generateMetadata({ params }: RightsProps): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('rights.title') }
}

/** Which country, which programme; on to the page of the two. */
export default async function RightsPage({ params, searchParams }: RightsProps) {
  const locale = toLocale((await params).locale)
  const { from, scheme } = await searchParams
  const pair = rightsPair(from, scheme)
  if (pair !== null) redirect(`/${locale}/rights/${pair.origin}/${pair.scheme}`)
  const t = pageWordsFor(locale)
  return (
    <div className="page">
      <main id="main">
        <div className="tight">
          <h1>{t('rights.heading')}</h1>
          <p className="lead">{t('rights.index_lead')}</p>
        </div>
        <RightsForm t={t} />
        <p className="hint">{t('rights.not_decision')}</p>
      </main>
    </div>
  )
}
