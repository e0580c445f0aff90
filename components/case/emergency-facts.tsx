import { FactList } from '@/components/ui/facts'
import { Note } from '@/components/ui/note'
import type { Emergency } from '@/lib/domain/break-glass'
import { formatDayOf, formatInstant, formatTimeOf } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** One opening of the case by another office: who, when, why, and what the own office said to it. */
export function EmergencyFacts({ t, emergency }: { t: Translator; emergency: Emergency }) {
  const { by, office, openedAt, endsAt, isOpen, reason, words, isSeen, judgement, heldBackUntil } = emergency
  return (
    <FactList
      facts={[
        { name: t('cases.emergency_by'), value: `${by}, ${office}` },
        { name: t('cases.emergency_from'), value: formatInstant(openedAt, t.locale) },
        {
          name: t(isOpen ? 'cases.emergency_open_until' : 'cases.emergency_over_at'),
          value: formatInstant(endsAt, t.locale),
        },
        { name: t('cases.emergency_reason'), value: t(`cases.emergency_reason_${reason}`) },
        { name: t('cases.emergency_words'), value: words ?? t('cases.words_gone') },
        { name: t('cases.emergency_seen'), value: t(isSeen ? 'cases.emergency_seen_yes' : 'cases.emergency_seen_no') },
        {
          name: t('cases.emergency_judgement'),
          value:
            judgement === 'justified' || judgement === 'not_justified'
              ? t(`cases.emergency_act_${judgement}`)
              : t('cases.emergency_judgement_none'),
        },
        {
          name: t('cases.emergency_worker'),
          value:
            heldBackUntil === null
              ? t(isOpen ? 'cases.emergency_worker_told' : 'cases.emergency_worker_sees')
              : t('cases.emergency_worker_later', { day: formatDayOf(heldBackUntil, t.locale) }),
        },
      ]}
    />
  )
}

/** On the page of the case: that it is being read by another office now, or was and nobody has judged it. */
export function EmergencyNote({
  t,
  emergencies,
  address,
}: {
  t: Translator
  emergencies: readonly Emergency[]
  address: string
}) {
  const one = emergencies.find(({ isOpen }) => isOpen) ?? emergencies.find(({ judgement }) => judgement === null)
  if (!one) return null
  return (
    <Note tone={one.isOpen ? 'stop' : 'care'} pictogram="alert">
      <b>
        {one.isOpen
          ? t('cases.emergency_note_open', {
              name: one.by,
              office: one.office,
              time: formatTimeOf(one.endsAt, t.locale),
            })
          : t('cases.emergency_note_over', { name: one.by, office: one.office })}
      </b>{' '}
      <a href={`${address}/emergencies`}>{t('cases.emergency_note_link')}</a>
    </Note>
  )
}
