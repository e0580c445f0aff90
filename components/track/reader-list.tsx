import { Note } from '@/components/ui/note'
import type { Emergency } from '@/lib/domain/break-glass'
import type { OwnReading } from '@/lib/domain/own-readings'
import { formatDay, formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** Who read what, by day. A name only where the worker knows it already. */
export function ReaderList({ t, readings }: { t: Translator; readings: readonly OwnReading[] }) {
  if (readings.length === 0) return <p>{t('track.readers_none')}</p>
  const days = [...new Set(readings.map(({ day }) => day))]
  return days.map((day) => (
    <section className="tight rule" key={day}>
      <h2>{formatDay(day, t.locale)}</h2>
      <ul className="tight">
        {readings
          .filter((reading) => reading.day === day)
          .map(({ office, role, name, what }, index) => (
            <li key={index}>
              {t('track.readers_line', {
                who: name === null ? t(`track.readers_${role}`) : name,
                office,
                what: t(`track.readers_what_${what}`),
              })}
            </li>
          ))}
      </ul>
    </section>
  ))
}

/** That another office read the case because a life was in danger; once for each office and day. */
export function EmergencyReadings({ t, emergencies }: { t: Translator; emergencies: readonly Emergency[] }) {
  const told = emergencies.map(({ office, openedAt }) =>
    t('track.readers_emergency', { office, day: formatDayOf(openedAt, t.locale) }),
  )
  return [...new Set(told)].map((words) => (
    <Note key={words} tone="care">
      {words}
    </Note>
  ))
}
