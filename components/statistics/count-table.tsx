import type { ShownCounts } from '@/lib/domain/statistics/shown-counts'
import { formatMonth } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { wholeText } from './figure-text'

const WIDTH = 600

/** Reports by one dimension: each row a name, a bar from zero and the count. */
export function CountTable({ t, counts, caption }: { t: Translator; counts: ShownCounts; caption: string }) {
  const largest = Math.max(1, ...counts.rows.map(({ reports }) => (reports === 's' ? 0 : reports)))
  if (counts.rows.length === 0) return <p className="mute">{t('statistics.none_counted')}</p>
  return (
    <table role="table" className="bars">
      <caption className="vh">{caption}</caption>
      <thead className="vh" role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">
            {caption}
          </th>
          <td role="cell">&nbsp;</td>
          <th role="columnheader" scope="col">
            {t('statistics.reports')}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {counts.rows.map(({ code, reports }) => (
          <tr role="row" key={code}>
            <th role="rowheader" scope="row">
              {codeName(t, counts.dimension, code)}
            </th>
            <td role="cell">
              <svg viewBox={`0 0 ${WIDTH} 24`} preserveAspectRatio="none" aria-hidden="true">
                <path className="gl" d="M0 0V24" />
                {reports === 's' ? null : (
                  <rect className="c1 soft" y="6" width={Math.round((reports / largest) * WIDTH)} height="12" />
                )}
              </svg>
            </td>
            {reports === 's' ? (
              <td role="cell" className="n sup">
                <span aria-hidden="true">s</span>
                <span className="vh">{t('statistics.held_back')}</span>
              </td>
            ) : (
              <td role="cell" className="n">
                {wholeText(reports, t.locale)}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function codeName(t: Translator, dimension: ShownCounts['dimension'], code: string): string {
  if (dimension === 'month') return formatMonth(code, t.locale)
  const key = `codes.${dimension}.${code}`
  return t.has(key) ? t(key) : code
}
