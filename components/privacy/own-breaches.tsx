import { Note } from '@/components/ui/note'
import type { BreachData } from '@/lib/domain/privacy/breach'
import { formatDayOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** On the own page of a worker: what happened with the own data, in plain words, and that questions are welcome. */
export function OwnBreaches({
  t,
  breaches,
}: {
  t: Translator
  breaches: readonly { readonly knownAt: Date; readonly data: readonly BreachData[] }[]
}) {
  return breaches.map(({ knownAt, data }) => (
    <Note key={knownAt.toISOString()} tone="still">
      {t('track.breach_told', {
        day: formatDayOf(knownAt, t.locale),
        data: data.map((kind) => t(`track.breach_data_${kind}`)).join(' · '),
      })}
    </Note>
  ))
}
