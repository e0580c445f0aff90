import { Door, Doors } from '@/components/ui/doors'
import { appealUntil, reopenUntil } from '@/lib/domain/after-closing'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** What the worker of a case that has ended can do about that, and until when. `isOwnStop`: nobody decided, so nobody else has to look. */
export function ClosedDoors({
  t,
  closedAt,
  isOwnStop,
  at,
}: {
  t: Translator
  closedAt: Date
  isOwnStop: boolean
  at: Date
}) {
  const [reopen, appeal] = [reopenUntil(closedAt), appealUntil(closedAt)]
  const canReopen = at <= reopen
  const canAppeal = !isOwnStop && at <= appeal
  return (
    <section className="stack rule">
      <h2>{t('track.ended_heading')}</h2>
      {canReopen ? null : <p>{t('track.ended_late')}</p>}
      {canReopen || canAppeal ? (
        <Doors label={t('track.ended_heading')}>
          {canReopen ? (
            <Door
              href={`/${t.locale}/track/case/reopen`}
              pictogram="edit"
              name={t('track.door_reopen')}
              help={t('track.door_reopen_help', { day: formatDayOf(reopen, t.locale) })}
            />
          ) : null}
          {canAppeal ? (
            <Door
              href={`/${t.locale}/track/case/appeal`}
              pictogram="scale"
              name={t('track.door_appeal')}
              help={t('track.door_appeal_help', { day: formatDayOf(appeal, t.locale) })}
            />
          ) : null}
        </Doors>
      ) : null}
    </section>
  )
}
