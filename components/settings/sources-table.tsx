import { bodyName } from '@/components/help/body-words'
import { Sign } from '@/components/ui/sign'
import { REFERRAL_BODIES } from '@/lib/domain/referral/directory'
import type { AgedSource } from '@/lib/domain/sources/source-age'
import { formatDay } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

const COLUMNS = ['what', 'source', 'checked'] as const

/** Every source of what workers are told, the oldest first; on a phone a row is a card. */
export function SourcesTable({ t, rows }: { t: Translator; rows: readonly AgedSource[] }) {
  return (
    <table className="grid cards" role="table">
      <caption className="vh">{t('settings.sources_caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((name) => (
            <th role="columnheader" scope="col" key={name}>
              {t(`settings.sources_${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, index) => (
          <tr role="row" key={`${row.kind} ${row.code} ${index}`}>
            <th role="rowheader" scope="row" className="full">
              {toldFrom(t, row)}
              <small>{t(`settings.sources_kind_${row.kind}`)}</small>
            </th>
            <td role="cell" className="full">
              <span lang="en">{row.title}</span>
            </td>
            <td role="cell">
              {formatDay(row.checkedOn, t.locale)}
              {row.isOld ? (
                <span className="tag likely">
                  <Sign name="alert" size="text" /> {t('settings.sources_is_old')}
                </span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function toldFrom(t: Translator, { kind, code }: AgedSource) {
  if (kind === 'rule') return <a href={`/${t.locale}/settings/fee-rules/${code}`}>{code}</a>
  const right = `rights.must_not_${code}`
  if (kind === 'right') return t.has(right) ? t(right) : code
  const body = REFERRAL_BODIES.find((one) => one.code === code)
  return body === undefined ? t('common.help_danger') : bodyName(t, body)
}
