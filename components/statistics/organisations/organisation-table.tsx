import { countryWord, roleWords } from '@/components/parties/words'
import type { ReleaseState } from '@/lib/domain/statistics/organisations/release'
import type { Translator } from '@/lib/i18n/translate'

export type OrganisationRow = {
  readonly id: string
  readonly name: string
  readonly country: string
  readonly roles: readonly string[]
  readonly reporters: number | null
  readonly state: ReleaseState | null
}

const COLUMNS = ['name', 'reporters', 'state'] as const

/** Organisations with enough reporters, on a phone as cards; each leads to its page. */
export function OrganisationTable({ t, rows }: { t: Translator; rows: readonly OrganisationRow[] }) {
  return (
    <table className="grid cards" role="table">
      <caption className="vh">{t('statistics.organisations_title')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((column) => (
            <th role="columnheader" scope="col" key={column}>
              {t(`statistics.organisations_column_${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ id, name, country, roles, reporters, state }) => (
          <tr role="row" key={id}>
            <th role="rowheader" scope="row" className="full">
              <a href={`/${t.locale}/statistics/organisations/${id}`} translate="no">
                {name}
              </a>
              <br />
              <small>{[roleWords(t, roles), countryWord(t, country)].filter((text) => text !== '').join(' · ')}</small>
            </th>
            <td role="cell" data-label={t('statistics.organisations_column_reporters')}>
              {reporters === null
                ? t('statistics.organisations_fewer')
                : t('statistics.organisations_reporters', { count: reporters })}
            </td>
            <td role="cell" data-label={t('statistics.organisations_column_state')}>
              {t(`statistics.organisation_state_${state ?? 'none'}`)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
