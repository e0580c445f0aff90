import { labelOf } from '@/components/report/labels'
import { importField } from '@/lib/domain/imports/import-fields'
import type { ImportMapping } from '@/lib/domain/imports/import-mapping'
import { isLocale, LOCALE_FACTS } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translate'
import { ASSISTED_CONSENT_METHODS } from '@/lib/schemas/report/draft-payload'
import { wordMark } from '@/lib/schemas/imports/word-meanings'
import { fieldName } from './import-words'

/** A mapping as the answers of its form; a word that no code was found for is not said yet. */
export function mappingValues(
  { columns, channel, language, currency, consentMethod }: ImportMapping,
  unknown: readonly { readonly field: string; readonly word: string }[],
): Readonly<Record<string, string>> {
  return {
    ...Object.fromEntries(columns.map((key, column) => [`column_${column}`, key])),
    ...Object.fromEntries(unknown.map(({ field, word }) => [`word_${wordMark(field, word)}`, '?'])),
    channel,
    language,
    currency,
    consentMethod,
  }
}

/** What stands in a field of the mapping, in words. */
export function mappingWord(t: Translator, name: string, value: string): string {
  if (name.startsWith('column_')) {
    const field = importField(value)
    return field === undefined ? t('imports.not_read') : fieldName(t, field)
  }
  if (name === 'channel') return labelOf(t, 'intake_channel', value)
  if (name === 'language') return isLocale(value) ? LOCALE_FACTS[value].ownName : value
  const method = ASSISTED_CONSENT_METHODS.find((code) => code === value)
  return method === undefined ? value : t(`report.assisted_method_${method}`)
}
