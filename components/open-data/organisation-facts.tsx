import { labelOf } from '@/components/report/labels'
import type { PublicLicence, PublicOrganisation } from '@/lib/domain/statistics/organisations/public-organisation'
import type { Translator } from '@/lib/i18n/translate'
import { countryName, licenceStatus, periodText, registerWord } from './organisation-words'

/** Public facts of an organisation: names, country, what it is, licences with what became of them, programmes. */
export function OrganisationFacts({ t, organisation }: { t: Translator; organisation: PublicOrganisation }) {
  const { name, names, country, roles, licences, programmes } = organisation
  const others = names.filter((one) => one.name !== name)
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{t('open_data.org_country')}</dt>
          <dd>{countryName(t, country)}</dd>
        </div>
        <div>
          <dt>{t('open_data.org_roles')}</dt>
          <dd>{roles.map((role) => labelOf(t, 'party_role', role)).join(', ')}</dd>
        </div>
        {others.length === 0 ? null : (
          <div>
            <dt>{t('open_data.org_names')}</dt>
            <dd>{others.map((one) => one.name).join(' · ')}</dd>
          </div>
        )}
      </dl>
      <section className="tight rule">
        <h2>{t('open_data.org_licences')}</h2>
        {licences.length === 0 ? <p>{t('open_data.org_no_licence')}</p> : null}
        {licences.map((licence) => (
          <Licence key={`${licence.regime} ${licence.number}`} t={t} licence={licence} />
        ))}
      </section>
      <section className="tight rule">
        <h2>{t('open_data.org_programmes')}</h2>
        {programmes.length === 0 ? <p>{t('open_data.org_no_programme')}</p> : null}
        {programmes.map(({ programme, fromOn, toOn }) => (
          <p key={programme}>
            {registerWord(t, 'programme', programme)} {periodText(t, fromOn, toOn)}
          </p>
        ))}
      </section>
    </>
  )
}

function Licence({ t, licence }: { t: Translator; licence: PublicLicence }) {
  const { regime, number, status, fromOn, toOn, source, history } = licence
  const before = history.slice(1)
  return (
    <div>
      <p>
        {registerWord(t, 'regime', regime)} <b>{number}</b>: <b>{licenceStatus(t, status)}</b>{' '}
        {periodText(t, fromOn, toOn)}
      </p>
      <p className="src">{t('open_data.org_source', { source })}</p>
      {before.length === 0 ? null : (
        <p className="src">
          {t('open_data.org_before')}:{' '}
          {before
            .map((one) => [licenceStatus(t, one.status), periodText(t, one.sinceOn, null)].filter(Boolean).join(' '))
            .join(' · ')}
        </p>
      )}
    </div>
  )
}
