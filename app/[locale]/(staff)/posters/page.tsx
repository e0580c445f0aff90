import type { Metadata } from 'next'
import { PosterTable } from '@/components/posters/poster-table'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { readPosters } from '@/lib/usecases/posters/read-posters'

type Props = PageProps<'/[locale]/posters'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('settings.posters_title') }
}

/** The posters of the office, with the reports they brought, held back where they are few. */
export default async function PostersPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const here = `/${locale}/posters`
  const posters = await readPosters(await requireGrant('poster.make', { locale, returnTo: here }))
  const t = translatorFor(locale)
  return (
    <>
      <PageTitle
        title={t('settings.posters_title')}
        about={t('settings.posters_about')}
        acts={<LinkButton href={`${here}/new`}>{t('settings.posters_new')}</LinkButton>}
      />
      <p>
        <a href={`/${locale}/paper`}>{t('imports.paper_link')}</a>
      </p>
      {posters.length === 0 ? (
        <EmptyState title={t('settings.posters_none')} />
      ) : (
        <PosterTable t={t} base={here} rows={posters} />
      )}
    </>
  )
}
