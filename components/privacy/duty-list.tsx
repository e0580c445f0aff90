import type { StoredDuty } from '@/lib/domain/privacy/breach-file'
import { DATA_LAWS } from '@/lib/domain/privacy/data-laws'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** What one duty is, with the law and the authority where it has one. */
export function dutyText(t: Translator, { duty, law }: Pick<StoredDuty, 'duty' | 'law'>): string {
  const known = DATA_LAWS.find(({ code }) => code === law)
  if (duty !== 'authority' || known === undefined) return t(`privacy.duty_${duty}`)
  const authority = known.notice?.authority ?? t('privacy.authority_unknown')
  return t('privacy.duty_authority_of', { authority, law: known.name })
}

/** Everything that is due because of an incident: done with who and when, or by when. */
export function DutyList({ t, duties, at }: { t: Translator; duties: readonly StoredDuty[]; at: Date }) {
  return (
    <ol className="stack">
      {duties.map((duty) => {
        const known = DATA_LAWS.find(({ code }) => code === duty.law)
        return (
          <li key={duty.id}>
            <b>{dutyText(t, duty)}</b>
            <br />
            {duty.doneAt === null ? (
              <span className={duty.dueAt <= at ? 's4' : undefined}>
                {t('privacy.due_by', { at: formatInstant(duty.dueAt, t.locale) })}
              </span>
            ) : (
              <>
                {t(`privacy.duty_${duty.outcome ?? 'done'}_by`, {
                  name: duty.doneByName ?? '',
                  at: formatInstant(duty.doneAt, t.locale),
                })}
                {duty.note === null ? null : <p className="said">{duty.note}</p>}
              </>
            )}
            {known === undefined ? null : (
              <p className="mute">
                <span lang="en">{known.source}</span> {t(`privacy.standing_${known.standing}`)}
              </p>
            )}
          </li>
        )
      })}
    </ol>
  )
}
