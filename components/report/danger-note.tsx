import { DangerLines } from '@/components/help/danger-lines'
import { EmergencyDuo } from '@/components/help/emergency-duo'
import { Note } from '@/components/ui/note'
import type { DestinationCode, OriginCode } from '@/lib/domain/countries'
import { EMERGENCY_DANGERS, type DangerCode } from '@/lib/domain/grievances/dangers'
import type { SchemeCode } from '@/lib/domain/schemes'
import type { Translator } from '@/lib/i18n/translate'

/** What is known of somebody in danger. */
export type WhoIsInDanger = {
  readonly dangers: readonly DangerCode[]
  readonly destination: DestinationCode
  readonly origin?: OriginCode | undefined
  readonly scheme?: SchemeCode | undefined
}

/** Whether the numbers for life in danger come before anything else. */
export function needsEmergencyNumbers(dangers: readonly DangerCode[]): boolean {
  return dangers.some((danger) => EMERGENCY_DANGERS.includes(danger))
}

/** The numbers of the country to call now, above everything else on the page, which goes on below. */
export function DangerNote({ t, who }: { t: Translator; who: WhoIsInDanger }) {
  const { dangers, destination, origin = null, scheme = null } = who
  return (
    <section className="stack" aria-labelledby="call-now">
      <Note tone="care" pictogram="phone" announced>
        <p>{t('report.danger_calls')}</p>
        <p>{t('report.danger_phrase')}</p>
        <p>
          <a href={`/${t.locale}/help`}>{t('report.danger_more_numbers')}</a>
        </p>
      </Note>
      <h2 id="call-now">{t('common.help_danger')}</h2>
      <EmergencyDuo t={t} country={destination} />
      <DangerLines t={t} who={{ dangers, origin, scheme }} />
    </section>
  )
}
