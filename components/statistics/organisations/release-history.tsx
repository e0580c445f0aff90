import type { StoredRelease } from '@/lib/domain/statistics/organisations/release'
import { formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** What was asked and decided about an organisation, the newest first. */
export function ReleaseHistory({ t, releases }: { t: Translator; releases: readonly StoredRelease[] }) {
  if (releases.length === 0) return null
  return (
    <section className="stack">
      <h2>{t('statistics.organisation_history')}</h2>
      <ul className="stack">
        {releases.map(({ id, state, askedByName, askedAt, askNote, decidedByName, decidedAt, decideNote }) => (
          <li key={id}>
            {t('statistics.organisation_asked_line', { name: askedByName, at: formatInstant(askedAt, t.locale) })}
            <br />
            <small>{askNote}</small>
            {decidedByName === null || decidedAt === null ? null : (
              <>
                <br />
                {t('statistics.organisation_decided_line', {
                  state: t(`statistics.organisation_state_${state}`),
                  name: decidedByName,
                  at: formatInstant(decidedAt, t.locale),
                })}
                <br />
                <small>{decideNote}</small>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
