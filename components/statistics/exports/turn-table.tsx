import { formatCount, formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** A turn of a schedule: a file, or why there is none. `againAt`: when one that failed is tried again. */
export type TurnRow = {
  readonly id: string
  readonly dueAt: Date
  readonly state: string
  readonly tries: number
  readonly failure: string | null
  readonly rows: number | null
  readonly bytes: number | null
}

const FAILURES = ['no_space', 'store_away', 'question_unreadable', 'too_many_cells', 'too_many_questions'] as const
const COLUMNS = ['due', 'state', 'files'] as const

/** The turns of a schedule, the newest first. On a phone a row is a card. */
export function TurnTable({
  t,
  caption,
  rows,
  againAt,
}: {
  t: Translator
  caption: string
  rows: readonly TurnRow[]
  againAt: Date | null
}) {
  return (
    <table className="grid cards" role="table">
      <caption className="vh">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((name) => (
            <th role="columnheader" scope="col" key={name}>
              {t(`statistics.exports_column_${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row, place) => {
          const at = formatInstant(row.dueAt, t.locale)
          return (
            <tr role="row" key={row.id}>
              <th role="rowheader" scope="row" className="full">
                <time dateTime={row.dueAt.toISOString()}>{at}</time>
              </th>
              <td role="cell" data-label={t('statistics.exports_column_state')}>
                {row.state === 'made' ? madeText(t, row) : failedText(t, row, place === 0 ? againAt : null)}
              </td>
              <td role="cell" data-label={t('statistics.exports_column_files')}>
                {row.state === 'made' ? <FileLinks t={t} id={row.id} at={at} /> : null}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function FileLinks({ t, id, at }: { t: Translator; id: string; at: string }) {
  const base = `/api/v1/statistics/exports/${id}`
  return (
    <span className="row">
      <a href={`${base}/file`} aria-label={t('statistics.exports_download_of', { at })}>
        {t('statistics.exports_download')}
      </a>
      <a href={`${base}/metadata`} aria-label={t('statistics.exports_metadata_of', { at })}>
        {t('statistics.download_metadata')}
      </a>
    </span>
  )
}

function madeText(t: Translator, { rows, bytes }: TurnRow): string {
  const kilobytes = formatCount(Math.max(1, Math.round((bytes ?? 0) / 1000)), t.locale)
  return t('statistics.exports_file_made', { rows: rows ?? 0, kilobytes })
}

function failedText(t: Translator, { tries, failure }: TurnRow, againAt: Date | null): string {
  const code = FAILURES.find((one) => one === failure) ?? 'unexpected'
  const failed = t('statistics.exports_failed', { tries, why: t(`statistics.exports_failure_${code}`) })
  if (againAt === null) return failed
  return `${failed} · ${t('statistics.exports_again', { at: formatInstant(againAt, t.locale) })}`
}
