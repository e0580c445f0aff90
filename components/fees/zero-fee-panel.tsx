import type { ZeroFee } from '@/lib/domain/fees/assessment/assessment'
import type { CurrencyCode } from '@/lib/domain/money/currencies'
import { formatMoney } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** The international standard, apart from the law; not shown where the standard says nothing about these payments. */
export function ZeroFeePanel({
  t,
  currency,
  standards,
}: {
  t: Translator
  currency: CurrencyCode
  standards: readonly ZeroFee[]
}) {
  if (standards.length > 0 && standards.every((standard) => standard === 'not_covered')) return null
  return (
    <div className="zero">
      <h2>{t('fees.zero_heading')}</h2>
      <p className="amount">{formatMoney(0n, currency, t.locale)}</p>
      <p>{t('fees.zero_text')}</p>
      {standards.includes('exception_possible') ? <p>{t('fees.zero_exception')}</p> : null}
      <p>{t('fees.zero_source')}</p>
    </div>
  )
}
