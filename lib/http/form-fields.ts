import { cleanText } from '@/lib/domain/writing/clean-text'

/** What a form sends, as typed: one text, or several for a name that may repeat. */
export type FieldValues = Readonly<Record<string, string | readonly string[]>>

/**
 * The fields of a posted form. React's own `$ACTION…` fields and files are left out: files have a door of their own.
 * A name in `lists` is always an array, so that one ticked box and three look alike. A name in `exact` stays sign by sign as it was
 * typed: a password is another one without them.
 */
export function readFields(data: FormData, lists: readonly string[] = [], exact: readonly string[] = []): FieldValues {
  const values: Record<string, string | string[]> = Object.create(null)
  for (const name of lists) values[name] = []
  for (const name of new Set(data.keys())) {
    if (name.startsWith('$ACTION')) continue
    const texts = data
      .getAll(name)
      .filter((entry) => typeof entry === 'string')
      .map((text) => (exact.includes(name) ? text : cleanText(text)))
    const [only] = texts
    if (only === undefined) continue
    values[name] = texts.length > 1 || lists.includes(name) ? texts : only
  }
  return { ...values }
}
