import { publicWords } from '@/components/open-data/public-words'
import { formatOf, readHow } from '@/lib/domain/statistics/export/formats'
import { publicTable } from '@/lib/domain/statistics/open-data/public-table'
import type { Publication } from '@/lib/domain/statistics/publications'
import { DEFAULT_LOCALE, isStaffLocale } from '@/lib/i18n/locales'
import { translatorFor, type Translator } from '@/lib/i18n/translate'
import { readPublication, type PublishedRelease } from '@/lib/usecases/open-data/read-publication'
import { writePublication } from '@/lib/usecases/open-data/write-publication'
import { publicJson, type PublicBody } from './public-route'

/** Bodies are made once for each release, form and language. */
const made = new WeakMap<PublishedRelease, Map<string, Promise<PublicBody>>>()

/** A public table in one form and language; null for a form there is not. */
export async function publicationBody(
  publication: Publication,
  form: string,
  query: URLSearchParams,
  t: Translator,
): Promise<PublicBody | null> {
  const format = formatOf(form)
  if (format === null) return null
  // Labels of the JSON are in every language; the notes in files are in those of the staff.
  const language = isStaffLocale(t.locale) ? t.locale : DEFAULT_LOCALE
  const { how } = readHow(format, new URLSearchParams([...query, ['lang', language]].toReversed()))
  const published = await readPublication(publication)
  const bodies = made.get(published) ?? new Map<string, Promise<PublicBody>>()
  made.set(published, bodies)
  const key = JSON.stringify(format === 'json' ? [format, t.locale] : how)
  const known = bodies.get(key)
  if (known) return known
  const body =
    format === 'json'
      ? Promise.resolve(publicJson(publicTable(publication, published.release, published.publishedOn, publicWords(t))))
      : written()
  bodies.set(key, body)
  body.catch(() => bodies.delete(key))
  return body

  async function written(): Promise<PublicBody> {
    const words = translatorFor(language)
    const file = await writePublication(publication, how, (code) => (words.has(code) ? words(code) : code))
    return { text: file.bytes, type: file.contentType, fileName: file.name }
  }
}
