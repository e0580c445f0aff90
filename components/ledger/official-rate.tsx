import { partialDate } from '@/components/case/words'
import type { ChosenRate } from '@/lib/domain/money/exchange-rates'
import { formatDecimal } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** The official rate of a payment, its period and its source, to hold beside an own one. */
export function OfficialRate({ t, official }: { t: Translator; official: ChosenRate | null }) {
  if (official === null) return <p className="narrow">{t('ledger.rate_none')}</p>
  const { rate, basis } = official
  const period = partialDate(t, rate.period) ?? rate.period
  const about =
    basis === 'month'
      ? t('ledger.rate_month', { period })
      : t(basis === 'year' ? 'ledger.rate_year' : 'ledger.rate_nearest', { period })
  return (
    <dl className="list narrow">
      <dt>{t('ledger.rate_official')}</dt>
      <dd>
        <b className="num">
          {t('ledger.rate_units', { rate: formatDecimal(rate.unitsPerUsd, t.locale), currency: rate.currency })}
        </b>
        <br />
        {about}
        <br />
        <span className="mute">{rate.source}</span>
      </dd>
    </dl>
  )
}
