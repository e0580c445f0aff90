import type { Translator } from '@/lib/i18n/translate'

/** The label of a stored code. A code that lost its label is shown as it is: better than nothing, and seen by the unit test of labels. */
export function labelOf(t: Translator, list: string, code: string): string {
  const key = `codes.${list}.${code}`
  return t.has(key) ? t(key) : code
}

/** The line of help of a code, where its list has one. */
export function helpOf(t: Translator, list: string, code: string): string | undefined {
  const key = `codes.${list}_help.${code}`
  return t.has(key) ? t(key) : undefined
}
