import type { ReactNode } from 'react'
import { NewMark } from '@/components/ui/tag'
import type { NoticeKind, NoticePlace } from '@/lib/domain/notices'
import { deadlineOfKey } from '@/lib/domain/reminders'
import { formatDayOf, formatTimeOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

export type NoticeRow = {
  readonly id: string
  readonly kind: NoticeKind
  readonly key: string
  readonly place: NoticePlace
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
            <a href={`/${t.locale}${pathOf(row)}`}>{t(`notices.kind_${row.kind}`)}</a>{' '}
            {row.readAt === null ? <NewMark>{t('notices.new')}</NewMark> : null}
            <small>
              {[aboutOf(t, row), nameOf(t, row.place)].filter((part) => part !== null).join(' · ')} ·{' '}
              <time dateTime={row.createdAt.toISOString()}>
                {formatDayOf(row.createdAt, t.locale)}, {formatTimeOf(row.createdAt, t.locale)}
              </time>
            </small>
          </div>
          {row.readAt === null ? mark(row.id, t('notices.mark_one', { number: nameOf(t, row.place) })) : null}
        </li>
      ))}
    </ul>
  )
}

/** A share that was closed has no page any more: the list says what became of it. */
function pathOf({ kind, place }: NoticeRow): string {
  if (place.kind === 'case') return `/cases/${place.number}`
  if (place.kind === 'breach') return `/settings/incidents/${place.id}`
  if (place.kind === 'account' || place.kind === 'system') return `/settings/${place.kind}`
  if (place.kind === 'import') return `/cases/import/${place.id}`
  return kind === 'share_received' ? `/referrals/${place.id}` : '/referrals'
}

/** The number of a case; anything else has none. */
function nameOf(t: Translator, place: NoticePlace): string {
  return place.kind === 'case' ? place.number : t(`notices.place_${place.kind}`)
}

/** Which promise a reminder is about, or which line of how the installation stands. */
function aboutOf(t: Translator, { kind: told, key }: NoticeRow): string | null {
  if (told === 'system_attention') return nameOfLine(t, `system.name_${key.split(' ')[0]}`)
  const kind = deadlineOfKey(key)
  const words = kind === null ? null : `codes.deadline.${kind}`
  return words === null ? null : nameOfLine(t, words)
}

function nameOfLine(t: Translator, words: string): string | null {
  return t.has(words) ? t(words) : null
}
