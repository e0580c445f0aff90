import { codeWord, wordOf } from '@/components/case/words'
import { isOriginCode, ORIGIN_CODES } from '@/lib/domain/countries'
import { VERY_LIKELY } from '@/lib/domain/parties/matching/match-parties'
import type { FoundParty } from '@/lib/domain/parties/shown-party'
import type { Translator } from '@/lib/i18n/translate'

type Licence = { readonly regime: string; readonly number: string; readonly status: string }

/** "PT 12/2019, valid" with its regime. */
export function licenceWords(t: Translator, { regime, number, status }: Licence): string {
  return `${wordOf(t, `parties.regime_${regime}`, regime)}: ${number} (${wordOf(t, `parties.status_${status}`, status)})`
}

export function roleWords(t: Translator, roles: readonly string[]): string {
  return roles.map((role) => codeWord(t, 'party_role', role)).join('; ')
}

/** The name that the rest of the pages use for a country of origin; of others what the language calls it. */
export function countryWord(t: Translator, code: string): string {
  if (isOriginCode(code) && code !== 'OTHER') return codeWord(t, 'origin', code)
  return new Intl.DisplayNames([t.locale], { type: 'region', fallback: 'code' }).of(code) ?? code
}

export function countryOptions(t: Translator) {
  const codes = ['JP', ...ORIGIN_CODES.filter((code) => code !== 'OTHER'), 'KR', 'TW', 'MY', 'SG', 'US']
  return [{ value: '', text: '' }, ...codes.map((value) => ({ value, text: countryWord(t, value) }))]
}

/** "Very likely the same: same words, small mistakes". */
export function closenessWords(t: Translator, { score, reasons }: Pick<FoundParty, 'score' | 'reasons'>): string {
  const how = t(score >= VERY_LIKELY ? 'parties.likely' : 'parties.perhaps')
  return reasons.length === 0
    ? how
    : `${how}: ${reasons.map((reason) => wordOf(t, `parties.reason_${reason}`, reason)).join(', ')}`
}
