import { rightsDueAt, type RightsRequest } from '@/lib/domain/privacy/rights-request'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** What the worker asked about the own data, the latest first: in whose words, by when it is answered, or what came of it and why. */
export function OwnRights({ t, rights, at }: { t: Translator; rights: readonly RightsRequest[]; at: Date }) {
  if (rights.length === 0) return null
  return (
    <section className="stack">
      <h2>{t('track.request_list')}</h2>
      <ul className="stack">
        {rights.toReversed().map((right) => (
          <li key={right.id}>
            <b>{t(`codes.right.${right.kind}`)}</b>
            <p className="mute">
              {t('track.request_asked', { day: formatDayOf(right.cameAt, t.locale) })} {sayState(t, right, at)}
            </p>
            {right.words === null ? null : (
              <p className="said" lang={right.language}>
                {right.words}
              </p>
            )}
            {right.reason === null ? null : <p className="said">{right.reason}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}

function sayState(t: Translator, { outcome, cameAt }: RightsRequest, at: Date): string {
  if (outcome !== null) return t(`codes.right_outcome.${outcome}`)
  const dueAt = rightsDueAt(cameAt)
  const promise = t('track.promise_rights_request', { when: formatDayOf(dueAt, t.locale) })
  return dueAt < at ? `${promise}. ${t('track.promise_late')}` : promise
}
