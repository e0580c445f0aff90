import type { ReactNode } from 'react'
import type { JobKind } from '@/lib/domain/jobs'
import type { Translator } from '@/lib/i18n/translate'
import { Instant, tookText } from './schedule-table'

export type RunRow = {
  readonly id: string
  readonly kind: JobKind
  readonly state: 'completed' | 'failed' | 'retry' | 'active' | 'cancelled'
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly durationMs: number | null
  readonly done: number | null
  readonly code: string | null
  readonly reference: string | null
  readonly tries: number
}

const COLUMNS = ['job', 'when', 'took', 'outcome'] as const

/** Runs that did something or failed. `retry` is the form that has a failed one tried again. */
export function RunTable({
  t,
  rows,
  retry,
}: {
  t: Translator
  rows: readonly RunRow[]
  retry: (id: string, label: string) => ReactNode
}) {
  return (
    <table className="grid cards" role="table">
      <caption className="vh">{t('jobs.runs')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((name) => (
            <th role="columnheader" scope="col" key={name}>
              {t(`jobs.column_${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" key={row.id}>
            <th role="rowheader" scope="row">
              {t(`jobs.kind_${row.kind}`)}
            </th>
            <td role="cell">{row.startedAt === null ? null : <Instant t={t} at={row.startedAt} />}</td>
            <td role="cell">{tookText(t, row.durationMs)}</td>
            <td role="cell" className="end">
              {t(`jobs.state_${row.state}`)}{' '}
              {row.state === 'completed' ? t('jobs.did', { count: row.done ?? 0 }) : <Failure t={t} row={row} />}
              {row.state === 'failed' ? retry(row.id, t('jobs.retry_one', { job: t(`jobs.kind_${row.kind}`) })) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A code and a number to find in the log: an error's own words could tell of a person. */
function Failure({ t, row }: { t: Translator; row: RunRow }) {
  if (row.code === null) return null
  return (
    <small>
      <code>{row.code}</code> {row.reference === null ? null : t('jobs.reference', { reference: row.reference })}{' '}
      {t('jobs.tries', { count: row.tries })}
    </small>
  )
}
