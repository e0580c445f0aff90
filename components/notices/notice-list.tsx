import type { ReactNode } from 'react'
import { NewMark } from '@/components/ui/tag'
import type { NoticeKind } from '@/lib/domain/notices'
import { deadlineOfKey } from '@/lib/domain/reminders'
import { formatDayOf, formatTimeOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

export type NoticeRow = {
  readonly id: string
  readonly kind: NoticeKind
  readonly key: string
  readonly caseNumber: string
  readonly createdAt: Date
  readonly readAt: Date | null
}

/** What there is to look at, unread first. `mark` is the form that marks one as read. Nothing of a worker stands here. */
export function NoticeList({
  t,
  rows,
  mark,
}: {
  t: Translator
  rows: readonly NoticeRow[]
  mark: (id: string, label: string) => ReactNode
}) {
  return (
    <ul className="notices" aria-label={t('notices.heading')}>
      {rows.map((row) => (
        <li key={row.id} className={row.readAt === null ? 'unread' : undefined}>
          <div>
            <a href={`/${t.locale}/cases/${row.caseNumber}`}>{t(`notices.kind_${row.kind}`)}</a>{' '}
            {row.readAt === null ? <NewMark>{t('notices.new')}</NewMark> : null}
            <small>
              {[aboutOf(t, row.key), row.caseNumber].filter((part) => part !== null).join(' · ')} ·{' '}
              <time dateTime={row.createdAt.toISOString()}>
                {formatDayOf(row.createdAt, t.locale)}, {formatTimeOf(row.createdAt, t.locale)}
              </time>
            </small>
          </div>
          {row.readAt === null ? mark(row.id, t('notices.mark_one', { number: row.caseNumber })) : null}
        </li>
      ))}
    </ul>
  )
}

/** Which promise a reminder is about. */
function aboutOf(t: Translator, key: string): string | null {
  const kind = deadlineOfKey(key)
  const words = kind === null ? null : `codes.deadline.${kind}`
  return words !== null && t.has(words) ? t(words) : null
}
