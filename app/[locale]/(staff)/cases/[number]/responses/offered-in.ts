import 'server-only'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import type { FieldValues } from '@/lib/http/form-fields'
import type { Locale } from '@/lib/i18n/locales'
import { plainAmount } from '@/lib/schemas/ledger/sums'
import { openResponses } from './open-responses'

/** What a party offered in its answer to a question, as fields of a claim; null when it offered nothing. */
export async function offeredIn(locale: Locale, number: string, questionId: string): Promise<FieldValues | null> {
  const { requests } = await openResponses(locale, number)
  const request = requests.find(({ id }) => id === questionId)
  const offer = request?.answer?.offer
  if (!request || !offer) return null
  const { type, amountMinor, currency } = offer
  return {
    type,
    casePartyId: request.casePartyId,
    ...(amountMinor !== null && currency !== null && isCurrencyCode(currency)
      ? { amount: plainAmount(BigInt(amountMinor), currency), currency }
      : {}),
  }
}
