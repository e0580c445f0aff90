import { CallCard } from '@/components/ui/call-card'
import { Note } from '@/components/ui/note'
import { EMERGENCY_DANGERS, type DangerCode } from '@/lib/domain/grievances/dangers'
import { EMERGENCY_NUMBERS } from '@/lib/domain/referral/bodies'
import type { Translator } from '@/lib/i18n/translate'

/** Whether the numbers for life in danger come before anything else. */
export function needsEmergencyNumbers(dangers: readonly DangerCode[]): boolean {
  return dangers.some((danger) => EMERGENCY_DANGERS.includes(danger))
}

/** Two numbers to call now, above the next question. The report goes on below. */
export function DangerNote({ t }: { t: Translator }) {
  const always = [{ name: t('common.help_cost'), value: t('common.help_free') }]
  return (
    <section className="stack" aria-label={t('common.help_danger')}>
      <Note tone="care" pictogram="phone" announced>
        <p>{t('report.danger_calls')}</p>
        <p>{t('report.danger_phrase')}</p>
        <p>
          <a href={`/${t.locale}/help`}>{t('report.danger_more_numbers')}</a>
        </p>
      </Note>
      <div className="duo">
        <CallCard urgent name={t('common.help_police')} number={EMERGENCY_NUMBERS.police} details={always} />
        <CallCard urgent name={t('common.help_ambulance')} number={EMERGENCY_NUMBERS.ambulance} details={always} />
      </div>
    </section>
  )
}
