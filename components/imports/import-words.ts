import { labelOf } from '@/components/report/labels'
import { comparable, type KnownWords } from '@/lib/domain/imports/cell-words'
import { IMPORT_FIELDS, type ImportField } from '@/lib/domain/imports/import-fields'
import { LOCALE_FACTS, LOCALES, STAFF_LOCALES } from '@/lib/i18n/locales'
import { translatorFor, type Translator } from '@/lib/i18n/translate'
import type { RefusalKeys } from '@/lib/http/spoken-state'
import type { MessageKey } from '@/lib/i18n/message-key'

/** What a column can be, in the reader's words: "Payment 2: amount". */
export function fieldName(t: Translator, field: ImportField): string {
  if (field.fee !== undefined) {
    const part = field.key.replace(/^fee\d+_/u, '')
    return t('imports.field_payment', { number: field.fee, part: t(`imports.part_${part}` as MessageKey) })
  }
  if (field.step === 'party_names')
    return t('imports.field_name_of', { role: labelOf(t, 'party_role', field.name.replace('name_', '')) })
  if (field.step === 'consents')
    return t('imports.field_consent', { what: labelOf(t, 'consent_kind', field.key.replace('consent_', '')) })
  return t(`imports.field_${field.key}` as MessageKey)
}

/** The words for the codes of a field, for a choice of them. */
export function codeName(t: Translator, field: ImportField, code: string): string {
  if (field.labels === 'yes_no') return t(`imports.word_${code}` as MessageKey)
  return field.labels === undefined ? code : labelOf(t, field.labels, code)
}

/** Headings as offices write them: the names of the fields in every language of the staff. */
export function headingAliases(): Record<string, string> {
  const aliases: Record<string, string> = {}
  for (const locale of STAFF_LOCALES)
    for (const field of IMPORT_FIELDS) aliases[comparable(fieldName(translatorFor(locale), field))] ??= field.key
  return aliases
}

/** Other ways to write yes and no in a table. */
const YES_NO: Readonly<Record<string, string>> = {
  y: 'yes',
  true: 'yes',
  '1': 'yes',
  x: 'yes',
  '✓': 'yes',
  '○': 'yes',
  〇: 'yes',
  có: 'yes',
  はい: 'yes',
  n: 'no',
  false: 'no',
  '0': 'no',
  '-': 'no',
  '×': 'no',
  không: 'no',
  いいえ: 'no',
}

/** Our words for the codes in every language of the staff, as cells are compared with them. */
export function knownWords(): KnownWords {
  const known: Record<string, Record<string, string>> = { yes_no: { ...YES_NO } }
  for (const field of IMPORT_FIELDS) {
    if (field.labels === undefined || field.codes === undefined) continue
    const words = (known[field.labels] ??= {})
    for (const locale of STAFF_LOCALES)
      for (const code of field.codes) words[comparable(codeName(translatorFor(locale), field, code))] ??= code
  }
  known['language'] = Object.fromEntries(
    LOCALES.flatMap((code) => [
      [comparable(code), code],
      [comparable(LOCALE_FACTS[code].ownName), code],
      ...STAFF_LOCALES.map((locale) => {
        const names = new Intl.DisplayNames([LOCALE_FACTS[locale].intlTag], { type: 'language' })
        return [comparable(names.of(code) ?? code), code]
      }),
    ]),
  )
  return known
}

/** The words of what an import refuses. */
export const IMPORT_REFUSALS: RefusalKeys = {
  import_changed: 'imports.no_import_changed',
  import_gone: 'imports.no_import_gone',
  import_wrong_rows: 'imports.no_import_wrong_rows',
  import_too_late: 'imports.no_import_too_late',
  column_twice: 'imports.no_column_twice',
  nothing_mapped: 'imports.no_nothing_mapped',
}
