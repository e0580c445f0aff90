import type { PublicIndex, PublicationList } from '@/lib/schemas/open-data/answers'
import { PUBLICATIONS } from '@/lib/domain/statistics/publications'
import { EXPORT_FORMATS, type ExportFormat } from '@/lib/domain/statistics/export/formats'
import type { Translator } from '@/lib/i18n/translate'
import { publicWords } from './public-words'

/** Where the public interface is. */
export const PUBLIC_API = '/api/v1/public'

/** Where a table lies in one form, with words in one language. `hasMark`: begins so that a spreadsheet knows its letters. */
export function tableAddress(name: string, form: ExportFormat, locale: string, hasMark = false): string {
  return `${PUBLIC_API}/publications/${name}.${form}?lang=${locale}${hasMark ? '&bom=1' : ''}`
}

/** What the interface has, and what is said of all of it. */
export function publicIndex(t: Translator): PublicIndex {
  const { warning, licence } = publicWords(t)
  return {
    title: t('open_data.heading'),
    language: t.locale,
    warning,
    licence,
    publications: `${PUBLIC_API}/publications?lang=${t.locale}`,
    measures: `${PUBLIC_API}/measures?lang=${t.locale}`,
    organisations: `${PUBLIC_API}/organisations?q=`,
    description: `${PUBLIC_API}/openapi.json`,
  }
}

/** Every public table: what it is called, what it measures, where it lies. */
export function publicationList(t: Translator): PublicationList {
  const words = publicWords(t)
  return {
    language: t.locale,
    publications: PUBLICATIONS.map((publication) => ({
      name: publication.name,
      title: words.title(publication),
      measures: [...publication.query.measures],
      rows: publication.query.rows,
      columns: publication.query.columns,
      page: `/${t.locale}/data/${publication.name}`,
      files: EXPORT_FORMATS.map((form) => ({ form, address: tableAddress(publication.name, form, t.locale) })),
    })),
  }
}
