import type { Metadata } from 'next'
import { SourcesNotice } from '@/components/settings/sources-notice'
import { SourcesTable } from '@/components/settings/sources-table'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { RECHECK_MONTHS } from '@/lib/domain/sources/source-age'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { readSources } from '@/lib/usecases/read-sources'

type Props = PageProps<'/[locale]/settings/sources'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('settings.sources_title') }
}

/** What was last looked at when: numbers, rules and rights, the oldest first. */
export default async function SourcesPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const grant = await requireGrant('source.read', { locale, returnTo: `/${locale}/settings/sources` })
  const sources = await readSources(grant)
  const t = translatorFor(locale)
  return (
    <>
      <Breadcrumbs
        trail={[{ href: `/${locale}/settings`, name: t('settings.title') }]}
        here={t('settings.sources_title')}
      />
      <PageTitle title={t('settings.sources_title')} about={t('settings.sources_about', { months: RECHECK_MONTHS })} />
      {sources.some(({ isOld }) => isOld) ? (
        <SourcesNotice t={t} sources={sources} />
      ) : (
        <Note tone="still">{t('settings.sources_fresh', { months: RECHECK_MONTHS })}</Note>
      )}
      <SourcesTable t={t} rows={sources} />
    </>
  )
}
