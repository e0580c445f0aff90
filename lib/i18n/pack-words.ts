import 'server-only'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import { PACK_LANGUAGES, type Labeller, type Labels, type PackLanguage } from '@/lib/domain/referral/pack/pack'
import type { PrintWords } from '@/lib/domain/referral/pack/print-pack'
import { formatDay, formatMoney, formatMonth } from './format'
import { translatorFor } from './translate'

const LANGUAGE_CODE = 'referrals.code_language_'

/** The words of a pack, in each of its languages from the catalogs; readings of Japanese words stay out of it. */
export const packLabels: Labeller = (key, fallback) =>
  inEach((language) => {
    if (key.startsWith(LANGUAGE_CODE)) return languageName(key.slice(LANGUAGE_CODE.length), language)
    const t = translatorFor(language)
    return t.has(key) ? t(key) : fallback
  })

/** What a printed pack says in one language. */
export function packPrintWords(language: PackLanguage): PrintWords {
  const t = translatorFor(language)
  return {
    language,
    say: (key, params) => t(`referrals.print_${key}`, params ?? {}),
    money: (minor, currency) =>
      isCurrencyCode(currency)
        ? `${formatMoney(BigInt(minor), currency, language)} (${currency})`
        : `${minor} ${currency}`,
    day: (on) =>
      on.length === 4 ? on : on.length === 7 ? formatMonth(on, language) : formatDay(on.slice(0, 10), language),
    languageName: (code) => languageName(code, language),
  }
}

/** The same words in each language of a pack. */
export function inEach(words: (language: PackLanguage) => string): Labels {
  const [ja, en, vi] = PACK_LANGUAGES
  return { ja: words(ja), en: words(en), vi: words(vi) }
}

function languageName(code: string, language: PackLanguage): string {
  return new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(code) ?? code
}
