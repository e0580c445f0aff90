import { sayPartialDate } from '@/components/report/amount-words'
import { labelOf } from '@/components/report/labels'
import { withOpenAnswers } from '@/components/report/open-answers'
import type { CheckQuery } from '@/lib/domain/fees/check/check-query'
import type { FieldErrors } from '@/lib/http/form-state'
import { speak, type SpokenError } from '@/lib/http/spoken-state'
import { formatMoney } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import type { CheckReading } from '@/lib/schemas/fees/check-query'

/** What a question is about, in one line: "Viet Nam to Japan · Technical intern training · payment in March 2025". */
export function sayQuestion(t: Translator, query: CheckQuery): string {
  const destination = labelOf(t, 'destination', query.destination)
  const parts = [
    query.origin === null
      ? t('fees.facts_way_unknown', { destination })
      : t('fees.facts_way', { origin: labelOf(t, 'origin', query.origin), destination }),
    query.scheme === null || query.scheme === 'not_sure' ? null : labelOf(t, 'scheme', query.scheme),
    query.contractMonths === null ? null : t('fees.facts_months', { count: query.contractMonths }),
    query.basicPay === null
      ? null
      : t('fees.facts_pay', { amount: formatMoney(query.basicPay.amountMinor, query.basicPay.currency, t.locale) }),
    query.plannedPay === null
      ? null
      : t('fees.facts_plan', {
          amount: formatMoney(query.plannedPay.amountMinor, query.plannedPay.currency, t.locale),
        }),
    query.paidOn === null
      ? t('fees.facts_paid_forgotten')
      : t('fees.facts_paid', { date: sayPartialDate(query.paidOn, t) }),
  ]
  return parts.filter((part) => part !== null).join(' · ')
}

/** What an address leaves to ask back, in words, by field; a heading when there is anything. */
export function spokenProblems(
  t: Translator,
  { problems }: Pick<CheckReading, 'problems'>,
): { readonly heading: string; readonly errors: Readonly<Record<string, SpokenError>> } | null {
  if (problems.length === 0) return null
  const errors: FieldErrors = Object.fromEntries(
    problems.map(({ field, key, params }) => [field, [params === undefined ? { key } : { key, params }]]),
  )
  const state = speak(withOpenAnswers({ status: 'invalid', errors, values: {} }, t), t)
  return state.status === 'failed' ? { heading: state.heading, errors: state.errors } : null
}
