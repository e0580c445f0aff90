import { RouteLine } from '@/components/ui/route-line'
import { RESPONSE_TARGETS } from '@/lib/domain/response-targets'
import type { Severity } from '@/lib/domain/severity-levels'
import { formatDayOf, formatInstant, formatWeekdayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

const HOUR_MS = 3_600_000
const HOURS_A_DAY = 24

/** What happens next and by when: our promise for this severity. Hours are told as a clock time, days as a day. */
export function ReceiptPromises({
  t,
  severity,
  receivedAt,
  isKept,
}: {
  t: Translator
  severity: Severity
  receivedAt: Date
  isKept: boolean
}) {
  const target = RESPONSE_TARGETS[severity]
  const by = (hours: number) => {
    const at = new Date(receivedAt.getTime() + hours * HOUR_MS)
    const when =
      hours < HOURS_A_DAY
        ? t('report.japan_time', { when: formatInstant(at, t.locale) })
        : formatWeekdayOf(at, t.locale)
    return { when: t('report.receipt_by', { when }), at: at.toISOString() }
  }
  return (
    <>
      <h2>{t('report.receipt_next')}</h2>
      <RouteLine
        hereText={t('common.here')}
        stations={[
          {
            title: t('report.receipt_step_arrived'),
            when: formatDayOf(receivedAt, t.locale),
            at: receivedAt.toISOString(),
          },
          { title: t('report.receipt_step_reply'), state: 'now', ...by(target.firstReplyHours) },
          { title: t('report.receipt_step_decide'), state: 'next', ...by(target.triageDecisionHours) },
          {
            title: t('report.receipt_step_news'),
            state: 'next',
            when: t('report.receipt_every_days', { days: Math.round(target.statusUpdateHours / HOURS_A_DAY) }),
          },
        ]}
      />
      <p className="mute">{t('report.receipt_not_told')}</p>
      {isKept ? null : <p className="mute">{t('report.receipt_30_days')}</p>}
    </>
  )
}
