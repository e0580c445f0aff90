import type { Metadata } from 'next'
import { PUBLIC_API, publicationList } from '@/components/open-data/publication-list'
import { Door, Doors } from '@/components/ui/doors'
import { Note } from '@/components/ui/note'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor } from '@/lib/i18n/translate'

type DataProps = PageProps<'/[locale]/data'>

export async function generateMetadata({ params }: DataProps): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('open_data.title') }
}

/** Every public table, the look-up, and how it is counted. */
export default async function DataPage({ params }: DataProps) {
  const locale = toLocale((await params).locale)
  const t = pageWordsFor(locale)
  return (
    <div className="page">
      <main id="main">
        <div className="tight">
          <h1>{t('open_data.heading')}</h1>
          <p className="lead">{t('open_data.lead')}</p>
        </div>
        <section className="tight">
          <h2>{t('open_data.tables')}</h2>
          <ul className="tables">
            {publicationList(t).publications.map(({ name, title, page }) => (
              <li key={name}>
                <a href={page}>{title}</a>
              </li>
            ))}
          </ul>
        </section>
        <Doors label={t('open_data.methods')}>
          <Door
            href={`/${locale}/data/organisations`}
            pictogram="search"
            name={t('open_data.look_up')}
            help={t('open_data.look_up_help')}
          />
          <Door
            href={`/${locale}/data/methods`}
            pictogram="info"
            name={t('open_data.methods')}
            help={t('open_data.methods_help')}
          />
        </Doors>
        <Note tone="still">{t('open_data.warning')}</Note>
        <section className="tight rule">
          <h2>{t('open_data.for_programs')}</h2>
          <p>{t('open_data.for_programs_about')}</p>
          <p>
            <a href={`${PUBLIC_API}?lang=${locale}`}>{PUBLIC_API}</a> <a href={`${PUBLIC_API}/openapi.json`}>OpenAPI</a>
          </p>
          <p className="src">{t('open_data.licence')}</p>
        </section>
      </main>
    </div>
  )
}
