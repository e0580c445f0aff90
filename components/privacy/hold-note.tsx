import { Note } from '@/components/ui/note'
import { heldUntil, type HoldDates } from '@/lib/domain/retention/holds'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** On the page of a case: that nothing of it goes, and until when. */
export function HoldNote({
  t,
  holds,
  at,
  address,
}: {
  t: Translator
  holds: readonly HoldDates[]
  at: Date
  address: string
}) {
  const until = heldUntil(holds, at)
  if (until === null) return null
  return (
    <Note tone="still" pictogram="lock">
      <a href={`${address}/hold`}>{t('cases.hold_until', { day: lastDay(t, until) })}</a>
    </Note>
  )
}

/** On the own page of its worker: the same in plain words. */
export function OwnHoldNote({ t, holds, at }: { t: Translator; holds: readonly HoldDates[]; at: Date }) {
  const until = heldUntil(holds, at)
  return until === null ? null : (
    <Note tone="still" pictogram="lock">
      {t('track.hold_told', { day: lastDay(t, until) })}
    </Note>
  )
}

/** A hold ends with the day that was said. */
const lastDay = (t: Translator, until: Date): string => formatDayOf(new Date(until.getTime() - 1), t.locale)
