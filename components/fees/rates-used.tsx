import { sayPartialDate } from '@/components/report/amount-words'
import type { UsedRate } from '@/lib/domain/fees/assessment/assessment'
import { formatDecimal } from '@/lib/i18n/format'
import type { MessageKey } from '@/lib/i18n/message-key'
import type { Translator } from '@/lib/i18n/translate'

const ABOUT: Readonly<Record<UsedRate['basis'], MessageKey>> = {
  month: 'fees.rate_month',
  year: 'fees.rate_year',
  nearest: 'fees.rate_nearest',
  officer: 'fees.rate_officer',
}

/** The rates a sum went through, each with its time, and where that is not the one of the payment, that there was none. */
export function RatesUsed({ t, rates }: { t: Translator; rates: readonly UsedRate[] }) {
  const said = rates
    .filter(({ currency }) => currency !== 'USD')
    .map(({ currency, unitsPerUsd, basis, period }) =>
      t('fees.rate_used', {
        rate: formatDecimal(unitsPerUsd, t.locale),
        currency,
        about: t(ABOUT[basis], { period: sayPartialDate(period, t) }),
      }),
    )
  if (said.length === 0) return null
  return <p className="src">{[...new Set(said)].join('. ')}.</p>
}
