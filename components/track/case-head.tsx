import type { DeadlineKind } from '@/lib/domain/deadlines'
import type { CaseState } from '@/lib/domain/workflow/states'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { sayNewsTime } from './news-time'

/** Promises to the worker; the others are between the office and other offices. */
const NEWS: readonly DeadlineKind[] = [
  'first_reply',
  'triage_decision',
  'status_update',
  'appeal_decision',
  'substantive_answer',
]

/** When the worker hears from us next, or null when nothing is promised now. `deadlines` with the next first. */
export function newsOf(deadlines: readonly { readonly kind: string; readonly dueAt: Date }[]): Date | null {
  return deadlines.find(({ kind }) => NEWS.some((news) => news === kind))?.dueAt ?? null
}

/** Number, state as a sentence, and by when the next news comes. Says so when we are late. */
export function CaseHead({
  t,
  number,
  state,
  isWithdrawn,
  isElsewhere,
  newsBy,
  eraseOn,
  now,
}: {
  t: Translator
  number: string
  state: CaseState
  /** The worker stopped it. */
  isWithdrawn: boolean
  /** Another office was sent it and has not answered. */
  isElsewhere: boolean
  newsBy: Date | null
  eraseOn: Date | null
  now: Date
}) {
  return (
    <div className="tight">
      <p className="mute">
        {t('track.number')}{' '}
        <span className="num" lang="en">
          {number}
        </span>
      </p>
      <h1>{t(isWithdrawn ? 'track.heading_withdrawn' : `codes.state_worker.${state}`)}</h1>
      <p className="lead">{newsText(t, state, newsBy, now)}</p>
      {eraseOn === null ? null : (
        <p>
          {t(isElsewhere ? 'track.news_erased_later' : isWithdrawn ? 'track.news_erased_unless' : 'track.news_erased', {
            day: formatDayOf(eraseOn, t.locale),
          })}
        </p>
      )}
    </div>
  )
}

function newsText(t: Translator, state: CaseState, newsBy: Date | null, now: Date): string {
  if (state === 'awaiting_worker') return t('track.news_you')
  if (newsBy === null) return t('track.news_none')
  return t(newsBy < now ? 'track.news_late' : 'track.news_by', { when: sayNewsTime(t, newsBy, now) })
}
