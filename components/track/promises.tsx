import { formatDayOf } from '@/lib/i18n/format'
import type { MessageKey } from '@/lib/i18n/message-key'
import type { Translator } from '@/lib/i18n/translate'
import type { DeadlineKind } from '@/lib/domain/deadlines'
import { sayNewsTime } from './news-time'

type Promised = { readonly id: string; readonly kind: string; readonly dueAt: Date }

const WORDS: Partial<Record<DeadlineKind, MessageKey>> = {
  first_reply: 'track.promise_first_reply',
  triage_decision: 'track.promise_triage_decision',
  status_update: 'track.promise_status_update',
  appeal_decision: 'track.promise_appeal_decision',
  substantive_answer: 'track.promise_substantive_answer',
  officer_change: 'track.promise_officer_change',
  rights_request: 'track.promise_rights_request',
  referral_follow_up: 'track.promise_referral_follow_up',
  retaliation_check: 'track.promise_retaliation_check',
}

/** Everything that the office has promised, each with its date, the next first; what is late is said to be late. */
export function Promises({ t, deadlines, at }: { t: Translator; deadlines: readonly Promised[]; at: Date }) {
  const promised = deadlines.flatMap(({ id, kind, dueAt }) => {
    const key = WORDS[kind as DeadlineKind]
    return key === undefined ? [] : [{ id, key, dueAt }]
  })
  if (promised.length === 0) return null
  return (
    <div className="tight">
      <h3>{t('track.promises_heading')}</h3>
      <ul>
        {promised.map(({ id, key, dueAt }) => (
          <li key={id}>
            {dueAt < at
              ? `${t(key, { when: formatDayOf(dueAt, t.locale) })}. ${t('track.promise_late')}`
              : t(key, { when: sayNewsTime(t, dueAt, at) })}
          </li>
        ))}
      </ul>
    </div>
  )
}
