import type { Metadata } from 'next'
import { publicWords } from '@/components/open-data/public-words'
import { NumbersLoading } from '@/components/open-data/numbers-loading'
import { PublicationView } from '@/components/open-data/publication-view'
import { notHere } from '@/lib/access/not-here'
import { publicTable } from '@/lib/domain/statistics/open-data/public-table'
import { publicationOf } from '@/lib/domain/statistics/publications'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'
import { readPublication } from '@/lib/usecases/open-data/read-publication'
import { isIndexLoaded } from '@/lib/usecases/statistics/column-index'

/** A page that would take longer says so first. */
const PATIENCE_MS = 1_000

type TableProps = PageProps<'/[locale]/data/[name]'>

export async function generateMetadata({ params }: TableProps): Promise<Metadata> {
  const { locale, name } = await params
  const publication = publicationOf(name)
  return publication === null ? {} : { title: publicWords(translatorFor(toLocale(locale))).title(publication) }
}

/** One public table. */
export default async function TablePage({ params }: TableProps) {
  const { locale, name } = await params
  const publication = publicationOf(name)
  if (publication === null) notHere(toLocale(locale))
  const t = pageWordsFor(toLocale(locale))
  const published = (await isIndexLoaded(PATIENCE_MS)) ? await readPublication(publication) : null
  return (
    <div className="page data">
      <main id="main">
        <p className="noprint">
          <a href={`/${t.locale}/data`}>{t('open_data.all_tables')}</a>
        </p>
        {published === null ? (
          <NumbersLoading t={t} href={`/${t.locale}/data/${publication.name}`} />
        ) : (
          <PublicationView
            t={t}
            table={publicTable(publication, published.release, published.publishedOn, publicWords(t))}
          />
        )}
      </main>
    </div>
  )
}
