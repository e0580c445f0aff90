import { publicWords } from '@/components/open-data/public-words'
import { formatOf, readHow } from '@/lib/domain/statistics/export/formats'
import type { FileNames } from '@/lib/domain/statistics/export/names'
import { publicTable } from '@/lib/domain/statistics/open-data/public-table'
import type { Publication } from '@/lib/domain/statistics/publications'
import { DEFAULT_LOCALE, isStaffLocale } from '@/lib/i18n/locales'
import { fileWords } from '@/lib/i18n/statistic-names'
import { translatorFor, type Translator } from '@/lib/i18n/translate'
import { readPublication, type PublishedRelease } from '@/lib/usecases/open-data/read-publication'
import { writePublication } from '@/lib/usecases/open-data/write-publication'
import { isIndexLoaded, LOADING_PATIENCE_MS } from '@/lib/usecases/statistics/column-index'
import { NOT_YET, publicJson, type PublicBody } from './public-route'

/** Bodies are made once for each release, form and language. */
const made = new WeakMap<PublishedRelease, Map<string, Promise<PublicBody>>>()

/** A public table in one form and language; null for a form there is not, `NOT_YET` while the reports are being read. */
export async function publicationBody(
  publication: Publication,
  form: string,
  query: URLSearchParams,
  t: Translator,
): Promise<PublicBody | typeof NOT_YET | null> {
  const format = formatOf(form)
  if (format === null) return null
  // Labels of the JSON and names in files are in every language; the notes in files are in those of the staff.
  const language = isStaffLocale(t.locale) ? t.locale : DEFAULT_LOCALE
  const { how } = readHow(format, new URLSearchParams([...query, ['lang', language]].toReversed()))
  if (!(await isIndexLoaded(LOADING_PATIENCE_MS))) return NOT_YET
  const published = await readPublication(publication)
  const bodies = made.get(published) ?? new Map<string, Promise<PublicBody>>()
  made.set(published, bodies)
  const key = JSON.stringify(format === 'json' ? [format, t.locale] : [how, t.locale])
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
    const { words } = fileWords(translatorFor(language))
    const file = await writePublication(publication, how, { words, names: publicNames(t) })
    return { text: file.bytes, type: file.contentType, fileName: file.name }
  }
}

function publicNames(t: Translator): FileNames {
  const { measure, dimension, value } = publicWords(t)
  return {
    measure: (code) => measure(code).name,
    dimension,
    value: (of, one) => (one === null ? t('open_data.total') : of === null ? one : value(of, one)),
  }
}
