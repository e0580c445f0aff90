import { CallCard } from '@/components/ui/call-card'
import type { DestinationCode } from '@/lib/domain/countries'
import { EMERGENCY_NUMBERS } from '@/lib/domain/referral/emergency'
import { formatDay } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** Police and ambulance of a country, to tap, with the day they were looked up. */
export function EmergencyDuo({ t, country }: { t: Translator; country: DestinationCode }) {
  const { police, ambulance, checkedOn } = EMERGENCY_NUMBERS[country]
  return (
    <div className="tight">
      <div className="duo">
        <CallCard urgent name={t('common.help_police')} number={police} />
        <CallCard urgent name={t('common.help_ambulance')} number={ambulance} />
      </div>
      <p className="src">{t('rights.emergency_checked', { day: formatDay(checkedOn, t.locale) })}</p>
    </div>
  )
}
