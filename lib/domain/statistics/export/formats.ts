import { STAFF_LANGUAGES, type ExportLanguage } from './languages'

/** What a release can be written as; the ending of the address is the format. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'json', 'jsonstat'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Kinds of content, as servers name them. JSON-stat has no type of its own: its validator and Eurostat say JSON. */
export const CONTENT_TYPES: Readonly<Record<ExportFormat | 'metadata', string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  jsonstat: 'application/json; charset=utf-8',
  metadata: 'application/json; charset=utf-8',
}

/** How a file is written. The last three are about CSV alone. */
export type ExportHow = {
  readonly format: ExportFormat
  /** Of definitions and notes; codes and numbers are the same in all. */
  readonly language: ExportLanguage
  /** A byte order mark first, for spreadsheets. */
  readonly hasMark: boolean
  /** A line of HXL tags after the names. */
  readonly hasTags: boolean
  /** The last line, which says that nothing is missing. */
  readonly hasEnd: boolean
}

/** CSV in English as most programs take it. */
export const DEFAULT_HOW: ExportHow = { format: 'csv', language: 'en', hasMark: false, hasTags: false, hasEnd: true }

/** The format of an address' ending; null for one that there is not. */
export function formatOf(text: string): ExportFormat | null {
  return EXPORT_FORMATS.find((format) => format === text) ?? null
}

/** How an address wants its file: `lang`, `bom`, `hxl` and `end`, each 0 or 1. What cannot be read is named. */
export function readHow(
  format: ExportFormat,
  address: URLSearchParams,
): { readonly how: ExportHow; readonly unread: readonly string[] } {
  const unread: string[] = []
  const flag = (name: string, otherwise: boolean) => {
    const text = address.get(name)
    if (text !== null && text !== '0' && text !== '1') unread.push(name)
    return text === null ? otherwise : text === '1'
  }
  const asked = address.get('lang') ?? DEFAULT_HOW.language
  const language = STAFF_LANGUAGES.find((one) => one === asked)
  if (language === undefined) unread.push('lang')
  const how = {
    format,
    language: language ?? DEFAULT_HOW.language,
    hasMark: flag('bom', DEFAULT_HOW.hasMark),
    hasTags: flag('hxl', DEFAULT_HOW.hasTags),
    hasEnd: flag('end', DEFAULT_HOW.hasEnd),
  }
  return { how, unread }
}

/** The name of a file without its ending: what it is of, which question, of which day. */
export function exportName(measures: readonly string[], queryId: string, asOf: Date): string {
  const what = measures.length === 1 ? (measures[0] ?? '').replaceAll('_', '-') : 'statistics'
  return `${what}-${asOf.toISOString().slice(0, 10)}-${queryId}`
}

/** The ending of a format's file names. */
export function endingOf(format: ExportFormat): string {
  return format === 'jsonstat' ? 'jsonstat.json' : format
}
