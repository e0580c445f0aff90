import type { CurrencyCode } from '@/lib/domain/money/currencies'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import { formatCount, formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { periodText, rateText } from './rate-words'

export type CurrencyTableRow = {
  readonly currency: CurrencyCode
  readonly latest: ExchangeRate
  readonly first: string
  readonly count: number
  readonly importedAt: Date
}

/** Every currency with its latest rate; on a phone a row is a card. */
export function CurrencyTable({ t, rows }: { t: Translator; rows: readonly CurrencyTableRow[] }) {
  const columns = ['currency', 'latest', 'rate', 'source', 'held'] as const
  return (
    <table className="grid cards" role="table">
      <caption className="vh">{t('settings.rates_caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((name) => (
            <th role="columnheader" scope="col" key={name} className={name === 'rate' ? 'n' : undefined}>
              {t(`settings.rates_column_${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ currency, latest, first, count, importedAt }) => (
          <tr role="row" key={currency}>
            <th role="rowheader" scope="row">
              {currency} <small>{t(`codes.currency.${currency}`)}</small>
            </th>
            <td role="cell" className="end">
              {periodText(latest.period, t.locale)}
            </td>
            <td role="cell" className="n">
              {rateText(latest.unitsPerUsd, t.locale)}
            </td>
            <td role="cell" className="full">
              {latest.source}
            </td>
            <td role="cell" className="full">
              {t('settings.rates_held', { count, number: formatCount(count, t.locale), first })}{' '}
              <small>{formatDayOf(importedAt, t.locale)}</small>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
