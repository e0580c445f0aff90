import { Sign } from '@/components/ui/sign'
import type { JobKind, ScheduleStanding } from '@/lib/domain/jobs'
import { formatCount, formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

export type ScheduleRow = {
  readonly kind: JobKind
  readonly standing: ScheduleStanding
  readonly lastSuccessAt: Date | null
  readonly lastDurationMs: number | null
  readonly lastDone: number | null
  readonly waiting: number
  readonly active: number
  readonly failed: number
}

const COLUMNS = ['job', 'last', 'took', 'did', 'waiting', 'failed'] as const

/** Every schedule: when it last did its work, and what waits or has failed. On a phone a row is a card. */
export function ScheduleTable({ t, rows }: { t: Translator; rows: readonly ScheduleRow[] }) {
  return (
    <table className="grid cards" role="table">
      <caption className="vh">{t('jobs.schedules')}</caption>
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
          <tr role="row" key={row.kind}>
            <th role="rowheader" scope="row" className="full">
              {t(`jobs.kind_${row.kind}`)} {row.standing === 'late' ? <Late t={t} /> : null}
              <small>{t(`jobs.about_${row.kind}`)}</small>
            </th>
            <td role="cell" data-label={t('jobs.column_last')}>
              {row.lastSuccessAt === null ? t('jobs.never') : <Instant t={t} at={row.lastSuccessAt} />}
            </td>
            <td role="cell">{tookText(t, row.lastDurationMs)}</td>
            <td role="cell">{row.lastDone === null ? '' : t('jobs.did', { count: row.lastDone })}</td>
            <td role="cell">{t('jobs.waiting', { count: row.waiting + row.active })}</td>
            <td role="cell" className="end">
              {t('jobs.failed', { number: formatCount(row.failed, t.locale), count: row.failed })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Late({ t }: { t: Translator }) {
  return (
    <span className="tag likely">
      <Sign name="alert" size="text" /> {t('jobs.late')}
    </span>
  )
}

/** A moment, for people and for programs. */
export function Instant({ t, at }: { t: Translator; at: Date }) {
  return <time dateTime={at.toISOString()}>{formatInstant(at, t.locale)}</time>
}

/** How long something took; under a second in milliseconds. */
export function tookText(t: Translator, durationMs: number | null): string {
  if (durationMs === null) return ''
  return durationMs < 1000
    ? t('jobs.took_ms', { count: durationMs })
    : t('jobs.took_s', { count: Math.round(durationMs / 1000) })
}
