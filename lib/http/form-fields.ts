/** What a form sends, as typed: one text, or several for a name that may repeat. */
export type FieldValues = Readonly<Record<string, string | readonly string[]>>

/** Control characters except newline and tab, byte order marks, and marks that turn the reading order around. */
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufeff\u202a-\u202e\u2066-\u2069]/gu

/**
 * Text as it can be stored and shown safely: one kind of line end, composed letters (NFC), nothing invisible
 * that could hide or reorder words. Joiners stay: Khmer, Nepali and emoji need them.
 */
export function cleanText(raw: string): string {
  return raw.toWellFormed().normalize('NFC').replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(UNPRINTABLE, '')
}

/**
 * The fields of a posted form. React's own `$ACTION…` fields and files are left out: files have a door of their own.
 * A name in `lists` is always an array, so that one ticked box and three look alike.
 */
export function readFields(data: FormData, lists: readonly string[] = []): FieldValues {
  const values: Record<string, string | string[]> = Object.create(null)
  for (const name of lists) values[name] = []
  for (const name of new Set(data.keys())) {
    if (name.startsWith('$ACTION')) continue
    const texts = data
      .getAll(name)
      .filter((entry) => typeof entry === 'string')
      .map(cleanText)
    const [only] = texts
    if (only === undefined) continue
    values[name] = texts.length > 1 || lists.includes(name) ? texts : only
  }
  return { ...values }
}
