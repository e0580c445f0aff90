import type { Metadata } from 'next'
import { countryName } from '@/components/open-data/organisation-words'
import { labelOf } from '@/components/report/labels'
import type { PublicOrganisation } from '@/lib/domain/statistics/organisations/public-organisation'
import { toLocale } from '@/lib/i18n/locales'
import { pageWordsFor, translatorFor, type Translator } from '@/lib/i18n/translate'
import { readOrganisationSearch } from '@/lib/schemas/open-data/organisation-search'
import { searchOrganisations } from '@/lib/usecases/statistics/public-organisations'

type SearchProps = PageProps<'/[locale]/data/organisations'>

export async function generateMetadata({ params }: SearchProps): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('open_data.look_up') }
}

/** Organisations of the register by name or licence; without a question those with published numbers. */
export default async function OrganisationsPage({ params, searchParams }: SearchProps) {
  const t = pageWordsFor(toLocale((await params).locale))
  const sought = readOrganisationSearch((await searchParams)['q'])
  const found = await searchOrganisations(sought)
  return (
    <div className="page">
      <main id="main">
        <p className="noprint">
          <a href={`/${t.locale}/data`}>{t('open_data.all_tables')}</a>
        </p>
        <div className="tight">
          <h1>{t('open_data.look_up')}</h1>
          <p className="lead">{t('open_data.org_lead')}</p>
        </div>
        <form className="stack noprint" method="get" action={`/${t.locale}/data/organisations`} role="search">
          <div className="field">
            <label htmlFor="q">{t('open_data.org_label')}</label>
            <input id="q" name="q" type="search" defaultValue={sought} maxLength={200} autoComplete="off" />
          </div>
          <button className="btn">{t('open_data.org_find')}</button>
        </form>
        <section className="tight rule">
          <h2>{sought === '' ? t('open_data.org_with_numbers') : t('open_data.org_found', { count: found.length })}</h2>
          {found.length === 0 ? (
            <p>{sought === '' ? t('open_data.org_none_published') : t('open_data.org_none')}</p>
          ) : (
            <ul className="tables">
              {found.map((one) => (
                <li key={one.id}>
                  <Found t={t} organisation={one} />
                </li>
              ))}
            </ul>
          )}
        </section>
      </main>
    </div>
  )
}

function Found({ t, organisation: { id, name, country, roles } }: { t: Translator; organisation: PublicOrganisation }) {
  return (
    <>
      <a href={`/${t.locale}/data/organisations/${id}`}>{name}</a>{' '}
      <span className="mute">
        {[countryName(t, country), ...roles.map((role) => labelOf(t, 'party_role', role))].join(', ')}
      </span>
    </>
  )
}
