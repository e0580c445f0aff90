import type { ReactNode } from 'react'
import { formatDayOf } from '@/lib/i18n/format'
import { LOCALE_FACTS, toLocale } from '@/lib/i18n/locales'
import type { Translator } from '@/lib/i18n/translate'

export type CommentRow = {
  readonly id: string
  readonly locale: string
  readonly page: string
  readonly wrong: string
  readonly better: string | null
  readonly createdAt: Date
  readonly doneAt: Date | null
}

const COLUMNS = ['page', 'wrong', 'better', 'when', 'state'] as const

/** What readers wrote, as plain text in their own language. `act` is the form that marks one. */
export function CommentTable({
  t,
  rows,
  act,
}: {
  t: Translator
  rows: readonly CommentRow[]
  act: (row: CommentRow) => ReactNode
}) {
  return (
    <table className="grid cards" role="table">
      <caption className="vh">{t('settings.translations_title')}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {COLUMNS.map((name) => (
            <th role="columnheader" scope="col" key={name}>
              {t(`settings.translations_${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" key={row.id}>
            <th role="rowheader" scope="row" className="full">
              <span lang="en">{row.page}</span>
              <small lang={row.locale}>{LOCALE_FACTS[toLocale(row.locale)].ownName}</small>
            </th>
            <td role="cell" className="full" lang={row.locale}>
              {row.wrong}
            </td>
            <td role="cell" className="full" lang={row.locale}>
              {row.better ?? ''}
            </td>
            <td role="cell">{formatDayOf(row.createdAt, t.locale)}</td>
            <td role="cell" className="full">
              {t(row.doneAt === null ? 'settings.translations_open' : 'settings.translations_done')}
              {act(row)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
