import { RouteLine, type Station } from '@/components/ui/route-line'
import type { CaseState } from '@/lib/domain/workflow/states'
import { formatInstant, formatDayOf } from '@/lib/i18n/format'
import type { MessageKey } from '@/lib/i18n/message-key'
import type { Translator } from '@/lib/i18n/translate'
import { sayNewsTime } from './news-time'
import type { OwnEvent } from './own-events'

type Passed = { readonly toState: CaseState; readonly movedAt: Date }
type Coming = { readonly title: MessageKey; readonly isOptional?: true }

/** What usually comes after a state: only what we do, never a promise of how it ends. */
const COMING: Readonly<Record<CaseState, readonly Coming[]>> = {
  received: [{ title: 'track.line_triage' }, { title: 'track.line_options' }],
  triage: [{ title: 'track.line_assigned' }, { title: 'track.line_options' }],
  awaiting_worker: [{ title: 'track.line_goes_on' }],
  assigned: [{ title: 'track.line_investigation' }, { title: 'track.line_options' }],
  investigation: [{ title: 'track.line_options' }, { title: 'track.line_outcome', isOptional: true }],
  mediation: [{ title: 'track.line_outcome', isOptional: true }],
  referral_pending_consent: [{ title: 'track.line_referred', isOptional: true }],
  referred: [{ title: 'track.line_answer' }],
  remedy_agreed: [{ title: 'track.line_remedy_delivered' }],
  remedy_delivered: [{ title: 'track.line_closed' }],
  closed: [],
  reopened: [{ title: 'track.line_assigned' }],
  appeal: [{ title: 'track.line_decision' }],
}

/** The line of a case: where it has been, where it is, what usually comes, and by when the next news comes. */
export function CaseLine({
  t,
  passed,
  events,
  newsBy,
  now: at,
}: {
  t: Translator
  passed: readonly Passed[]
  /** What happened beside the states. */
  events: readonly OwnEvent[]
  newsBy: Date | null
  now: Date
}) {
  const now = passed.at(-1)
  if (now === undefined) return null
  const done = [
    ...passed.slice(0, -1).map(({ toState, movedAt }) => ({ title: t(`track.line_${toState}`), at: movedAt })),
    ...events,
  ]
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ title, at: happenedAt }): Station => ({
      title,
      when: formatInstant(happenedAt, t.locale),
      at: happenedAt.toISOString(),
    }))
  const here: Station = {
    title: t(`track.line_${now.toState}`),
    when: t('track.line_since', { day: formatDayOf(now.movedAt, t.locale) }),
    state: 'now',
  }
  const coming = COMING[now.toState].map(({ title, isOptional }, index): Station => {
    if (isOptional) return { title: t(title), when: t('track.line_if_agree'), state: 'next' }
    if (index > 0 || newsBy === null || now.toState === 'awaiting_worker') return { title: t(title), state: 'next' }
    return { title: t(title), when: t('track.line_by', { when: sayNewsTime(t, newsBy, at) }), state: 'next' }
  })
  return <RouteLine stations={[...done, here, ...coming]} hereText={t('common.here')} />
}
