import fc from 'fast-check'
import { readDateText } from '@/lib/domain/calendar/date-text'
import { parseMonthYear } from '@/lib/domain/calendar/month-year'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { CURRENCY_CODES, type CurrencyCode } from '@/lib/domain/money/currencies'
import { parseAmount } from '@/lib/domain/money/parse-amount'
import { parseMonthlyPay } from '@/lib/domain/money/parse-monthly-pay'
import { parseRange } from '@/lib/domain/money/parse-range'
import { nameKeyOf, searchKeys, typedPieces } from '@/lib/domain/parties/matching/keys'
import { compareNames, licenceKey } from '@/lib/domain/parties/matching/match-parties'
import { soughtWords } from '@/lib/domain/parties/matching/sought'
import { foldPartyName, isTellingPartyName } from '@/lib/domain/party-name'
import { readPosterCode } from '@/lib/domain/posters/poster-code'
import { readPin } from '@/lib/domain/report/resting'
import { readFactorCode } from '@/lib/domain/second-factor-code'
import { numberPart } from '@/lib/domain/search/number-part'
import { queryTokens, wordTokens } from '@/lib/domain/search/word-tokens'
import { parseSecretCode } from '@/lib/domain/secret-code'
import { latinDigits } from '@/lib/domain/writing/local-digits'
import { anything, text } from '../arbitraries'
import { must, property, TODAY, type Tried } from './tried'

const currency = fc.constantFrom(...(CURRENCY_CODES as readonly CurrencyCode[]))
const moneyTyped = fc.tuple(text, currency)

/** Codes, amounts, dates, names and words that people type. */
export const TYPED: readonly Tried[] = [
  // Codes and numbers that people type.
  ['parseSecretCode', property(text, parseSecretCode)],
  ['parseCaseNumber', property(text, parseCaseNumber)],
  ['readPosterCode', property(anything, readPosterCode)],
  [
    'readPin',
    property(text, (typed) => {
      const pin = readPin(typed)
      if (pin.ok) must(/^\d{4,6}$/u.test(pin.pin))
    }),
  ],
  ['readFactorCode', property(text, readFactorCode)],
  ['numberPart', property(text, numberPart)],
  ['latinDigits', property(text, latinDigits)],
  // Amounts and dates in the digits, words and calendars of ten languages.
  [
    'parseAmount',
    property(moneyTyped, ([typed, money]) => {
      const read = parseAmount(typed, money)
      if (read.ok) must(read.value.amountMinor >= 0n)
    }),
  ],
  ['parseMonthlyPay', property(moneyTyped, ([typed, money]) => parseMonthlyPay(typed, money))],
  ['parseRange', property(moneyTyped, ([typed, money]) => parseRange(typed, money))],
  ['readDateText', property(text, readDateText)],
  ['parseMonthYear', property(fc.tuple(text, text), ([month, year]) => parseMonthYear(month, year, TODAY))],
  // Names of parties and words of the search.
  ['foldPartyName', property(text, foldPartyName)],
  ['isTellingPartyName', property(text, (name) => isTellingPartyName('broker', name))],
  [
    'compareNames',
    property(fc.tuple(text, text), ([one, two]) => {
      const { score } = compareNames(one, two)
      must(score >= 0 && score <= 1)
    }),
  ],
  ['searchKeys', property(text, searchKeys)],
  ['nameKeyOf', property(text, nameKeyOf)],
  ['typedPieces', property(text, typedPieces)],
  ['licenceKey', property(text, licenceKey)],
  ['soughtWords', property(text, (name) => soughtWords(name, true))],
  ['wordTokens', property(text, wordTokens)],
  ['queryTokens', property(text, queryTokens)],
]
