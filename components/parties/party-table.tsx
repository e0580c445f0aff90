import type { PartyLine } from '@/lib/domain/parties/shown-party'
import type { Translator } from '@/lib/i18n/translate'
import { countryWord, licenceWords, roleWords } from './words'

/** Parties as rows, on a phone as cards; each leads to its page, and shows its other names. */
export function PartyTable({ t, parties, caption }: { t: Translator; parties: readonly PartyLine[]; caption: string }) {
  const columns = [
    t('parties.column_name'),
    t('parties.column_roles'),
    t('parties.column_country'),
    t('parties.column_licence'),
  ]
  return (
    <table className="grid cards stacked" role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((name) => (
            <th role="columnheader" scope="col" key={name}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {parties.map((party) => (
          <tr role="row" key={party.id}>
            <th role="rowheader" scope="row">
              <a href={`/${t.locale}/parties/${party.id}`} translate="no">
                {party.name}
              </a>
              {party.names
                .filter((name) => name !== party.name)
                .map((name) => (
                  <small key={name} translate="no">
                    {name}
                  </small>
                ))}
            </th>
            {[
              roleWords(t, party.roles),
              countryWord(t, party.country),
              party.licences.map((one) => licenceWords(t, one)).join('; '),
            ].map((text, place) => (
              <td role="cell" key={columns[place + 1]}>
                <small className="less">{columns[place + 1]}</small>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
