import type { FoundParty, StoredParty } from '@/lib/domain/parties/shown-party'
import type { Translator } from '@/lib/i18n/translate'
import { FactList } from '../ui/facts'
import { closenessWords, countryWord, licenceWords, roleWords } from './words'

/** The parties that may be the same one, each with the way to the comparison. */
export function MergeChoices({
  t,
  offered,
  address,
}: {
  t: Translator
  offered: readonly FoundParty[]
  address: string
}) {
  if (offered.length === 0) return <p className="mute">{t('parties.merge_none')}</p>
  return (
    <ul className="plain stack">
      {offered.map((party) => (
        <li className="block" key={party.id}>
          <b translate="no">{party.name}</b> · {countryWord(t, party.country)}
          <br />
          <small className="mute">
            {[closenessWords(t, party), ...party.licences.map((one) => licenceWords(t, one))].join(' · ')}
          </small>
          <p>
            <a href={`${address}/merge?into=${party.id}`}>
              {t('parties.merge_choose')}
              <span className="vh"> {party.name}</span>
            </a>
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Both next to each other: which one goes, which one stays. */
export function MergeSides({ t, from, into }: { t: Translator; from: StoredParty; into: StoredParty }) {
  return (
    <div className="row">
      {[['merge_from', from] as const, ['merge_into', into] as const].map(([side, party]) => (
        <section className="block" key={side}>
          <h2>
            {t(`parties.${side}`)}: <span translate="no">{party.name}</span>
          </h2>
          <FactList
            facts={[
              { name: t('parties.country'), value: countryWord(t, party.country) },
              { name: t('parties.roles'), value: roleWords(t, party.roles) },
              { name: t('parties.names'), value: party.names.map(({ name }) => name).join('; ') },
              {
                name: t('parties.licences'),
                value: party.licences.map((one) => licenceWords(t, one)).join('; ') || t('parties.regime_none'),
              },
            ]}
          />
        </section>
      ))}
    </div>
  )
}
