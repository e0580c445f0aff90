import type { Metadata } from 'next'
import { cache } from 'react'
import { OrganisationFacts } from '@/components/open-data/organisation-facts'
import { OrganisationNumbers } from '@/components/open-data/organisation-numbers'
import { notHere } from '@/lib/access/not-here'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor } from '@/lib/i18n/translate'
import { readOrganisation } from '@/lib/usecases/statistics/public-organisations'

type OrganisationProps = PageProps<'/[locale]/data/organisations/[id]'>

// The title and the page ask for the same.
const found = cache(readOrganisation)

export async function generateMetadata({ params }: OrganisationProps): Promise<Metadata> {
  const page = await found((await params).id)
  return page === null ? {} : { title: page.organisation.name }
}

/** What anybody may know of one organisation. */
export default async function OrganisationPage({ params }: OrganisationProps) {
  const { locale, id } = await params
  const page = await found(id)
  if (page === null) notHere(toLocale(locale))
  const t = pageWordsFor(toLocale(locale))
  return (
    <div className="page data">
      <main id="main">
        <p className="noprint">
          <a href={`/${t.locale}/data/organisations`}>{t('open_data.look_up')}</a>
        </p>
        <h1>{page.organisation.name}</h1>
        <OrganisationFacts t={t} organisation={page.organisation} />
        <OrganisationNumbers t={t} page={page} />
      </main>
    </div>
  )
}
