import { formatDayOf } from '@/lib/i18n/format'
import { LOCALE_FACTS, toLocale } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translate'

export type PosterRow = {
  readonly id: string
  readonly code: string
  readonly programme: string | null
  readonly jobOrder: string | null
  readonly languages: readonly string[]
  readonly createdAt: Date
  readonly retiredAt: Date | null
  /** In steps of five; null for fewer than five. */
  readonly reports: number | null
}

const COLUMNS = ['code', 'for', 'languages', 'made', 'reports'] as const

/** The posters of an office; on a phone a row is a card. */
export function PosterTable({ t, base, rows }: { t: Translator; base: string; rows: readonly PosterRow[] }) {
  return (
    <table className="grid cards" role="table">
      <caption className="vh">{t('settings.posters_caption')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((name) => (
            <th role="columnheader" scope="col" key={name}>
              {t(`settings.posters_${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" key={row.id}>
            <th role="rowheader" scope="row" className="full">
              <a href={`${base}/${row.id}`}>{row.code}</a>
              {row.retiredAt === null ? null : (
                <small>{t('settings.posters_retired', { day: formatDayOf(row.retiredAt, t.locale) })}</small>
              )}
            </th>
            <td role="cell" className="full">
              {posterFor(t, row)}
            </td>
            <td role="cell" className="full">
              {row.languages.map((code) => LOCALE_FACTS[toLocale(code)].ownName).join(', ')}
            </td>
            <td role="cell">{formatDayOf(row.createdAt, t.locale)}</td>
            <td role="cell" className="end">
              {row.reports === null
                ? t('settings.posters_reports_few')
                : t('settings.posters_reports_some', { count: row.reports })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What a poster is for: programme and job order, or the office. */
export function posterFor(t: Translator, { programme, jobOrder }: Pick<PosterRow, 'programme' | 'jobOrder'>): string {
  const parts = [programme, jobOrder].filter((part) => part !== null)
  return parts.length === 0 ? t('settings.posters_for_office') : parts.join(' · ')
}
