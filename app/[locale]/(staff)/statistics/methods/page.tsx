import type { Metadata } from 'next'
import { MethodsList } from '@/components/statistics/methods/methods-list'
import { BackLink } from '@/components/ui/back-link'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { MEASURES } from '@/lib/domain/statistics/registry/measure-list'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'

type Props = PageProps<'/[locale]/statistics/methods'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('statistics.methods_title') }
}

/** Every measure of the registry: what it is, how it is made, of whom, and what to mind. Every table leads here. */
export default async function StatisticsMethodsPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const here = `/${locale}/statistics`
  await requireGrant('statistics.read', { locale, returnTo: `${here}/methods` })
  const t = translatorFor(locale)
  return (
    <>
      <PageTitle
        title={t('statistics.methods_heading')}
        about={t('statistics.methods_about', { count: MEASURES.length })}
      />
      <Note tone="still">
        <p>
          <b>{t('statistics.not_a_sample')}</b> {t('statistics.not_a_sample_more')}
        </p>
      </Note>
      <MethodsList t={t} action={here} />
      <BackLink href={here}>{t('statistics.back_to_statistics')}</BackLink>
    </>
  )
}
